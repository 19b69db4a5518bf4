/// What a text is made of, and where in it stands what its readers look for, told in one pass.
struct Outline {
  /// Without their line feeds.
  private(set) var paragraphs: [Range<Int>] = []
  /// With the marks that end them; none holds a line feed but at its end.
  private(set) var sentences: [Range<Int>] = []
  /// The places of middle dots.
  private(set) var dots: [Int] = []
  /// The places of brackets that open.
  private(set) var brackets: [Int] = []
  /// The places of quotation marks, opening and closing.
  private(set) var quotationMarks: [Int] = []
  /// The places of 年.
  private(set) var years: [Int] = []
  /// The places of 年, 月, 日, 号, 天, 周 and other marks of dates.
  private(set) var dateMarks: [Int] = []
  /// Where a Chinese name may begin, by its first letter, or a foreign one, by its sound.
  private(set) var openings: [Int32] = []

  init(of scalars: [UInt32], _ marks: CharacterMarks) {
    openings.reserveCapacity(scalars.count / 3 + 8)
    var paragraph = 0
    var sentence = 0
    for place in scalars.indices {
      let mark = marks[scalars[place]]
      if mark.isEmpty { continue }
      if mark.contains(.opening) { openings.append(Int32(truncatingIfNeeded: place)) }
      if mark.rawValue <= CharacterMarks.Mark.opening.rawValue { continue }
      if mark.contains(.middleDot) { dots.append(place) }
      if mark.contains(.bracket) { brackets.append(place) }
      if mark.contains(.quotation) { quotationMarks.append(place) }
      if mark.contains(.date) {
        dateMarks.append(place)
        if scalars[place] == 0x5E74 { years.append(place) }  // 年
      }
      if mark.contains(.paragraphEnd) {
        if sentence < place { sentences.append(sentence..<place) }
        paragraphs.append(paragraph..<place)
        (paragraph, sentence) = (place + 1, place + 1)
      } else if mark.contains(.sentenceEnd) {
        sentences.append(sentence..<place + 1)
        sentence = place + 1
      }
    }
    if sentence < scalars.count { sentences.append(sentence..<scalars.count) }
    paragraphs.append(paragraph..<scalars.count)
  }
}

/// What characters are to `Outline`, by BMP code.
struct CharacterMarks: Sendable {
  struct Mark: OptionSet {
    let rawValue: UInt8

    static var opening: Self { Self(rawValue: 1) }
    static var middleDot: Self { Self(rawValue: 2) }
    static var date: Self { Self(rawValue: 4) }
    static var sentenceEnd: Self { Self(rawValue: 8) }
    static var paragraphEnd: Self { Self(rawValue: 16) }
    static var bracket: Self { Self(rawValue: 32) }
    static var quotation: Self { Self(rawValue: 64) }
  }

  private let marks: [Mark]

  init(_ names: NameModel) {
    marks = (0..<UInt32(1 << 16)).map { code in
      if code == 0x0A { return .paragraphEnd }
      if code.endsSentence { return .sentenceEnd }
      if code.isMiddleDot { return .middleDot }
      if code.opensBracket { return .bracket }
      if code.opensQuotation || code.closesQuotation { return .quotation }
      var mark: Mark = names.mayOpenName(code) ? .opening : []
      if code.marksDates { mark.insert(.date) }
      return mark
    }
  }

  /// Whether a name begins with a letter that opens names.
  func opensName(_ name: String) -> Bool {
    name.unicodeScalars.first.map { self[$0.value].contains(.opening) } ?? true
  }

  subscript(_ scalar: UInt32) -> Mark { scalar < 1 << 16 ? marks[Int(scalar)] : [] }
}

extension UInt32 {
  /// 年月日号天晚晨早, 季, and 周, 期, 拜 of the week.
  fileprivate var marksDates: Bool {
    switch self {
    case 0x5E74, 0x6708, 0x65E5, 0x53F7, 0x5929, 0x665A, 0x6668, 0x65E9, 0x5468, 0x671F, 0x62DC,
      0x5B63:
      true
    default: false
    }
  }
}
