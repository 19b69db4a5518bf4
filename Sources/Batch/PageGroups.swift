import Cleaning
import Storage

/// Files whose names may be those of the pages of one article, brought together before any is read.
/// Whether they are one, the pages themselves say.
enum PageGroups {
  /// Pages of articles are small; more than this is held by no one document.
  private static let mostBytes = 16 << 20

  /// Every file once: files by themselves, and groups in the order of their pages, each in the place
  /// of its first file.
  static func groups<Files: RandomAccessCollection<FoundFile>>(
    of files: Files
  ) -> FileGroups<Files> where Files.Index == Int {
    var folders: [Substring: [Int32]] = [:]
    for place in files.indices {
      let path = files[place].path
      folders[folder(of: path), default: []].append(Int32(place))
    }
    var joined: [Int32: [Int32]] = [:]
    for places in folders.values {
      let names = places.map { Name(files[Int($0)].path) }
      for group in groups(of: names, size: { files[Int(places[$0])].size }) {
        let members = group.map { places[$0] }
        joined[members.min() ?? 0] = members
      }
    }
    return FileGroups(files, joined)
  }

  /// The groups of several among the files of one folder, by their places in it.
  private static func groups(of names: [Name], size: (Int) -> Int) -> [[Int]] {
    var pages: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      if let stem = name.stem { pages[stem, default: []].append(place) }
    }
    guard !pages.isEmpty else { return [] }
    let places = Dictionary(
      names.enumerated().map { ($1.whole, $0) }, uniquingKeysWith: { first, _ in first })
    var taken = Set<Int>()
    var groups: [[Int]] = []
    // A page that others are named after is theirs, before it is one of others with numbers.
    let stems = pages.keys.sorted()
    for stem in stems.filter({ places[$0] != nil }) + stems.filter({ places[$0] == nil }) {
      let numbered = (pages[stem] ?? []).filter { !taken.contains($0) }
        .sorted { names[$0].number < names[$1].number }
      let first = places[stem].map { taken.contains($0) ? [] : [$0] } ?? []
      let group = first + numbered
      guard group.count > 1, !first.isEmpty || names[group[0]].number == 1,
        group.reduce(0, { $0 + size($1) }) <= mostBytes
      else { continue }
      taken.formUnion(group)
      groups.append(group)
    }
    return groups
  }

  private static func folder(of path: String) -> Substring {
    path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
  }

  /// A page's names.
  private struct Name {
    let whole: String
    let stem: String?
    let number: Int

    init(_ path: String) {
      let name = PageName(path)
      whole = name.whole
      stem = name.stem
      number = name.number ?? 0
    }
  }
}

/// The files of a run by groups, as `PageGroups` brings them together.
struct FileGroups<Files: RandomAccessCollection<FoundFile>>: RandomAccessCollection
where Files.Index == Int {
  private let files: Files
  /// The first file of each group.
  private let firsts: [Int32]
  /// The groups of several, by their first file.
  private let joined: [Int32: [Int32]]

  fileprivate init(_ files: Files, _ joined: [Int32: [Int32]]) {
    self.files = files
    self.joined = joined
    var later: Set<Int32> = []
    for (first, members) in joined { later.formUnion(members.filter { $0 != first }) }
    firsts = files.indices.map { Int32($0) }.filter { !later.contains($0) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { firsts.count }

  /// In the order of the pages.
  subscript(index: Int) -> [FoundFile] {
    (joined[firsts[index]] ?? [firsts[index]]).map { files[Int($0)] }
  }
}

extension FileGroups: Sendable where Files: Sendable {}

extension [FoundFile] {
  /// In bytes, of all together.
  var size: Int { reduce(0) { $0 + $1.size } }
}
