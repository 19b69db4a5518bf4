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

  @Test func `aliases without a space before them are an alias bomb too`() throws {
    var yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      yaml += "a\(level): &a\(level) [\(items)]\n"
    }
    // As a key, the last list would be hashed with all that is in it.
    let article = try cleaned(
      "---\ntitle: 市政府部署防汛工作\n\(yaml)b: [*a9: x]\n---\n\n\(paragraphs(1)[0])\n", as: "a.md")
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

  @Test func `an attribute of 10 MB is left out`() throws {
    let value = String(repeating: "a b ", count: 2_500_000)
    let article = try cleaned("<html><body><div class='\(value)'>\(markup(2))</div></body></html>")
    #expect(lines(article) == paragraphs(2))
  }

  @Test func `an article behind a script of 40 MB is read`() throws {
    let script = String(repeating: "x('<p>'); ", count: 4_000_000)
    let page = "<html><body><script>\(script)</script>\(markup(2))</body></html>"
    #expect(try lines(cleaned(page)) == paragraphs(2))
  }

  @Test func `unmatched end tags lose nothing`() throws {
    let ends = String(repeating: "</b></i>", count: 20_000)
    #expect(try lines(cleaned("<html><body>\(ends)\(markup(2))</body></html>")) == paragraphs(2))
  }

  @Test func `a quotation mark that never closes takes only its own attribute`() throws {
    let page = "<html><body><div class=\"page><p title='x>\(markup(2))</div></body></html>"
    #expect(try lines(cleaned(page)) == paragraphs(2))
  }

  @Test func `a document type with declarations is no text`() throws {
    let page = """
      <!DOCTYPE html PUBLIC "-//W3C//DTD [x]//EN" [
        <!ENTITY a "aaaa]>"> <!-- ]> -->
        <!ENTITY b SYSTEM 'file:///etc/passwd'>
      ]>
      <html><body>\(markup(2))</body></html>
      """
    #expect(try lines(cleaned(page)) == paragraphs(2))
  }

  @Test func `comments between and within paragraphs are gone, a last one never closes`() throws {
    let comment = "<!-- <p>不是正文。</p> -- > -->"
    let page = "<html><body>\(comment)\(markup(2))\(comment)<!-- \(markup(3))"
    #expect(try lines(cleaned(page)) == paragraphs(2))
  }

  @Test func `a title of megabytes is none`() throws {
    let title = String(repeating: "标题_", count: 100_000)
    let page = "<html><head><title>\(title)</title></head><body>\(markup(2))</body></html>"
    #expect(try lines(cleaned(page)) == paragraphs(2))
  }

  @Test func `a row of opening brackets in Markdown is text`() throws {
    let row = String(repeating: "[", count: 5_000)
    let article = try cleaned("\(row)\n\n\(paragraphs(1)[0])\n", as: "a.md")
    #expect(article.text.contains(paragraphs(1)[0]))
  }

  @Test func `marks of direction, tags and characters that are none do not show`() throws {
    let hidden = "\u{7F}\u{9B}\u{2066}\u{2069}\u{206A}\u{E0041}\u{FFFE}\u{FFFF}"
    let page = "<html><body>" + markup(2).replacing("。", with: hidden + "。") + "</body></html>"
    #expect(try lines(cleaned(page)) == paragraphs(2))
  }
}
