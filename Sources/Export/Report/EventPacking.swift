import Model
import Storage

/// The events of the page's table, as the script reads them: pieces of some thousand events, each
/// with the texts that it needs; packed where they are many.
///
/// The newest are taken, so many as stay below both limits.
struct EventPacking {
  struct Limits {
    var events = 100_000
    /// Of all pieces, as they stand in the page.
    var bytes = 13 << 20
    /// Up to so many are written plainly, for browsers that cannot unpack.
    var plain = 2_000
    var piece = 4_000
  }

  private(set) var taken = 0
  private let limits: Limits
  private let isPacked: Bool
  private var size = 0
  private var piece = EventPiece()

  init(_ limits: Limits, events: Int) {
    self.limits = limits
    isPacked = events > limits.plain
  }

  /// The elements that hold the events.
  mutating func append(
    _ stream: EventStream, _ newest: NewestEvents, _ documents: ReportRows,
    to page: inout HTMLText
  ) throws(StorageFailure) {
    var newest = newest
    var titles = DocumentTitles(documents)
    while let event = try stream.next() {
      guard newest.take(event) else { continue }
      piece.add(event, try titles.title(of: event.document))
      if piece.count == limits.piece, try !flush(to: &page) { return }
    }
    _ = try flush(to: &page)
  }

  /// False where there is no more room; the piece is left out then.
  private mutating func flush(to page: inout HTMLText) throws(StorageFailure) -> Bool {
    defer { piece = EventPiece() }
    guard piece.count > 0 else { return true }
    let body = isPacked ? Array(Base64.text(of: try Gzip.packed(piece.json)).utf8) : piece.json
    guard size + body.count <= limits.bytes else { return false }
    size += body.count
    taken += piece.count
    page.raw(
      isPacked
        ? "<script type=\"text/plain\" data-events=\"gzip\">"
        : "<script type=\"application/json\" data-events=\"plain\">")
    page.raw(body)
    page.raw("</script>\n")
    return true
  }
}

/// What is told of a document beside its events.
struct DocumentTitle {
  static let columns = ["document_id", "title", "published_at", "publisher", "url", "path"]
  let row: ReportRow
}

/// Finds the documents of events, which stand in the same order.
private struct DocumentTitles {
  private let rows: ReportRows
  private var last: DocumentTitle?

  init(_ rows: ReportRows) { self.rows = rows }

  mutating func title(of document: String?) throws(StorageFailure) -> DocumentTitle? {
    guard let document else { return nil }
    if last?.row.text(0) == document { return last }
    while let row = try rows.next() {
      guard row.text(0) == document else { continue }
      last = DocumentTitle(row: row)
      return last
    }
    return nil
  }
}

/// Some events as JSON: `{"s": [texts], "e": [[…]…]}`, where numbers are places among the texts and
/// -1 is nothing.
struct EventPiece {
  private(set) var count = 0
  private var places: [String: Int] = [:]
  private var texts: [UInt8] = []
  private var rows: [UInt8] = []

  /// Longer sentences are cut; few are.
  private static let longest = 600
  private static let partiesShown = 40

  mutating func add(_ event: EventRecord, _ title: DocumentTitle?) {
    if count > 0 { rows.append(UInt8(ascii: ",")) }
    count += 1
    rows.append(UInt8(ascii: "["))
    let shown = Self.cut(event.text)
    let own = [
      event.type, event.status, event.dateStart, event.dateEnd, event.dateText, event.place,
      event.topic, shown,
    ]
    let others = (1...5).map { title?.row.text($0) }
    for text in own + others { append(text.map { place(of: $0) } ?? -1) }
    append(event.parties.count)
    rows.append(UInt8(ascii: "["))
    for party in event.parties.prefix(Self.partiesShown) {
      append(party, event.start, shown.unicodeScalars.count)
    }
    closeList()
    closeList()
    rows.removeLast()
  }

  private static func cut(_ text: String) -> String {
    guard text.unicodeScalars.count > longest else { return text }
    var cut = String.UnicodeScalarView(text.unicodeScalars.prefix(longest))
    cut.append("…")
    return String(cut)
  }

  /// Person, office, body, role, side, and where in the sentence it is named.
  private mutating func append(_ party: EventParty, _ start: Int?, _ length: Int) {
    for text in [party.person, party.office, party.organization, party.role] {
      append(text.map { place(of: $0) } ?? -1)
    }
    append(party.side ?? 0)
    guard let start, let span = party.span, span.lowerBound >= start,
      span.upperBound <= start + length
    else {
      append(-1)
      return append(0)
    }
    append(span.lowerBound - start)
    append(span.count)
  }

  private mutating func append(_ number: Int) {
    rows += "\(number),".utf8
  }

  /// Takes the last comma away.
  private mutating func closeList() {
    if rows.last == UInt8(ascii: ",") { rows.removeLast() }
    rows += "],".utf8
  }

  private mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    let place = places.count
    places[text] = place
    if place > 0 { texts.append(UInt8(ascii: ",")) }
    JSONText.append(text, to: &texts)
    return place
  }

  /// Cannot end the element that it stands in, or begin another.
  var json: [UInt8] {
    EmbeddedJSON.escaped(Array("{\"s\":[".utf8) + texts + "],\"e\":[".utf8 + rows + "]}".utf8)
  }
}

/// JSON within an element of a page.
enum EmbeddedJSON {
  /// `<`, `>` and `&` stand in texts only, where each can be written as an escape.
  static func escaped(_ json: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): bytes += "\\u003c".utf8
      case UInt8(ascii: ">"): bytes += "\\u003e".utf8
      case UInt8(ascii: "&"): bytes += "\\u0026".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
