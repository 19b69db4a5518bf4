import Model

/// An event that PLOVER has a code for, with those who took part.
///
/// Source: the PLOVER manual (Open Event Data Alliance), its chapters on CONSULT and on the JSON fields.
/// A category `x-…` is our own: PLOVER has none for what it names.
struct CodedEvent {
  let id: String
  let cluster: String
  var actors: [CodedActor] = []
  private let row: RowCells
  private let first: PartialDate
  private let last: PartialDate
  private let category: String
  private let mode: String?

  /// More take part than this in congresses: their pairs are no dyads.
  private static let mostActors = 40

  /// Nil for events without a code, or whose year is not known: a record needs a date.
  init?(_ row: RowCells) {
    guard let id = row.text("event_id"), let code = row.text("plover"),
      let start = row.text("date_start").flatMap({ PartialDate(iso: $0) }),
      let end = PartialDate(iso: row.text("date_end") ?? start.iso),
      start.firstDay <= end.lastDay
    else { return nil }
    self.id = id
    self.row = row
    cluster = row.text("event_cluster_id") ?? id
    first = start.firstDay
    last = end.lastDay
    let parts = code.split(separator: "/", maxSplits: 1)
    category = parts.first.map(String.init) ?? code
    mode = parts.count > 1 ? String(parts[1]) : nil
  }

  private var isVisit: Bool { mode == "visit" }

  /// On a visit the guests act and the hosts receive; otherwise all act.
  private var sources: [CodedActor] { isVisit ? actors.filter { !isHosting($0) } : actors }
  private var recipients: [CodedActor] { isVisit ? actors.filter(isHosting) : [] }

  private func isHosting(_ actor: CodedActor) -> Bool {
    actors.contains { $0.role == "host" && ($0.id == actor.id || $0.isBeside(actor)) }
  }

  // MARK: The record

  /// A line without its end; nil where nobody acts.
  func record(citing document: RowCells) -> [UInt8]? {
    guard !sources.isEmpty else { return nil }
    return JSONValue.members([
      "id": .string(id), "date": .string(first.iso), "enddate": .string(last.iso),
      "date_precision": JSONValue(row["date_precision"]),
      "date_basis": JSONValue(row["date_basis"]),
      "actor": .array(sources.map(\.value)),
      "recipient": recipients.isEmpty ? nil : .array(recipients.map(\.value)),
      "event": [.string(category)], "mode": mode.map { [.string($0)] },
      "context": context.map { [.string($0)] },
      // All that we have codes for is verbal cooperation, the first of the four.
      "quad_code": category.hasPrefix("x-") ? nil : 1, "cameo": JSONValue(row["cameo"]),
      "event_loc": location, "event_text": JSONValue(row["text"]).map { [$0] },
      "text_info": .members([
        "sequence": JSONValue(row["paragraph"]), "start": JSONValue(row["start"]),
        "end": JSONValue(row["end"]),
      ]),
      "cite_info": citation(of: document), "link": .string(cluster),
    ]).line
  }

  /// In the words of the manual: what is planned lies ahead, what is denied did not happen.
  private var context: String? {
    switch row.text("status") {
    case "planned": "future"
    case "denied": "negation"
    default: nil
    }
  }

  private var location: JSONValue? {
    JSONValue(row["place"]).map { place in
      .members([
        "name": place, "division_code": JSONValue(row["division_code"]),
        "path": JSONValue(row["place_path"]),
      ])
    }
  }

  private func citation(of document: RowCells) -> JSONValue {
    .members([
      "citation": JSONValue(document["document_id"]), "url": JSONValue(document["url"]),
      "title": JSONValue(document["title"]), "publication": JSONValue(document["publisher"]),
      "language": "zh", "coder": "dibao",
    ])
  }

  // MARK: Dyads

  static let dyadColumns = [
    "Date", "SourceActor", "TargetActor", "CAMEO", "SourceName", "TargetName", "PLOVER", "EventID",
  ]

  /// Who did what to whom, in the order of the columns; none of what has no code in CAMEO, did not
  /// happen, has no day, or is a meeting within one body.
  var dyads: [[String?]] {
    guard let cameo = row.text("cameo"), row.text("status") == "actual", first == last,
      row.text("date_precision") == "day", !category.hasPrefix("x-"),
      actors.count <= Self.mostActors
    else { return [] }
    return pairs.map { source, target, code in
      [first.iso, source.id, target.id, code ?? cameo, source.name, target.name, category, id]
    }
  }

  /// A visit is one of the guest and a hosting of the host (043); what both sides do each does to the
  /// other.
  private var pairs: [(CodedActor, CodedActor, code: String?)] {
    if isVisit {
      return sources.flatMap { guest in
        recipients.filter { $0.id != guest.id }.flatMap { host in
          [(guest, host, code: nil), (host, guest, code: "043")]
        }
      }
    }
    return actors.flatMap { source in
      actors.filter { source.meets($0) }.map { (source, $0, code: nil) }
    }
  }
}

/// Who took part in an event.
struct CodedActor {
  /// Of the person, or of the body where none is named.
  let id: String
  let name: String
  let role: String?
  private let side: Int?
  private let row: RowCells

  /// Nil for one without an id.
  init?(_ row: RowCells) {
    let owner = row["person_id"] == .null ? "organization" : "person"
    guard let id = row.text("\(owner)_id"), let name = row.text("\(owner)_name") else { return nil }
    self.id = id
    self.name = name
    self.row = row
    role = row.text("role")
    side = row.integer("side")
  }

  /// Whether both are told to be of one side.
  func isBeside(_ other: CodedActor) -> Bool { side != nil && side == other.side }

  /// Those of one side do not meet one another; where sides are not told, all meet.
  func meets(_ other: CodedActor) -> Bool {
    guard id != other.id else { return false }
    guard let side, let others = other.side else { return true }
    return side != others
  }

  /// The actor object of the manual; `organization`, `role` and `side` are what we add to it.
  var value: JSONValue {
    .members([
      "actor_text": JSONValue(row["text"]), "identifier_id": .string(id),
      "identifier_text": .string(name), "office": JSONValue(row["office_name"]),
      "organization": JSONValue(row["organization_name"]), "role": role.map { .string($0) },
      "side": side.map { .integer($0) },
    ])
  }
}

extension JSONValue {
  /// Nil for nothing.
  init?(_ cell: Cell) {
    switch cell {
    case .null: return nil
    case .text(let text): self = .string(text)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .boolean(let flag): self = .boolean(flag)
    case .list(let list): self = .array(list.map { .string($0) })
    }
  }
}
