/// What the name of a saved page, or its address, says of its place among the pages of one article.
package struct PageName: Hashable, Sendable {
  /// The name as that of a page by itself: `t20201216_5570_2.html`.
  package let whole: String
  /// The name that the first page would have: `t20201216_5570.html`; nil where no number is seen.
  package let stem: String?
  /// Of the page, as the name gives it: after the stem's own page, some sites go on with 1.
  package let number: Int?

  /// By the last part of a path or address: `story_2.html`, `story-2.html`, `story_p2.html.gz`,
  /// `story.html?page=2`, `story.html%3Fpage=2`.
  package init(_ path: String) {
    let last = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
    var name = Self.decoded(Array(last ?? path.utf8[...]))
    if name.ends(with: Array(".gz".utf8)) { name.removeLast(3) }
    let parsed =
      name.firstIndex(of: UInt8(ascii: "?")).map { Self.query(of: name, from: $0) }
      ?? Self.suffix(of: name)
    if name.last == UInt8(ascii: "?") { name.removeLast() }
    whole = String(decoding: name, as: UTF8.self)
    stem = parsed.map { String(decoding: $0.stem, as: UTF8.self) }
    number = parsed?.number
  }

  /// The page that a link on this page leads to; nil for a link to a place in it.
  package func link(to address: String) -> PageName? {
    let target = address.prefix { $0 != "#" }
    guard !target.isEmpty else { return nil }
    guard target.hasPrefix("?") else { return PageName(String(target)) }
    return PageName(String(whole.prefix { $0 != "?" }) + target)
  }

  /// `%3F` and its like resolved.
  private static func decoded(_ name: [UInt8]) -> [UInt8] {
    guard name.contains(UInt8(ascii: "%")) else { return name }
    var out: [UInt8] = []
    var index = 0
    while index < name.count {
      if name[index] == UInt8(ascii: "%"), index + 2 < name.count,
        let byte = UInt8(
          String(decoding: name[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        index += 3
      } else {
        out.append(name[index])
        index += 1
      }
    }
    return out
  }

  /// `story.html?id=7&page=2`: the stem is `story.html?id=7`.
  private static func query(
    of name: [UInt8], from mark: Int
  ) -> (stem: [UInt8], number: Int)? {
    var found: Int?
    var kept: [ArraySlice<UInt8>] = []
    for pair in name[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
      let key = pair.prefix { $0 != UInt8(ascii: "=") }
      if found == nil, parameters.contains(where: { key.elementsEqual($0.utf8) }) {
        // A program that saves pages may have put its own ending behind.
        let value = pair.dropFirst(key.count + 1).prefix { $0 != UInt8(ascii: ".") }
        guard let number = number(value) else { return nil }
        found = number
      } else {
        kept.append(pair)
      }
    }
    guard let found else { return nil }
    let query = kept.isEmpty ? [] : [UInt8(ascii: "?")] + kept.joined(separator: "&".utf8)
    return (name[..<mark] + query, found)
  }

  /// `story_2.html`: the stem is `story.html`.
  private static func suffix(of name: [UInt8]) -> (stem: [UInt8], number: Int)? {
    let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.count
    let base = name[..<dot]
    let digits = base.suffix(while: { $0 >= 0x30 && $0 <= 0x39 })
    guard let number = number(digits) else { return nil }
    var rest = base.dropLast(digits.count)
    if rest.last.map({ $0 | 0x20 }) == UInt8(ascii: "p") { rest = rest.dropLast() }
    guard rest.last == UInt8(ascii: "_") || rest.last == UInt8(ascii: "-") else { return nil }
    rest = rest.dropLast()
    return rest.isEmpty ? nil : (Array(rest + name[dot...]), number)
  }

  /// 1 to 99, without a zero before it: longer numbers are those of articles.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...2).contains(digits.count), digits.first != 0x30,
      digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static let parameters = ["page", "p", "pn", "pageno", "pageNo", "page_no", "pageIndex"]
}

extension ArraySlice<UInt8> {
  /// The bytes at the end that all satisfy `condition`.
  fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, condition(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
