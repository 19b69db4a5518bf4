/// A look at a page's tags before the parser sees them.
enum TagScan {
  /// The number of attributes of the tag that has most; comments, scripts and styles are passed
  /// over, quoted values count as one.
  static func mostAttributes(_ page: [UInt8], upTo end: Int) -> Int {
    var most = 0
    page.withUnsafeBufferPointer { page in
      let page = UnsafeBufferPointer(rebasing: page[..<end])
      var index = 0
      while let start = next(UInt8(ascii: "<"), in: page, from: index) {
        index = start + 1
        guard index < page.count else { return }
        if page[index] | 0x20 >= UInt8(ascii: "a"), page[index] | 0x20 <= UInt8(ascii: "z") {
          most = max(most, passTag(page, &index))
        } else if starts(with: "!--", page, index) {
          index = find("-->", page, from: index)
        }
      }
    }
    return most
  }

  private static func passTag(_ page: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
    let isScript = starts(with: "script", page, index) || starts(with: "style", page, index)
    var count = 0
    var isBetween = false
    while index < page.count {
      let byte = page[index]
      index += 1
      switch byte {
      case UInt8(ascii: ">"):
        if isScript { index = find("</s", page, from: index) }
        return count
      case 0x20, 0x09, 0x0A, UInt8(ascii: "/"):
        isBetween = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // A quotation mark that never closes is no quotation mark to a browser either.
        if page[index - 2] == UInt8(ascii: "="), let close = next(byte, in: page, from: index) {
          index = close + 1
        }
      default:
        if isBetween { count += 1 }
        isBetween = false
      }
    }
    return count
  }

  private static func next(
    _ byte: UInt8, in page: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index < page.count {
      if page[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private static func starts(
    with text: StaticString, _ page: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    guard start + text.utf8CodeUnitCount <= page.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      let wanted = text.utf8Start[offset]
      let found = page[start + offset]
      guard found == wanted || found | 0x20 == wanted else { return false }
    }
    return true
  }

  /// Where `text` starts, or the end of the page.
  private static func find(
    _ text: StaticString, _ page: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while let found = next(text.utf8Start[0], in: page, from: index) {
      if starts(with: text, page, found) { return found }
      index = found + 1
    }
    return page.count
  }
}
