import Export
import Extraction
import Model
import Storage

/// A row of `mentions` with all that it rests on: what `dibao explain` prints.
package struct Explanation {
  private let folder: String
  private let mention: PublishedRow
  /// Nil where the export leaves the table `documents` out.
  private let document: PublishedRow?
  let source: SourceCheck?

  /// The folder is an export, or an output folder whose `current` is one.
  package init(of id: String, export folder: String) throws(Failure) {
    guard Self.isID(id) else { throw .badMention(id) }
    guard let found = ExportFolder.path(of: folder) else { throw .noExport(path: folder) }
    self.folder = found
    guard let mentions = PublishedTable(MentionRow.table, in: found) else {
      throw .noTable(MentionRow.tableName, path: found)
    }
    mention = try Self.row(id, "mention_id", mentions, found)
    let documents = PublishedTable(DocumentRow.table, in: found)
    guard let documents, let documentID = mention.text("document_id") else {
      (document, source) = (nil, nil)
      return
    }
    let document = try Self.row(documentID, "document_id", documents, found)
    self.document = document
    source = SourceCheck(of: mention, in: document, export: found)
  }

  private static func row(
    _ id: String, _ column: String, _ table: PublishedTable, _ folder: String
  ) throws(Failure) -> PublishedRow {
    let row = try reading { () throws(StorageFailure) in try table.row(where: column, is: id) }
    guard let row else { throw .noRow(id, path: folder + "/" + table.file) }
    return row
  }

  /// `men_` and sixteen letters of base 32.
  private static func isID(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    return letters.count == 20 && letters.starts(with: "men_".utf8)
      && letters.dropFirst(4).allSatisfy {
        (0x61...0x7A).contains($0) || (0x32...0x37).contains($0)
      }
  }

  package func write(to console: Console, _ ink: Ink, asJSON: Bool) throws(Failure) {
    try console.write(asJSON ? json.line + [10] : Array(text(ink).utf8))
  }

  // MARK: What it says

  private var rule: Rule? { Rule.all.first { $0.name == mention.text("rule") } }

  private var sentence: MarkedSentence? {
    guard let text = document?.text("text"), let start = mention.integer("start"),
      let end = mention.integer("end")
    else { return nil }
    return MarkedSentence(text, start: start, end: end)
  }

  private func text(_ ink: Ink) -> String {
    let heading =
      "\(mention.text("mention_id") ?? "") in \(folder)/\(mention.file), line \(mention.line)"
    let cells = zip(mention.columns, mention.cells).filter { $0.1 != .null && $0.1 != .list([]) }
    let rows = Columns.aligned(cells.map { [$0.0.name, $0.1.words] })
    let parts = [
      [Ink.safe(heading)], sentenceLines(ink), rows,
      Columns.aligned(ruleLines + inferredLines),
      (source?.lines).map { Self.indented("source", $0) } ?? [],
    ]
    return parts.filter { !$0.isEmpty }
      .map { $0.map { "  " + $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private func sentenceLines(_ ink: Ink) -> [String] {
    guard document != nil else {
      return ["(the export has no table documents, so the sentence cannot be shown)"]
    }
    guard let sentence else {
      return ["(the place lies outside of the document's text; dibao verify \(folder))"]
    }
    let line = sentence.before + ink.person(sentence.words) + sentence.after
    guard Ink.safe(mention.text("text") ?? "") == sentence.words else {
      return [line, "(other words than the row has; dibao verify \(folder))"]
    }
    return [line]
  }

  private var ruleLines: [[String]] {
    let name = mention.text("rule") ?? ""
    guard let rule else {
      return [["rule", "\(Ink.safe(name)): this version of the program has no rule of this name"]]
    }
    let found = mention.number("confidence") ?? rule.confidence
    let now = found == rule.confidence ? "" : "; in this version it has \(rule.confidence)"
    return [
      ["rule", "\(rule.name): \(rule.meaning); example: \(rule.example)"],
      ["confidence", "\(found): \(Rule.meaningOfConfidence)\(now)"],
    ]
  }

  private var inferredLines: [[String]] {
    mention.list("inferred").map { word in
      let meaning = OfficeReading.Inferred(rawValue: word)?.meaning
      return ["inferred", "\(Ink.safe(word)): \(meaning ?? "not a word of this version")"]
    }
  }

  private static func indented(_ heading: String, _ lines: [String]) -> [String] {
    Columns.aligned(lines.enumerated().map { [$0 == 0 ? heading : "", $1] })
  }

  private var json: JSONValue {
    [
      "export": .string(folder), "file": .string(mention.file), "line": .integer(mention.line),
      "mention": .object(
        zip(mention.columns, mention.cells).map { JSONValue.Member($0.name, JSONValue($1)) }),
      "path": .optional(document?.text("path")),
      "sentence": sentence.map {
        [
          "before": .string($0.before), "words": .string($0.words), "after": .string($0.after),
        ]
      } ?? .null,
      "rule": rule?.json ?? .null,
      "confidence_means": .string(Rule.meaningOfConfidence),
      "inferred": .array(
        mention.list("inferred").map {
          [
            "word": .string($0),
            "meaning": .optional(OfficeReading.Inferred(rawValue: $0)?.meaning),
          ]
        }),
      "source": source?.json ?? .null,
    ]
  }
}
