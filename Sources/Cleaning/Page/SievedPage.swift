import Glibc

/// A page's markup without what nobody reads, for the parser.
///
/// The parser goes byte by byte, and most of a page is scripts, styles, comments, addresses and
/// indentation, which a search for their end passes many times faster. Tags are read here as
/// libxml2 reads them, so that both agree on where each one ends.
struct SievedPage {
  /// A script, left out of the markup.
  struct Script {
    /// Where the markup has the end of its start tag.
    let place: Int
    /// Its text, in the page.
    let text: Range<Int>
  }

  private(set) var markup: [UInt8] = []
  private(set) var scripts: [Script] = []
  /// The comments at the head of the page that are an address, as crawlers write one.
  private(set) var comments: [Range<Int>] = []
  /// Of the tag that has most, counted before any is left out.
  private(set) var mostAttributes = 0

  /// There was more markup than was asked for; the rest is left out.
  private(set) var isCut = false

  init(_ page: [UInt8], most: Int) {
    page.withUnsafeBufferPointer { page in
      markup = [UInt8](unsafeUninitializedCapacity: page.count) { out, size in
        guard let base = out.baseAddress else { return }
        var sieve = Sieve(page: page, out: base)
        sieve.run(most: most)
        isCut = sieve.size > most || !sieve.isAtEnd
        size = min(sieve.size, most)
        scripts = sieve.scripts
        comments = sieve.comments
        mostAttributes = sieve.mostAttributes
      }
    }
  }
}

/// Goes over the page once. Nothing is written that is longer than what it stands for, so the
/// output never needs more room than the page.
private struct Sieve {
  let page: UnsafeBufferPointer<UInt8>
  let out: UnsafeMutablePointer<UInt8>
  /// The next byte to read, and to write.
  private var index = 0
  private(set) var size = 0
  private(set) var scripts: [SievedPage.Script] = []
  private(set) var comments: [Range<Int>] = []
  private(set) var mostAttributes = 0
  private var tags = 0
  private var doctypes = 0
  /// Something was left out since the last write inside a tag.
  private var hasGap = false

  init(page: UnsafeBufferPointer<UInt8>, out: UnsafeMutablePointer<UInt8>) {
    self.page = page
    self.out = out
  }

  var isAtEnd: Bool { index >= page.count }

  mutating func run(most: Int) {
    while index < page.count, size < most {
      passText()
      guard index + 1 < page.count else { return copy(to: page.count) }
      let next = page[index + 1]
      if Self.isLetter(next) || next == UInt8(ascii: "_") || next == UInt8(ascii: ":") {
        passTag()
      } else if next == UInt8(ascii: "/") || next == UInt8(ascii: "?") {
        copy(to: find(UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? page.count)
      } else if next == UInt8(ascii: "!") {
        passDeclaration()
      } else {
        copy(to: index + 1)
      }
    }
  }

  // MARK: Text

  /// Up to the next `<`; white space at both ends is cut short, the middle is as it is.
  private mutating func passText() {
    let end = find(UInt8(ascii: "<"), from: index) ?? page.count
    guard index < end else { return }
    passSpace(before: end)
    var last = end
    while last > index, Self.isBlank(page[last - 1]) { last -= 1 }
    copy(to: last)
    passSpace(before: end)
  }

  /// White space as `LineText` sees it: its first character, and whether a line ends in it.
  private mutating func passSpace(before end: Int) {
    guard index < end, Self.isBlank(page[index]) else { return }
    let first = page[index]
    var endsLine = first == 0x0A
    write(first)
    index += 1
    while index < end, Self.isBlank(page[index]) {
      if page[index] == 0x0A, !endsLine {
        endsLine = true
        write(0x0A)
      }
      index += 1
    }
  }

  // MARK: Tags

  private mutating func passTag() {
    let start = index
    index += 1
    let name = passName()
    write(start..<index)
    let element = SievedElement(page, name)
    tags += 1
    hasGap = false
    var count = 0
    while true {
      passBlanks()
      guard index < page.count else { break }
      if page[index] == UInt8(ascii: ">") { return endTag(element, count) }
      if page[index] == UInt8(ascii: "/"), at(index + 1) == UInt8(ascii: ">") { break }
      count += 1
      passAttribute(of: element)
    }
    mostAttributes = max(mostAttributes, count)
    closeGap()
    copy(to: min(index + 2, page.count))
  }

  private mutating func endTag(_ element: SievedElement, _ attributes: Int) {
    mostAttributes = max(mostAttributes, attributes)
    let place = size
    copy(to: index + 1)
    guard element == .script || element == .style else { return }
    let start = index
    index = endOfRaw(element == .script ? "script" : "style", from: start)
    if element == .script, start < index, index - start < Self.longestScript {
      scripts.append(SievedPage.Script(place: place, text: start..<index))
    }
  }

  private mutating func passAttribute(of element: SievedElement) {
    let start = index
    let name = passName()
    guard !name.isEmpty else { return passJunk() }
    var isKept = element.reads(page, name)
    var next = index
    while next < page.count, Self.isBlank(page[next]) { next += 1 }
    if at(next) == UInt8(ascii: "=") {
      index = next + 1
      passBlanks()
      let isWhole = passValue()
      isKept = isKept && isWhole && index - start < Self.longestAttribute
    }
    guard isKept else { return hasGap = true }
    closeGap()
    write(start..<index)
  }

  /// Whether the value ends; of one that does not, only the first word is taken, since libxml2
  /// would take the rest of the page for it.
  private mutating func passValue() -> Bool {
    let quote = at(index)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      if let end = find(quote, from: index + 1) {
        index = end + 1
        return true
      }
    }
    while index < page.count, page[index] != UInt8(ascii: ">"), !Self.isBlank(page[index]) {
      index += 1
    }
    return quote != UInt8(ascii: "\"") && quote != UInt8(ascii: "'")
  }

