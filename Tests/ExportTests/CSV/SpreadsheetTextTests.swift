import Testing

@testable import Export

@Suite struct SpreadsheetTextTests {
  @Test(arguments: [
    "=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\n=1", "\r\nx", "\tx", "  =1", "\u{3000}+1",
    "\u{A0}-1", "\u{FEFF}=1", "\u{200B}\u{200F} @a", "\u{202E}=1", "\u{AD}=1", "＝1", "＋1", "－1",
    "＠a", "\u{0}=1", "\u{1F}\u{0} =1", "--12-13", "=",
  ])
  func `what a sheet would run gets an apostrophe`(raw: String) {
    let text = SpreadsheetText(raw)
    #expect(text.isGuarded)
    #expect(text.text.first == "'")
  }

  @Test(arguments: ["", "省长", "1-2", "a=b", "'=1", " a", "（=1）", "2024-12-13", "。-"])
  func `other texts stay as they are`(raw: String) {
    let text = SpreadsheetText(raw)
    #expect(!text.isGuarded && !text.isCut && text.removed == 0)
    #expect(text.text == raw)
  }

  @Test func `lines end with LF alone, and other control characters go`() {
    let text = SpreadsheetText("a\r\nb\rc\nd\r\r\ne\tf\u{0}\u{7}\u{B}g\u{7F}")
    #expect(Array(text.text.utf8) == Array("a\nb\nc\nd\n\ne\tfg\u{7F}".utf8))
    #expect(text.removed == 3)
  }

  @Test func `a long text is cut between two characters and counted`() {
    #expect(SpreadsheetText(String(repeating: "字", count: 32_000)).isCut == false)
    let text = SpreadsheetText(String(repeating: "字", count: 31_999) + "👩‍👩‍👧x")
    #expect(text.isCut)
    #expect(text.text == String(repeating: "字", count: 31_999))
    let units = SpreadsheetText(String(repeating: "𠮷", count: 20_000)).text.utf16.count
    #expect(units == 32_000)
  }

  @Test func `the apostrophe counts among the units of a cell`() {
    let text = SpreadsheetText("=" + String(repeating: "a", count: 31_999))
    #expect(text.isGuarded && text.isCut)
    #expect(text.text.utf16.count == 32_000)
  }

  @Test func `one character longer than a cell is cut between two of its scalars`() {
    let text = SpreadsheetText("a" + String(repeating: "\u{301}", count: 40_000))
    #expect(text.isCut)
    #expect(text.text.utf16.count == 32_000)
  }
}
