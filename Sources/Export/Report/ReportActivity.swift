import Model
import Storage

/// When things took place, and which provinces met which bodies of the centre: every event once,
/// however many articles report it.
struct ReportActivity {
  private(set) var events = 0
  /// Without further reports of the same.
  private(set) var distinct = 0
  private(set) var types = Frequencies()
  private(set) var months: [Int: Int] = [:]
  private(set) var matrix = MeetingMatrix()
  /// How many events begin on each day, month or year that is told.
  private var dates: [String: Int] = [:]

  init(_ tables: [TableDescription], in folder: String) throws(StorageFailure) {
    let bodies = try MeetingBodies(tables, in: folder)
    let stream = try EventStream(tables, in: folder)
    var seen: Set<KeyDigest> = []
    var meetings: Set<KeyDigest> = []
    while let event = try stream.next() {
      events += 1
      dates[event.dateKey, default: 0] += 1
      let isFirst = seen.insert(event.cluster).inserted
      if isFirst {
        distinct += 1
        types.add(event.type)
      }
      guard event.status == "actual" else { continue }
      if isFirst, let month = event.month { months[month, default: 0] += 1 }
      // One report may tell of a body that another leaves out.
      for pair in bodies.pairs(of: event)
      where meetings.insert(pair.digest(in: event.clusterCell)).inserted { matrix.add(pair) }
    }
  }

  /// Which events are the newest `limit`.
  func newest(_ limit: Int) -> NewestEvents {
    var left = limit
    for (key, count) in dates.sorted(by: { $0.key > $1.key }) {
      if count > left { return NewestEvents(key: key, atKey: left) }
      left -= count
    }
    return NewestEvents(key: "", atKey: .max)
  }
}

/// Lets the newest events pass, in whatever order they come.
struct NewestEvents {
  /// Later ones pass, and so many that begin then.
  let key: String
  var atKey: Int

  mutating func take(_ event: EventRecord) -> Bool {
    let own = event.dateKey
    guard own == key else { return own > key }
    atKey -= 1
    return atKey >= 0
  }
}

/// How often each province met each body of the centre.
struct MeetingMatrix {
  struct Pair: Hashable {
    let province: String
    let ministry: String

    func digest(in event: Cell) -> KeyDigest {
      KeyDigest([.text(province), .text(ministry), event])
    }
  }

  private(set) var counts: [Pair: Int] = [:]
  private(set) var provinces = Frequencies()
  private(set) var ministries = Frequencies()

  mutating func add(_ pair: Pair) {
    counts[pair, default: 0] += 1
    provinces.add(pair.province)
    ministries.add(pair.ministry)
  }

  func count(_ province: String, _ ministry: String) -> Int {
    counts[Pair(province: province, ministry: ministry)] ?? 0
  }
}

/// Which body is one of a province, and which one of the centre; as the view `province_by_ministry`
/// of the database has it.
struct MeetingBodies {
  private struct Body {
    let province: String?
    let ministry: String?
  }

  private var bodies: [String: Body] = [:]
  private var provinces: [String: String] = [:]

  private static let central = Set(OrganizationRow.centralKinds)

  init(_ tables: [TableDescription], in folder: String) throws(StorageFailure) {
    let divisions = ReportTable("divisions", among: tables, in: folder)
    try divisions.forEach(["division_code", "short_name", "name"]) { row in
      guard let code = row.text(0), code.hasSuffix("0000") else { return }
      provinces[String(code.prefix(2))] = row.text(1) ?? row.text(2) ?? code
    }
    try readBodies(ReportTable("organizations", among: tables, in: folder))
  }

  private mutating func readBodies(_ file: ReportTable) throws(StorageFailure) {
    var parents: [(id: String, parent: String)] = []
    let columns = [
      "organization_id", "name", "short_name", "kind", "parent_id", "division_code",
    ]
    try file.forEach(columns) { row in
      guard let id = row.text(0) else { return }
      if let code = row.text(5) {
        bodies[id] = Body(province: provinces[String(code.prefix(2))], ministry: nil)
      } else if row.text(3).map(Self.central.contains) ?? false {
        bodies[id] = Body(province: nil, ministry: row.text(2) ?? row.text(1) ?? id)
      } else if let parent = row.text(4) {
        parents.append((id, parent))
      }
    }
    // A department of a ministry counts as the ministry.
    let whole = bodies
    for (id, parent) in parents {
      if let body = whole[parent], body.ministry != nil { bodies[id] = body }
    }
  }

  /// Each body of the centre that took part with each province that did, and with the one that it was
  /// in.
  func pairs(of event: EventRecord) -> [MeetingMatrix.Pair] {
    let own = event.parties.compactMap { $0.organizationID.flatMap { bodies[$0] } }
    let ministries = Set(own.compactMap(\.ministry))
    guard !ministries.isEmpty else { return [] }
    var places = Set(own.compactMap(\.province))
    if let place = event.division.flatMap({ provinces[String($0.prefix(2))] }) {
      places.insert(place)
    }
    return places.flatMap { place in
      ministries.map { MeetingMatrix.Pair(province: place, ministry: $0) }
    }
  }
}
