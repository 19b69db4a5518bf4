import Model
import Storage
import Testing

@testable import Export

/// What each format looks like, byte for byte.
@Suite struct WriterGoldenTests {
  private let documents = [
    SampleDocument(
      id: "doc_a", title: "=1+1, \"x\"", tags: ["a", "b"], characters: -3, quality: 0.25,
      isCanonical: true, publishedAt: "2024-12", script: "hans", text: " 省\r\n长/\u{2028}\u{0}"),
    SampleDocument(id: "doc_b", title: "", tags: [], text: "x"),
  ]

  @Test func `CSV for programs is RFC 4180 with every text untouched`() throws {
    let export = try SampleExport([CSVWriter()], documents: documents, mentions: [])
    #expect(
      try export.text("documents.csv")
        == "document_id,title,tags,characters,quality,is_canonical,published_at,script,"
        + "duplicate_of,text\r\n"
        + "doc_a,\"=1+1, \"\"x\"\"\",a; b,-3,0.25,true,2024-12,hans,,"
        + "\" 省\r\n长/\u{2028}\u{0}\"\r\n"
        + "doc_b,\"\",\"\",,,,,,,x\r\n")
    #expect(
      try export.text("mentions.csv")
        == "mention_id,document_id,paragraph,start,end,text,inferred\r\n")
  }

  @Test func `CSV for sheets has a mark, guards and tidy lines`() throws {
    var writer = CSVWriter()
    writer.profile = .excel
    let export = try SampleExport([writer], documents: documents, mentions: [])
    #expect(
      try export.read("documents.excel.csv")
        == Array(
          ("\u{FEFF}document_id,title,tags,characters,quality,is_canonical,published_at,script,"
            + "duplicate_of,text\r\n"
            + "doc_a,\"'=1+1, \"\"x\"\"\",a; b,-3,0.25,true,2024-12,hans,,"
            + "\" 省\n长/\u{2028}\"\r\n"
            + "doc_b,\"\",\"\",,,,,,,x\r\n").utf8))
    let file = try #require(export.written.first { $0.table == "documents" })
    #expect(file.changes.guarded == 1)
    #expect(file.changes.removedCharacters == 1)
    #expect(file.changes.cut == 0)
    #expect(file.rows == 2)
  }

  @Test func `headers are guarded too`() throws {
    let column = Column<SampleDocument>(
      "=x", .text, title: Bilingual("", ""), description: Bilingual("", "")
    ) { _ in .null }.description
    let table = TableDescription(
      name: "t", title: Bilingual("", ""), description: Bilingual("", ""), columns: [column],
      primaryKey: [], foreignKeys: [])
    var encoder = ExcelEncoder(table)
    var bytes: [UInt8] = []
    encoder.appendHeader(to: &bytes)
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("'=x\r\n".utf8))
  }

  @Test func `JSON Lines has every column in its order, null where nothing is`() throws {
    let export = try SampleExport([JSONLinesWriter()], documents: documents, mentions: [])
    #expect(
      try export.text("documents.jsonl") == #"""
        {"document_id":"doc_a","title":"=1+1, \"x\"","tags":["a","b"],"characters":-3,"quality":0.25,"is_canonical":true,"published_at":"2024-12","script":"hans","duplicate_of":null,"text":" 省\r\n长/\u2028\u0000"}
        {"document_id":"doc_b","title":"","tags":[],"characters":null,"quality":null,"is_canonical":null,"published_at":null,"script":null,"duplicate_of":null,"text":"x"}

        """#)
    #expect(try export.read("mentions.jsonl") == [])
  }

  @Test func `gzipped files hold the same bytes and carry no time and no name`() throws {
    let export = try SampleExport()
    for name in ["documents.csv", "mentions.jsonl"] {
      let zipped = try export.read(name + ".gz")
      #expect(try GzipReader.content(of: zipped) == export.read(name))
      #expect(zipped.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
    }
  }

  @Test func `rows past the limit of a sheet go into further parts, each with its header`() throws {
    var writer = CSVWriter()
    writer.profile = .excel
    writer.rowsPerPart = 2
    let documents = (1...5).map { SampleDocument(id: "doc_\($0)", title: "=\($0)", text: "") }
    let export = try SampleExport([writer], documents: documents, mentions: [])
    let names = export.written.map(\.entry.name)
    #expect(
      names == [
        "documents.excel.csv", "documents.excel.part2.csv", "documents.excel.part3.csv",
        "mentions.excel.csv",
      ])
    #expect(export.written.map(\.rows) == [2, 2, 1, 0])
    #expect(export.written.map(\.changes.guarded) == [2, 2, 1, 0])
    for name in names.prefix(3) { #expect(try export.text(name).hasPrefix("\u{FEFF}document_id,")) }
    #expect(try export.text("documents.excel.part3.csv").hasSuffix("\r\ndoc_5,'=5,,,,,,,,\"\"\r\n"))
    #expect(try export.verification().findings == [])
  }

  @Test func `exactly the limit of rows makes one part`() throws {
    var writer = CSVWriter()
    writer.profile = .excel
    writer.rowsPerPart = 2
    let export = try SampleExport([writer])
    #expect(export.written.map(\.rows) == [2, 2, 1])
  }

  @Test func `a bag holds its tag files first, then the export as its payload`() throws {
    var bag = BundleWriter()
    bag.isBag = true
    let export = try SampleExport([CSVWriter(), bag])
    let archive = try TarReader(export.path + "/dibao.tar.gz")
    var names: [String] = []
    var texts: [String: String] = [:]
    while let entry = try archive.next() {
      names.append(entry.name)
      var bytes: [UInt8] = []
      try archive.forEachPiece { piece throws(StorageFailure) in bytes += piece }
      texts[entry.name] = String(decoding: bytes, as: UTF8.self)
    }
    let payload = [
      "manifest.json", "datapackage.json", "documents.csv", "mentions.csv",
    ].map { "dibao/data/" + $0 }
    #expect(
      names == [
        "dibao/", "dibao/bagit.txt", "dibao/bag-info.txt", "dibao/manifest-sha256.txt",
        "dibao/tagmanifest-sha256.txt", "dibao/data/",
      ] + payload)
    let size = payload.reduce(0) { $0 + (texts[$1]?.utf8.count ?? 0) }
    #expect(texts["dibao/bag-info.txt"]?.contains("Payload-Oxum: \(size).4\n") == true)
    for name in payload {
      let sum = Content(of: Array((texts[name] ?? "").utf8)).sha256
      let line = "\(sum)  \(name.dropFirst("dibao/".count))\n"
      #expect(texts["dibao/manifest-sha256.txt"]?.contains(line) == true)
    }
    #expect(try export.verification().findings == [])
  }

  @Test func `a bundle holds the description first, then the sums, then the tables`() throws {
    let export = try SampleExport([CSVWriter(), JSONLinesWriter(), BundleWriter()])
    let archive = try TarReader(export.path + "/dibao.tar.gz")
    var names: [String] = []
    var sums: [UInt8] = []
    while let entry = try archive.next() {
      names.append(entry.name)
      if entry.name == "dibao/SHA256SUMS" {
        try archive.forEachPiece { piece throws(StorageFailure) in sums += piece }
      }
    }
    #expect(
      names == [
        "dibao/", "dibao/manifest.json", "dibao/datapackage.json", "dibao/SHA256SUMS",
        "dibao/documents.csv", "dibao/documents.jsonl", "dibao/mentions.csv",
        "dibao/mentions.jsonl",
      ])
    let listed = String(decoding: sums, as: UTF8.self).split(separator: "\n")
    #expect(
      listed.map { String($0.dropFirst(66)) } == [
        "datapackage.json", "documents.csv", "documents.jsonl", "manifest.json", "mentions.csv",
        "mentions.jsonl",
      ])
  }
}
