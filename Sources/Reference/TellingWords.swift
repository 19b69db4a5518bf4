/// A word of `tellings.tsv`: by its list, what it tells or what it says of the words beside it.
package struct TellingWord: Hashable, Sendable {
  package let form: String
  /// What a word of this list says besides, empty for most: `meeting sides event.meeting`.
  package let value: String

  package init(form: String, value: String) {
    self.form = form
    self.value = value
  }
}

/// The lists of words that tell events, moves, places, agreements and speech, by name.
package struct TellingWords: Sendable {
  private let lists: [String: [TellingWord]]

  init(_ table: TableReader) {
    var lists: [String: [TellingWord]] = [:]
    table.forEachRow { row in
      lists[row[0], default: []].append(TellingWord(form: row[1], value: row[2]))
    }
    self.lists = lists
  }

  package var names: Set<String> { Set(lists.keys) }

  /// The words of a list in the order of the table; none where the table lacks it.
  package subscript(_ list: String) -> [TellingWord] { lists[list] ?? [] }
}
