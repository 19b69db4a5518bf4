import Model
import Testing

@testable import Cleaning

@Suite struct HostileTests {
  private func code(_ file: RawFile) -> Reject.Code? {
    do {
      _ = try Cleaner().run(file)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `200,000 nested tags are refused`() {
    let nest = String(repeating: "<div>", count: 200_000)
    #expect(code(saved("<html><body>" + nest + "正文。")) == .badMarkup)
  }

  @Test func `50,000 attributes in one tag are refused before the parser sees them`() {
    let attributes = (0..<50_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(code(saved("<html><body><div \(attributes)>正文。</div>")) == .badMarkup)
  }

  @Test func `attributes written inside a script do not count`() throws {
    let script = "<script>if (a<b) { x " + String(repeating: "c d ", count: 2_000) + "}</script>"
    #expect(try lines(cleaned("<html><body>\(script)\(markup(2))</body></html>")) == paragraphs(2))
  }

  @Test func `a text of many megabytes is cut and says so`() throws {
    let text = String(repeating: paragraphs(1)[0], count: 30_000)
    let article = try cleaned("<html><body><p>\(text)</p></body></html>")
    #expect(article.quality.contains("page.truncated"))
    #expect(article.text.utf8.count <= 5 << 20)
  }

  @Test func `NUL bytes inside tags lose nothing`() throws {
    let article = try cleaned("<html><body><div cl\0ass='a'>\(markup(2))</di\0v></body></html>")
    #expect(lines(article) == paragraphs(2))
  }

  @Test func `entities that expand without end expand to nothing`() throws {
    let page = """
      <!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <html><body>\(markup(2))<p>&b;</p></body></html>
      """
    #expect(try cleaned(page).text.utf8.count < 1_000)
  }

  @Test func `front matter that is an alias bomb is read line by line`() throws {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = Array(repeating: " *a\(level - 1)", count: 9).joined(separator: ",")
      yaml += "a\(level): &a\(level) [\(items)]\n"
    }
    let article = try cleaned(
      "---\n\(yaml)title: 市政府部署防汛工作\n---\n\n\(paragraphs(1)[0])\n", as: "a.md")
    #expect(article.title == "市政府部署防汛工作")
    #expect(article.quality.contains("front-matter.damaged"))
  }

  private static let binaries: [(String, [UInt8])] = [
    ("PDF", Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0x41, count: 200)),
    ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 200)),
    ("ZIP", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 1, count: 200)),
    ("control characters", (0..<4_000).map { UInt8($0 % 7 + 1) }),
  ]

  @Test(arguments: binaries)
  func `a file that is no text is refused`(kind: String, bytes: [UInt8]) {
    #expect(code(saved(bytes: bytes, as: "a.html")) == .binary, "\(kind)")
  }

  @Test func `endless comments and stray brackets end in a reject`() {
    #expect(code(saved("<html><body><!--" + String(repeating: "x", count: 100_000))) == .noText)
    #expect(code(saved(String(repeating: "<", count: 100_000))) == .noText)
  }
}
