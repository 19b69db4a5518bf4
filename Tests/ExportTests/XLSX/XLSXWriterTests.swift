import Model
import Storage
import Testing

@testable import Export

@Suite struct XLSXWriterTests {
  /// The members of a workbook, by their names.
  private static func members(of export: SampleExport) throws -> [String: String] {
    let reader = try ZipReader(export.path + "/dibao.xlsx")
    var members: [String: [UInt8]] = [:]
    while try reader.next({ members[$0, default: []] += $1 }) {}
    return members.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private static func sheet(_ number: Int, of members: [String: String]) throws -> String {
    try #require(members["xl/worksheets/sheet\(number).xml"])
  }

  private static func count(_ part: String, in text: String) -> Int {
    text.ranges(of: part).count
  }

  @Test func `a codebook, then a sheet a table, each cell of its type`() throws {
    let members = try Self.members(of: SampleExport([XLSXWriter()]))
    let workbook = try #require(members["xl/workbook.xml"])
    let names = workbook.matches(of: /<sheet name="([a-z_0-9]+)"/).map { String($0.1) }
    #expect(names == ["codebook", "documents", "mentions"])
    let documents = try Self.sheet(2, of: members)
    #expect(documents.contains("<is><t>景俊海会见𠮷田一行</t></is>"))
    #expect(documents.contains("<is><t>要闻; 外事</t></is>"))
    #expect(documents.contains("<v>27</v>"))
    #expect(documents.contains("t=\"b\"><v>1</v>"))
    #expect(documents.contains("<v>44181</v>"))
    #expect(documents.contains("<is><t>2024-12</t></is>"))
    #expect(documents.contains("state=\"frozen\""))
    #expect(documents.contains("<autoFilter ref=\"A1:J3\"/>"))
    let codebook = try Self.sheet(1, of: members)
    #expect(codebook.contains("<is><t>What published_at holds.</t></is>"))
    #expect(
      codebook.contains("location=\"mentions!A1\"")
        || codebook.contains("location=\"'mentions'!A1\""))
    #expect(try Self.sheet(3, of: members).contains("<is><t>division; office</t></is>"))
  }

  @Test func `no cell is a formula`() throws {
    let texts = ["=1+1", "=HYPERLINK(\"http://x\")", "{=1}", "@a", "+1", "<f>1</f>"]
    let documents = texts.map { SampleDocument(id: "=\($0)", title: $0, tags: [$0], text: $0) }
    let members = try Self.members(of: SampleExport([XLSXWriter()], documents: documents))
    for (name, text) in members where name.hasPrefix("xl/worksheets/") {
      #expect(!text.contains("<f>") && !text.contains("<f "))
    }
    #expect(try Self.sheet(2, of: members).contains("<is><t>=1+1</t></is>"))
  }

  @Test func `rows past the limit go to further sheets, under titles of their own`() throws {
    var writer = XLSXWriter()
    writer.limits.rows = 2
    let mentions = (0..<5).map { SampleMention(id: "men_\($0)") }
    let members = try Self.members(of: SampleExport([writer], mentions: mentions))
    let workbook = try #require(members["xl/workbook.xml"])
    let names = workbook.matches(of: /<sheet name="([a-z_0-9]+)"/).map { String($0.1) }
    #expect(names == ["codebook", "documents", "mentions", "mentions_2", "mentions_3"])
    let rows = try [3, 4, 5].map { Self.count("<row ", in: try Self.sheet($0, of: members)) }
    #expect(rows == [3, 3, 2])
    #expect(try Self.sheet(5, of: members).contains("<is><t>mention_id</t></is>"))
    #expect(try Self.sheet(5, of: members).contains("<is><t>men_4</t></is>"))
  }

  @Test func `a sheet of too many bytes ends, though one row may be larger`() throws {
    var writer = XLSXWriter()
    writer.limits.bytes = 3000
    let documents = (0..<3).map {
      SampleDocument(id: "doc_\($0)", text: String(repeating: "字", count: 1000))
    }
    let members = try Self.members(of: SampleExport([writer], documents: documents, mentions: []))
    #expect(Self.count("<row ", in: try Self.sheet(2, of: members)) == 2)
    #expect(try #require(members["xl/workbook.xml"]).contains("\"documents_3\""))
  }

  @Test func `a cut text is marked and listed with its place`() throws {
    let long = String(repeating: "长", count: 40_000)
    let documents = [SampleDocument(id: "doc_a"), SampleDocument(id: "doc_b", text: long)]
    let members = try Self.members(of: SampleExport([XLSXWriter()], documents: documents))
    let list = try Self.sheet(4, of: members)
    #expect(try #require(members["xl/workbook.xml"]).contains("<sheet name=\"cut_cells\""))
    for text in ["documents", "J3", "text", "doc_b"] {
      #expect(list.contains("<is><t>\(text)</t>"))
    }
    #expect(list.contains("<v>40000</v>") && list.contains("<v>32767</v>"))
    #expect(Self.count("<row ", in: list) == 2)
    let kept = String(repeating: "长", count: 32_767)
    #expect(try Self.sheet(2, of: members).contains(">\(kept)<"))
  }

  @Test func `no time of the run and no file beside it is left`() throws {
    let export = try SampleExport([XLSXWriter()])
    let members = try Self.members(of: export)
    let core = try #require(members["docProps/core.xml"])
    #expect(Self.count("1980-01-01T00:00:00Z", in: core) == 2)
    #expect(
      Set(try Disk.list(export.path)) == [
        "dibao.xlsx", "manifest.json", "datapackage.json", "run.json", "SHA256SUMS",
      ])
  }
}
