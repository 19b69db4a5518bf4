import Model
import Storage

/// Brings rows of several tables together on the disk: an event with those who took part, a tenure
/// with its office, and a tenure with the articles of its first and last sighting.
///
/// The rows may come in any order. In memory are the parties of one event at a time, and the tenures
/// of one person in one office.
final class RowJoins {
  enum Joined {
    /// The parties in the order of the text.
    case event(RowCells, parties: [RowCells])
    case office(RowCells)
    case holding(tenure: RowCells, office: RowCells)
    /// The documents in which the office was seen first and last; of several, the first by id.
    case sightings(of: RowCells, first: String?, last: String?)
  }

  /// What is kept of a table, under which key.
  private struct Side {
    let tag: UInt8
    let rank: UInt8
    let columns: [String]
    let places: [String: Int]
  }

  private let sorter: RecordSorter
  private let sides: [String: [Side]]

  private static let event = UInt8(ascii: "e")
  private static let office = UInt8(ascii: "o")
  private static let sighting = UInt8(ascii: "s")

  init(_ tables: [TableDescription], in folder: OutputFolder) throws(StorageFailure) {
    sorter = try RecordSorter(in: folder)
    func side(_ tag: UInt8, _ rank: UInt8, _ columns: [String]) -> Side {
      Side(tag: tag, rank: rank, columns: columns, places: RowCells.places(of: columns))
    }
    func all(_ table: String) -> [String] {
      tables.first { $0.name == table }?.columns.map(\.name) ?? []
    }
    sides = [
      "events": [side(Self.event, 0, all("events"))],
      "participants": [side(Self.event, 1, all("participants"))],
      "offices": [side(Self.office, 0, all("offices"))],
      "tenures": [
        side(Self.office, 1, all("tenures")), side(Self.sighting, 0, all("tenures")),
      ],
      "mentions": [side(Self.sighting, 1, ["document_id", "as_of", "qualifier"])],
    ]
  }

  func add(_ row: RowCells, of table: String) throws(StorageFailure) {
    for side in sides[table] ?? [] {
      guard let group = Self.group(of: row, in: side, of: table) else { continue }
      var key = [side.tag] + Array(group.utf8) + [0, side.rank]
      key += (row.integer("position") ?? 0).bigEndianBytes
      try sorter.append(key, row.encoded(side.columns))
    }
  }

  /// Which rows it is joined with; nil for none.
  private static func group(of row: RowCells, in side: Side, of table: String) -> String? {
    switch side.tag {
    case event: return row.text("event_id")
    case office: return row.text("office_id")
    default:
      guard let person = row.text("person_id"), let office = row.text("office_id") else {
        return nil
      }
      let isActing = row.isTrue("acting") || row.text("qualifier") == "acting"
      // Who is told to come into an office is not yet in it.
      if row.text("qualifier") == "incoming" { return nil }
      return "\(person) \(office) \(isActing)"
    }
  }

  /// Everything that belongs together; then nothing is left.
  func drain(_ body: (Joined) throws(StorageFailure) -> Void) throws(StorageFailure) {
    var group = JoinedGroup()
    var places: [UInt8: [UInt8: [String: Int]]] = [:]
    for side in sides.values.joined() { places[side.tag, default: [:]][side.rank] = side.places }
    try sorter.drain { record throws(StorageFailure) in
      guard let end = record.key.firstIndex(of: 0), end + 1 < record.key.count,
        let tag = record.key.first, let columns = places[tag]?[record.key[end + 1]],
        let row = RowCells(decoding: record.value, columns)
      else { return }
      let name = record.key[..<end]
      if name != group.name[...] {
        try group.finish(body)
        group = JoinedGroup()
        group.name = Array(name)
      }
      if record.key[end + 1] == 0 {
        group.heads.append(row)
      } else if tag == Self.office {
        if let office = group.heads.first { try body(.holding(tenure: row, office: office)) }
      } else if tag == Self.event {
        group.parties.append(row)
      } else {
        group.see(row)
      }
    }
    try group.finish(body)
  }
}

/// The rows of one key, while they come.
private struct JoinedGroup {
  var name: [UInt8] = []
  /// The event, the office, or the tenures of one person in one office.
  var heads: [RowCells] = []
  var parties: [RowCells] = []
  private var documents: [Sightings] = []

  private struct Sightings {
    var first: String?
    var last: String?
  }

  /// A mention of the holder.
  mutating func see(_ mention: RowCells) {
    guard let document = mention.text("document_id") else { return }
    if documents.isEmpty { documents = heads.map { _ in Sightings() } }
    let day = mention.text("as_of")
    for (place, tenure) in heads.enumerated() {
      let (first, last) = (tenure.text("first_observed"), tenure.text("last_observed"))
      // What has no date was seen in any article, as a former office or without a day.
      if day == first { documents[place].first = Self.earlier(documents[place].first, document) }
      if first != nil, day == last {
        documents[place].last = Self.earlier(documents[place].last, document)
      }
    }
  }

  private static func earlier(_ a: String?, _ b: String) -> String {
    guard let a else { return b }
    return b.utf8.lexicographicallyPrecedes(a.utf8) ? b : a
  }

  func finish(
    _ body: (RowJoins.Joined) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    guard let head = heads.first else { return }
    switch name.first {
    case UInt8(ascii: "e"): try body(.event(head, parties: parties))
    case UInt8(ascii: "o"): try body(.office(head))
    case UInt8(ascii: "s"):
      for (place, tenure) in heads.enumerated() {
        let seen = place < documents.count ? documents[place] : Sightings()
        try body(.sightings(of: tenure, first: seen.first, last: seen.last))
      }
    default: break
    }
  }
}

extension Int {
  /// Eight bytes whose order is that of the numbers, of those from 0.
  var bigEndianBytes: [UInt8] {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(self)).bigEndian) { Array($0) }
  }
}
