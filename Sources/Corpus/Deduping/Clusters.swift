import Model

/// The groups of copies, by the number of the document. A document without copies is a group by
/// itself.
struct Clusters {
  struct Membership: Hashable {
    var clusterID: String
    /// The document that stands for the group; nil where it is this one.
    var duplicateOf: String?
    /// How alike the two are.
    var similarity: Double?
  }

  /// Of one document.
  private struct Entry: BitwiseCopyable {
    let id: PackedID
    /// The number of the document that stands for its group.
    var canonical: Int32
    var similarity: Double = 1
    var containment: Double = 1
    var method = Link.Method.near
    let isCopied: Bool
  }

  private var entries: [Entry] = []

  init(_ notes: NoteStore, _ groups: [[Int32]], links: [Link]) {
    let blank = Entry(id: PackedID(""), canonical: 0, isCopied: false)
    entries = Array(repeating: blank, count: notes.count)
    for entry in notes.entries {
      entries[Int(entry.number)] = Entry(
        id: entry.id, canonical: entry.number, isCopied: entry.isCopied)
    }
    for group in groups { add(group, notes) }
    // Surest links come first and must win.
    for link in links.reversed() {
      for place in [link.first, link.second] {
        entries[Int(notes.entries[Int(place)].number)].method = link.method
      }
    }
  }

  /// The groups that were found elsewhere; nil where they name a document that is not there, or one
  /// stands for another and is itself a copy.
  init?(_ notes: NoteStore, copies: [CopySearch.Copy]) {
    self.init(notes, [], links: [])
    let numbers = Dictionary(
      entries.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    for copy in copies {
      guard let own = numbers[copy.id], let canonical = numbers[copy.canonicalID] else {
        return nil
      }
      entries[Int(own)].canonical = canonical
      entries[Int(own)].similarity = copy.similarity
      entries[Int(own)].containment = copy.containment
      entries[Int(own)].method = copy.linkMethod
    }
    guard entries.allSatisfy({ isCanonical(Int($0.canonical)) }) else { return nil }
  }

  private mutating func add(_ group: [Int32], _ notes: NoteStore) {
    let members = group.map { (place: $0, note: notes.note(Int($0))) }
    guard let canonical = members.min(by: { $0.note.precedes($1.note) }) else { return }
    let number = notes.entries[Int(canonical.place)].number
    for member in members where member.place != canonical.place {
      let likeness = Likeness(member.note, canonical.note)
      let own = Int(notes.entries[Int(member.place)].number)
      entries[own].canonical = number
      entries[own].similarity = likeness.similarity
      entries[own].containment = likeness.containment
    }
  }

  /// Whether a document stands for its group, and is no copy of another.
  func isCanonical(_ document: Int) -> Bool { entries[document].canonical == Int32(document) }

  /// The number of the document that stands for the group of one.
  func canonical(of document: Int) -> Int { Int(entries[document].canonical) }

  subscript(_ document: Int) -> Membership {
    let entry = entries[document]
    let canonical = id(Int(entry.canonical))
    let isCanonical = isCanonical(document)
    return Membership(
      clusterID: StableID.cluster(canonical: canonical),
      duplicateOf: isCanonical ? nil : canonical,
      similarity: isCanonical ? nil : Self.rounded(entry.similarity))
  }

  /// The documents that others stand for, by their numbers.
  var copies: [CopySearch.Copy] {
    entries.indices.filter { !isCanonical($0) }.map { document in
      let entry = entries[document]
      return CopySearch.Copy(
        id: entry.id, canonical: entries[Int(entry.canonical)].id, entry.method,
        similarity: entry.similarity, containment: entry.containment)
    }
  }

  private func id(_ document: Int) -> String { entries[document].id.text("doc") }

  /// Why documents are copies, by cluster, document and method.
  func forEachDuplicate<Problem: Error>(
    _ body: (DuplicateRow) throws(Problem) -> Void
  ) throws(Problem) {
    var order: [(cluster: PackedID, document: Int32)] = []
    for document in entries.indices where !isCanonical(document) || entries[document].isCopied {
      let cluster = StableID.cluster(canonical: id(canonical(of: document)))
      order.append((PackedID(cluster), Int32(document)))
    }
    order.sort {
      ($0.cluster, entries[Int($0.document)].id) < ($1.cluster, entries[Int($1.document)].id)
    }
    for (cluster, document) in order {
      for row in rows(Int(document), cluster.text("dup")) { try body(row) }
    }
  }

  /// The articles that have copies, each with them, by number: by cluster, the copies by id.
  var copyGroups: [CopyGroup] {
    var copies: [Int32: [Int32]] = [:]
    for document in entries.indices where !isCanonical(document) {
      copies[entries[document].canonical, default: []].append(Int32(document))
    }
    return copies.map { canonical, copies in
      let cluster = StableID.cluster(canonical: id(Int(canonical)))
      let sorted = copies.sorted { entries[Int($0)].id < entries[Int($1)].id }
      return (cluster, CopyGroup(canonical: Int(canonical), copies: sorted.map(Int.init)))
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func rows(_ document: Int, _ cluster: String) -> [DuplicateRow] {
    let entry = entries[document]
    var rows: [DuplicateRow] = []
    if entry.isCopied {
      rows.append(
        DuplicateRow(
          clusterID: cluster, documentID: id(document), canonicalID: id(document),
          method: Link.Method.bytes.word, similarity: 1, containment: 1))
    }
    if !isCanonical(document) {
      rows.append(
        DuplicateRow(
          clusterID: cluster, documentID: id(document), canonicalID: id(canonical(of: document)),
          method: entry.method.word, similarity: Self.rounded(entry.similarity),
          containment: Self.rounded(entry.containment)))
    }
    return rows
  }

  /// To the third place, which is more than the samples tell.
  private static func rounded(_ share: Double) -> Double {
    (share * 1000).rounded() / 1000
  }
}
