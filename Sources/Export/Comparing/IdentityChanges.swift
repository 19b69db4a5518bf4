import Model
package import Storage

/// An id that stands for something else than before: a person who was taken for another, a group of
/// copies that grew or fell apart.
package struct IdentityChange: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case person
    case documentCluster = "document_cluster"
  }

  /// What became of what the old id stood for.
  package enum Fate: String, Hashable, Sendable, CaseIterable {
    /// All of it has one new id, which stands for nothing else.
    case renamed
    /// It has an id that stands for something else as well.
    case merged
    /// It has several ids now.
    case split
  }

  package let kind: Kind
  package let fate: Fate
  package let oldID: String
  package let newID: String
  /// How many mentions, or documents, went from the one to the other.
  package let count: Int
}

/// Finds ids that changed: a mention of both exports that is of another person in the newer one, a
/// document that is in another group.
///
/// A mention's id rests on its place in its document alone, so that it is the same in both.
package struct IdentityChanges {
  private let older: String
  private let newer: String

  package init(older: String, newer: String) {
    self.older = older
    self.newer = newer
  }

  /// By kind, old id and new id.
  package func changes() throws(StorageFailure) -> [IdentityChange] {
    try changes(.person, MentionRow.table, "mention_id", "person_id")
      + changes(.documentCluster, DocumentRow.table, "document_id", "cluster_id")
  }

  private struct Move: Hashable {
    let old: String
    let new: String
  }

  private func changes(
    _ kind: IdentityChange.Kind, _ table: TableDescription, _ key: String, _ value: String
  ) throws(StorageFailure) -> [IdentityChange] {
    var names = NameNumbers()
    var before: [KeyDigest: Int32] = [:]
    try Self.forEach(table, key, value, in: older) { key, id in
      before[KeyDigest([key])] = names.number(of: id)
    }
    var moves: [Move: Int] = [:]
    try Self.forEach(table, key, value, in: newer) { key, id in
      guard let old = before[KeyDigest([key])] else { return }
      moves[Move(old: names[old], new: id), default: 0] += 1
    }
    let fates = Dictionary(grouping: moves.keys, by: \.old)
    let origins = Dictionary(grouping: moves.keys, by: \.new)
    return moves.filter { $0.key.old != $0.key.new }.map { move, count in
      let isSplit = (fates[move.old]?.count ?? 0) > 1
      let isMerged = (origins[move.new]?.count ?? 0) > 1
      return IdentityChange(
        kind: kind, fate: isSplit ? .split : isMerged ? .merged : .renamed, oldID: move.old,
        newID: move.new, count: count)
    }.sorted { ($0.oldID, $0.newID) < ($1.oldID, $1.newID) }
  }

  private static func forEach(
    _ table: TableDescription, _ key: String, _ value: String, in folder: String,
    _ body: (Cell, String) -> Void
  ) throws(StorageFailure) {
    guard let source = PublishedTable(table, in: folder)?.source,
      let key = table.place(of: key), let value = table.place(of: value)
    else { return }
    let reader = try source.open(FindingLog(), columns: [key, value])
    while let record = try reader.next() {
      guard !record.cells.isEmpty, case .text(let id) = record.cells[value] else { continue }
      body(record.cells[key], id)
    }
  }
}

/// Texts by number.
private struct NameNumbers {
  private var names: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  subscript(_ number: Int32) -> String { names[Int(number)] }
}
