import Model
import Testing

@testable import Cleaning

/// Pages in what browsers and crawlers save them in.
@Suite struct SavedPageTests {
  private static let address = "http://news.hebin.example/2024-07/01/c_100.htm"

  private func page(_ head: String = "", title: String = "市政府部署防汛工作") -> String {
    """
    <html><head><title>\(title)</title>\(head)</head><body><h1>\(title)</h1>
    <div class="info">2024-07-01 08:30 来源：河滨日报</div><div class="txt">\(markup(3))</div></body></html>
    """
  }

  // MARK: Notes of browsers

  static let notes: [(String, String)] = [
    (
      "<!--\n Page saved with SingleFile \n url: \(address) \n saved date: Tue Jul 02 2024 \n-->",
      address
    ),
    ("<!-- saved from url=(0046)\(address) -->", address),
    ("<!-- saved from url=(0014)about:internet -->", ""),
    (
      "<!-- Mirrored from news.hebin.example/a/b.html by HTTrack Website Copier/3.x [XR&CO'2014] -->",
      "http://news.hebin.example/a/b.html"
    ),
    ("<!-- just a comment -->", ""),
  ]

  @Test(arguments: notes)
  func `the note of who saved a page tells its address`(note: String, address: String) throws {
    let article = try cleaned("<!DOCTYPE html> <html lang=zh>\(note)" + page())
    #expect(article.url ?? "" == address)
    #expect(lines(article) == paragraphs(3))
    #expect(article.publishedAt == "2024-07-01T08:30")
  }

  @Test func `pictures inside the markup are no text and take no part`() throws {
    let data = String(repeating: "iVBORw0KGgo+/AAAA", count: 60_000)
    let article = try cleaned(
      page("<style>a{background:url(data:image/png;base64,\(data))}</style>")
        .replacing("<h1>", with: "<img src=data:image/png;base64,\(data)><h1>"))
    #expect(lines(article) == paragraphs(3))
    #expect(article.title == "市政府部署防汛工作")
  }

  static let texts: [(String, String)] = [
    ("", ""), ("a;base64,", "a;base64,"),
    ("data:image/png;base64,AAAA", "data:image/png;base64,AAAA"),
    ("x data:;base64,\(long) y", "x data:;base64, y"),
    ("data:a/b;c=d;base64,\(long)", "data:a/b;c=d;base64,"),
    (
      "(data:a/b;base64,\(long))(data:a/b;base64,\(long))好", "(data:a/b;base64,)(data:a/b;base64,)好"
    ),
    ("metadata;base64,\(long)", "metadata;base64,\(long)"),
  ]
  private static let long = String(repeating: "Ab9+/%", count: 60)

