import Glibc
import Model
import Testing

@testable import Storage

/// Web archives: which documents they hold, and what is read of each.
@Suite struct WarcTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func walk() throws -> (files: [FoundFile], rejects: [Reject]) {
    let (files, rejects) = try FolderWalk([InputFolder(path: folder("in"))]).files()
    return (Array(files), rejects)
  }

  /// The pages of an archive, each as text or as the code of its reject.
  private func pages(_ archive: [UInt8], as name: String = "a.warc") throws -> [String] {
    try folder.write("in/" + name, archive)
    let (files, rejects) = try walk()
    var options = FetchOptions()
    options.maxBytes = 4_096
    let fetch = FetchLocal(options: options)
    var pages = files.map { file -> (String, String) in
      do throws(Reject) {
        return (file.path, String(decoding: try fetch.run(file).bytes, as: UTF8.self))
      } catch {
        return (error.path, error.code.rawValue)
      }
    }
    pages += rejects.map { ($0.path, $0.code.rawValue) }
    return pages.sorted { $0.0 < $1.0 }.map { $0.0.dropFirst(name.count) + " " + $0.1 }
  }

  private func reject(_ archive: [UInt8], as name: String = "a.warc") throws -> Reject {
    try folder.write("in/" + name, archive)
    return try #require(try walk().rejects.first)
  }

  /// In one member, a member a record, and in members that end anywhere.
  private func packed(_ records: [[UInt8]], _ way: String) throws -> [UInt8] {
    let all = Array(records.joined())
    switch way {
    case "plain": return all
    case "one member": return try folder.gzip(all)
    case "a member a record": return try records.flatMap { try folder.gzip($0) }
    default:
      return try stride(from: 0, to: all.count, by: 100).flatMap {
        try folder.gzip(Array(all[$0..<min($0 + 100, all.count)]))
      }
    }
  }

  private static let ways = ["plain", "one member", "a member a record", "blocks"]

  @Test(arguments: ways)
  func `each page of an archive is a document, however it is packed`(way: String) throws {
    let records = [
      Warc.information, Warc.request, Warc.page("one"), Warc.request, Warc.page("two"),
      Warc.page("three"),
    ]
    let name = way == "plain" ? "a.warc" : "a.warc.gz"
    let found = try pages(try packed(records, way), as: name)
    #expect(found == ["#000003 <p>one", "#000005 <p>two", "#000006 <p>three"])
  }

  @Test(arguments: ways)
  func `documents are read in any order`(way: String) throws {
    let records = (0..<30).map { Warc.page(String(repeating: "\($0) ", count: $0 * 5)) }
    try folder.write("in/a.WARC.gz", try packed(records, way == "plain" ? "one member" : way))
    let files = try walk().files
    #expect(files.count == 30)
    let fetch = FetchLocal()
    var numbers = SeededNumbers(7)
    for index in files.indices.shuffled(using: &numbers) {
      let text = String(decoding: try fetch.run(files[index]).bytes, as: UTF8.self)
      #expect(text == "<p>" + String(repeating: "\(index) ", count: index * 5))
    }
  }

  @Test func `a page knows where it was fetched and what its server called it`() throws {
    let records =
      Warc.record(Warc.answer("<p>x"), "WARC-Truncated: length")
      + Warc.record(Array("<p>y".utf8), kind: "resource", type: "text/html")
    try folder.write("in/a.warc", records)
    let files = try walk().files
    let first = try FetchLocal().run(files[0])
    #expect(first.capture?.address == "http://news.example/61.html")
    #expect(first.capture?.charset == "GBK")
    #expect(first.capture?.mediaType == "text/html")
    #expect(first.capture?.isCut == true)
    #expect(first.sha256 == Content(of: Array("<p>x".utf8)).sha256)
    let second = try FetchLocal().run(files[1])
    #expect(second.bytes == Array("<p>y".utf8))
    #expect(
      second.capture == Capture(address: "http://news.example/4.html", mediaType: "text/html"))
  }

  @Test func `a document's size is what its record takes of the file`() throws {
    let one = try folder.gzip(Warc.page("one"))
    let two = try folder.gzip(Warc.page("two, which is longer"))
    try folder.write("in/a.warc.gz", one + two)
    #expect(try walk().files.map(\.size) == [one.count, two.count])
  }

  static let others: [(String, [UInt8])] = [
    ("an image", Warc.record(Warc.answer([0xFF, 0xD8], type: "image/jpeg"))),
    ("a style sheet", Warc.record(Warc.answer(Array("a{}".utf8), type: "text/css"))),
    ("another answer", Warc.record(Warc.answer([], status: "404 Not Found"))),
    ("a move", Warc.record(Warc.answer([], status: "302 Found"))),
    ("a revisit", Warc.record(Warc.answer([]), kind: "revisit")),
    ("metadata", Warc.record(Array("<p>".utf8), kind: "metadata", type: "text/html")),
    ("a name", Warc.record(Array("news.example".utf8), type: "text/dns")),
    ("a text", Warc.record(Array("text".utf8), kind: "conversion", type: "text/plain")),
  ]

  @Test(arguments: others)
  func `records that are no pages are passed over`(name: String, record: [UInt8]) throws {
    #expect(try pages(record + Warc.page("page")) == ["#000002 <p>page"])
  }

  private static let page = Array("<p>Text, more than once: text, text, text.</p>".utf8)

  static let bodies: [(String, [UInt8])] = [
    ("chunks", Warc.answer(Warc.chunked(page), "Transfer-Encoding: chunked")),
    ("chunks joined", Warc.answer(page, "Transfer-Encoding: chunked")),
    ("gzip undone", Warc.answer(page, "Content-Encoding: gzip")),
    ("br undone", Warc.answer(page, "Content-Encoding: br")),
    ("zlib", Warc.answer(Warc.wrapped(page), "content-encoding: deflate")),
    ("deflate", Warc.answer(Warc.deflated(page), "Content-Encoding: deflate")),
    (
      "both",
      Warc.answer(
        Warc.chunked(Warc.wrapped(page)), "Content-Encoding: Deflate",
        "Transfer-Encoding: chunked")
    ),
    ("no type", Warc.answer(page, type: nil)),
  ]

  @Test(arguments: bodies)
  func `what a server does to send a page is undone`(name: String, answer: [UInt8]) throws {
    let found = try pages(Warc.record(answer))
    #expect(found == ["#000001 " + String(decoding: Self.page, as: UTF8.self)], "\(name)")
  }

  @Test func `gzip in chunks is undone`() throws {
    let body = Warc.chunked(try folder.gzip(Self.page), by: 20)
    let answer = Warc.answer(body, "Content-Encoding: gzip", "Transfer-Encoding: chunked")
    #expect(try pages(Warc.record(answer)).first?.hasSuffix("text.</p>") == true)
  }

  static let badBodies: [(String, [UInt8], String)] = [
    ("br", Warc.answer([0x8B, 0x02, 0x80, 3], "Content-Encoding: br"), "fetch.bad-record"),
    ("zstd", Warc.answer([0x28, 0xB5, 0x2F], "Content-Encoding: zstd"), "fetch.bad-record"),
    ("a cut chunk", cutChunk, "fetch.bad-record"),
    (
      "a cut stream",
      Warc.answer(Array(Warc.wrapped(page).dropLast(9)), "Content-Encoding: deflate"),
      "fetch.bad-record"
    ),
    ("too large", Warc.answer([UInt8](repeating: 65, count: 4_097)), "fetch.too-large"),
    ("much too large", Warc.answer([UInt8](repeating: 65, count: 500_000)), "fetch.too-large"),
    (
      "many times packed", Warc.answer([1, 2], "Content-Encoding: gzip, gzip, gzip, gzip, gzip"),
      "fetch.bad-record"
    ),
    ("empty", Warc.answer(Array(" \r\n".utf8)), "fetch.empty"),
    ("no head", Array("HTTP/1.1 200 OK\r\nA: b\r\n".utf8), "fetch.bad-record"),
    ("no answer", Array("what?\r\n\r\n".utf8), "fetch.bad-record"),
  ]
  private static let cutChunk = Warc.answer(
    Array(Warc.chunked(page).dropLast(9)), "Transfer-Encoding: chunked")

  @Test(arguments: badBodies)
  func `a page that cannot be unpacked is rejected, and no other`(
    name: String, answer: [UInt8], code: String
  ) throws {
    let found = try pages(Warc.record(answer) + Warc.page("page"))
    #expect(found == ["#000001 " + code, "#000002 <p>page"], "\(name)")
  }

  @Test func `a small answer that unpacks to much is rejected`() throws {
    let body = try folder.gzip([UInt8](repeating: 65, count: 200_000))
    let answer = Warc.answer(body, "Content-Encoding: gzip")
    #expect(try pages(Warc.record(answer)) == ["#000001 fetch.gzip-bomb"])
  }

  @Test func `an archive that changed since it was listed gives no page of it`() throws {
    try folder.write("in/a.warc", Warc.page("one"))
    let file = try walk().files[0]
    try folder.write("in/a.warc", Warc.information + Warc.page("one"))
    let reject = try #require(throws: Reject.self) { try FetchLocal().run(file) }
    #expect(reject.code == .changed)
  }

  @Test func `a page is named by its number in the archive`() throws {
    try folder.write("a.warc", Warc.information + Warc.page("one") + Warc.page("two"))
    try folder.write("b.warc", Warc.page("only"))
    let hints = InputHints(encoding: "gbk")
    let page = try FoundFile.named(folder("a.warc#3"), hints: hints).get()
    #expect(page.path == "a.warc#000003")
    #expect(page.hints == hints)
    #expect(try FetchLocal().run(page).bytes == Array("<p>two".utf8))
    #expect(try FoundFile.named(folder("b.warc"), hints: hints).get().path == "b.warc#000001")
    for name in ["a.warc", "a.warc#1", "a.warc#9", "c.warc"] {
      #expect(throws: StorageFailure.self) { try FoundFile.named(folder(name), hints: hints) }
    }
  }
}
