import Testing

@testable import Cleaning

@Suite struct CharsetTests {
  private static let text = "河滨市召开会议，研究部署下一阶段的工作，市长朱镕生在会上讲话。这是中国的一个城市，人民生活很好。"
  private static let traditional = "河濱市召開會議，研究部署下一階段的工作，市長在會上講話。這是台灣的一個城市，人民生活很好。"

  private func encoded(_ text: String, _ name: Encoding) throws -> [UInt8] {
    try #require(TestConverter.bytes(of: text, in: name.converterName))
  }

  @Test(arguments: ["gb2312", "gbk", "gb18030", "GBK"])
  func `pages that declare an old Chinese set are read as GB18030`(label: String) throws {
    let page = "<html><head><meta charset=\"\(label)\"></head><body>\(Self.text)</body></html>"
    let decoded = try Charset.decode(encoded(page, .gb18030))
    #expect(decoded.encoding == "gb18030")
    #expect(String(decoding: decoded.text, as: UTF8.self) == page)
    #expect(decoded.quality.isEmpty)
  }

  @Test func `UTF-8 is UTF-8 whatever the page declares`() throws {
    let page = "<html><head><meta charset=gb2312></head><body>\(Self.text)</body></html>"
    let decoded = try Charset.decode(Array(page.utf8))
    #expect(decoded.encoding == "utf-8")
    #expect(String(decoding: decoded.text, as: UTF8.self) == page)
    #expect(decoded.quality == ["encoding.misdeclared"])
  }

  @Test func `GB18030 and Big5 are told apart without a declaration`() throws {
    #expect(try Charset.decode(encoded(Self.text, .gb18030)).encoding == "gb18030")
    #expect(try Charset.decode(encoded(Self.traditional, .big5)).encoding == "big5")
  }

  @Test func `GBK bytes that are declared UTF-8 are read as GB18030`() throws {
    let page = "<html><head><meta charset=utf-8></head><body>\(Self.text)</body></html>"
    let decoded = try Charset.decode(encoded(page, .gb18030))
    #expect(decoded.encoding == "gb18030")
    #expect(String(decoding: decoded.text, as: UTF8.self) == page)
    #expect(decoded.quality == ["encoding.misdeclared"])
  }

  @Test(arguments: [Encoding.utf16le, .utf16be])
  func `UTF-16 is read with and without its mark`(encoding: Encoding) throws {
    let page = "<html><body>\(Self.text)</body></html>"
    let bytes = try encoded(page, encoding)
    let mark: [UInt8] = encoding == .utf16le ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for bytes in [bytes, mark + bytes] {
      let decoded = try Charset.decode(bytes)
      #expect(decoded.encoding == encoding.rawValue)
      #expect(String(decoding: decoded.text, as: UTF8.self) == page)
    }
  }

