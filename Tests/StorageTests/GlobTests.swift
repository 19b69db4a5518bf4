import Testing

@testable import Storage

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.html", "a.html"), ("*.html", "2024/05/a.html"), ("a.html", "x/a.html"),
    ("/a.html", "a.html"), ("2024/*.html", "2024/a.html"), ("**/*.html", "a.html"),
    ("**/*.html", "x/y/a.html"), ("2024/**", "2024/05/a.html"), ("**", "x/a.html"),
    ("2024/**/a.html", "2024/a.html"), ("2024/**/a.html", "2024/1/2/a.html"),
    ("a?.txt", "a1.txt"), ("a?.txt", "a报.txt"), ("[a-c].md", "b.md"), ("[!a-c].md", "d.md"),
    ("[]a].md", "].md"), ("[a-].md", "-.md"), ("[一-龥]*.md", "报.md"),
    ("*.{html,md}", "a.md"), ("{a,b/**}/c", "b/x/c"), ("*.{md,htm{,l}}", "a.htm"),
    ("*.{md,htm{,l}}", "a.html"), (#"\*.md"#, "*.md"), (#"\{a\}"#, "{a}"), ("a**b", "axxb"),
    ("吉林/*.html", "吉林/要闻.html"), ("*", ".hidden"),
  ])
  func `a pattern stands for a path`(pattern: String, path: String) throws {
    #expect(try Glob(pattern).matches(path))
  }

  @Test(arguments: [
    ("*.html", "a.HTML"), ("*.html", "a.html.gz"), ("/a.html", "x/a.html"),
    ("2024/*.html", "2024/05/a.html"), ("2024/*.html", "x/2024/a.html"),
    ("a?.txt", "a/.txt"), ("[a-c].md", "d.md"), ("[!a-c].md", "b.md"), ("x[/]y", "x/y"),
    ("2024/**/a.html", "2024/xa.html"), ("a**b", "a/b"), ("*.{html,md}", "a.txt"),
    ("drafts/", "drafts"), (#"\*.md"#, "a.md"), ("**/b", "ab"),
  ])
  func `a pattern does not stand for another path`(pattern: String, path: String) throws {
    #expect(try !Glob(pattern).matches(path))
  }

  @Test func `a pattern that ends in a slash is for folders`() throws {
    let glob = try Glob("drafts/")
    #expect(glob.matches("x/drafts", isFolder: true))
    #expect(!glob.matches("x/drafts", isFolder: false))
  }

  @Test func `a hidden name needs its dot spelt out`() throws {
    func matches(_ pattern: String, _ path: String) throws -> Bool {
      try Glob(pattern).matches(GlobPath(Array(path.utf8)), isFolder: false, hidden: false)
    }
    #expect(try !matches("*.html", ".a.html"))
    #expect(try !matches("**/*.html", ".cache/a.html"))
    #expect(try !matches("[.]a.html", ".a.html"))
    #expect(try matches(".*.html", ".a.html"))
    #expect(try matches(".cache/*.html", ".cache/a.html"))
    #expect(try matches("**/.cache/**", "x/.cache/y/a.html"))
  }

  @Test func `only a pattern that spells a dot names hidden things`() throws {
    #expect(try Glob(".cache/**").namesHidden)
    #expect(try Glob("a/{b,.c}/d").namesHidden)
    #expect(try !Glob("*.html").namesHidden)
  }

  @Test(arguments: [
    ("", Glob.Problem.Reason.empty, 0), ("a[bc", .openBracket, 1), ("a{b,c", .openBrace, 1),
    ("报}", .closingBrace, 1), ("ab\\", .trailingBackslash, 2), ("[z-a]", .reversedRange, 1),
    (String(repeating: "{a,b}", count: 10), .tooMany, 45),
  ])
  func `a text that is no pattern says why and where`(
    text: String, reason: Glob.Problem.Reason, position: Int
  ) {
    #expect(throws: Glob.Problem(reason: reason, position: position)) { try Glob(text) }
  }

  @Test func `many stars over a long name come to an end`() throws {
    let pattern = String(repeating: "*a", count: 200) + "b"
    #expect(try !Glob(pattern).matches(String(repeating: "a", count: 1000)))
  }
}
