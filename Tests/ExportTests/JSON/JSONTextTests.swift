import Model
import Testing

@testable import Export

@Suite struct JSONTextTests {
  private func written(_ cell: Cell) -> String {
    var bytes: [UInt8] = []
    JSONText.append(cell, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("省", "\"省\""), ("a/b", "\"a/b\""), ("\"\\", #""\"\\""#),
    ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
    ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("“𠮷😀”", "\"“𠮷😀”\""), ("", "\"\""),
    ("\u{FEFF}\u{202E}", "\"\u{FEFF}\u{202E}\""),
  ])
  func `a text is escaped where readers would break, and nowhere else`(
    text: String, json: String
  ) {
    #expect(written(.text(text)) == json)
  }

  @Test(arguments: [
    (Cell.integer(0), "0"), (.integer(-7), "-7"), (.integer(1 << 53), "9007199254740992"),
    (.integer(1 << 53 + 1), "\"9007199254740993\""), (.integer(.min), "\"-9223372036854775808\""),
    (.number(0.1), "0.1"), (.number(1), "1.0"), (.number(1e300), "1e+300"),
    (.number(.leastNonzeroMagnitude), "5e-324"),
    (.number(.nan), "null"), (.number(-.infinity), "null"), (.boolean(true), "true"),
    (.boolean(false), "false"), (.null, "null"), (.list([]), "[]"),
    (.list(["a", "b; c", ""]), #"["a","b; c",""]"#),
  ])
  func `a cell of each type has one way of being written`(cell: Cell, json: String) {
    #expect(written(cell) == json)
  }

  @Test func `a document keeps the order of its keys, on one line and indented`() {
    let value: JSONValue = [
      "z": [1, -2, [:]], "a": nil, "e": [], "b": ["c": true, "d": .number(0.5)],
    ]
    #expect(
      String(decoding: value.line, as: UTF8.self)
        == #"{"z":[1,-2,{}],"a":null,"e":[],"b":{"c":true,"d":0.5}}"#)
    let indented = """
      {
        "z": [
          1,
          -2,
          {}
        ],
        "a": null,
        "e": [],
        "b": {
          "c": true,
          "d": 0.5
        }
      }

      """
    #expect(String(decoding: value.document, as: UTF8.self) == indented)
  }

  @Test func `members that are nil are left out`() {
    let value = JSONValue.members(["a": nil, "b": 1, "c": .some(.null)])
    #expect(String(decoding: value.line, as: UTF8.self) == #"{"b":1,"c":null}"#)
  }

  @Test func `random texts are read back as they were written`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let text = generator.text()
      var bytes: [UInt8] = []
      JSONText.append(text, to: &bytes)
      let tree = try #require(JSONDocument(bytes).tree, "\(text.debugDescription)")
      #expect(tree.text.map { Array($0.utf8) } == Array(text.utf8))
      #expect(!bytes.contains { $0 < 0x20 })
    }
  }

  @Test func `random numbers are read back as they were written`() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      var bytes: [UInt8] = []
      JSONText.append(number, to: &bytes)
      guard case .number(let digits) = JSONDocument(bytes).tree?.value else {
        Issue.record("\(number) is no number of JSON")
        continue
      }
      #expect(Double(digits) == number)
    }
  }
}
