package import Model

/// A body of the organisations table, in one period of its name.
package struct ListedOrganization: Hashable, Sendable {
  package let id: String
  package let name: String
  package let shortName: String
  package let aliases: [String]
  package let nameEnglish: String?
  package let kind: String
  package let rank: String?
  package let parentID: String?
  package let validFrom: String?
  package let validTo: String?
  package let successorID: String?

  var lifetime: Lifetime { Lifetime(from: validFrom, to: validTo) }

  /// Whether the body was there on a day; without a day, whether it is there today.
  package func lived(on date: PartialDate?) -> Bool {
    date.map { lifetime.holds($0) } ?? (validTo == nil)
  }
}

/// National bodies, enterprises, universities, foreign states: those that are listed one by one.
package struct Organizations: Sendable {
  package let all: [ListedOrganization]
  private let indices: [String: Int]
  private let forms: [String: [String]]

  init(_ table: TableReader) {
    var all: [ListedOrganization] = []
    table.forEachRow { row in
      all.append(
        ListedOrganization(
          id: row[0], name: row[1], shortName: row.optional(2) ?? row[1], aliases: row.list(3),
          nameEnglish: row.optional(4), kind: row[5], rank: row.optional(6),
          parentID: row.optional(7), validFrom: row.optional(8), validTo: row.optional(9),
          successorID: row.optional(10)))
    }
    self.all = all
    var indices = [String: Int](minimumCapacity: all.count)
    var forms = [String: [String]](minimumCapacity: 3 * all.count)
    for (index, organization) in all.enumerated() {
      indices[organization.id] = index
      for form in [organization.name] + organization.aliases
      where forms[form]?.last != organization.id {
        forms[form, default: []].append(organization.id)
      }
    }
    self.indices = indices
    self.forms = forms
  }

  package subscript(_ id: String) -> ListedOrganization? { indices[id].map { all[$0] } }

  /// The bodies of a written form, one a period.
  package func ids(written form: String) -> [String] { forms[form] ?? [] }

  /// Of several periods the one that lived on a day, the latest where several did; without a day,
  /// the one that lives today. Where none did, the one that ended last before that day, as the
  /// press goes on saying its name, and else the last of the list.
  package func id(of ids: [String], on date: PartialDate?) -> String {
    if ids.count == 1 { return ids[0] }
    let bodies = ids.compactMap { self[$0] }
    func latest(_ bodies: [ListedOrganization], by key: (ListedOrganization) -> String) -> String? {
      var found: ListedOrganization?
      for body in bodies where found.map({ key($0) <= key(body) }) ?? true { found = body }
      return found?.id
    }
    if let live = latest(bodies.filter { $0.lived(on: date) }, by: { $0.validFrom ?? "" }) {
      return live
    }
    let ended = bodies.filter { body in date.map { body.lifetime.ended(before: $0) } ?? true }
    return latest(ended, by: { $0.validTo ?? "" }) ?? ids.last ?? ""
  }
}
