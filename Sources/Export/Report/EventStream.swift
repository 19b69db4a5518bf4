import Model
import Storage

/// The events of an export with those who took part, in the order of the files.
///
/// Both tables are read side by side, a document at a time, as a run has written them.
final class EventStream {
  private let events: ReportRows
  private let participants: ReportRows
  private var document: String?
  private var group: [String: [EventParty]] = [:]

  init(_ tables: [TableDescription], in folder: String) throws(StorageFailure) {
    events = try ReportTable("events", among: tables, in: folder).rows(EventRecord.columns)
    participants = try ReportTable("participants", among: tables, in: folder)
      .rows(EventParty.columns)
  }

  func next() throws(StorageFailure) -> EventRecord? {
    guard let row = try events.next() else { return nil }
    if row.text(1) != document {
      document = row.text(1)
      try readGroup()
    }
    return EventRecord(row, row.text(0).flatMap { group[$0] } ?? [])
  }

  private func readGroup() throws(StorageFailure) {
    group = [:]
    guard let document else { return }
    while let row = try participants.peek(), row.text(1) == document {
      if let id = row.text(0) { group[id, default: []].append(EventParty(row)) }
      _ = try participants.next()
    }
  }
}

/// An event, as the report needs it.
struct EventRecord {
  static let columns = [
    "event_id", "document_id", "type", "status", "date_start", "date_end", "date_text", "place",
    "division_code", "topic", "start", "text", "event_cluster_id",
  ]

  private let row: ReportRow
  let parties: [EventParty]

  init(_ row: ReportRow, _ parties: [EventParty]) {
    self.row = row
    self.parties = parties
  }

  var document: String? { row.text(1) }
  var type: String { row.text(2) ?? "other" }
  var status: String { row.text(3) ?? "actual" }
  var dateStart: String? { row.text(4) }
  var dateEnd: String? { row.text(5) }
  var dateText: String? { row.text(6) }
  var place: String? { row.text(7) }
  var division: String? { row.text(8) }
  var topic: String? { row.text(9) }
  var start: Int? { row.integer(10) }
  var text: String { row.text(11) ?? "" }
  /// The same for reports of one event: by the cells, so that nothing is held but two words.
  var cluster: KeyDigest { KeyDigest([clusterCell]) }
  var clusterCell: Cell { row.isFilled(12) ? row.cells[12] : row.cells[0] }

  /// What events are sorted by; empty where no year is known.
  var dateKey: String {
    guard let dateStart, dateStart.utf8.first != UInt8(ascii: "-") else { return "" }
    return dateStart
  }

  /// Year and month in one number, counted in months; nil where one of them is not known.
  var month: Int? {
    guard let date = PartialDate(iso: dateKey), let month = date.month else { return nil }
    return date.year * 12 + month - 1
  }
}

/// One who took part in an event.
struct EventParty {
  static let columns = [
    "event_id", "document_id", "person_name", "organization_id", "organization_name",
    "office_name", "role", "side", "start", "end",
  ]

  private let row: ReportRow

  init(_ row: ReportRow) { self.row = row }

  var person: String? { row.text(2) }
  var organizationID: String? { row.text(3) }
  var organization: String? { row.text(4) }
  var office: String? { row.text(5) }
  var role: String? { row.text(6) }
  var side: Int? { row.integer(7) }
  var span: Range<Int>? {
    guard let start = row.integer(8), let end = row.integer(9), start < end else { return nil }
    return start..<end
  }
}
