import Model

/// An article's text in the form in which copies of it are held against one another: sentences of
/// tokens, in which width, script, punctuation and the way to write a number do not show.
struct ComparedText: Sendable {
  struct Sentence: Hashable, Sendable {
    var paragraph: Int
    /// With its punctuation, without blanks around it.
    var span: Span
    /// Where its tokens stand among all; empty where it is nothing but page furniture.
    var tokens: Range<Int>
  }

  struct Number: Hashable, Sendable {
    /// Among the tokens.
    var token: Int
    /// Where it is printed.
    var span: Span
  }

  let scalars: [Unicode.Scalar]
  let sentences: [Sentence]
  /// A folded character each, or a number whole (`isNumber`).
  let tokens: [UInt32]
  /// In the order of the text.
  let numbers: [Number]
  /// The folded characters of all of the text and of the headline, furniture and all: what a name is
  /// looked for in.
  let folded: [UInt32]
  /// Whether a scalar is part of the page's furniture.
  private let furniture: [Range<Int>]

  init(_ article: Article, _ folder: TextFolder) {
    scalars = Array(article.text.unicodeScalars)
    var reader = TextReader(scalars, folder)
    reader.read()
    sentences = reader.sentences
    tokens = reader.tokens
    numbers = reader.numbers
    furniture = reader.furniture
    folded = folder.folded(article.text) + [0] + folder.folded(article.title ?? "")
  }

  /// A token of this kind is a number, and tells its value.
  static func isNumber(_ token: UInt32) -> Bool { token >= 1 << 31 }

  func isFurniture(_ place: Int) -> Bool { furniture.contains { $0.contains(place) } }

  /// The number of the sentence that a place of the text lies in.
  func sentence(at place: Int) -> Int? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.end <= place { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].span.start <= place ? low : nil
  }

  func text(_ span: Span) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.start..<span.end])
    return String(view)
  }
}

/// Reads a text into sentences and tokens.
private struct TextReader {
  private let scalars: [Unicode.Scalar]
  private let folder: TextFolder
  var sentences: [ComparedText.Sentence] = []
  var tokens: [UInt32] = []
  var numbers: [ComparedText.Number] = []
  var furniture: [Range<Int>] = []

  private static let ends: Set<Unicode.Scalar> = ["。", "！", "？", "!", "?", "；", ";"]
  private static let closers: Set<Unicode.Scalar> = ["”", "’", "」", "』", "）", ")", "》", "\""]

  init(_ scalars: [Unicode.Scalar], _ folder: TextFolder) {
    self.scalars = scalars
    self.folder = folder
  }

  mutating func read() {
    var start = 0
    var paragraph = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      read(paragraph, start..<end)
      paragraph += 1
      start = end + 1
    }
  }

  private mutating func read(_ paragraph: Int, _ range: Range<Int>) {
    let masked = PageFurniture.ranges(in: scalars[range])
    furniture += masked
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      defer { place += 1 }
      guard Self.ends.contains(scalars[place]) else { continue }
      while place + 1 < range.upperBound, Self.closers.contains(scalars[place + 1]) { place += 1 }
      addSentence(paragraph, start..<place + 1, masked)
      start = place + 1
    }
    addSentence(paragraph, start..<range.upperBound, masked)
  }

  private mutating func addSentence(
    _ paragraph: Int, _ range: Range<Int>, _ masked: [Range<Int>]
  ) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    while start < end, scalars[end - 1].properties.isWhitespace { end -= 1 }
    guard start < end else { return }
    let first = tokens.count
    addTokens(start..<end, masked)
    sentences.append(
      ComparedText.Sentence(
        paragraph: paragraph, span: Span(start, end), tokens: first..<tokens.count))
  }

  /// What parts two numbers (3、5) is a 0 here; the point of a fraction and the comma of thousands
  /// are kept.
  private mutating func addTokens(_ range: Range<Int>, _ masked: [Range<Int>]) {
    var text: [UInt32] = []
    var places: [Int] = []
    for place in range where !masked.contains(where: { $0.contains(place) }) {
      let code = folder.folded(scalars[place])
      if scalars[place].properties.isWhitespace { continue }
      text.append(code == 0 ? NumberToken.marks[scalars[place]] ?? 0 : code)
      places.append(place)
    }
    var place = 0
    while place < text.count {
      if let number = NumberToken.read(text, at: place) {
        numbers.append(
          ComparedText.Number(
            token: tokens.count, span: Span(places[place], places[number.end - 1] + 1)))
        tokens.append(number.token)
        place = number.end
      } else {
        if text[place] > NumberToken.point { tokens.append(text[place]) }
        place += 1
      }
    }
  }
}

/// A number as one token: 3.5万, 35000 and 三万五千 are one where the words tell it.
enum NumberToken {
  /// What may stand within a number: the comma of thousands, the point of a fraction.
  static let marks: [Unicode.Scalar: UInt32] = [",": comma, ".": point, "．": point]
  private static let comma: UInt32 = 0x2C
  static let point: UInt32 = 0x2E

  /// The number that begins at a place, and where it ends; nil for none.
  static func read(_ text: [UInt32], at start: Int) -> (token: UInt32, end: Int)? {
    guard text[start] > point else { return nil }
    var (digits, exponent, end) = ([UInt8](), 0, start)
    if isDigit(text[start]) {
      (digits, exponent, end) = decimal(text, at: start)
    } else if let (value, after) = Numeral.read(text, at: start) {
      digits = Array("\(value)".utf8)
      end = after
    } else {
      return nil
    }
    while end < text.count, let power = powers[text[end]] {
      exponent += power
      end += 1
    }
    return (token(digits, exponent), end)
  }

  private static let powers: [UInt32: Int] = [0x4E07: 4, 0x4EBF: 8]  // 万 亿

  private static func isDigit(_ code: UInt32) -> Bool { (0x30...0x39).contains(code) }

  /// 1,200.5 as the digits 12005 and the exponent -1. A comma stands before three digits.
  private static func decimal(
    _ text: [UInt32], at start: Int
  ) -> (digits: [UInt8], exponent: Int, end: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var end = start
    var isFraction = false
    while end < text.count {
      if isDigit(text[end]) {
        digits.append(UInt8(truncatingIfNeeded: text[end]))
        if isFraction { exponent -= 1 }
      } else {
        let group = text[(end + 1)...].prefix { isDigit($0) }.count
        guard !isFraction, text[end] == comma ? group == 3 : text[end] == point && group > 0 else {
          break
        }
        isFraction = text[end] == point
      }
      end += 1
    }
    return (digits, exponent, end)
  }

  /// Equal for equal values.
  private static func token(_ digits: [UInt8], _ exponent: Int) -> UInt32 {
    var significant = digits.drop { $0 == UInt8(ascii: "0") }
    var exponent = exponent
    while significant.last == UInt8(ascii: "0") {
      significant.removeLast()
      exponent += 1
    }
    if significant.isEmpty { exponent = 0 }
    var hash = StableHash.seed
    for digit in significant { hash = StableHash.step(hash, UInt32(digit)) }
    hash = StableHash.step(hash, UInt32(truncatingIfNeeded: exponent))
    return UInt32(truncatingIfNeeded: StableHash.mix(hash)) | 1 << 31
  }
}
