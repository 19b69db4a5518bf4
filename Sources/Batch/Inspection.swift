import Cleaning
import Corpus
import Export
import Extraction
package import Model
import Reference
import Storage

/// One document after every stage: what `dibao inspect` prints.
package struct Inspection {
  /// What a stage gave.
  private struct Page {
    let stage: StageName
    let value: JSONValue
    /// How the article was read, where the stage reads it.
    var examination: Examination?
  }

  private let options: ExtractionOptions
  private var pages: [Page] = []
  /// Why a document came no further.
  private var rejects: [Reject] = []

  /// Takes the document through all stages, by itself: what needs the whole corpus sees only it.
  /// Where a file holds several, one after another.
  package init(
    of path: String, encoding: String? = nil, minConfidence: Double = 0
  ) throws(Failure) {
    var options = ExtractionOptions()
    options.minConfidence = minConfidence
    self.options = options
    let found = try reading { () throws(StorageFailure) in
      try FoundFile.named(path, hints: InputHints(encoding: encoding))
    }
    let raw: RawFile
    do throws(Reject) {
      raw = try FetchLocal().run(try found.get())
    } catch {
      rejects = [error]
      return
    }
    add(.fetchLocal, raw.json)
    for document in PartDigest().run(raw) {
      do throws(Reject) {
        try inspect(document.get())
      } catch {
        rejects.append(error)
      }
    }
  }

  private mutating func inspect(_ raw: RawFile) throws(Reject) {
    let almanac = Almanac.shared
    let article = try Cleaner().run(raw)
    add(.clean, article.json)
    let examination = Extractor(almanac, options: options).examine(article)
    pages.append(Page(stage: .extract, value: examination.json, examination: examination))

    let reading = examination.reading
    let world = reading.world(almanac)
    let rows = world.rows(of: reading)
    let document = rows.document(copies: []).json.without("text")
    add(.dedupe, ["document": document, "duplicates": .array(world.duplicates.map(\.json))])
    add(
      .enrich,
      [
        "mentions": .array(rows.mentions.map(\.json)),
        "events": .array(rows.eventRows.map(\.json)),
        "participants": .array(rows.participants.map(\.json)),
        "agreements": .array(rows.agreements.map(\.json)),
        "quotes": .array(rows.quotes.map(\.json)),
        "persons": .array(world.persons.map(\.json)),
        "offices": .array(world.offices.map(\.json)),
        "organizations": .array(world.organizations.map(\.json)),
        "divisions": .array(world.divisions.map(\.json)),
        "relations": .array(world.relations.map(\.json)),
      ])
  }

  private mutating func add(_ stage: StageName, _ value: JSONValue) {
    pages.append(Page(stage: stage, value: value))
  }

  /// Writes all pages, or that of one stage. A document that was rejected says so, last.
  package func write(
    to console: Console, only stage: StageName?, asJSON: Bool, _ ink: Ink
  ) throws(Failure) -> ExitCode {
    for page in pages where stage == nil || page.stage == stage {
      try console.write(asJSON ? Self.line(page) : Self.text(page, ink))
    }
    guard !rejects.isEmpty else { return .done }
    try console.flush()
    throw .rejected(RejectGroup.groups(of: rejects))
  }

  private static func line(_ page: Page) -> [UInt8] {
    let value: JSONValue = ["stage": .string(page.stage.rawValue), "result": page.value]
    return value.line + [10]
  }

  private static func text(_ page: Page, _ ink: Ink) -> [UInt8] {
    let text =
      page.examination.map { ExaminedText($0, ink).text } ?? ReadableText.text(of: page.value)
    return Array("== \(page.stage.rawValue)\n\(text)\n".utf8)
  }
}