  @Test func `the mark at the head of UTF-8 is no text`() throws {
    let decoded = try Charset.decode([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
    #expect(String(decoding: decoded.text, as: UTF8.self) == Self.text)
  }

  @Test func `a bad byte is replaced and said, the rest is kept`() throws {
    let bytes = Array(Self.text.utf8) + [0xFF] + Array("后面的话还在。".utf8)
    let decoded = try Charset.decode(bytes)
    #expect(String(decoding: decoded.text, as: UTF8.self) == Self.text + "\u{FFFD}后面的话还在。")
    #expect(decoded.quality == ["encoding.replaced"])
  }

  @Test func `a character cut off by the end of the file is replaced`() throws {
    let bytes = try encoded("<meta charset=gbk>" + Self.text, .gb18030)
    let decoded = try Charset.decode(bytes + [0xB3])
    #expect(decoded.text.suffix(3) == [0xEF, 0xBF, 0xBD])
    #expect(decoded.quality == ["encoding.replaced"])
  }

  @Test func `UTF-8 that was read as Western and saved again is repaired`() throws {
    let western = try encoded(
      String(decoding: Converter.utf8(Array(Self.text.utf8), from: .latin1).text, as: UTF8.self),
      .utf8)
    #expect(!western.elementsEqual(Self.text.utf8))
    // Windows-1252 has no character for five bytes, which iconv cannot bring back.
    let kept = Array("河滨市召开会议部署工作人民".utf8)
    let broken = Converter.utf8(kept, from: .latin1)
    guard broken.replaced == 0 else { return }
    let decoded = try Charset.decode(broken.text)
    #expect(decoded.text == kept)
    #expect(decoded.quality == ["encoding.repaired"])
  }

  @Test func `French is left alone`() throws {
    let french =
      "Le président a déclaré à l'Élysée que la réunion était très utile, et même nécessaire."
    let decoded = try Charset.decode(Array(french.utf8))
    #expect(String(decoding: decoded.text, as: UTF8.self) == french)
    #expect(decoded.quality.isEmpty)
  }

  @Test func `what the pipeline file says decides`() throws {
    let bytes = try encoded(Self.traditional, .big5)
    #expect(try Charset.decode(bytes, named: "big5-hkscs").encoding == "big5")
    #expect(throws: CharsetFault.self) { try Charset.decode(bytes, named: "klingon") }
  }

  @Test func `NUL goes, line ends become one kind`() throws {
    let decoded = try Charset.decode(Array("一行\r\n二\0行\r三行\n\n\r\n四行".utf8))
    #expect(String(decoding: decoded.text, as: UTF8.self) == "一行\n二行\n三行\n\n\n四行")
  }

  @Test func `the charset of a script is not that of the page`() {
    let head = "<html><head><script charset=\"gbk\" src=a.js></script><meta charset=utf-8>"
    #expect(Encoding.declared(in: Array(head.utf8)) == .utf8)
  }

  @Test func `UTF-8 that was read as GBK and saved again is repaired where nothing was lost`()
    throws
  {
    let text = "一河滨市召开会议，研究部署工作，市长在会上讲话，各县区参加，会议要求抓紧落实，人民生活很好啊"
    let decoded = try Charset.decode(Self.readAsGBK(Array(text.utf8)))
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.quality == ["encoding.repaired"])
  }

  /// As Windows reads it: a lone 0x80 is the euro sign.
  private static func readAsGBK(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let width = bytes[index] <= 0x80 ? 1 : 2
      let part = Array(bytes[index..<min(index + width, bytes.count)])
      text += part == [0x80] ? Array("€".utf8) : Converter.utf8(part, from: .gb18030).text
      index += width
    }
    return text
  }

  @Test func `what was lost on the way through GBK is left as it is and said`() throws {
    let text = (1...6).map { "第\($0)段，市长在会上讲话。\n" }.joined()
    let garbled = Converter.utf8(Array(text.utf8), from: .gb18030)
    try #require(garbled.replaced > 0)
    let decoded = try Charset.decode(garbled.text)
    #expect(decoded.quality.contains("encoding.garbled"))
  }

  @Test func `a template in UTF-8 around an article in GBK is read line by line`() throws {
    let lines = ["河滨新闻网首页导航", "市长在会上讲话，研究部署下一阶段的工作。", "版权所有河滨新闻网"]
    let bytes =
      try Array(lines[0].utf8) + [0x0A] + encoded(lines[1], .gb18030) + [0x0A]
      + Array(lines[2].utf8)
    let decoded = try Charset.decode(bytes)
    #expect(String(decoding: decoded.text, as: UTF8.self) == lines.joined(separator: "\n"))
    #expect(decoded.quality == ["encoding.mixed"])
  }

  @Test func `bytes of no set are refused rather than read as rare characters`() throws {
    let japanese = try encoded("お知らせ：本日の会議は午後三時から始まります。よろしくお願いいたします。", .shiftJIS)
    #expect(throws: CharsetFault.self) { try Charset.decode(japanese) }
    #expect(try Charset.decode(japanese, named: "shift_jis").encoding == "shift_jis")
  }

  @Test func `a short page with a damaged character stays UTF-8`() throws {
    let bytes = Array("市长走".utf8) + [0xE8, 0xB5] + Array("进车间。".utf8)
    let decoded = try Charset.decode(bytes)
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.quality == ["encoding.replaced"])
  }
}