  /// What is no attribute, up to the next blank.
  private mutating func passJunk() {
    hasGap = true
    while index < page.count, page[index] != UInt8(ascii: ">"), !Self.isBlank(page[index]),
      !(page[index] == UInt8(ascii: "/") && at(index + 1) == UInt8(ascii: ">"))
    {
      index += 1
    }
  }

  private mutating func passBlanks() {
    let start = index
    while index < page.count, Self.isBlank(page[index]) { index += 1 }
    if index > start { hasGap = true }
  }

  private mutating func closeGap() {
    if hasGap { write(0x20) }
    hasGap = false
  }

  /// libxml2 ends a name after 100 bytes.
  private mutating func passName() -> Range<Int> {
    let start = index
    let end = min(start + 100, page.count)
    guard start < end, Self.isNameByte(page[start]), page[start] != UInt8(ascii: "-"),
      page[start] < 0x30 || page[start] > 0x39
    else { return start..<start }
    while index < end, Self.isNameByte(page[index]) { index += 1 }
    return start..<index
  }

  // MARK: Comments and declarations

  private mutating func passDeclaration() {
    if at(index + 2) == UInt8(ascii: "-"), at(index + 3) == UInt8(ascii: "-") {
      guard let end = endOfComment(from: index + 4) else { return copy(to: page.count) }
      note(comment: index + 4..<end)
      index = (find(UInt8(ascii: ">"), from: end) ?? end) + 1
    } else if tags == 0, doctypes < 8, starts(with: "doctype", at: index + 2) {
      doctypes += 1
      if let end = endOfSubset(from: index + 9) { index = end } else { copy(to: index + 1) }
    } else {
      copy(to: index + 1)
    }
  }

  /// Comments end with `-->` and with `--!>`.
  private func endOfComment(from start: Int) -> Int? {
    var index = start
    while let found = find(UInt8(ascii: "-"), from: index) {
      index = found + 1
      guard at(index) == UInt8(ascii: "-") else { continue }
      if at(index + 1) == UInt8(ascii: ">") { return found }
      if at(index + 1) == UInt8(ascii: "!"), at(index + 2) == UInt8(ascii: ">") { return found }
    }
    return nil
  }

  private mutating func note(comment: Range<Int>) {
    guard tags < 100, comments.count < 4, comment.count < 1_000,
      starts(with: "http", at: comment.lowerBound)
        || starts(with: " http", at: comment.lowerBound)
    else { return }
    comments.append(comment)
  }

  /// The end of a document type with declarations in brackets, which the parser would show as
  /// text; nil for one without.
  private func endOfSubset(from start: Int) -> Int? {
    var index = start
    var isInside = false
    let end = min(page.count, start + Self.longestSubset)
    while index < end {
      switch page[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        index = find(page[index], from: index + 1) ?? end
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "<") where starts(with: "!--", at: index + 1):
        index = endOfComment(from: index + 4).map { $0 + 2 } ?? end
      case UInt8(ascii: "]") where isInside:
        return find(UInt8(ascii: ">"), from: index).map { $0 + 1 }
      case UInt8(ascii: ">") where !isInside: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Where `</name` stands, or the end of the page.
  private func endOfRaw(_ name: StaticString, from start: Int) -> Int {
    var index = start
    while let found = find(UInt8(ascii: "<"), from: index) {
      if at(found + 1) == UInt8(ascii: "/"), starts(with: name, at: found + 2) { return found }
      index = found + 1
    }
    return page.count
  }

  // MARK: Bytes

  /// The byte there; 0, which no page holds, behind the end.
  @inline(__always)
  private func at(_ index: Int) -> UInt8 { index < page.count ? page[index] : 0 }

  @inline(__always)
  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < page.count, let base = page.baseAddress else { return nil }
    return memchr(base + start, Int32(byte), page.count - start)
      .map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }

  private func starts(with text: StaticString, at start: Int) -> Bool {
    page.holds(text, at: start)
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8) {
    out[size] = byte
    size += 1
  }

  @inline(__always)
  private mutating func write(_ range: Range<Int>) {
    guard !range.isEmpty, let base = page.baseAddress else { return }
    memcpy(out + size, base + range.lowerBound, range.count)
    size += range.count
  }

  @inline(__always)
  private mutating func copy(to end: Int) {
    write(index..<end)
    index = end
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  /// Longer ones are data for scripts.
  private static let longestAttribute = 16_384
  /// No article is handed over in a script of this size.
  private static let longestScript = 8 << 20
  /// What is longer is no document type, or one that never ends.
  private static let longestSubset = 65_536
}
