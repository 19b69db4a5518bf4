import Model
import Reference

/// An article's text as the reader sees it: scalars folded for reading, with every known form
/// found in them. Offsets are those of the article's text.
struct Passage {
  /// Full-width letters and digits, variants of the middle dot and traditional characters are
  /// folded one for one, so that a place here is the same place in the text.
  let scalars: [UInt32]
  let paragraphs: [Range<Int>]
  let terms: OfficeTerms
  private let matches: [Lexicon.Match]
  private let startIndex: [Int32]
  private let byEnd: [Int32]
  private let endIndex: [Int32]

  init(_ text: String, terms: OfficeTerms) {
    self.terms = terms
    scalars = text.unicodeScalars.map { terms.folding.folded($0.value) }
    paragraphs = Self.paragraphs(of: scalars)
    matches = terms.lexicon.matches(in: scalars, 0..<scalars.count)
    var starts = [Int32](repeating: 0, count: scalars.count + 2)
    var ends = starts
    for match in matches {
      starts[Int(match.start) + 1] += 1
      ends[Int(match.end) + 1] += 1
    }
    for place in 1..<starts.count {
      starts[place] += starts[place - 1]
      ends[place] += ends[place - 1]
    }
    var next = ends
    var order = [Int32](repeating: 0, count: matches.count)
    for (index, match) in matches.enumerated() {
      order[Int(next[Int(match.end)])] = Int32(index)
      next[Int(match.end)] += 1
    }
    startIndex = starts
    endIndex = ends
    byEnd = order
  }

  private static func paragraphs(of scalars: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for (place, scalar) in scalars.enumerated() where scalar == 0x0A {
      found.append(start..<place)
      start = place + 1
    }
    found.append(start..<scalars.count)
    return found
  }

  var count: Int { scalars.count }

  /// The forms that begin at a place, shortest first.
  func starting(at place: Int) -> ArraySlice<Lexicon.Match> {
    guard place >= 0, place < scalars.count else { return [] }
    return matches[Int(startIndex[place])..<Int(startIndex[place + 1])]
  }

  /// The forms that end before a place, longest first.
  func ending(at place: Int) -> [Lexicon.Match] {
    guard place > 0, place <= scalars.count else { return [] }
    return byEnd[Int(endIndex[place])..<Int(endIndex[place + 1])].map { matches[Int($0)] }
  }

  func term(_ match: Lexicon.Match) -> Term { terms.list[Int(match.value)] }

  func scalar(_ place: Int) -> UInt32 {
    place >= 0 && place < scalars.count ? scalars[place] : 0x0A
  }

  /// The year of four digits that ends before a place.
  func year(endingAt end: Int) -> Int? {
    guard end >= 4, (end - 4..<end).allSatisfy({ scalars[$0].isDigit }) else { return nil }
    return scalars[end - 4..<end].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// The month that begins at a place: 2月.
  func month(at start: Int) -> Int? {
    var place = start
    var number = 0
    while scalar(place).isDigit, place < start + 2 {
      number = number * 10 + Int(scalars[place]) - 0x30
      place += 1
    }
    return place > start && scalar(place) == 0x6708 ? number : nil  // 月
  }

  /// Whether a word stands at a place.
  func stands(_ word: String, at place: Int) -> Bool {
    var place = place
    for scalar in word.unicodeScalars {
      guard self.scalar(place) == scalar.value else { return false }
      place += 1
    }
    return true
  }

  /// The folded text of a stretch.
  func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for place in range {
      if let scalar = Unicode.Scalar(scalars[place]) { text.append(scalar) }
    }
    return String(text)
  }

  /// Whether the forms that begin at a place hold one that satisfies a test; gives its end.
  func end(ofTermAt place: Int, where test: (Term) -> Bool) -> Int? {
    var end: Int?
    for match in starting(at: place) where test(term(match)) { end = Int(match.end) }
    return end
  }

  func hasTerm(endingAt place: Int, where test: (Term) -> Bool) -> Bool {
    start(ofTermEndingAt: place, where: test) != nil
  }

  /// The start of the longest form that ends at a place and satisfies a test.
  func start(ofTermEndingAt place: Int, where test: (Term) -> Bool) -> Int? {
    for match in ending(at: place) where test(term(match)) { return Int(match.start) }
    return nil
  }
}

extension UInt32 {
  /// A Chinese character of the BMP.
  var isHan: Bool { (0x4E00...0x9FFF).contains(self) || (0x3400...0x4DBF).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLatin: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  /// The middle dot between the parts of a transcribed name, after folding.
  var isMiddleDot: Bool { self == 0xB7 }
  var isSpace: Bool { self == 0x20 || self == 0x3000 || self == 0xA0 || self == 0x09 }
  /// A mark that ends a sentence, or a line.
  var endsSentence: Bool {
    switch self {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A, 0xFF1B, 0x3B: true
    default: false
    }
  }
  /// A comma of any width (，,).
  var isComma: Bool { self == 0xFF0C || self == 0x2C }
  /// The mark between the members of a list (、).
  var isListMark: Bool { self == 0x3001 }
}

extension StaticString {
  /// The scalars of a literal, for comparing with a passage.
  var codes: [UInt32] { description.unicodeScalars.map(\.value) }
}
