import Model

/// Two documents that are one, by their places, and how that was found.
struct Link {
  /// The words of the tables.
  enum Method: String, Hashable, Sendable { case bytes, url, text, near }

  let first: Int
  let second: Int
  let method: Method
  let similarity: Double
}

/// Groups the documents that carry one text: the original, its reprints, its cut, expanded and
/// edited versions.
///
/// The result depends on the documents alone, not on the order in which they were noted.
struct Deduper {
  private let notes: [DocumentNote]
  private let names: [[UInt32]]
  private let options: DedupeOptions

  /// `notes` must not hold two of one id; `names` are the scalars of the persons by number.
  init(_ notes: [DocumentNote], names: [[UInt32]], options: DedupeOptions) {
    self.notes = notes.sorted { $0.id < $1.id }
    self.names = names
    self.options = options
  }

  func clusters() -> Clusters {
    let (near, templates) = nearLinks()
    var forest = Forest(count: notes.count, apart: templates)
    let links = sameTextLinks() + sameAddressLinks() + near
    var kept: [Link] = []
    for link in links.sorted(by: surer) where forest.join(link.first, link.second) {
      kept.append(link)
    }
    return Clusters(notes, forest.groups(), links: kept) { a, b in
      Likeness(notes[a], notes[b], names: names)
    }
  }

  /// A total order over links: the method, then the similarity, then the documents.
  private func surer(_ a: Link, _ b: Link) -> Bool {
    if a.method != b.method { return a.method.order < b.method.order }
    if a.similarity != b.similarity { return a.similarity > b.similarity }
    return (a.first, a.second) < (b.first, b.second)
  }

  // MARK: links

  /// Too short a text (订阅我们的频道) says nothing by itself; with its headline it does.
  static let tellingLength = 40

  private func sameTextLinks() -> [Link] {
    let keys = notes.map { note in
      let fingerprint = note.fingerprint
      guard fingerprint.length > 0 else { return nil as UInt64? }
      return fingerprint.length >= Self.tellingLength
        ? fingerprint.textHash : StableHash.mix(fingerprint.textHash ^ note.titleHash)
    }
    return links(keys, .text) { notes[$0].fingerprint.length == notes[$1].fingerprint.length }
  }

  /// One address is one article, in whatever version; but some pages give the address of their
  /// section, so that the texts must have something in common.
  private func sameAddressLinks() -> [Link] {
    links(notes.map(\.address), .url) { first, second in
      let likeness = Likeness(notes[first], notes[second], names: names)
      return likeness.containment >= 0.3
    }
  }

  /// Links each document with the first of its key that it agrees with.
  private func links<Key: Hashable>(
    _ keys: [Key?], _ method: Link.Method, where agree: (Int, Int) -> Bool
  ) -> [Link] {
    var groups: [Key: [Int]] = [:]
    var links: [Link] = []
    for (place, key) in keys.enumerated() {
      guard let key else { continue }
      let earlier = groups[key, default: []].first { agree($0, place) }
      if let earlier {
        links.append(Link(first: earlier, second: place, method: method, similarity: 1))
      } else {
        groups[key, default: []].append(place)
      }
    }
    return links
  }

  /// The pairs that are nearly one text, and those that only look like it.
  private func nearLinks() -> (links: [Link], templates: [(Int, Int)]) {
    var links: [Link] = []
    var templates: [(Int, Int)] = []
    var seen: Set<UInt64> = []
    CandidatePairs(notes: notes).forEach { first, second in
      guard seen.insert(UInt64(first) << 32 | UInt64(second)).inserted else { return }
      let likeness = Likeness(notes[first], notes[second], names: names)
      switch likeness.verdict(options) {
      case .same:
        links.append(
          Link(first: first, second: second, method: .near, similarity: likeness.similarity))
      case .template: templates.append((first, second))
      case .different: break
      }
    }
    return (links, templates)
  }
}

extension Link.Method {
  /// Surest first.
  fileprivate var order: Int {
    switch self {
    case .bytes: 0
    case .text: 1
    case .url: 2
    case .near: 3
    }
  }
}

/// Disjoint groups of documents, some pairs of which must stay apart.
struct Forest {
  private var parents: [Int32]
  private var members: [[Int32]]
  private var apart: [Int32: [Int32]] = [:]

  init(count: Int, apart pairs: [(Int, Int)]) {
    parents = (0..<Int32(count)).map { $0 }
    members = parents.map { [$0] }
    for (a, b) in pairs {
      apart[Int32(a), default: []].append(Int32(b))
      apart[Int32(b), default: []].append(Int32(a))
    }
  }

  /// Joins the groups of two documents, unless a pair across them must stay apart; says whether
  /// the two were joined now.
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (root(Int32(a)), root(Int32(b)))
    guard one != other else { return false }
    let (small, large) =
      members[Int(one)].count < members[Int(other)].count ? (one, other) : (other, one)
    for member in members[Int(small)] {
      if let rivals = apart[member], rivals.contains(where: { root($0) == large }) { return false }
    }
    parents[Int(small)] = large
    members[Int(large)] += members[Int(small)]
    members[Int(small)] = []
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

  /// The groups, each ascending, by their first document.
  func groups() -> [[Int]] {
    members.filter { !$0.isEmpty }.map { group in group.map(Int.init).sorted() }
      .sorted { $0[0] < $1[0] }
  }
}
