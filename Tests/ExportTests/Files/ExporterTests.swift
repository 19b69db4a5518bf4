import Model
import Storage
import Testing

@testable import Export

@Suite struct ExporterTests {
  /// Counts how often its cells are made.
  private struct Counted: TableRow {
    let counter: Counter
    static let tableName = "counted"
    static let title = Bilingual("", "")
    static let description = Bilingual("", "")
    static let columns: [Column<Counted>] = [
      Column("n", .integer, title: Bilingual("", ""), description: Bilingual("", "")) {
        $0.counter.next()
      }
    ]
    static let primaryKey: [String] = []
    static let foreignKeys: [ForeignKey] = []
  }

  private final class Counter: @unchecked Sendable {
    private var count = 0
    func next() -> Cell {
      count += 1
      return .integer(count)
    }
  }

  @Test func `the cells of a row are made once for all writers`() throws {
    let folder = try TemporaryFolder()
    let publication = try Publication(root: folder.path, runID: "r1")
    let exporter = try Exporter(
      [CSVWriter(), JSONLinesWriter()], tables: [Counted.table], in: publication.folder)
    let counter = Counter()
    for _ in 0..<3 { try exporter.write(Counted(counter: counter)) }
    _ = try exporter.finish()
    try publication.publish()
    #expect(try folder.read("runs/r1/counted.csv") == Array("n\r\n1\r\n2\r\n3\r\n".utf8))
    #expect(
      try folder.read("runs/r1/counted.jsonl")
        == Array("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n".utf8))
  }

  @Test func `a writer gets only the tables that it asks for`() throws {
    var csv = CSVWriter()
    csv.tables = ["mentions"]
    let export = try SampleExport([csv, JSONLinesWriter()])
    #expect(
      export.written.map(\.entry.name) == ["documents.jsonl", "mentions.csv", "mentions.jsonl"])
    #expect(export.written.map(\.rows) == [2, 3, 3])
    #expect(try export.verification().findings == [])
    csv.tables = ["mentions", "mention", "persons"]
    #expect(csv.unknownTables(among: Sample.tables) == ["mention", "persons"])
  }

  @Test func `the same rows and time give the same export, file by file`() throws {
    let exports = try (0..<2).map { _ in try SampleExport() }
    let names = try Disk.list(exports[0].path)
    #expect(names.count == 15)
    for name in names { #expect(try exports[0].read(name) == exports[1].read(name), "\(name)") }
  }

  @Test func `sums are of every file but themselves and run.json, in the order of bytes`() throws {
    let export = try SampleExport([CSVWriter(), BundleWriter()])
    let lines = try export.text("SHA256SUMS").split(separator: "\n")
    #expect(
      lines.map { String($0.dropFirst(66)) } == [
        "datapackage.json", "dibao.tar.gz", "documents.csv", "manifest.json", "mentions.csv",
      ])
    for line in lines {
      let content = try Disk.digest(of: export.path + "/" + line.dropFirst(66))
      #expect(line.prefix(66) == content.sha256 + "  ")
    }
    #expect(try export.text("SHA256SUMS").hasSuffix("\n"))
  }

  @Test func `the manifest's list tells of each file what the verifier needs`() throws {
    let export = try SampleExport([CSVWriter()])
    let files = try #require(JSONDocument(try export.read("manifest.json")).tree?["files"]?.items)
    #expect(
      files.map { $0["name"]?.text } == ["datapackage.json", "documents.csv", "mentions.csv"])
    #expect(files[1]["rows"]?.integer == 2)
    #expect(files[1]["table"]?.text == "documents")
    #expect(files[0]["rows"] == nil)
  }
}
