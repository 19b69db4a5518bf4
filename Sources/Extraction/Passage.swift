import Model
import Reference

/// An article's text as the reader sees it: scalars folded for reading, with every known form
/// found in them. Offsets are those of the article's text.
///
/// A class, as the many small readers of one article share it: one count instead of a dozen.
final class Passage {
  /// Full-width letters and digits, variants of the middle dot and traditional characters are
  /// folded one for one, so that a place here is the same place in the text.
  let scalars: [UInt32]
  /// The scalars as they are written.
  let written: [UInt32]
  /// What the text is made of, and the places that somebody looks for in all of it.
  let outline: Outline
  let terms: OfficeTerms
  private let matches: [Lexicon.Match]
  private let forms: Forms

  /// - Parameter simplified: the text in simplified characters, scalar for scalar; where it is not,
  ///   or nil, the characters are simplified one by one.
  init(_ text: String, simplified: String? = nil, terms: OfficeTerms) {
    self.terms = terms
    let read = UTF8Decoder.scalars(of: text, folding: terms.folding)
    let phrased = simplified.map { UTF8Decoder.scalars(of: $0, folding: .widths).folded }
    written = read.written
    scalars = phrased.flatMap { $0.count == read.written.count ? $0 : nil } ?? read.folded
    outline = Outline(of: scalars, terms.marks)
    matches = terms.lexicon.matches(in: scalars, 0..<scalars.count)
    forms = Forms(of: matches, count: scalars.count)
  }

  var paragraphs: [Range<Int>] { outline.paragraphs }
  /// Where posts begin, and longer words that look like posts.
  var heads: [Int32] { forms.heads }
  /// Where divisions, states and listed bodies begin.
  var named: [Int32] { forms.named }
  /// Where words that tell a career begin.
  var careerWords: [Int32] { forms.careerWords }
  /// Where verbs begin that attribute words to their subject.
  var sayings: [Int32] { forms.sayings }
  /// Where foreign cities, venues and letters for provinces stand.
  var sites: [Int32] { forms.sites }

  /// Where words begin that end the names of bodies, or bodies that every place has.
  var bodyWords: [Int32] { forms.bodyWords }

  var count: Int { scalars.count }

  /// The number of the paragraph that a place lies in.
  func paragraph(of place: Int) -> Int {
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The forms that begin at a place, shortest first.
  func starting(at place: Int) -> ArraySlice<Lexicon.Match> {
    guard place >= 0, place < scalars.count else { return [] }
    let spot = forms.spots[place]
    return matches[Int(spot.first)..<Int(spot.first + spot.count)]
  }

  /// The forms that begin at a place, if one of them is of the kinds asked for; else none.
  func starting(at place: Int, if kinds: TermKinds) -> ArraySlice<Lexicon.Match> {
    begins(kinds, at: place) ? starting(at: place) : []
  }

  /// Whether a form of one of some kinds begins at a place.
  func begins(_ kinds: TermKinds, at place: Int) -> Bool { self.kinds(at: place).meets(kinds) }

  /// Whether a form of one of some kinds, longer than a character, begins at a place.
  func beginsLong(_ kinds: TermKinds, at place: Int) -> Bool {
    longKinds(at: place).meets(kinds)
  }

  /// The kinds of the forms that begin at a place.
  func kinds(at place: Int) -> TermKinds {
    place >= 0 && place < scalars.count ? forms.spots[place].starting : []
  }

  /// The kinds of the forms longer than a character that begin at a place.
  func longKinds(at place: Int) -> TermKinds {
    place >= 0 && place < scalars.count ? forms.spots[place].startingLong : []
  }

  /// The kinds of the forms that end before a place.
  func endingKinds(at place: Int) -> TermKinds {
    place > 0 && place <= scalars.count ? forms.spots[place].ending : []
  }

  /// Whether a form of one of some kinds ends before a place.
  func ends(_ kinds: TermKinds, at place: Int) -> Bool { endingKinds(at: place).meets(kinds) }

  /// The forms that end before a place, longest first.
  func ending(at place: Int) -> EndingMatches {
    guard place > 0, place <= scalars.count, forms.spots[place].lastEnding >= 0 else {
      return .none
    }
    return EndingMatches(
      matches: matches, before: forms.nextEnding, index: forms.spots[place].lastEnding)
  }

  /// The forms that end before a place, if one of them is of the kinds asked for; else none.
  func ending(at place: Int, if kinds: TermKinds) -> EndingMatches {
    ends(kinds, at: place) ? ending(at: place) : .none
  }

  func term(_ match: Lexicon.Match) -> Term { terms.list[match.termIndex] }

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
  func string(_ range: Range<Int>) -> String { String(scalars[range]) }

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
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A, 0xFF1B, 0x3B: true  // 。！？!? and ；;
    default: false
    }
  }
  /// A comma of any width (，,).
  var isComma: Bool { self == 0xFF0C || self == 0x2C }
  /// The mark between the members of a list (、).
  var isListMark: Bool { self == 0x3001 }
}

extension String {
  /// The text of some scalars; what is none is left out.
  init(_ scalars: ArraySlice<UInt32>, where isKept: (UInt32) -> Bool = { _ in true }) {
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var count = 0
      for scalar in scalars where isKept(scalar) {
        guard let units = Unicode.Scalar(scalar).flatMap(Unicode.UTF8.encode) else { continue }
        for unit in units {
          bytes[count] = unit
          count += 1
        }
      }
      return count
    }
  }
}

extension StaticString {
  /// The scalars of a literal, for comparing with a passage.
  var codes: [UInt32] { description.unicodeScalars.map(\.value) }
}
