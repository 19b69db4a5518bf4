import Reference

/// Hands out the lists of `tellings.tsv` by their names, and notes which were asked for, so that a
/// test can tell whether the table and the code have the same lists. A list that the table lacks is
/// empty.
struct WordSource {
  private let lists: TellingWords
  /// The names of the lists that were asked for.
  private(set) var asked: Set<String> = []
  /// The words whose value says nothing that the code knows.
  private(set) var unread: [TellingWord] = []
  /// The lists whose words have a value.
  private(set) var valued: Set<String> = []

  init(_ lists: TellingWords) { self.lists = lists }

  /// The words of a list, in the order of the table.
  private mutating func words(_ list: String) -> [TellingWord] {
    asked.insert(list)
    return lists[list]
  }

  mutating func forms(_ list: String) -> [String] { words(list).map(\.form) }

  mutating func codes(_ list: String) -> [[UInt32]] {
    forms(list).map { $0.unicodeScalars.map(\.value) }
  }

  mutating func longestFirst(_ list: String) -> [[UInt32]] {
    codes(list).sorted { $0.count > $1.count }
  }

  /// The letters of a list that has one in each row.
  mutating func letters(_ list: String) -> Set<UInt32> { Set(codes(list).joined()) }

  /// The words of a list that have a value.
  mutating func read<Word>(_ list: String, _ reading: (TellingWord) -> Word?) -> [Word] {
    valued.insert(list)
    return words(list).compactMap { word in
      let read = reading(word)
      if read == nil { unread.append(word) }
      return read
    }
  }
}
