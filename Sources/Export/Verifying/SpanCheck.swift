import Model
import Storage

/// The columns that tell where the words of a row stand.
struct SpanColumns {
  let document: Int
  let start: Int
  let end: Int
  let text: Int
  let paragraph: Int?

  /// Nil for a table whose rows are not read from a text.
  init?(_ table: TableDescription) {
    // What is told of two documents says which of them its text is of.
    let place = table.place(of: "text_document_id") ?? table.place(of: "document_id")
    guard let document = place, let start = table.place(of: "start"),
      let end = table.place(of: "end"), let text = table.place(of: "text")
    else { return nil }
    self.document = document
    self.start = start
    self.end = end
    self.text = text
    paragraph = table.place(of: "paragraph")
  }

  var all: Set<Int> { Set([document, start, end, text] + [paragraph].compactMap { $0 }) }
}

/// Checks that the text of a row is exactly what stands at its place in the document.
///
/// As many documents as the budget allows are held at a time; the tables are read once for each
/// such batch.
struct SpanCheck {
  let sources: [TableSource]
  let textBudget: Int
  let log: FindingLog

  func run() {
    let readers = sources.filter { SpanColumns($0.table) != nil }
    guard let documents = sources.first(where: { $0.table.name == "documents" }),
      !readers.isEmpty
    else { return }
    do {
      let batches = try DocumentBatches(documents, budget: textBudget)
      while let texts = try batches.next() {
        for source in readers { check(source, texts) }
      }
    } catch {
      // That the file cannot be read is told by the check of its table.
      return
    }
  }

  private func check(_ source: TableSource, _ texts: [String: [UInt8]]) {
    guard let columns = SpanColumns(source.table) else { return }
    var cursor = ScalarCursor()
    var current: String?
    _ = source.forEach(columns.all) { record in
      guard case .text(let id) = record.cells[columns.document], let text = texts[id] else {
        return
      }
      if id != current {
        cursor = ScalarCursor()
        current = id
      }
      check(
        record, columns, text, &cursor,
        FindingPlace(
          source.file, line: record.line, row: record.row))
    }
  }

  private func check(
    _ record: TableRecord, _ columns: SpanColumns, _ text: [UInt8], _ cursor: inout ScalarCursor,
    _ place: FindingPlace
  ) {
    guard case .integer(let start) = record.cells[columns.start],
      case .integer(let end) = record.cells[columns.end],
      case .text(let written) = record.cells[columns.text]
    else { return }
    guard start >= 0, end >= start, cursor.move(to: start, in: text) else {
      return log.add(.spanRange, place, expected: "within the text", found: "\(start)..<\(end)")
    }
    let (from, paragraph) = (cursor.offset, cursor.newlines)
    var ending = cursor
    guard ending.move(to: end, in: text) else {
      return log.add(.spanRange, place, expected: "within the text", found: "\(start)..<\(end)")
    }
    let words = text[from..<ending.offset]
    if !words.elementsEqual(written.utf8) {
      log.add(
        .spanText, place.at("text"), expected: String(decoding: words, as: UTF8.self),
        found: written)
    }
    guard let column = columns.paragraph, case .integer(let told) = record.cells[column],
      told != paragraph
    else { return }
    log.add(.spanParagraph, place.at("paragraph"), expected: "\(paragraph)", found: "\(told)")
  }
}

/// A place in a text, by scalars and by bytes. Spans come mostly in their order, so it goes on
/// from where it is.
struct ScalarCursor {
  private(set) var scalar = 0
  private(set) var offset = 0
  private(set) var newlines = 0

  /// False, and nothing else, if the text is shorter.
  mutating func move(to target: Int, in text: [UInt8]) -> Bool {
    if target < scalar { self = ScalarCursor() }
    while scalar < target {
      guard offset < text.count else { return false }
      if text[offset] == 0x0A { newlines += 1 }
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      scalar += 1
    }
    return true
  }
}

/// The texts of documents by their ids, some at a time.
final class DocumentBatches {
  private let reader: any TableReader
  private let id: Int
  private let text: Int
  private let budget: Int

  init(_ source: TableSource, budget: Int) throws(StorageFailure) {
    id = source.table.place(of: "document_id") ?? 0
    text = source.table.place(of: "text") ?? 0
    reader = try source.open(FindingLog(), columns: [id, text])
    self.budget = budget
  }

  /// At least one document; nil after the last.
  func next() throws(StorageFailure) -> [String: [UInt8]]? {
    var texts: [String: [UInt8]] = [:]
    var size = 0
    while size < budget, let record = try reader.next() {
      guard !record.cells.isEmpty, case .text(let id) = record.cells[id],
        case .text(let text) = record.cells[text]
      else { continue }
      texts[id] = Array(text.utf8)
      size += text.utf8.count
    }
    return texts.isEmpty ? nil : texts
  }
}
