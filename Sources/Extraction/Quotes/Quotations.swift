/// What stands between a pair of quotation marks, of the outer ones where several are nested.
struct Quotation: Hashable {
  /// The place of the opening mark.
  var open: Int
  /// The place of the closing mark, or of the end of the paragraph where none closes.
  var close: Int
  var isClosed: Bool

  var inner: Range<Int> { open + 1..<close }
  /// Where the text goes on.
  var end: Int { isClosed ? close + 1 : close }
}

/// The quotations of a passage, in order.
struct Quotations {
  private(set) var list: [Quotation] = []

  init(_ passage: Passage) {
    var open: Int?
    var depth = 0
    var paragraph = 0
    let paragraphs = passage.paragraphs
    for place in passage.outline.quotationMarks {
      while paragraphs[paragraph].upperBound < place {
        let end = paragraphs[paragraph].upperBound
        paragraph += 1
        // A quotation goes on over the paragraphs that begin with an opening mark.
        if let start = open, !Self.begins(passage, paragraphs[paragraph]) {
          list.append(Quotation(open: start, close: end, isClosed: false))
          open = nil
        }
        if open != nil { depth = 0 }
      }
      let scalar = passage.scalar(place)
      let isStraight = scalar == 0x22
      if isStraight, let start = open, passage.scalar(start) != 0x22 { continue }
      let closes =
        isStraight
        ? open != nil : scalar.closesQuotation || open != nil && Self.ends(passage, place)
      if !closes {
        if open == nil { open = place }
        depth += 1
      } else if let start = open {
        depth -= 1
        if depth > 0 { continue }
        list.append(Quotation(open: start, close: place, isClosed: true))
        (open, depth) = (nil, 0)
      }
      if open == nil { depth = 0 }
    }
    if let start = open {
      list.append(
        Quotation(open: start, close: paragraphs[paragraph].upperBound, isClosed: false))
    }
  }

  private static func begins(_ passage: Passage, _ paragraph: Range<Int>) -> Bool {
    var place = paragraph.lowerBound
    while passage.scalar(place).isSpace { place += 1 }
    return place < paragraph.upperBound && passage.scalar(place).opensQuotation
  }

  /// Whether an opening mark stands where only a closing one can: “要抓好春耕。“沈文涛说.
  private static func ends(_ passage: Passage, _ place: Int) -> Bool {
    let (before, after) = (passage.scalar(place - 1), passage.scalar(place + 1))
    return after.isComma || after.endsStatement && after != 0x0A
      || (before.endsStatement || before.isComma) && before != 0x0A
  }

  /// The first quotation that ends behind a place.
  private func first(endingAfter place: Int) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The quotation that a place lies in.
  func containing(_ place: Int) -> Quotation? {
    let index = first(endingAfter: place)
    guard index < list.count, list[index].open <= place else { return nil }
    return list[index]
  }

  func opening(at place: Int) -> Quotation? {
    containing(place).flatMap { $0.open == place ? $0 : nil }
  }

  func ending(at end: Int) -> Quotation? {
    containing(end - 1).flatMap { $0.end == end && $0.isClosed ? $0 : nil }
  }
}

extension UInt32 {
  /// “「『 and the straight mark, which is both.
  var opensQuotation: Bool {
    self == 0x201C || self == 0x300C || self == 0x300E || self == 0x22
  }
  var closesQuotation: Bool {
    self == 0x201D || self == 0x300D || self == 0x300F || self == 0x22
  }
  var isColon: Bool { self == 0xFF1A || self == 0x3A }
  /// 。！？ and the end of a line; 。 as those of speech end, which may hold ；.
  var endsStatement: Bool {
    switch self {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A: true
    default: false
    }
  }
}
