import Model
import Storage
import Testing

@testable import Export

@Suite struct SheetCellTests {
  private static func column(_ type: ColumnType) -> ColumnDescription {
    Column<Cell>(
      "column", type, title: Bilingual("列", "column"),
      description: Bilingual("说明。", "What it holds.")
    ) { $0 }.description
  }

  private func value(_ cell: Cell, _ type: ColumnType = .text) -> SheetValue {
    SheetCell(cell, of: Self.column(type)).value
  }

  @Test(arguments: [
    "=1+1", "=HYPERLINK(\"http://x\")", "+86", "-5", "@SUM(A1)", "＝1", "007", "1.0", "TRUE",
    "2024-12-13", "12345e678", "123456789012345678", "\t=1", "https://example.org/",
  ])
  func `a text is a text, whatever it looks like`(text: String) {
    #expect(value(.text(text)) == .text(text))
  }

  @Test func `numbers and booleans are what they are`() {
    #expect(value(.integer(7), .integer) == .number(7))
    #expect(value(.number(0.9), .number) == .number(0.9))
    #expect(value(.number(.nan), .number) == .nothing)
    #expect(value(.boolean(false), .boolean) == .boolean(false))
    #expect(value(.null, .integer) == .nothing)
  }

  @Test(arguments: [
    (999_999_999_999_999, true), (-999_999_999_999_999, true), (1_000_000_000_000_000, false),
    (Int.min, false), (Int.max, false),
  ])
  func `a number that a sheet would round is a text`(number: Int, isNumber: Bool) {
    #expect(
      value(.integer(number), .integer) == (isNumber ? .number(Double(number)) : .text("\(number)"))
    )
  }

  @Test(arguments: [
    ("1900-03-01", 61), ("1949-10-01", 18172), ("1970-01-01", 25569), ("2000-02-29", 36585),
    ("2024-12-13", 45639), ("9999-12-31", 2_958_465),
  ])
  func `a whole day is a day of the sheet's calendar`(date: String, day: Int) {
    #expect(value(.text(date), .date) == .day(day))
  }

  @Test(arguments: [
    "1900-02-28", "1899-12-31", "2024-12", "2024", "2024-12-13T08:02", "2024-12-13T08:02:00+08:00",
    "2023-02-29", "2024-1-5", "",
  ])
  func `other dates stay texts`(date: String) {
    #expect(value(.text(date), .date) == (date.isEmpty ? .nothing : .text(date)))
  }

  @Test func `lists are joined as in CSV`() {
    #expect(value(.list(["要闻", "外事"]), .list) == .text("要闻; 外事"))
    #expect(value(.list([]), .list) == .nothing)
  }

  @Test func `a cell takes 32,767 units and not one more`() {
    let whole = String(repeating: "字", count: 32_767)
    #expect(value(.text(whole)) == .text(whole))
    let longer = SheetCell(.text(whole + "尾"), of: Self.column(.text))
    #expect(longer.value == .cutText(whole))
    #expect(longer.cut == SheetCell.Cut(units: 32_768, kept: 32_767))
  }

  @Test func `a character of two units is cut off whole`() {
    let long = SheetCell(.text(String(repeating: "𠮷", count: 20_000)), of: Self.column(.text))
    #expect(long.value == .cutText(String(repeating: "𠮷", count: 16_383)))
    #expect(long.cut == SheetCell.Cut(units: 40_000, kept: 32_766))
    let list = SheetCell(
      .list([String(repeating: "a", count: 32_766), "👩‍👩‍👧"]), of: Self.column(.list))
    #expect(list.value == .cutText(String(repeating: "a", count: 32_766) + ";"))
  }

  @Test func `what XML forbids goes, and lines end with LF`() {
    #expect(
      value(.text("a\u{0}b\u{1F}c\r\nd\re\u{FFFE}f\u{FFFF}\u{7F}\t")) == .text("abc\nd\nef\u{7F}\t")
    )
    #expect(value(.text("\u{0}\u{FFFF}")) == .nothing)
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"), ("a_x000D_b", "a_x005F_x000D_b"),
    ("_x005F_x0041_", "_x005F_x005F_x005F_x0041_"), ("_x004_", "_x004_"), ("_X0041_", "_X0041_"),
    ("_xFFZZ_", "_xFFZZ_"), ("doc_1", "doc_1"), ("_x0041", "_x0041"),
  ])
  func `what a sheet would read as the code of a character is guarded`(raw: String, text: String) {
    #expect(value(.text(raw)) == .text(text))
  }

  @Test(arguments: [
    ("https://www.example.org/2024/a.html?id=1&x=%E7%9C%81#top", true),
    ("http://example.org", true),
    ("ftp://example.org", false), ("javascript:alert(1)", false), ("file:///etc/passwd", false),
    ("https://example.org/省", false), ("https://example.org/a b", false), ("", false),
    ("https://example.org/?next=internal:a", false), ("https://example.org/external:", false),
    ("https://example.org/\"", false), ("https://" + String(repeating: "a", count: 700), false),
  ])
  func `plain addresses of the web lead there`(address: String, leads: Bool) {
    #expect(SheetLink.canLead(to: address) == leads)
  }

  @Test func `names of sheets keep to their length`() {
    #expect(SheetName.text("mentions", part: 1) == "mentions")
    #expect(SheetName.text("mentions", part: 2) == "mentions_2")
    let long = String(repeating: "a", count: 40)
    #expect(SheetName.text(long, part: 1).count == 31)
    #expect(SheetName.text(long, part: 12).hasSuffix("a_12"))
    #expect(SheetName.text(long, part: 12).count == 31)
    #expect(Tables.all.allSatisfy { SheetName.text($0.name, part: 99) == $0.name + "_99" })
  }

  @Test func `columns have the letters of spreadsheets`() {
    let letters = [1, 26, 27, 52, 702, 703, 16_384].map(WorkbookSheet.letters)
    #expect(letters == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"])
  }
}
