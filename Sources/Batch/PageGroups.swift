import Cleaning
import Storage

/// Files whose names may be those of the pages of one article, brought together before any is read.
/// Whether they are one, the pages themselves say.
enum PageGroups {
  /// Pages of articles are small; more than this is held by no one document.
  private static let mostBytes = 16 << 20

  /// Every file once: files by themselves, and groups in the order of their pages, each in the place
  /// of its first file.
  static func groups(of files: [FoundFile]) -> [[FoundFile]] {
    let names = files.map { Name($0.path) }
    let places = Dictionary(
      names.enumerated().map { ($1.whole, $0) }, uniquingKeysWith: { first, _ in first })
    var pages: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      if let stem = name.stem { pages[stem, default: []].append(place) }
    }
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
        group.map({ files[$0] }).size <= mostBytes
      else { continue }
      taken.formUnion(group)
      groups.append(group)
    }
    let alone = files.indices.filter { !taken.contains($0) }.map { [$0] }
    return (groups + alone).sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
      .map { group in group.map { files[$0] } }
  }

  /// A page's names with its folder before them.
  private struct Name {
    let whole: String
    let stem: String?
    let number: Int

    init(_ path: String) {
      let name = PageName(path)
      let end = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
      let folder = path[..<(end ?? path.startIndex)]
      whole = folder + name.whole
      stem = name.stem.map { folder + $0 }
      number = name.number ?? 0
    }
  }
}

extension [FoundFile] {
  /// In bytes, of all together.
  var size: Int { reduce(0) { $0 + $1.size } }
}
