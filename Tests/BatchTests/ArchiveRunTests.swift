import Export
import Testing

@testable import Batch

/// A folder of crawls and saved pages, through the whole program.
@Suite struct ArchiveRunTests {
  private let folder: Folder
  private let binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
  }

  private func record(_ body: String, status: String = "200 OK", length: Int? = nil) -> [UInt8] {
    let block =
      "HTTP/1.1 \(status)\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    return Array(
      ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://hebin.example/\(body.utf8.count)\r\n"
        + "Content-Type: application/http\r\nContent-Length: \(length ?? block.utf8.count)\r\n\r\n"
        + block + "\r\n\r\n").utf8)
  }

  private func rows(_ table: String) throws -> [JSONTree] {
    try folder.read("out/current/\(table).jsonl").split(separator: "\n").map {
      try #require(JSONDocument(Array($0.utf8)).tree)
    }
  }

  @Test(arguments: ["1", "3"])
  func `each page of a crawl is a document, and nothing is lost`(jobs: String) throws {
    let page = Documents.articles[0].text
    let other = page.replacing("港口", with: "机场")
    try folder.write(
      "in/crawl.warc",
      record(page) + record("gone", status: "404 Not Found") + record(other) + record(page)
        + record("<p></p>") + record("cut", length: 5_000))
    try folder.write(
      "in/page.mht",
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        + "Content-Type: text/html\r\n\r\n"
        + page.replacing("港口", with: "粮库") + "\r\n--b--\r\n")
    let result = try binary.run(
      "run", "--input", "in", "--output", "out", "--write", "jsonl", "-j", jobs)
    #expect(result.code == 0, "\(result.words)")

    let documents = try rows("documents")
    #expect(
      documents.map { $0["path"]?.text } == ["crawl.warc#000001", "crawl.warc#000003", "page.mht"])
    #expect(documents[0]["url"]?.text == "http://hebin.example/\(page.utf8.count)")
    #expect(documents[0]["published_at"]?.text?.hasPrefix("2023-05-08") == true)
    let rejects = try rows("rejects")
    #expect(rejects.map { $0["path"]?.text } == ["crawl.warc#000005", "crawl.warc#000006"])
    #expect(rejects.map { $0["code"]?.text } == ["clean.no-text", "fetch.bad-record"])
    let manifest = try #require(JSONDocument(folder.bytes("out/current/manifest.json")).tree)
    #expect(manifest["input"]?["documents"]?.integer == 6)
    #expect(try binary.run("verify", "out").code == 0)
  }

  @Test func `one page of a crawl can be looked at`() throws {
    try folder.write("crawl.warc", record("x") + record(Documents.articles[0].text))
    let result = try binary.run("inspect", "crawl.warc#2", "--stage", "clean", "--json")
    #expect(result.code == 0, "\(result.words)")
    #expect(result.output.contains("海州市委书记到港口调研"))
    let several = try binary.run("inspect", "crawl.warc")
    #expect(several.code == 66)
    #expect(several.words.contains("crawl.warc#000001"))
  }
}
