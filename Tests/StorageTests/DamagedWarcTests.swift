import Model
import Testing

@testable import Storage

/// Web archives that are cut, damaged or lie: what is whole is read, the rest has its reason.
@Suite struct DamagedWarcTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The numbers of the pages, and the rejects.
  private func list(
    _ archive: [UInt8], as name: String = "a.warc"
  ) throws -> (pages: [String], rejects: [Reject]) {
    try folder.write("in/" + name, archive)
    let (files, rejects) = try FolderWalk([InputFolder(path: folder("in"))]).files()
    return (files.map { String($0.path.dropFirst(name.count)) }, rejects)
  }

  private static let block = Warc.answer("<p>text")

  static let lies: [(String, [UInt8], String)] = [
    ("too long", Warc.record(block, length: "90000"), "ends inside the record"),
    ("too short", Warc.record(block, length: "12"), "Content-Length is wrong"),
    ("negative", Warc.record(block, length: "-1"), "no length"),
    ("signed", Warc.record(block, length: "+80"), "no length"),
    ("a word", Warc.record(block, length: "many"), "no length"),
    ("erasing", Warc.record(block, length: "8\u{1B}\u{7F}\u{9B}0"), "no length (\"80\")"),
    ("endless", Warc.record(block, length: "99999999999999999999"), "no length"),
    ("missing", Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8), "no Content-Length"),
    ("a cut head", Array("WARC/1.0\r\nWARC-Type: resp".utf8), "ends inside the record's head"),
    (
      "an endless head", Array("WARC/1.0\r\n".utf8) + [UInt8](repeating: 65, count: 80_000),
      "head has no end"
    ),
    ("other bytes", Array("<html></html>".utf8), "Content-Length is wrong"),
  ]

  @Test(arguments: lies)
  func `what stands before a record that lies is read`(
    name: String, record: [UInt8], words: String
  ) throws {
    let (pages, rejects) = try list(Warc.page("one") + Warc.page("two") + record)
    // Bytes that belong to no record make the record before doubtful.
    let isBehind = name == "other bytes"
    #expect(pages == (isBehind ? ["#000001"] : ["#000001", "#000002"]), "\(name)")
    let reject = try #require(rejects.first)
    #expect(rejects.count == 1)
    #expect(reject.path == (isBehind ? "a.warc#000002" : "a.warc#000003"), "\(name)")
    #expect(reject.code == .badRecord)
    #expect(reject.detail.contains(words), "\(name): \(reject.detail)")
    #expect(reject.detail.hasPrefix("at byte "), "\(name): \(reject.detail)")
  }

  @Test(arguments: lies)
  func `what stands in members behind a record that lies is read`(
    name: String, record: [UInt8], words: String
  ) throws {
    let parts = [Warc.page("one"), record, Warc.page("three"), Warc.page("four")]
    let archive = try parts.flatMap { try folder.gzip($0) }
    let (pages, rejects) = try list(archive, as: "a.warc.gz")
    #expect(pages == ["#000001", "#000003", "#000004"], "\(name): \(rejects)")
    #expect(rejects.map(\.path) == ["a.warc.gz#000002"], "\(name)")
  }

  @Test func `an archive that is cut anywhere loses no page before the cut`() throws {
    let members = try (0..<4).map { try folder.gzip(Warc.page("page \($0)")) }
    let ends = [
      members[0].count, members[0].count + members[1].count,
      members[0].count + members[1].count + members[2].count,
    ]
    let archive = Array(members.joined())
    for end in stride(from: 4, to: archive.count, by: 37) {
      let (pages, rejects) = try list(Array(archive[..<end]), as: "a.warc.gz")
      let whole = ends.count { $0 <= end }
      #expect(pages.count == whole, "cut at \(end)")
      #expect(rejects.count == (ends.contains(end) ? 0 : 1), "cut at \(end)")
      #expect(rejects.allSatisfy { $0.code == .badGzip }, "cut at \(end)")
    }
  }

  @Test func `a checksum that is wrong is the fault of its own member`() throws {
    var members = try (0..<3).map { try folder.gzip(Warc.page("page \($0)")) }
    members[1][members[1].count - 6] ^= 1
    let (pages, rejects) = try list(Array(members.joined()), as: "a.warc.gz")
    #expect(pages == ["#000001"])
    #expect(rejects.map(\.path) == ["a.warc.gz#000002"])
    #expect(rejects.first?.detail.contains("what follows is not read") == true)
  }

  @Test func `bytes behind the last member are told and harm no page`() throws {
    let archive = try folder.gzip(Warc.page("one")) + Array("rubbish".utf8)
    let (pages, rejects) = try list(archive, as: "a.warc.gz")
    #expect(pages == ["#000001"])
    #expect(rejects.map(\.path) == ["a.warc.gz#000002"])
    #expect(rejects.map(\.code) == [.badGzip])
  }

  static let strangers: [(String, String, Reject.Code)] = [
    ("a.warc", "", .empty), ("a.warc", "<html></html>", .badRecord),
    ("a.warc.gz", "WARC/1.0\r\n", .badGzip), ("a.warc", "\r\n\r\n", .badRecord),
  ]

  @Test(arguments: strangers)
  func `a file that is no archive is rejected whole`(
    name: String, text: String, code: Reject.Code
  ) throws {
    let (pages, rejects) = try list(Array(text.utf8), as: name)
    #expect(pages == [])
    #expect(rejects.map(\.path) == [name])
    #expect(rejects.map(\.code) == [code])
  }

  @Test func `a packed file that is no archive is rejected whole, however many members it has`()
    throws
  {
    let member = try folder.gzip(Array("abc".utf8))
    let (pages, rejects) = try list(
      member + member + (try folder.gzip(Warc.page("x"))), as: "a.warc.gz")
    #expect(pages == [])
    #expect(rejects.map(\.path) == ["a.warc.gz"])
    #expect(rejects.map(\.code) == [.badRecord])
  }

  @Test func `an archive under another name is rejected, not read as a text`() throws {
    try folder.write("a.txt", Warc.page("one"))
    let file = FoundFile(path: "a.txt", location: folder("a.txt"), size: 0)
    let reject = try #require(throws: Reject.self) { try FetchLocal().run(file) }
    #expect(reject.code == .badRecord)
    #expect(reject.detail.contains(".warc"))
  }

  @Test func `after a thousand damaged records an archive is given up`() throws {
    let bad = try folder.gzip(Array("WARC/1.0\r\n\r\n".utf8))
    let archive = Array(repeatElement(bad, count: 1_200).joined())
    let rejects = try list(archive, as: "a.warc.gz").rejects
    #expect(rejects.count == WarcScan.mostFaults)
    #expect(rejects.last?.detail.contains("what follows is not read") == true)
  }

  @Test func `twenty thousand records that are no pages cost no memory`() throws {
    let many = try folder.gzip(Array(repeatElement(Warc.request, count: 2_000).joined()))
    let archive = Array(repeatElement(many, count: 10).joined()) + (try folder.gzip(Warc.page("x")))
    let (pages, rejects) = try list(archive, as: "a.warc.gz")
    #expect(pages == ["#020001"])
    #expect(rejects.isEmpty)
  }
}