  @Test(arguments: texts)
  func `only long data is taken out of a text`(text: String, expected: String) {
    var bytes = Array(text.utf8)
    DataAddresses.empty(in: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  // MARK: Web archives

  private func captured(
    _ bytes: [UInt8], as path: String = "crawl-20240808.warc.gz#000017", _ capture: Capture
  ) throws -> Article {
    var file = saved(bytes: bytes, as: path)
    file.capture = capture
    return try Cleaner().run(file)
  }

  @Test func `a page that states no address has that of the crawl`() throws {
    let capture = Capture(address: Self.address, mediaType: "text/html")
    #expect(try captured(Array(page().utf8), capture).url == Self.address)
    let own = "<link rel=canonical href=\"https://hebin.example/1\">"
    #expect(try captured(Array(page(own).utf8), capture).url == "https://hebin.example/1")
  }

  @Test func `the name of an archive is no date of its pages`() throws {
    let text = page().replacing("2024-07-01 08:30", with: "")
    let article = try captured(Array(text.utf8), Capture(mediaType: "text/html"))
    #expect(article.publishedAt == nil)
    let dated = try captured(
      Array(text.utf8), Capture(address: Self.address, mediaType: "text/html"))
    #expect(dated.publishedAt == "2024-07-01")
    #expect(dated.publishedBasis == .url)
  }

  @Test func `what a server calls HTML is read as HTML`() throws {
    let article = try captured(
      Array("<div>\(markup(3))</div>".utf8), Capture(mediaType: "text/html", isCut: true))
    #expect(article.format == .html)
    #expect(lines(article) == paragraphs(3))
    #expect(article.quality.contains("page.truncated"))
  }

  static let charsets: [(String, String, String, String)] = [
    ("server alone", "big5", "", "BIG5"), ("both agree", "big5", "big5", "BIG5"),
    ("the page is right", "gb2312", "big5", "BIG5"), ("the server is right", "big5", "gbk", "BIG5"),
    ("valid UTF-8 is stronger", "big5", "gbk", "UTF-8"), ("no such set", "x-y", "big5", "BIG5"),
  ]

  @Test(arguments: charsets)
  func `what a server says of the encoding is a hint`(
    name: String, served: String, stated: String, real: String
  ) throws {
    let text = page("<meta charset=\"\(stated)\">", title: "市政府部署防汛工作")
      .replacing("责", with: "事").replacing("议", with: "事").replacing("务", with: "事")
    let traditional = text.map { Self.traditional[$0] ?? $0 }
    let bytes = try #require(
      Converter.bytes(of: Array(String(traditional).utf8), in: real), "\(name)")
    let article = try captured(bytes, Capture(charset: served, mediaType: "text/html"))
    #expect(article.encoding == real.lowercased(), "\(name)")
    #expect(article.title == "市政府部署防汛工作")
  }

  /// What of the paragraphs Big5 has not.
  private static let traditional: [Character: Character] = [
    "滨": "濱", "开": "開", "会": "會", "议": "議", "务": "務", "阶": "階", "讲": "講", "话": "話",
    "县": "縣", "区": "區", "负": "負", "参": "參", "长": "長", "来": "來", "报": "報", "责": "責",
    "研": "研", "常": "常",
  ]

  // MARK: MHTML

  private func mail(_ head: String, _ parts: [(head: String, body: String)], end: Bool = true)
    -> String
  {
    let bodies = parts.map { "--=_b\r\n\($0.head)\r\n\r\n\($0.body)\r\n" }.joined()
    return
      "\(head)\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"=_b\"\r\n\r\n"
      + bodies + (end ? "--=_b--\r\n" : "")
  }

  private func quoted(_ text: String) -> String {
    var lines = ""
    for (index, byte) in text.utf8.enumerated() {
      if index % 20 == 19 { lines += "=\r\n" }
      let digits = String(byte, radix: 16, uppercase: true)
      lines +=
        byte < 0x80 && byte != 0x3D && byte > 0x20
        ? String(UnicodeScalar(byte)) : "=" + (digits.count < 2 ? "0" : "") + digits
    }
    return lines
  }

  @Test(arguments: ["page.mht", "page.mhtml", "page.html", "page"])
  func `the page is taken out of MHTML, whatever its name`(path: String) throws {
    let text = mail(
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: \(Self.address)",
      [
        (
          "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable",
          quoted(page())
        ),
        ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "iVBORw0KGgo="),
      ])
    let article = try cleaned(text, as: path)
    #expect(lines(article) == paragraphs(3))
    #expect(article.title == "市政府部署防汛工作")
    #expect(article.url == Self.address)
    #expect(article.format == .html)
    #expect(article.quality == [])
  }

  @Test func `a part has an encoding and an address of its own`() throws {
    let gbk = try #require(Converter.bytes(of: Array(page().utf8), in: "GBK"))
    let head = Array(
      mail(
        "From: me",
        [
          (
            "Content-Type: text/html;\r\n\tcharset=\"gb2312\"\r\nContent-Transfer-Encoding: 8bit"
              + "\r\nContent-Location: \(Self.address)", "@"
          )
        ]
      ).utf8)
    let at = try #require(head.lastIndex(of: UInt8(ascii: "@")))
    let article = try Cleaner().run(
      saved(bytes: head[..<at] + gbk + head[(at + 1)...], as: "page.mht"))
    #expect(article.encoding == "gb18030")
    #expect(article.url == Self.address)
    #expect(lines(article) == paragraphs(3))
  }

