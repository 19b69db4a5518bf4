import Model

/// Two documents that are one, by their places, and how that was found.
struct Link: BitwiseCopyable, Comparable {
  /// The words of the tables, surest first.
  enum Method: UInt8 {
    case bytes, text, url, near

    var word: String {
      switch self {
      case .bytes: "bytes"
      case .text: "text"
      case .url: "url"
      case .near: "near"
      }
    }
  }

  let first: Int32
  let second: Int32
  let method: Method
  let similarity: Double

  /// A total order, the surest first: the method, then the similarity, then the documents.
  static func < (a: Link, b: Link) -> Bool {
    if a.method != b.method { return a.method.rawValue < b.method.rawValue }
    if a.similarity != b.similarity { return a.similarity > b.similarity }
    return (a.first, a.second) < (b.first, b.second)
  }
}

/// Groups the documents that carry one text: the original, its reprints, its cut, expanded and
/// edited versions.
///
/// The result depends on the documents alone, not on the order in which they were noted.
struct Deduper {
  private let notes: NoteStore
  private let options: DedupeOptions
  private let space: any ScratchSpace
  private let isStopped: () -> Bool

  /// `notes` must be closed, and not hold two of one id. No more pairs are looked at as soon as
  /// `isStopped` says so.
  init(
    _ notes: NoteStore, options: DedupeOptions, space: any ScratchSpace,
    isStopped: @escaping () -> Bool = { false }
  ) {
    self.notes = notes
    self.options = options
    self.space = space
    self.isStopped = isStopped
  }

  func clusters() -> Clusters {
    let templates = SpilledList<UInt64>(space)
    var links = sameTextLinks() + sameAddressLinks()
    addNearLinks(to: &links, templates)
    links.sort()
    var forest = Forest(count: notes.count, apart: relevant(templates, links))
    var kept: [Link] = []
    for link in links where forest.join(link.first, link.second) { kept.append(link) }
    return Clusters(notes, forest.groups(), links: kept)
  }

  // MARK: links

  /// Too short a text (订阅我们的频道) says nothing by itself; with its headline it does.
  static let tellingLength = 40

  private func sameTextLinks() -> [Link] {
    links(.text) { entry in
      Self.textKey(length: Int(entry.length), text: entry.textHash, title: entry.titleHash)
    } where: { first, second in
      notes.entries[first].length == notes.entries[second].length
    }
  }

  /// What two documents with the same text share; nil where there is none.
  static func textKey(length: Int, text: UInt64, title: UInt64) -> UInt64? {
    guard length > 0 else { return nil }
    return length >= tellingLength ? text : StableHash.mix(text ^ title)
  }

  private func sameAddressLinks() -> [Link] {
    links(.url) {
      $0.addressHash == 0 ? nil : $0.addressHash
    } where: { first, second in
      Self.areOneByAddress(notes.note(first), notes.note(second))
    }
  }

  /// One address is one article, in whatever version; but some pages give the address of their
  /// section, so that the texts must have something in common.
  static func areOneByAddress(_ one: DocumentNote, _ other: DocumentNote) -> Bool {
    one.address == other.address && Likeness(one, other).containment >= 0.3
  }

  private func links(
    _ method: Link.Method, key: (NoteStore.Entry) -> UInt64?, where agree: (Int, Int) -> Bool
  ) -> [Link] {
    let keyed = Sorter<KeyedPlace>(ranked: space)
    for (place, entry) in notes.entries.enumerated() {
      if let key = key(entry) { keyed.append(KeyedPlace(key: key, place: Int32(place))) }
    }
    var links: [Link] = []
    var sorted = keyed.sorted()
    while true {
      let group = sorted.group { $0.key == $1.key }
      if group.isEmpty { return links }
      let pairs = Self.withFirsts(group.map(\.place)) { agree(Int($0), Int($1)) }
      for (first, second) in pairs {
        links.append(Link(first: first, second: second, method: method, similarity: 1))
      }
    }
  }

