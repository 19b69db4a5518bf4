/// Elements by what is read of their attributes: the others never reach the tree. Who wants one
/// more adds it in `reads`.
enum SievedElement {
  case script, style, meta, link, html, anchor, other

  init(_ page: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) {
    let start = name.lowerBound
    self =
      switch name.count {
      case 1 where page.holds("a", at: start): .anchor
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
    // Most links lead elsewhere, and their addresses are long.
    case (.anchor, 4): `is`("href") && opensPager(page, from: name.upperBound) || `is`("role")
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

  /// Whether the text of the tag around `index` begins as that of a link between pages does:
  /// 2, [3], 下一页, Next. `PageLinks` looks closer.
  private func opensPager(_ page: UnsafeBufferPointer<UInt8>, from index: Int) -> Bool {
    var index = index
    let end = min(page.count, index + 600)
    while index < end, page[index] != UInt8(ascii: ">") { index += 1 }
    while index < end {
      switch page[index] {
      case UInt8(ascii: "<"):
        if index + 1 < end, page[index + 1] == UInt8(ascii: "/") { return false }
        while index < end, page[index] != UInt8(ascii: ">") { index += 1 }
      case 0x00...0x20, UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "."):
        index += 1
      case 0x30...0x39, UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "p"), UInt8(ascii: "P"),
        UInt8(ascii: "&"):
        return true
      // 下上末尾后前最【 and wide digits; others of the same leads are sorted out later.
      case 0xE3...0xE6, 0xEF: return Self.pagerLeads.contains { page.holds($0, at: index) }
      default: return false
      }
    }
    return false
  }

  private static let pagerLeads: [StaticString] = [
    "下", "上", "末", "尾", "后", "前", "最", "【", "（", "１", "２", "３",
  ]
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
