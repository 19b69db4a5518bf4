import Glibc
import Model
import Storage
import Testing

@testable import Export

@Suite struct VerifierTests {
  /// A fault put into a whole export, and what is to be found of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: Finding.Code
    let file: String
    let plant: @Sendable (SampleExport) throws -> Void

    init(
      _ description: String, _ code: Finding.Code, in file: String,
      plant: @escaping @Sendable (SampleExport) throws -> Void
    ) {
      testDescription = description
      self.code = code
      self.file = file
      self.plant = plant
    }

    static func edit(
      _ description: String, _ code: Finding.Code, in file: String, _ old: String, _ new: String,
      of edited: String? = nil
    ) -> Fault {
      Fault(description, code, in: file) { export in
        let name = edited ?? file
        let before = try export.read(name)
        try export.edit(name, old, new)
        try #require(try export.read(name) != before, "the fault was not planted")
      }
    }

    static func delete(
      _ description: String, _ code: Finding.Code, in file: String, _ name: String
    ) -> Fault {
      Fault(description, code, in: file) { export in
        try #require(remove(export.path + "/" + name) == 0)
      }
    }
  }

  static let faults: [Fault] = [
    .delete("no sums", .sumsMissing, in: "SHA256SUMS", "SHA256SUMS"),
    .edit("sums with one space", .sumsMalformed, in: "SHA256SUMS", "  mani", " mani"),
    .edit("sums in capitals", .sumsMalformed, in: "SHA256SUMS", "  manifest", "A  manifest"),
    Fault("sums without a last newline", .sumsMalformed, in: "SHA256SUMS") {
      try $0.write($0.read("SHA256SUMS").dropLast(), to: "SHA256SUMS")
    },
    Fault("sums out of order", .sumsOrder, in: "SHA256SUMS") {
      let lines = try $0.text("SHA256SUMS").split(separator: "\n").reversed()
      try $0.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "SHA256SUMS")
    },
    Fault("sums of a file twice", .sumsOrder, in: "SHA256SUMS") {
      let line = try $0.text("SHA256SUMS").split(separator: "\n").last ?? ""
      try $0.write($0.read("SHA256SUMS") + Array((line + "\n").utf8), to: "SHA256SUMS")
    },
    .delete("a file that is gone", .sumsAbsent, in: "SHA256SUMS", "documents.csv"),
    Fault("a file too many", .sumsUnlisted, in: "notes.txt") {
      try $0.write([0x61], to: "notes.txt")
    },
    .edit("one changed byte", .sumsMismatch, in: "documents.csv", "转载", "转戴"),
    .edit("one changed byte of the package", .sumsMismatch, in: "datapackage.json", "列", "行"),
    .delete("no manifest", .manifestMissing, in: "manifest.json", "manifest.json"),
    .edit(
      "manifest with a trailing comma", .manifestMalformed, in: "manifest.json", "true,", "true,,"),
    .edit("manifest without files", .manifestMalformed, in: "manifest.json", "\"files\"", "\"f\""),
    .edit(
      "manifest entry without a name", .manifestMalformed, in: "manifest.json", "\"name\"", "\"n\""),
    .delete("a file of the manifest is gone", .manifestAbsent, in: "manifest.json", "mentions.csv"),
    Fault("a file beside the manifest", .manifestUnlisted, in: "notes.txt") {
      try $0.write([0x61], to: "notes.txt")
    },
    .edit(
      "rows of the manifest", .manifestMismatch, in: "mentions.jsonl", "\"rows\": 3", "\"rows\": 4",
      of: "manifest.json"),
    .edit("bytes against the manifest", .manifestMismatch, in: "mentions.csv", "景俊海", "景俊海景"),
    .delete("no package", .packageMissing, in: "datapackage.json", "datapackage.json"),
    .edit("package that is cut", .packageMalformed, in: "datapackage.json", "\"resources\": [", ""),
    .edit(
      "package without resources", .packageMalformed, in: "datapackage.json", "\"resources\"",
      "\"r\""),
    .edit(
      "resource without a path", .packageMalformed, in: "datapackage.json", "\"path\"", "\"p\""),
    .edit(
      "a resource that is not there", .packageAbsent, in: "datapackage.json", "\"documents.csv\"",
      "\"d.csv\""),
    .edit(
      "a file that is no resource", .packageUnlisted, in: "documents.csv", "\"documents.csv\"",
      "\"d.csv\"",
      of: "datapackage.json"),
    .edit(
      "rows of the package", .packageMismatch, in: "documents.csv", "\"dibao:rows\": 2",
      "\"dibao:rows\": 20", of: "datapackage.json"),
    .edit(
      "another column in the package", .packageMismatch, in: "mentions.jsonl", "\"paragraph\"",
      "\"p\"",
      of: "datapackage.json"),
    Fault("a gzip stream that is cut", .fileUnreadable, in: "documents.csv.gz") {
      try $0.write($0.read("documents.csv.gz").dropLast(9), to: "documents.csv.gz")
    },
    Fault("a gzip stream with a flipped bit", .fileUnreadable, in: "mentions.jsonl.gz") {
      var bytes = try $0.read("mentions.jsonl.gz")
      bytes[bytes.count / 2] ^= 1
      try $0.write(bytes, to: "mentions.jsonl.gz")
    },
    .edit("LF for CR LF", .fileMalformed, in: "documents.csv", "\r\n", "\n"),
    .edit("an open quote", .fileMalformed, in: "documents.excel.csv", "\"吉林", "吉林"),
    .edit(
      "a key twice in a line", .fileMalformed, in: "mentions.jsonl", "\"start\":6,",
      "\"start\":6,\"start\":6,"),
    .edit("a blank line", .fileMalformed, in: "mentions.jsonl", "}\n", "}\n\n"),
    Fault("no newline at the end", .fileMalformed, in: "documents.jsonl") {
      try $0.write($0.read("documents.jsonl").dropLast(), to: "documents.jsonl")
    },
    .edit(
      "a list for an object", .fileMalformed, in: "mentions.jsonl", "{\"mention_id\":\"men_a\"",
      "[]\n{\"mention_id\":\"men_a\""),
    .edit(
      "a mark in the data profile", .fileEncoding, in: "documents.csv", "document_id,",
      "\u{FEFF}document_id,"),
    .edit("no mark in the sheet profile", .fileEncoding, in: "documents.excel.csv", "\u{FEFF}", ""),
    Fault("bytes that are not UTF-8 in CSV", .fileEncoding, in: "documents.csv") {
      try cut($0, "documents.csv")
    },
    Fault("bytes that are not UTF-8 in JSON", .fileEncoding, in: "documents.jsonl") {
      try cut($0, "documents.jsonl")
    },
    .edit("columns in another order", .tableHeader, in: "mentions.csv", "start,end", "end,start"),
    .edit("a column less in a sheet", .tableHeader, in: "mentions.excel.csv", ",inferred", ""),
    Fault("no header at all", .tableHeader, in: "mentions.csv") {
      try $0.write([], to: "mentions.csv")
    },
    Fault("a row less in JSON", .tableRows, in: "documents.jsonl") {
      let first = try $0.text("documents.jsonl").split(separator: "\n")[0]
      try $0.write(Array((first + "\n").utf8), to: "documents.jsonl")
    },
    .edit(
      "a row more in a sheet", .tableRows, in: "documents.excel.csv", "doc_b,",
      "doc_c,,,,,,,,,\r\ndoc_b,"),
    .edit("other words in JSON", .tableContent, in: "documents.jsonl", "转载", "转戴"),
    .edit("null for an empty list", .tableContent, in: "documents.jsonl", "[]", "null"),
    .edit("a cell less", .rowCells, in: "mentions.csv", "men_a,doc_a,", "men_a,"),
    .edit(
      "keys in another order", .rowCells, in: "mentions.jsonl", "\"start\":6,\"end\":9",
      "\"end\":9,\"start\":6"),
    .edit("a key less", .rowCells, in: "mentions.jsonl", "\"start\":6,", ""),
    .edit(
      "a word for a number in CSV", .cellType, in: "mentions.csv", "men_a,doc_a,0,",
      "men_a,doc_a,x,"),
    .edit(
      "a number with a zero before it", .cellType, in: "mentions.csv", "men_a,doc_a,0,",
      "men_a,doc_a,00,"),
    .edit("a boolean in capitals", .cellType, in: "documents.csv", "true", "True"),
    .edit(
      "a string for a number in JSON", .cellType, in: "mentions.jsonl", "\"start\":6",
      "\"start\":\"6\""),
    .edit("a number for a text in JSON", .cellType, in: "mentions.jsonl", "\"men_a\"", "1"),
    .edit("a null in a list", .cellType, in: "documents.jsonl", "\"要闻\"", "null"),
    Fault("a bundle that is cut", .bundleDamaged, in: "dibao.tar.gz") {
      try $0.write($0.read("dibao.tar.gz").dropLast(20), to: "dibao.tar.gz")
    },
    .edit(
      "a bundle of other bytes", .bundleMismatch, in: "dibao.tar.gz", "转载", "转戴",
      of: "documents.csv"),
    .edit(
      "a bundle of other sizes", .bundleMismatch, in: "dibao.tar.gz", "转载", "转", of: "documents.csv"
    ),
    Fault("a bundle that lacks a file", .bundleMismatch, in: "dibao.tar.gz") {
      try $0.write([], to: "notes.txt")
    },
  ]

  private static func cut(_ export: SampleExport, _ name: String) throws {
    var bytes = try export.read(name)
    let index = try #require(
      bytes.indices.dropLast(6).last { bytes[$0...].starts(with: "转载".utf8) })
    bytes.remove(at: index + 2)
    try export.write(bytes, to: name)
  }

  /// Rows that do not hold together, and what is to be found of them; nothing else is.
  struct WrongRows: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: Finding.Code
    var column: String?
    var documents = Sample.documents
    var mentions = Sample.mentions

    init(
      _ description: String, _ code: Finding.Code, column: String? = nil,
      _ change: (inout [SampleDocument], inout [SampleMention]) -> Void
    ) {
      testDescription = description
      self.code = code
      self.column = column
      change(&documents, &mentions)
    }
  }

  static let wrongRows: [WrongRows] = [
    WrongRows("no text", .cellRequired, column: "text") { documents, _ in documents[1].text = nil },
    WrongRows("a script that is none", .cellWord, column: "script") { documents, _ in
      documents[0].script = "hani"
    },
    WrongRows("a word in a list that is none", .cellWord, column: "inferred") { _, mentions in
      mentions[1].inferred = ["office", "rank"]
    },
    WrongRows("no key", .keyNull, column: "mention_id") { _, mentions in mentions[2].id = nil },
    WrongRows("a key twice", .keyDuplicate, column: "mention_id") { _, mentions in
      mentions[2].id = "men_a"
    },
    WrongRows("a document that is not there", .referenceMissing, column: "document_id") {
      _, mentions in mentions[2].document = "doc_c"
    },
    WrongRows("an original that is not there", .referenceMissing, column: "duplicate_of") {
      documents, _ in documents[1].duplicateOf = "doc_z"
    },
    WrongRows("an end past the text", .spanRange) { _, mentions in mentions[2].end = 31 },
    WrongRows("a start past the text", .spanRange) { _, mentions in
      (mentions[2].start, mentions[2].end) = (40, 42)
    },
    WrongRows("an end before the start", .spanRange) { _, mentions in mentions[0].end = 5 },
    WrongRows("a start before the text", .spanRange) { _, mentions in mentions[0].start = -1 },
    WrongRows("a span one off", .spanText, column: "text") { _, mentions in
      (mentions[0].start, mentions[0].end) = (7, 10)
    },
    WrongRows("offsets in UTF-16 units", .spanText, column: "text") { _, mentions in
      (mentions[2].start, mentions[2].end) = (26, 28)
    },
    WrongRows("words in another form", .spanText, column: "text") { documents, mentions in
      documents[0].text = "Ze\u{301}"
      mentions = [SampleMention(start: 0, end: 3, text: "Z\u{E9}")]
    },
    WrongRows("another paragraph", .spanParagraph, column: "paragraph") { _, mentions in
      mentions[1].paragraph = 0
    },
  ]

  @Test func `a whole export has no finding`() throws {
    let verification = try SampleExport().verification()
    #expect(verification.findings == [])
    #expect(verification.isSound)
    #expect(verification.rows == 5)
    #expect(verification.files == 15)
    #expect(verification.bytes > 0)
  }

  @Test(arguments: faults)
  func `a planted fault is found where it is`(fault: Fault) throws {
    let export = try SampleExport()
    try fault.plant(export)
    let verification = try export.verification()
    #expect(
      verification.findings.contains { $0.code == fault.code && $0.file == fault.file },
      "\(verification.findings)")
    #expect(!verification.isSound)
  }

  @Test(arguments: wrongRows)
  func `rows that do not hold together are found, and nothing else`(wrong: WrongRows) throws {
    let export = try SampleExport(documents: wrong.documents, mentions: wrong.mentions)
    let verification = try export.verification()
    #expect(Set(verification.findings.map(\.code)) == [wrong.code], "\(verification.findings)")
    if let column = wrong.column {
      #expect(verification.findings.allSatisfy { $0.column == column })
    }
  }

  @Test func `every kind of finding is reached by a planted fault`() {
    let reached = Set(Self.faults.map(\.code) + Self.wrongRows.map(\.code))
    #expect(reached == Set(Finding.Code.allCases))
    #expect(Set(Finding.Code.allCases.map(\.meaning)).count == Finding.Code.allCases.count)
  }

  @Test func `spans are checked to the last document with little memory`() throws {
    var mentions = Sample.mentions
    mentions.append(SampleMention(id: "men_d", document: "doc_b", start: 1, end: 2, text: "转"))
    mentions[0].text = "景俊"
    let export = try SampleExport(mentions: mentions)
    for budget in [1, 200, 1 << 20] {
      let findings = try export.verification(textBudget: budget).findings
      #expect(findings.map(\.row) == [1, 4])
      #expect(findings.map(\.code) == [.spanText, .spanText])
      #expect(findings.map(\.expected) == ["景俊海", "载"])
      #expect(findings.map(\.found) == ["景俊", "转"])
    }
  }

  @Test func `a fault is told with file, line and row`() throws {
    let export = try SampleExport(
      documents: Sample.documents, mentions: [SampleMention(id: "m", document: "doc_x")])
    let finding = try #require(try export.verification().findings.first)
    #expect(
      finding
        == Finding(
          code: .referenceMissing, file: "mentions.csv", line: 2, row: 1, column: "document_id",
          expected: "a row of documents", found: "doc_x"))
  }

  @Test func `a document of two lines moves the line but not the row`() throws {
    var documents = Sample.documents
    documents[1].script = "x"
    let findings = try SampleExport([CSVWriter()], documents: documents).verification().findings
    #expect(findings.map(\.line) == [4])
    #expect(findings.map(\.row) == [2])
  }

  @Test func `a finding shows no more than forty characters of an article`() throws {
    let mention = SampleMention(
      start: 0, end: 2, text: String(repeating: "长", count: 100))
    let finding = try #require(
      try SampleExport(mentions: [mention]).verification().findings.first)
    #expect(finding.found == String(repeating: "长", count: 40) + "…")
    #expect(finding.expected == "吉林")
  }

  @Test func `a row that cannot be made out does not make others look wrong`() throws {
    let export = try SampleExport([CSVWriter()])
    try export.edit("documents.csv", "doc_a,景俊海", "doc_a,\"景俊海")
    #expect(try !export.verification().counts.keys.contains(.referenceMissing))
  }

  @Test func `very many faults of a kind are counted and not all kept`() throws {
    let mentions = (0..<1_500).map { SampleMention(id: "men_\($0)", document: "doc_x") }
    let verification = try SampleExport([CSVWriter()], mentions: mentions).verification()
    #expect(verification.counts == [.referenceMissing: 1_500])
    #expect(verification.findings.count == Verification.mostOfAKind)
  }

  @Test func `a folder that is not there is a failure and no finding`() {
    #expect(throws: StorageFailure.self) {
      try Verifier(tables: Sample.tables).verify("/nowhere/at/all")
    }
  }

  @Test func `an empty folder lacks what describes an export`() throws {
    let folder = try TemporaryFolder()
    let verification = try Verifier(tables: Sample.tables).verify(folder.path)
    #expect(
      verification.findings.map(\.code) == [.sumsMissing, .manifestMissing, .packageMissing])
  }
}