  @Test func `of frames the one with most text is the article`() throws {
    let html = "Content-Type: text/html"
    let text = mail(
      "Subject: x",
      [
        (html, "<html><FRAMESET cols=2><frame src=a><frame src=b></FRAMESET></html>"),
        (html, "<html><body><ul><li><a href=/>首页</a></ul></body></html>"),
        (html + "\r\nContent-Location: \(Self.address)", page()),
      ])
    let article = try cleaned(text, as: "page.mht")
    #expect(lines(article) == paragraphs(3))
    #expect(article.url == Self.address)
  }

  @Test func `parts within parts, and a root that is named`() throws {
    let inner =
      "--in\r\nContent-Type: text/plain\r\n\r\nshort\r\n--in\r\nContent-Type: text/html\r\n"
      + "Content-ID: <root>\r\n\r\n\(page())\r\n--in--"
    let text = mail(
      "Subject: x",
      [
        ("Content-Type: text/html", "<p>another</p>"),
        ("Content-Type: multipart/alternative; boundary=in", inner),
      ]
    ).replacing("boundary=\"=_b\"", with: "start=\"<root>\"; boundary=\"=_b\"")
    #expect(lines(try cleaned(text, as: "page.mht")) == paragraphs(3))
  }

  @Test func `the boundaries of MHTML part no digest`() {
    let item = (head: "Content-Type: text/plain\r\n标题：河滨新闻\r\n来源：河滨日报", body: markup(1))
    let file = saved(mail("Subject: x", [item, item, item]), as: "page.mht")
    #expect(Digest.articles(in: file) { _ in "" }.map(\.path) == ["page.mht"])
  }

  @Test func `a file that is cut is read and marked`() throws {
    let text = mail("Subject: x", [("Content-Type: text/html", page())], end: false)
    let article = try cleaned(text, as: "page.mht")
    #expect(lines(article) == paragraphs(3))
    #expect(article.quality.contains("page.truncated"))
  }

  @Test func `MHTML without a page is rejected, a page under its name is a page`() throws {
    let text = mail("Subject: x", [("Content-Type: image/png", "x")])
    let reject = try #require(throws: Reject.self) { try cleaned(text, as: "page.mht") }
    #expect(reject.code == .noText)
    #expect(lines(try cleaned(page(), as: "page.mht")) == paragraphs(3))
  }

  static let encoded: [(String, String)] = [
    ("=E6=B2=B3", "河"), ("a=\r\nb", "ab"), ("a= \t\nb", "ab"), ("a=", "a"), ("1=2", "1=2"),
    ("=3d=3D", "=="), ("a=\rb", "ab"),
  ]

  @Test(arguments: encoded)
  func `quoted-printable is undone as far as it goes`(text: String, expected: String) {
    let bytes = TransferEncoding.quotedPrintable(Array(text.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [("5rKz", "河"), ("5r\r\nKz!", "河"), ("YQ==YQ==", "aa"), ("", ""), ("=", "")])
  func `base64 is undone as far as it goes`(text: String, expected: String) {
    let bytes = TransferEncoding.base64(Array(text.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `a million boundaries, and parts without an end, take no time`() throws {
    let many = String(repeating: "--=_b\r\n", count: 300_000)
    let text = mail("Subject: x", [("Content-Type: text/html", page())]) + many
    #expect(lines(try cleaned(text, as: "page.mht")) == paragraphs(3))
    let before = mail("Subject: x", []).dropLast(8) + many
    #expect(throws: Reject.self) { try cleaned(String(before), as: "page.mht") }
    var nested = page()
    for depth in 0..<200 {
      nested = "Content-Type: multipart/mixed; boundary=b\(depth)\r\n\r\n--b\(depth)\r\n" + nested
    }
    #expect(throws: Reject.self) { try cleaned("MIME-Version: 1.0\r\n" + nested, as: "page.mht") }
  }
}
