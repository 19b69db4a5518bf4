import Export
import Extraction
import Model
import Reference
import Testing

@testable import Batch

@Suite struct ExaminedTextTests {
  private static let extractor = Extractor(.shared)

  private static func text(_ text: String, coloured: Bool = false) -> String {
    ExaminedText(examination(text), Ink(isColoured: coloured)).text
  }

  private static func examination(_ text: String) -> Examination {
    var article = Article(path: "t.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = text
    article.publishedAt = "2021-03-01"
    return extractor.examine(article)
  }

  private static let small = "会议开始。\n湖南省委书记周明远、副省长没有到会。周明远说，市长热线开通。"

  @Test func `a text is shown with its marks, its mentions and what was turned down`() {
    #expect(
      Self.text(Self.small) == """
        ‹office› and ⟦person⟧¹ are set off in the text; below each paragraph stands what they were \
        read as, and (-) what was turned down.

        [0] 会议开始。

        [1] ‹湖南省委书记›⟦周明远⟧¹、副省长没有到会。⟦周明远⟧²说，市长热线开通。
             1  周明远  中国共产党湖南省委员会 书记  office.name 0.88
             2  周明远  no office                    name.known 0.99
            - 副省长 16-19: nobody stands beside it who would hold it (office.no-holder)
            - 市长 29-31: the letters of a post, but a longer word or the name of a body holds them \
        (office.in-word)

        2 mentions of 1 name; 2 candidates turned down

        """)
  }

  @Test func `on a terminal colours stand for the marks`() {
    let text = Self.text(Self.small, coloured: true)
    #expect(text.contains("\u{1B}[33m湖南省委书记\u{1B}[0m\u{1B}[1;36m周明远\u{1B}[0m¹、"))
    #expect(!text.contains("⟦"))
    var plain = text
    for code in ["\u{1B}[33m", "\u{1B}[1;36m", "\u{1B}[2m", "\u{1B}[0m"] {
      plain = plain.replacing(code, with: "")
    }
    let marks = Self.text(Self.small).filter { !"‹›⟦⟧".contains($0) }
    #expect(plain == marks)
  }

  @Test func `what an article brings along cannot steer a terminal`() {
    for coloured in [false, true] {
      let text = Self.text("湖南省委书记周明远\u{1B}[2J说\u{9B}31m。\u{202E}\u{7}", coloured: coloured)
      #expect(text.contains("\u{FFFD}[2J说\u{FFFD}31m。\u{FFFD}\u{FFFD}"))
      #expect(!text.contains("\u{1B}[2J"))
      #expect(!text.unicodeScalars.contains { [0x9B, 0x202E, 0x07].contains($0.value) })
    }
  }

  @Test(arguments: ["", "\n", "\n\n湖南省委书记", "周", "\u{0}", "²⟦周明远⟧"])
  func `small and odd texts are shown whole`(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = Self.text(text)
    for (number, line) in lines.enumerated() {
      #expect(shown.contains("[\(number)] \(Ink.safe(String(line)))".prefix(6)))
    }
  }

  @Test func `as JSON each candidate has its reason and what it lacks`() throws {
    let json = Self.examination("他同高明天见面，副省长没有来。").json
    let tree = try #require(JSONDocument(json.line).tree)
    let refusals = try #require(tree["refusals"]?.items)
    let weak = try #require(refusals.first { $0["reason"]?.text == "name.score-too-low" })
    #expect(weak["score"]?.value != .null && weak["least"]?.value != .null)
    let office = try #require(refusals.first { $0["reason"]?.text == "office.no-holder" })
    #expect(office["score"]?.value == .null)
    #expect(office["text"]?.text == "副省长")
    #expect(office["start"]?.integer == 8)
  }

  static let worlds: [(Bool, [String: String], Bool)] = [
    (true, ["TERM": "xterm-256color"], true),
    (false, ["TERM": "xterm-256color"], false),
    (true, [:], false),
    (true, ["TERM": "dumb"], false),
    (true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (true, ["TERM": "xterm", "NO_COLOR": ""], true),
  ]

  @Test(arguments: worlds)
  func `colours are for terminals that want them`(
    _ isTerminal: Bool, _ variables: [String: String], _ wanted: Bool
  ) {
    let ink = Ink(isTerminal: isTerminal, environment: Environment(variables))
    #expect(ink.isColoured == wanted)
  }

  @Test func `columns are as wide as a terminal shows them`() {
    #expect(Columns.aligned([["周明远", "a"], ["b", "c", ""]]) == ["周明远  a", "b       c  "])
    #expect(Columns.aligned([]) == [])
    #expect(Columns.aligned([["abcdef", "x"], ["a", "y"]], most: 2) == ["abcdef  x", "a   y"])
  }
}
