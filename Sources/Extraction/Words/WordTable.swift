/// A word that tells something, as codes.
protocol CodedWord: Sendable {
  var codes: [UInt32] { get }
}

/// The letters that some words begin with: asked at every letter of a text.
struct FirstLetters: Sendable {
  /// By BMP code.
  private let opens: [Bool]

  init(_ codes: some Sequence<UInt32>) {
    var opens = [Bool](repeating: false, count: 1 << 16)
    for code in codes where code < 1 << 16 { opens[Int(code)] = true }
    self.opens = opens
  }

  func contains(_ scalar: UInt32) -> Bool { scalar < 1 << 16 && opens[Int(scalar)] }
}

/// Words by their first letter.
struct WordTable<Word: CodedWord>: Sendable {
  private let opens: FirstLetters
  /// The longest first; of one length, in the order of the table.
  private let words: [UInt32: [Word]]

  init(_ all: [Word]) {
    words = Dictionary(grouping: all.filter { !$0.codes.isEmpty }) { $0.codes[0] }
      .mapValues { $0.sorted { $0.codes.count > $1.codes.count } }
    opens = FirstLetters(words.keys)
  }

  /// The longest word that stands at a place.
  func word(at place: Int, in passage: Passage) -> Word? {
    let scalar = passage.scalar(place)
    guard opens.contains(scalar) else { return nil }
    return words[scalar]?.first { passage.stands($0.codes, at: place) }
  }
}
