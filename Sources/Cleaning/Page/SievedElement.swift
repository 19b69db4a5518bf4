/// Elements by what is read of their attributes: the others never reach the tree. Who wants one
/// more adds it in `reads`.
enum SievedElement {
  case script, style, meta, link, anchor, html, other

  init(_ page: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) {
    let start = name.lowerBound
    self =
      switch name.count {
      case 1 where page[start] | 0x20 == UInt8(ascii: "a"): .anchor
      case 4 where page.holds("meta", at: start): .meta
      case 4 where page.holds("link", at: start): .link
      case 4 where page.holds("html", at: start): .html
      case 5 where page.holds("style", at: start): .style
      case 6 where page.holds("script", at: start): .script
      default: .other
      }
  }

  /// Whether someone asks for this attribute of such an element.
  func reads(_ page: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
    let start = name.lowerBound
    func `is`(_ text: StaticString) -> Bool { page.holds(text, at: start) }
    return switch (self, name.count) {
    case (.style, _): false
    case (.meta, 4): `is`("name")
    case (.meta, 7): `is`("content")
    case (.meta, 8): `is`("property") || `is`("itemprop")
    case (.link, 3): `is`("rel")
    case (.link, 4): `is`("href")
    case (.meta, _), (.link, _): false
    case (.anchor, 4): `is`("role") || `is`("href") && PagerGlance.mayLeadToPage(page, name)
    case (.script, 4): `is`("type")
    case (.html, 16): `is`("data-publishtime")
    case (_, 2): `is`("id")
    case (.script, _): false
    case (_, 4): `is`("role")
    case (_, 5): `is`("class") || `is`("style")
    case (_, 6): `is`("hidden")
    case (_, 8): `is`("itemprop")
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Holds a text in small letters there, in letters of either case.
  @inline(__always)
  func holds(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      let wanted = text.utf8Start[offset]
      let found = self[start + offset]
      guard found == wanted || found | 0x20 == wanted else { return false }
    }
    return true
  }
}

/// A look ahead from a link's address at its words.
enum PagerGlance {
  /// Whether the words may be those of a link to another page of the article, as `PageLinks` asks
  /// for them: few, with a digit, 页, 頁 or the first letter of next or previous. The addresses of
  /// all other links, a large part of many pages, are read by no one.
  static func mayLeadToPage(_ page: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
    let end = min(page.count, name.upperBound + longestTag)
    var index = name.upperBound
    while index < end, page[index] != UInt8(ascii: ">") { index += 1 }
    var isInTag = false
    var words = 0
    while index + 1 < end, words < longestWords {
      let byte = page[index]
      index += 1
      if byte == UInt8(ascii: "<") {
        if page.holds("/a", at: index) { return false }
        isInTag = true
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
      } else if !isInTag, byte > 0x20 {
        words += 1
        if tells(byte, after: page[index - 2]) { return true }
      }
    }
    return false
  }

  private static func tells(_ byte: UInt8, after before: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "p"), UInt8(ascii: "P"):
      true
    case 0xB5: before == 0xA1
    case 0x81: before == 0xA0
    case 0xBC: before == 0xEF
    default: false
    }
  }

  private static let longestTag = 2_048
  private static let longestWords = 64
}
