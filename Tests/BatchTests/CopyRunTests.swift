import Export
import Testing

@testable import Batch

/// Whole pages of one article, through the whole program: which are copies, why, and what was edited.
@Suite struct CopyRunTests {
  private let folder: Folder
  private let binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
  }

  private static let paragraphs = [
    "8月2日，河滨市委书记齐远山到东渡县调研防汛工作，市长温若溪、副市长郝一舟陪同调研。",
    "齐远山沿着江堤走了四公里，看了三处险工险段，同值守的村民谈了夜里巡堤的班次和照明。",
    "他说，上游的水库要提前腾出库容，下游的蓄滞洪区要把群众的转移路线走上一遍，一户也不能漏。",
    "东渡县已备下编织袋二十万条、冲锋舟五十艘，县里的应急队伍有八百人，随时可以上堤。",
  ]

  /// A page with its own furniture: no two have a byte in common but the article's.
  private static func page(
    _ paragraphs: [String], outlet: String, day: String, canonical: String? = nil
  ) -> String {
    """
    <html><head><meta charset="utf-8"><title>齐远山到东渡县调研防汛_\(outlet)</title>
    <meta name="PubDate" content="\(day) 08:00:00">
    \(canonical.map { "<link rel=\"canonical\" href=\"\($0)\">" } ?? "")
    </head><body><div class="nav"><a href="/">\(outlet)首页</a> <a href="/a">要闻</a></div>
    <h1>齐远山到东渡县调研防汛</h1>
    <div class="info">\(day) 08:00　来源：\(outlet)</div>
    <div class="content">\(paragraphs.map { "<p>\($0)</p>" }.joined())</div>
    <div class="foot">责任编辑：\(outlet.prefix(2))编辑部　【打印】【关闭】</div></body></html>
    """
  }

  private func run() throws {
    let result = try binary.run("run", "--input", "in", "--output", "out", "--write", "jsonl")
    #expect(result.code == 0, "\(result.words)")
    #expect(try binary.run("verify", "out").code == 0)
  }

  private func rows(_ table: String) throws -> [JSONTree] {
    try folder.read("out/current/\(table).jsonl").split(separator: "\n").map {
      try #require(JSONDocument(Array($0.utf8)).tree)
    }
  }

  @Test
  func `pages of one canonical address are one article, though half of the text was rewritten`()
    throws
  {
    var rewritten = Self.paragraphs
    rewritten[1] = "江堤上的路灯换成了新的，夜里巡堤的人手也加了一倍，每两公里设一个值守点。"
    rewritten[2] = "市里要求水库腾库，要求蓄滞洪区演练转移，要求各县把责任落到每一个人头上。"
    rewritten[3] = "县里说物资都备齐了，人也都到位了。"
    try folder.write(
      "in/a.html",
      Self.page(
        Self.paragraphs, outlet: "河滨日报", day: "2023-08-02",
        canonical: "https://www.hebin.example/2023/0802/17.html"))
    try folder.write(
      "in/b.html",
      Self.page(
        rewritten, outlet: "东渡晚报", day: "2023-08-20",
        canonical: "http://m.hebin.example/2023/0802/17.html?utm_source=app#top"))
    try run()
    #expect(try rows("duplicates").map { $0["method"]?.text } == ["url"])
  }

  @Test func `pages of one text in another script and punctuation are the same text, and no edit`()
    throws
  {
    try folder.write(
      "in/a.html", Self.page(Self.paragraphs, outlet: "河滨日报", day: "2023-08-02"))
    try folder.write(
      "in/b.html",
      Self.page(
        Self.paragraphs.map {
          $0.replacing("，", with: ",").replacing("书记", with: "書記").replacing("调研", with: "調研")
        }, outlet: "东渡晚报", day: "2023-08-20"))
    try run()
    #expect(try rows("duplicates").map { $0["method"]?.text } == ["text"])
    #expect(try rows("edits").isEmpty)
  }

  @Test func `a name that is gone from a reprint is a row, with its sentence in the original`()
    throws
  {
    try folder.write(
      "in/a.html", Self.page(Self.paragraphs, outlet: "河滨日报", day: "2023-08-02"))
    var cut = Self.paragraphs
    cut[0] = cut[0].replacing("、副市长郝一舟", with: "")
    try folder.write("in/b.html", Self.page(cut, outlet: "东渡晚报", day: "2023-08-03"))
    try run()
    let edits = try rows("edits")
    func row(_ kind: String) throws -> JSONTree {
      try #require(edits.first { $0["kind"]?.text == kind })
    }
    #expect(try row("person")["op"]?.text == "removed")
    #expect(try row("person")["canonical_text"]?.text == "郝一舟")
    #expect(try row("person")["text"]?.text == Self.paragraphs[0])
    #expect(try row("person")["text_document_id"]?.text == row("person")["canonical_id"]?.text)
    #expect(edits.count { $0["kind"]?.text == "sentence" } == 1)
    let events = Set(try rows("events").compactMap { $0["event_cluster_id"]?.text })
    #expect(events.count < (try rows("events")).count)
    #expect(
      try rows("event_clusters").compactMap { $0["rule"]?.text }.first?.hasPrefix("copy") == true)
  }
}
