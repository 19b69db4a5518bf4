import Testing

@testable import Export

@Suite struct JSONReaderTests {
  private func document(_ text: String) -> JSONDocument { JSONDocument(Array(text.utf8)) }

  @Test func `a text of every kind of value is read in its order`() throws {
    let tree = try #require(
      document(#" {"z": [1, -2.50e+3, true, false, null], "a": "x", "": {}} "#).tree)
    let members = try #require(tree.members)
    #expect(members.map(\.key) == ["z", "a", ""])
    let items = try #require(tree["z"]?.items)
    #expect(
      items.map(\.value) == [
        .number("1"), .number("-2.50e+3"), .boolean(true), .boolean(false), .null,
      ])
    #expect(tree["a"]?.text == "x")
    #expect(tree[""]?.value == .object([]))
    #expect(tree["b"] == nil)
  }

  @Test func `escapes give their characters`() {
    #expect(
      document(#""\"\\\/\b\f\n\r\t\u4E2d\ud83d\ude00\u0000""#).tree?.text
        == "\"\\/\u{8}\u{C}\n\r\t中😀\u{0}")
  }

  @Test func `keys and values tell line, column in scalars and byte`() throws {
    let tree = try #require(document("{\n  \"省\": \"吉😀\",\r\n  \"k\": [7]\n}").tree)
    let members = try #require(tree.members)
    #expect(members[0].place == JSONTree.Place(line: 2, column: 3, offset: 4))
    #expect(members[0].value.place == JSONTree.Place(line: 2, column: 8, offset: 11))
    #expect(members[1].place == JSONTree.Place(line: 3, column: 3, offset: 25))
    #expect(members[1].value.items?.first?.place == JSONTree.Place(line: 3, column: 9, offset: 31))
  }

  @Test(arguments: [
    ("{\"a\": 1,}", "json.trailing-comma", "", 8),
    ("[1, 2,\t]", "json.trailing-comma", "", 6),
    (#"{"a": {"b": [0, {"c/d~": 1, "c/d~": 2}]}}"#, "json.duplicate-key", "/a/b/1/c~1d~0", 29),
    ("{\"a\": \"x\" \"b\": 1}", "json.missing-comma", "", 11),
    ("[1] // one", "json.comment", "", 5),
    ("[/* one */ 1]", "json.comment", "", 2),
    ("\u{FEFF}[]", "json.byte-order-mark", "", 1),
    ("{\"p\": \"C:\\d\"}", "json.bad-escape", "/p", 10),
    ("[\"\\u12G4\"]", "json.bad-escape", "/0", 3),
    ("[\"\\ud800\"]", "json.lone-surrogate", "/0", 3),
    ("[\"\\udc00\\ud800\"]", "json.lone-surrogate", "/0", 3),
    ("[\"a\tb\"]", "json.control-character", "/0", 4),
  ])
  func `a mistake that leaves the structure whole is told and read past`(
    text: String, code: String, pointer: String, column: Int
  ) throws {
    let document = document(text)
    let problem = try #require(document.problems.first)
    #expect(problem.code == code)
    #expect(problem.pointer == pointer)
    #expect(problem.place.line == 1)
    #expect(problem.place.column == column)
    #expect(document.root != nil)
    #expect(document.tree == nil)
  }

  @Test(arguments: [
    ("", "json.unexpected-end", 1), ("  ", "json.unexpected-end", 3),
    ("{\"a\"", "json.unexpected-end", 5), ("{\"a\":", "json.unexpected-end", 6),
    ("{\"a\":1", "json.unexpected-end", 7), ("[1", "json.unexpected-end", 3),
    ("\"abc", "json.unexpected-end", 5), ("\"abc\\", "json.unexpected-end", 5),
    ("{a: 1}", "json.unexpected", 2), ("{\"a\" 1}", "json.unexpected", 6),
    ("[1 2]", "json.unexpected", 4), ("[1}", "json.unexpected", 3), ("[,1]", "json.unexpected", 2),
    ("[1,,2]", "json.unexpected", 4), ("\"a\nb\"", "json.unexpected", 3),
    ("{\"a\": 'x'}", "json.unexpected", 7), ("[省]", "json.unexpected", 2),
    ("[01]", "json.bad-number", 2), ("[1.]", "json.bad-number", 2), ("[+1]", "json.bad-number", 2),
    ("[.5]", "json.bad-number", 2), ("[1e]", "json.bad-number", 2), ("[-]", "json.bad-number", 2),
    ("[0x1F]", "json.bad-number", 2), ("[--1]", "json.bad-number", 2),
    ("[True]", "json.unknown-word", 2), ("[NaN]", "json.unknown-word", 2),
    ("[nullx]", "json.unknown-word", 2), ("[Infinity]", "json.unknown-word", 2),
    ("[1] 2", "json.trailing-text", 5), ("{} }", "json.trailing-text", 4),
  ])
  func `a text whose structure is lost is refused where it is lost`(
    text: String, code: String, column: Int
  ) {
    let document = document(text)
    #expect(document.problems.map(\.code) == [code])
    #expect(document.problems.first?.place.column == column)
    #expect(document.root == nil)
  }

  @Test func `all mistakes are told at once, in the order of the text`() {
    let text = """
      {
        "a": 1, // one
        "a": {"b": [1, 2,], "b": "x\\y"},
        "c": 2,
      }
      """
    let problems = document(text).problems
    #expect(
      problems.map(\.code) == [
        "json.comment", "json.duplicate-key", "json.trailing-comma", "json.duplicate-key",
        "json.bad-escape", "json.trailing-comma",
      ])
    #expect(problems.map(\.place.line) == [2, 3, 3, 3, 3, 4])
    #expect(problems.map(\.place) == problems.map(\.place).sorted())
  }

