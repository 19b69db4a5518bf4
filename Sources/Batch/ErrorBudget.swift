import Model

/// How many documents may be rejected before the run ends, fixed before it begins: so a run ends
/// at the same document however many workers it has.
struct ErrorBudget: Hashable, Sendable {
  let documents: Int
  let allowed: Int
  /// Which limit is the tighter one.
  let limit: Failure.Limit

  /// The ratio says nothing about a handful of documents.
  static let ratioHoldsFrom = 1_000

  init(_ limits: Limits, documents: Int) {
    self.documents = documents
    let byRatio = Int((Double(documents) * limits.maxErrorRatio).rounded(.down))
    let ratioHolds = documents >= Self.ratioHoldsFrom && byRatio < limits.maxErrors
    allowed = ratioHolds ? byRatio : limits.maxErrors
    limit = ratioHolds ? .maxErrorRatio : .maxErrors
  }

  /// Throws as soon as there is one reject too many.
  func check(_ rejects: [Reject]) throws(Failure) {
    guard rejects.count > allowed else { return }
    throw .tooManyRejects(
      rejects: RejectGroup.groups(of: rejects), count: rejects.count, allowed: allowed,
      documents: documents, limit: limit)
  }
}

extension RejectGroup {
  /// One group a code, the largest first, and of equal ones that whose first document comes first.
  static func groups(of rejects: [Reject]) -> [RejectGroup] {
    var groups: [RejectGroup] = []
    var places: [Reject.Code: Int] = [:]
    for reject in rejects {
      if let place = places[reject.code] {
        groups[place].count += 1
      } else {
        places[reject.code] = groups.count
        groups.append(
          RejectGroup(
            code: reject.code.rawValue, count: 1, firstPath: reject.path,
            firstDetail: reject.detail))
      }
    }
    return groups.enumerated().sorted { a, b in
      (-a.element.count, a.offset) < (-b.element.count, b.offset)
    }.map(\.element)
  }
}
