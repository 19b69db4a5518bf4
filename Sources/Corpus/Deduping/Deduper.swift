import Model
import Reference

/// What deduplication knows of one document.
struct Note {
  var documentID: String
  var path: String
  var published: PartialDate?
  var characters: Int
  var address: String?
  var sketch: Sketch
}

/// How a document was found to repeat another.
struct Link {
  enum Method: String { case url, text, near }

  var method: Method
  var similarity: Double
  var containment: Double
}

/// Says which documents are one text: the same address, the same words, or nearly so.
///
/// Near-duplicates are found by bins of their sketches (42 bands of three rows meet at a Jaccard
/// similarity of 0.3 with probability 0.68, at 0.5 with 0.997), and then held against numbers,
/// names and days, for two reports cut from one template share more words than a copy cut by half.
struct Deduper {
  let options: DedupeOptions
  private static let rows = 3

  /// Groups of two and more, each by the indices of its notes, the canonical one first.
  func clusters(of notes: [Note]) -> [(members: [Int], links: [Int: Link])] {
    var sets = DisjointSets(count: notes.count)
    for pair in candidates(among: notes) where sets.root(of: pair.0) != sets.root(of: pair.1) {
      if link(notes[pair.0], notes[pair.1]) != nil { sets.join(pair.0, pair.1) }
    }
    let groups = Dictionary(grouping: notes.indices) { sets.root(of: $0) }
    return groups.values.filter { $0.count > 1 }
      .map { cluster($0, notes) }
      .sorted { $0.members[0] < $1.members[0] }
  }

  private func cluster(_ members: [Int], _ notes: [Note]) -> (members: [Int], links: [Int: Link]) {
    let members = members.sorted { Self.precedes(notes[$0], notes[$1]) }
    var links: [Int: Link] = [:]
    for member in members.dropFirst() {
      links[member] =
        link(notes[members[0]], notes[member]) ?? measured(notes[members[0]], notes[member])
    }
    return (members, links)
  }

  /// The order of canonicity: the earliest, then the fullest, then by path.
  private static func precedes(_ a: Note, _ b: Note) -> Bool {
    let (x, y) = (a.published?.iso ?? "9999", b.published?.iso ?? "9999")
    if x != y { return x < y }
    if a.characters != b.characters { return a.characters > b.characters }
    return a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }

  // MARK: candidates

  /// Pairs that share an address, a digest or a band, each once, in order.
  private func candidates(among notes: [Note]) -> [(Int, Int)] {
    var buckets: [UInt64: [Int]] = [:]
    for (index, note) in notes.enumerated() {
      for key in keys(of: note) { buckets[key, default: []].append(index) }
    }
    var pairs: Set<UInt64> = []
    for bucket in buckets.values where bucket.count > 1 {
      // A bucket beyond this is boilerplate; its members meet in other buckets if they are copies.
      for (place, first) in bucket.prefix(200).enumerated() {
        for second in bucket.prefix(200).dropFirst(place + 1) {
          pairs.insert(UInt64(first) << 32 | UInt64(second))
        }
      }
    }
    return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  private func keys(of note: Note) -> [UInt64] {
    var keys: [UInt64] = [note.sketch.digest]
    if let address = note.address {
      keys.append(address.utf8.reduce(1_469_598_103) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
    }
    for band in 0..<Sketch.bins / Self.rows {
      var key = UInt64(band) &* 0x9E37_79B9_7F4A_7C15
      for row in 0..<Self.rows {
        key = (key ^ UInt64(note.sketch.minima[band * Self.rows + row])) &* 0xFF51_AFD7_ED55_8CCD
        key ^= key >> 29
      }
      keys.append(key)
    }
    return keys
  }

  // MARK: pairs

  private func measured(_ a: Note, _ b: Note) -> Link {
    let similarity = a.sketch.similarity(with: b.sketch)
    return Link(
      method: .near, similarity: similarity,
      containment: a.sketch.containment(with: b.sketch, similarity: similarity))
  }

  /// How two documents are the same; nil where they are not.
  private func link(_ a: Note, _ b: Note) -> Link? {
    var link = measured(a, b)
    if a.sketch.digest == b.sketch.digest, a.sketch.shingles > 1 {
      link.method = .text
      return link
    }
    if let address = a.address, address == b.address, link.containment >= 0.3 {
      link.method = .url
      return link
    }
    return isNear(a, b, link) ? link : nil
  }

  private func isNear(_ a: Note, _ b: Note, _ link: Link) -> Bool {
    guard link.similarity >= options.similarity, link.containment >= options.containment else {
      return false
    }
    if let days = a.published?.days(to: b.published), days > options.days {
      return link.similarity >= 0.93
    }
    return Sketch.shared(a.sketch.numbers, b.sketch.numbers) >= 0.5
      && Sketch.shared(a.sketch.persons, b.sketch.persons) >= 0.5
  }
}

/// Union-find over integers.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of item: Int) -> Int {
    var item = item
    while parents[item] != item {
      parents[item] = parents[parents[item]]
      item = parents[item]
    }
    return item
  }

  /// The smaller index becomes the root, so that the order of joins changes nothing.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parents[max(a, b)] = min(a, b)
  }
}

extension PartialDate {
  /// Days between two full dates; nil where one is not full.
  func days(to other: PartialDate?) -> Int? {
    guard let other, let a = ordinal, let b = other.ordinal else { return nil }
    return abs(a - b)
  }

  /// Days since the first of March of the year 0.
  private var ordinal: Int? {
    guard let month, let day else { return nil }
    let year = month <= 2 ? year - 1 : year
    let yearDay = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + yearDay
  }
}