  /// Each document of a key with those before it that it agrees with: all of the first ones, for
  /// some of them may have to stay apart.
  static func withFirsts<Place>(
    _ group: [Place], where agree: (Place, Place) -> Bool
  ) -> [(first: Place, second: Place)] {
    group.enumerated().flatMap { index, place in
      group[..<min(index, mostVersions)].filter { agree($0, place) }.map { ($0, place) }
    }
  }

  /// More texts of one key are linked with so many of them only: an address under which many stand is
  /// that of a section.
  static let mostVersions = 20

  private struct KeyedPlace: Ranked {
    let key: UInt64
    let place: Int32

    var rank: UInt64 { key }

    static func < (a: Self, b: Self) -> Bool { (a.key, a.place) < (b.key, b.place) }
  }

  /// Adds the pairs that are nearly one text, and notes those that only look like it.
  private func addNearLinks(to links: inout [Link], _ templates: SpilledList<UInt64>) {
    let rule = SketchRule(options)
    for (first, second) in CandidatePairs.pairs(of: notes, rule, in: space, isStopped) {
      if isStopped() { return }
      guard notes.mayStillBeAlike(first, second, rule) else { continue }
      let overlap = notes.overlap(first, second)
      guard Likeness.isWorthALook(overlap, options) else { continue }
      let likeness = Likeness(notes.note(first), notes.note(second))
      switch likeness.verdict(options) {
      case .same:
        links.append(
          Link(
            first: Int32(first), second: Int32(second), method: .near,
            similarity: likeness.similarity))
      case .template: templates.append(UInt64(first) << 32 | UInt64(second))
      case .different: break
      }
    }
  }

  /// Of the pairs that must stay apart those that the links could bring together.
  private func relevant(_ templates: SpilledList<UInt64>, _ links: [Link]) -> [(Int32, Int32)] {
    var components = DisjointSets(count: notes.count)
    for link in links { components.join(Int(link.first), Int(link.second)) }
    return templates.indices.compactMap { index in
      let pair = templates[index]
      let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      guard components.root(of: first) == components.root(of: second) else { return nil }
      return (Int32(first), Int32(second))
    }
  }
}

/// Disjoint groups of documents, some pairs of which must stay apart.
struct Forest {
  private var parents: [Int32]
  /// The next member of each document's group, in a ring.
  private var next: [Int32]
  private var sizes: [Int32]
  private var apart: [Int32: [Int32]] = [:]

  init(count: Int, apart pairs: [(Int32, Int32)]) {
    parents = (0..<Int32(count)).map { $0 }
    next = parents
    sizes = Array(repeating: 1, count: count)
    for (a, b) in pairs {
      apart[a, default: []].append(b)
      apart[b, default: []].append(a)
    }
  }

  /// Joins the groups of two documents, unless a pair across them must stay apart; says whether
  /// the two were joined now.
  mutating func join(_ a: Int32, _ b: Int32) -> Bool {
    let (one, other) = (root(a), root(b))
    guard one != other else { return false }
    let (small, large) = sizes[Int(one)] < sizes[Int(other)] ? (one, other) : (other, one)
    var member = small
    repeat {
      if let rivals = apart[member], rivals.contains(where: { root($0) == large }) { return false }
      member = next[Int(member)]
    } while member != small
    parents[Int(small)] = large
    sizes[Int(large)] += sizes[Int(small)]
    next.swapAt(Int(small), Int(large))
    return true
  }

  private mutating func root(_ document: Int32) -> Int32 {
    var place = document
    while parents[Int(place)] != place {
      parents[Int(place)] = parents[Int(parents[Int(place)])]
      place = parents[Int(place)]
    }
    return place
  }

  /// The groups of several, each ascending, by their first document.
  func groups() -> [[Int32]] {
    var seen = [Bool](repeating: false, count: parents.count)
    return parents.indices.compactMap { start in
      guard !seen[start], next[start] != Int32(start) else { return nil }
      var group: [Int32] = []
      var member = Int32(start)
      repeat {
        seen[Int(member)] = true
        group.append(member)
        member = next[Int(member)]
      } while member != Int32(start)
      return group.sorted()
    }
  }
}
