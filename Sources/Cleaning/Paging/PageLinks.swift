/// The links of a page to the other pages of its article: 上一页, 下一页, 2, [3].
enum PageLinks {
  /// More are no pager.
  private static let most = 200

  /// Their addresses as they are written, each once.
  static func addresses(in tree: PageTree) -> [String] {
    var addresses: [String] = []
    for (index, node) in tree.nodes.enumerated() where node.tag == .a && addresses.count < most {
      guard isPager(tree, index), let value = tree.value(of: .href, at: index) else { continue }
      let address = String(decoding: value.trimmingBlanks, as: UTF8.self)
      if address.utf8.count <= 500, !addresses.contains(address) { addresses.append(address) }
    }
    return addresses
  }

  private static func isPager(_ tree: PageTree, _ index: Int) -> Bool {
    let end = Int(tree.nodes[index].end)
    // The text and its emphasis; a pager's link holds no more.
    guard end - index <= 6 else { return false }
    let texts = tree.nodes[(index + 1)..<end].lazy.filter { $0.tag == nil }.map(\.range)
    guard texts.allSatisfy({ $0.count <= 24 }), texts.contains(where: { mayTell(tree.text($0)) })
    else { return false }
    let text = Array(texts.map { tree.text($0) }.joined())
    let folded = FoldedLine(text).bytes.drop(while: isBracket)
    let word = folded.prefix { !isBracket($0) }
    guard folded[word.endIndex...].allSatisfy(isBracket) else { return false }
    return words.contains(Array(word))
      || (1...2).contains(word.count) && word.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Cheap: most links are no page links. A digit, 页, 頁, or the first letter of next or previous.
  private static func mayTell(_ text: ArraySlice<UInt8>) -> Bool {
    var before: UInt8 = 0
    for byte in text {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "p"), UInt8(ascii: "P"):
        return true
      case 0xB5 where before == 0xA1, 0x81 where before == 0xA0, 0xBC where before == 0xEF:
        return true
      default: before = byte
      }
    }
    return false
  }

  private static func isBracket(_ byte: UInt8) -> Bool { "[]()<>|.".utf8.contains(byte) }

  private static let words = Set(
    [
      "下一页", "上一页", "下页", "上页", "后一页", "前一页", "末页", "尾页", "最后一页", "下一頁",
      "上一頁", "下頁", "上頁", "末頁", "next", "nextpage", "prev", "previous",
    ].map { Array($0.utf8) })
}
