import Model

/// The groups of copies, by document. A document without copies is a group by itself.
struct Clusters: Sendable {
  struct Membership: Hashable, Sendable {
    var clusterID: String
    /// The document that stands for the group; nil where it is this one.
    var duplicateOf: String?
    /// How alike the two are.
    var similarity: Double?
  }

  private var memberships: [String: Membership] = [:]
  /// Why documents are copies, by cluster, document and method.
  private(set) var duplicates: [DuplicateRow] = []

  subscript(_ document: String) -> Membership? { memberships[document] }

  init(
    _ notes: [DocumentNote], _ members: [[Int]], links: [Link],
    compare: (Int, Int) -> Likeness
  ) {
    var methods = [Link.Method](repeating: .near, count: notes.count)
    // Surest links come first and must win.
    for link in links.reversed() {
      methods[link.first] = link.method
      methods[link.second] = link.method
    }
    for group in members {
      guard let canonical = group.min(by: { notes[$0].precedes(notes[$1]) }) else { continue }
      let id = StableID.cluster(canonical: notes[canonical].id)
      for document in group {
        add(notes, document, canonical, id, methods[document], compare)
      }
    }
    duplicates.sort {
      ($0.clusterID, $0.documentID, $0.method) < ($1.clusterID, $1.documentID, $1.method)
    }
  }

  private mutating func add(
    _ notes: [DocumentNote], _ document: Int, _ canonical: Int, _ id: String,
    _ method: Link.Method, _ compare: (Int, Int) -> Likeness
  ) {
    let note = notes[document]
    var membership = Membership(clusterID: id)
    if document != canonical {
      let likeness = compare(document, canonical)
      membership.duplicateOf = notes[canonical].id
      membership.similarity = Self.rounded(likeness.similarity)
      duplicates.append(
        DuplicateRow(
          clusterID: id, documentID: note.id, canonicalID: notes[canonical].id,
          method: method.rawValue,
          similarity: Self.rounded(likeness.similarity),
          containment: Self.rounded(likeness.containment)))
    }
    if note.hasCopies {
      duplicates.append(
        DuplicateRow(
          clusterID: id, documentID: note.id, canonicalID: note.id,
          method: Link.Method.bytes.rawValue, similarity: 1,
          containment: 1))
    }
    memberships[note.id] = membership
  }

  /// To the third place, which is more than the samples tell.
  private static func rounded(_ share: Double) -> Double {
    (share * 1000).rounded() / 1000
  }
}
