import Corpus
import Export
import Extraction
import Model
import Reference
import Storage

/// Whether the file that a mention was read from still gives the same row.
struct SourceCheck {
  /// What the file gives now.
  enum Answer {
    case same
    /// The columns whose cells are others now: `confidence: 0.97 -> 0.96`.
    case differs([String])
    /// No such row; at its place stand these mentions, or these refusals.
    case gone([String])
    case rejected(Reject)
    case missing([String])
  }

  let answer: Answer
  /// What differs only because one document cannot tell it: the name of a person whom other
  /// documents, or corrections, name otherwise.
  private(set) var remarks: [String] = []
  let location: String?
  /// Whether the file still has the bytes of the export.
  let isUnchanged: Bool

  init(of mention: PublishedRow, in document: PublishedRow, export folder: String) {
    switch ArticleSource(of: document, export: folder).outcome() {
    case .missing(let places):
      (answer, location, isUnchanged) = (.missing(places), nil, false)
    case .rejected(let reject):
      (answer, location, isUnchanged) = (.rejected(reject), reject.path, false)
    case .found(let found):
      (location, isUnchanged) = (found.location, found.isUnchanged)
      (answer, remarks) = Self.answer(mention, Extractor(Almanac.shared).examine(found.article))
    }
  }

  /// Who a person is, all documents decide together: a world of one document gives namesakes and
  /// persons with other names another id, so the id says nothing of whether the row is the same.
  private static func answer(
    _ mention: PublishedRow, _ examination: Examination
  ) -> (Answer, remarks: [String]) {
    let reading = examination.reading
    let rows = reading.world(Almanac.shared).rows(of: reading).mentions.map(\.cells)
    let columns = MentionRow.columns.map(\.description.name)
    func value(_ column: String, _ cells: [Cell]) -> Cell {
      columns.firstIndex(of: column).map { cells[$0] } ?? .null
    }
    func agrees(_ cells: [Cell], _ names: [String]) -> Bool {
      names.allSatisfy { value($0, cells) == mention[$0] }
    }
    let like = rows.filter { agrees($0, ["text", "office_id", "qualifier"]) }
    guard let row = like.first(where: { agrees($0, ["start"]) }) ?? like.first else {
      return (.gone(atPlace(of: mention, examination)), [])
    }
    // The ids of another file's bytes are others in any case.
    let ids = ["mention_id", "document_id", "person_id"]
    let different = columns.filter { !ids.contains($0) && !agrees(row, [$0]) }
    func words(_ columns: [String]) -> [String] {
      columns.map { "\($0): \(mention[$0].words) -> \(value($0, row).words)" }
    }
    let cells = words(different.filter { $0 != "person_name" })
    let names = words(different.filter { $0 == "person_name" })
    return (cells.isEmpty ? .same : .differs(cells), names)
  }

  private static func atPlace(
    of mention: PublishedRow, _ examination: Examination
  ) -> [String] {
    guard let start = mention.integer("start"), let end = mention.integer("end") else { return [] }
    func overlaps(_ span: Span) -> Bool {
      span.start < end && span.end > start
    }
    let read = examination.reading.mentions.filter { overlaps($0.evidence.span) }.map {
      "\($0.personName), \($0.office?.words ?? "no office") (\($0.evidence.rule))"
    }
    let refused = examination.refusals.filter { overlaps($0.place.span) }.map {
      "\($0.place.text): \($0.reason.meaning) (\($0.reason.code))"
    }
    return (read + refused).map(Ink.safe)
  }

  /// One line, and further ones for what is different.
  var lines: [String] { answerLines + remarks.map { "by itself the document has " + $0 } }

  private var answerLines: [String] {
    let now = isUnchanged ? "unchanged" : "its bytes have changed since the export"
    let place = location.map(Ink.safe) ?? ""
    switch answer {
    case .same: return ["\(place): \(now); it reads the same"]
    case .differs(let cells):
      return ["\(place): \(now); this version of the program reads it otherwise:"] + cells
    case .gone(let found):
      let heading = found.isEmpty ? "the row is not read any more" : "not this row is read, but:"
      return ["\(place): \(now); \(heading)"] + found
    case .rejected(let reject): return [Ink.safe(ErrorWording.line(for: reject))]
    case .missing(let places):
      return places.isEmpty
        ? ["not found: the export does not say where it was read (run.json)"]
        : ["not found; looked for:"] + places.map(Ink.safe)
    }
  }

  var json: JSONValue {
    let (word, details): (String, [String]) =
      switch answer {
      case .same: ("same", [])
      case .differs(let cells): ("differs", cells)
      case .gone(let found): ("gone", found)
      case .rejected(let reject): ("rejected", [ErrorWording.line(for: reject)])
      case .missing(let places): ("missing", places)
      }
    return [
      "reads": .string(word), "path": .optional(location), "unchanged": .boolean(isUnchanged),
      "details": .list(details), "remarks": .list(remarks),
    ]
  }
}

extension Cell {
  /// As JSON has it; nothing at all for null.
  var words: String {
    switch JSONValue(self) {
    case .null: "nothing"
    case .string(let text): Ink.safe(text)
    case .array(let items): Ink.safe(ReadableText.inline(items))
    case let value: Ink.safe(String(decoding: value.line, as: UTF8.self))
    }
  }
}