  @Test func `of a key that stands twice the first holds`() {
    let document = document(#"{"a": 1, "a": 2}"#)
    #expect(document.root?["a"]?.integer == 1)
    #expect(document.root?.members?.count == 1)
  }

  @Test(arguments: [1, 31, 32, 33, 100])
  func `a key that stands twice is seen in objects of every size`(count: Int) {
    let keys = (0..<count).map { "\"k\($0)\": 0" }
    #expect(document("{" + keys.joined(separator: ",\n") + "}").problems == [])
    for twice in [0, count - 1] {
      let text = "{" + (keys + ["\"k\(twice)\": 1"]).joined(separator: ",\n") + "}"
      #expect(
        document(text).problems.map(\.message) == [
          "this key stands already in line \(twice + 1)"
        ])
    }
  }

  @Test func `keys that look alike but are other characters are two keys`() {
    #expect(document("{\"\u{E9}\": 1, \"e\u{301}\": 2}").problems == [])
  }

  @Test func `bytes that are not UTF-8 are a problem, whatever they are`() {
    for bad: [UInt8] in [[0xFF], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] {
      let document = JSONDocument([0x22, 0x61] + bad + [0x22])
      #expect(document.problems.map(\.code) == ["json.not-utf8"])
    }
  }

  @Test func `every single byte is taken as UTF-8 takes it`() {
    for byte in UInt8.min...UInt8.max {
      let text = String(strict: [0x61, byte, 0x62])
      #expect(text == String(validating: [0x61, byte, 0x62], as: UTF8.self))
    }
    #expect(String(strict: []) == "")
    #expect(String(strict: Array("\u{FFFD}省😀".utf8)[...]) == "\u{FFFD}省😀")
    #expect(String(strict: [0xF0, 0x9F, 0x98]) == nil)
  }

  @Test func `sixty-four levels are read and sixty-five are not`() {
    func nested(_ depth: Int) -> JSONDocument {
      document(
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    }
    #expect(nested(64).tree != nil)
    #expect(nested(65).problems.map(\.code) == ["json.too-deep"])
    #expect(nested(200_000).problems.map(\.code) == ["json.too-deep"])
  }

  @Test func `a text cut at any byte is refused`() {
    let text = Array(#"{"a": [1, "x\u00e9\ud83d\ude00", {"b": null}], "c": true}"#.utf8)
    #expect(JSONDocument(text).tree != nil)
    for end in text.indices {
      #expect(JSONDocument(Array(text[..<end])).tree == nil, "cut at \(end)")
    }
  }

  @Test func `a changed byte never ends the program`() {
    let text = Array(#"{"a": [1.5e3, "x\u00e9\\", {"b": null}], "c": true} "#.utf8)
    for index in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[index] = byte
        let document = JSONDocument(changed)
        #expect(document.root != nil || !document.problems.isEmpty)
      }
    }
  }
}
