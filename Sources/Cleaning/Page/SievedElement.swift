/// Elements by what is read of their attributes: the others never reach the tree. Who wants one
/// more adds it in `reads`.
enum SievedElement {
  case script, style, meta, link, html, other

  init(_ page: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) {
    let start = name.lowerBound
    self =
      switch name.count {
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
