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
  }

  private var pages: [Page] = []
  /// Why a document came no further.
  private var rejects: [Reject] = []

  /// Takes the document through all stages, by itself: what needs the whole corpus sees only it.
  /// Where a file holds several, one after another.
  package init(of path: String, encoding: String? = nil) throws(Failure) {
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
    let reading = try Extractor(almanac).run(article)
    add(.extract, ["mentions": .array(reading.mentions.map(\.json))])

    var survey = CorpusSurvey(
      almanac: almanac, dedupe: DedupeOptions(), enrichment: EnrichmentOptions())
    survey.note(reading, copies: [])
    let world = survey.close()
    let document = world.document(reading, copies: []).json.without("text")
    add(.dedupe, ["document": document, "duplicates": .array(world.duplicates.map(\.json))])
    add(
      .enrich,
      [
        "mentions": .array(world.mentions(reading).map(\.json)),
        "persons": .array(world.persons.map(\.json)),
        "offices": .array(world.offices.map(\.json)),
        "organizations": .array(world.organizations.map(\.json)),
        "divisions": .array(world.divisions.map(\.json)),
      ])
  }

  private mutating func add(_ stage: StageName, _ value: JSONValue) {
    pages.append(Page(stage: stage, value: value))
  }

  /// Writes all pages, or that of one stage. A document that was rejected says so, last.
  package func write(
    to console: Console, only stage: StageName?, asJSON: Bool
  ) throws(Failure) -> ExitCode {
    for page in pages where stage == nil || page.stage == stage {
      try console.write(asJSON ? Self.line(page) : Self.text(page))
    }
    guard !rejects.isEmpty else { return .done }
    try console.flush()
    throw .rejected(RejectGroup.groups(of: rejects))
  }

  private static func line(_ page: Page) -> [UInt8] {
    let value: JSONValue = ["stage": .string(page.stage.rawValue), "result": page.value]
    return value.line + [10]
  }

  private static func text(_ page: Page) -> [UInt8] {
    Array("== \(page.stage.rawValue)\n\(ReadableText.text(of: page.value))\n".utf8)
  }
}
