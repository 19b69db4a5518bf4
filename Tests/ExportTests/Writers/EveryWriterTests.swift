import Model
import Storage
import Testing

@testable import Export

/// What holds for every writer there is, and for each that is added to the list.
@Suite struct EveryWriterTests {
  /// Each writer as it stands, and with every other choice that its settings offer.
  static let variants: [Variant] = Writers.all.flatMap { variants(of: $0) }

  struct Variant: Sendable, CustomTestStringConvertible {
    let writer: any Writer
    let testDescription: String
  }

  private static func variants<W: Writer>(of type: W.Type) -> [Variant] {
    var variants = [Variant(writer: W(), testDescription: W.type)]
    for setting in W.settings {
      for value in otherValues(of: setting.type) {
        var writer = W()
        setting.set(&writer, value)
        variants.append(Variant(writer: writer, testDescription: "\(W.type) \(setting.name)"))
      }
    }
    return variants
  }

  private static func otherValues(of type: SettingType) -> [SettingValue] {
    switch type {
    case .boolean: [.boolean(true)]
    case .choice(let words): words.map(SettingValue.string)
    case .strings: [.strings(["documents", "mentions"])]
    case .string: [.string("other.tar.gz")]
    case .integer, .number, .size: []
    }
  }

  private static let hard: [SampleDocument] = {
    var generator = SeededGenerator(seed: 4)
    let texts =
      (0..<50).map { _ in generator.text() } + [
        "=HYPERLINK(\"http://x\")", "<script>alert(1)</script>", "a\u{0}b", "lone\rreturn",
        "crlf\r\n",
        "\u{202E}abc\u{202C}", "\u{FEFF}", ",", "\"", " ",
      ]
    return texts.enumerated().map { index, text in
      SampleDocument(
        id: "doc_\(index)", title: text, tags: [text, "b"], characters: index - 3,
        quality: Double(index) / 7, isCanonical: index % 2 == 0, text: text)
    }
  }()

  @Test func `the types are words of their own, each with its meaning`() {
    let types = Writers.all.map { $0.type }
    #expect(Set(types).count == types.count)
    for writer in Writers.all {
      #expect(writer.meaning.hasSuffix("."))
      #expect(Writers.named(writer.type) == writer)
    }
    #expect(Writers.named("parquet") == nil)
  }

  @Test(arguments: variants)
  func `the files that are promised are there, also without a row`(variant: Variant) throws {
    let export = try SampleExport([variant.writer], documents: [], mentions: [])
    let promised = Set(variant.writer.files(of: Sample.tables))
    let own: Set = ["manifest.json", "datapackage.json", "run.json", "SHA256SUMS"]
    #expect(Set(try Disk.list(export.path)) == promised.union(own))
    #expect(!promised.isEmpty)
    #expect(try export.verification().findings == [])
    #expect(export.written.allSatisfy { $0.rows == 0 })
  }

  @Test(arguments: variants)
  func `hard texts go out and come back without a finding`(variant: Variant) throws {
    let export = try SampleExport([variant.writer], documents: Self.hard, mentions: [])
    #expect(try export.verification().findings == [])
    for file in export.written where file.table == "documents" {
      #expect(file.rows == Self.hard.count)
      let content = try Disk.digest(of: export.path + "/" + file.entry.name)
      #expect(content == Content(bytes: file.entry.bytes, sha256: file.entry.sha256))
      let log = FindingLog()
      let source = TableSource(file.name, of: SampleDocument.table, in: export.path)
      let reader = try source.open(log)
      for document in Self.hard {
        let cells = try #require(try reader.next()).cells
        #expect(cells.count == document.cells.count)
        expectEqual(cells, document.cells, in: file.name.format)
      }
      #expect(try reader.next() == nil)
      #expect(log.findings == [])
    }
  }

  @Test(arguments: variants)
  func `a cell of a megabyte is one cell`(variant: Variant) throws {
    let text = String(repeating: "长\n", count: 262_144)
    let export = try SampleExport(
      [variant.writer], documents: [SampleDocument(id: "doc_a", text: text)], mentions: [])
    #expect(try export.verification().findings == [])
    for file in export.written where file.table == "documents" {
      let source = TableSource(file.name, of: SampleDocument.table, in: export.path)
      let cell = try source.open(FindingLog()).next()?.cells.last
      let expected = file.name.format == .excel ? String(text.unicodeScalars.prefix(32_000)) : text
      #expect(cell == .text(expected))
      #expect(file.changes.cut == (file.name.format == .excel ? 1 : 0))
    }
  }

  private func expectEqual(
    _ cells: [Cell], _ originals: [Cell], in format: TableFileName.Format
  ) {
    for (cell, original) in zip(cells, originals) {
      let (found, raw) = (CSVText.text(of: cell), CSVText.text(of: original))
      switch format {
      case .csv, .jsonl: #expect(found.map { Array($0.utf8) } == raw.map { Array($0.utf8) })
      case .excel: expectSafe(found, original: original)
      }
    }
  }

  private func expectSafe(_ found: String?, original: Cell) {
    guard let found, let raw = CSVText.text(of: original) else {
      #expect(found == nil && original == .null)
      return
    }
    #expect(found.utf16.count <= SpreadsheetText.longest)
    #expect(!found.utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A })
    switch original {
    case .text, .list: #expect(!SpreadsheetText.looksLikeFormula(found))
    case .null, .integer, .number, .boolean: #expect(found == raw)
    }
  }

  @Test(arguments: variants)
  func `the same rows give the same bytes`(variant: Variant) throws {
    let exports = try (0..<2).map { _ in
      try SampleExport([variant.writer], documents: Self.hard)
    }
    #expect(try exports[0].read("SHA256SUMS") == exports[1].read("SHA256SUMS"))
    for name in variant.writer.files(of: Sample.tables) {
      #expect(try exports[0].read(name) == exports[1].read(name))
    }
  }

  @Test(arguments: variants)
  func `a writer told of one table writes that one`(variant: Variant) throws {
    let tellsOfTheWhole = !variant.writer.files(of: []).isEmpty
    guard !tellsOfTheWhole else { return }
    let names = variant.writer.files(of: [SampleMention.table])
    #expect(names.count == 1)
  }
}
