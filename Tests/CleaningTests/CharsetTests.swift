import Model
import Testing

@testable import Cleaning

struct CharsetTests {
  /// 中文网页 in GB18030 and in Big5 (中文網頁).
  static let gb: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4, 0xCD, 0xF8, 0xD2, 0xB3]
  static let big5: [UInt8] = [0xA4, 0xA4, 0xA4, 0xE5, 0xBA, 0xF4, 0xAD, 0xB6]

  private func read(_ bytes: [UInt8], hint: String? = nil) throws -> (String, String, Bool) {
    let text = try #require(Charset.decode(bytes, hint: hint))
    return (String(decoding: text.utf8, as: UTF8.self), text.encoding, text.isReplaced)
  }

  @Test func `valid UTF-8 beats a wrong declaration`() throws {
    let page = "<meta charset=\"gb2312\">中文网页"
    #expect(try read(Array(page.utf8)) == (page, "utf-8", false))
  }

  @Test func `gb2312 is read as GB18030`() throws {
    let head = Array("<meta charset=gb2312>".utf8)
    #expect(try read(head + Self.gb) == ("<meta charset=gb2312>中文网页", "gb18030", false))
  }

  @Test func `undeclared bytes are told by their shape`() throws {
    #expect(try read(Self.gb) == ("中文网页", "gb18030", false))
    #expect(try read(Self.big5) == ("中文網頁", "big5", false))
  }

  @Test func `the hint of the pipeline wins`() throws {
    #expect(try read(Self.gb, hint: "GBK").0 == "中文网页")
    #expect(try read(Self.big5, hint: "big5").0 == "中文網頁")
  }

  @Test func `UTF-16 is read with a mark and without`() throws {
    let units = "<p>a 中文\n</p><p>bcdefgh</p>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try read([0xFF, 0xFE] + units).1 == "utf-16le")
    #expect(try read(units) == ("<p>a 中文\n</p><p>bcdefgh</p>", "utf-16le", false))
  }

  @Test func `a bad byte costs one mark and not the text`() throws {
    let head = Array("<meta charset=gbk>".utf8)
    let (text, _, isReplaced) = try read(head + Self.gb + [0xFF] + Self.gb)
    #expect(text == "<meta charset=gbk>中文网页\u{FFFD}中文网页")
    #expect(isReplaced)
  }

  @Test func `nearly all UTF-8 is UTF-8`() throws {
    let (text, encoding, isReplaced) = try read(Array("中文网页很好看".utf8) + [0xFF])
    #expect((text, encoding, isReplaced) == ("中文网页很好看\u{FFFD}", "utf-8", true))
  }

  @Test func `lines end with one line feed and NUL is dropped`() throws {
    #expect(try read(Array("a\r\nb\rc\0d".utf8)).0 == "a\nb\ncd")
  }

  @Test(arguments: [
    Array("%PDF-1.4\n".utf8), [0x89, 0x50, 0x4E, 0x47, 1], [0x50, 0x4B, 3, 4, 0, 0],
  ])
  func `binary files are rejected`(_ bytes: [UInt8]) {
    #expect {
      try clean(bytes, "a.html")
    } throws: {
      ($0 as? Reject)?.code == .binary
    }
  }
}
