import Corpus
import Export
import Extraction
package import Model
import Reference
import Storage

/// What written offices are: what `dibao office` prints.
package struct OfficeAnswers {
  private let almanac: Almanac
  private let extractor: Extractor
  /// The day on which the offices were held, where it is known.
  private let day: PartialDate?
  private var hierarchy: OfficeHierarchy { almanac.hierarchy }

  package init(on day: PartialDate? = nil) {
    almanac = .shared
    extractor = Extractor(almanac)
    self.day = day
  }

  /// One answer for each text, in order; the text `-` stands for the lines of standard input.
  package func write(
    _ texts: [String], to console: Console, asJSON: Bool
  ) throws(Failure) {
    for text in texts {
      guard text == "-" else {
        try write(text, to: console, asJSON)
        continue
      }
      let lines = try reading { () throws(StorageFailure) in try LineReader("/dev/stdin") }
      while let line = try reading({ () throws(StorageFailure) in try lines.next() }) {
        let bytes = line.bytes.last == 13 ? line.bytes.dropLast() : line.bytes
        try write(String(decoding: bytes, as: UTF8.self), to: console, asJSON)
      }
    }
  }

  /// What a text of which nothing was read does not say is told on standard error as well.
  private func write(_ text: String, to console: Console, _ asJSON: Bool) throws(Failure) {
    let answer = answer(to: text)
    let value = value(of: answer)
    try console.write(
      asJSON ? value.line + [10] : Array((ReadableText.text(of: value) + "\n").utf8))
    if answer.office == nil {
      try console.flush()
      let others = answer.alternatives.map { hierarchy.office($0.body, title: $0.title).fullName }
      console.words.say(
        "dibao: " + ErrorWording.unread(text, unknown: answer.unknown, others: others))
    }
  }

  // MARK: answers

  /// What a text was read as.
  private struct Answer {
    let text: String
    let reading: OfficeReading?
    let office: Office?
    let alternatives: [OfficeReading]
    let earlier: [OfficeReading]
    let unknown: String?
  }

  private func answer(to text: String) -> Answer {
    let written = extractor.written(text, on: day)
    return Answer(
      text: text, reading: written.reading,
      office: written.reading.map { hierarchy.office($0.body, title: $0.title) },
      alternatives: written.alternatives, earlier: written.earlier,
      unknown: written.reading.map { extractor.unlistedPart(of: $0, in: text) }
        ?? extractor.unknownPart(of: text))
  }

  /// The same keys for every text, null where nothing was read.
  func value(of text: String) -> JSONValue { value(of: answer(to: text)) }

  private func value(of answer: Answer) -> JSONValue {
    .object(
      [
        JSONValue.Member("written", .string(answer.text)),
        JSONValue.Member("read", .boolean(answer.reading != nil)),
      ] + members(of: answer.office, answer.reading) + ties(of: answer))
  }

  private func members(of office: Office?, _ reading: OfficeReading?) -> [JSONValue.Member] {
    let organization = office?.organization
    let superior = office?.superior.map { hierarchy.office($0.body, title: $0.title) }
    let fields: [(String, JSONValue)] = [
      ("office_id", .optional(office.map { StableID.office(key: $0.key) })),
      ("name", .optional(office?.name)),
      ("full_name", .optional(office?.fullName)),
      ("name_en", .optional(office.flatMap { hierarchy.nameEnglish(of: $0) })),
      ("organization_id", .optional(organization.map { StableID.organization(key: $0.key) })),
      ("organization", .optional(organization?.name)),
      ("title", .optional(office?.title)),
      ("qualifier", .optional(reading?.qualifier?.rawValue)),
      ("rank", .optional(office?.rank)),
      ("level", .optional(office?.level?.rawValue)),
      ("system", .optional(office?.system.rawValue)),
      ("division_code", .optional(office?.divisionCode)),
      ("is_head", office.map { .boolean($0.isHead) } ?? .null),
      ("is_deputy", office.map { .boolean($0.isDeputy) } ?? .null),
      ("single_seat", office.map { .boolean($0.singleSeat) } ?? .null),
      ("superior", .optional(superior?.name)),
      ("inferred", .list(reading?.inferred.map(\.rawValue) ?? [])),
      ("valid", valid(organization)),
    ]
    return fields.map { JSONValue.Member($0.0, $0.1) }
  }

  /// What an office is tied to: ranks, bodies above, times, other readings.
  private func ties(of answer: Answer) -> [JSONValue.Member] {
    let organization = answer.office?.organization
    let fields: [(String, JSONValue)] = [
      ("rank_order", .optional(answer.office?.rankOrder)),
      ("organization_en", .optional(organization.flatMap { hierarchy.nameEnglish(of: $0) })),
      ("parents", .array(organization.map { hierarchy.superiors(of: $0).map(named) } ?? [])),
      ("valid_from", .optional(organization?.validFrom)),
      ("valid_to", .optional(organization?.validTo)),
      ("successor", organization.flatMap { hierarchy.successor(of: $0) }.map(named) ?? .null),
      ("alternatives", .array(alternatives(of: answer))),
      ("unknown", .optional(answer.unknown)),
      ("with", .array(answer.earlier.map(beside))),
    ]
    return fields.map { JSONValue.Member($0.0, $0.1) }
  }

  private func named(_ organization: Organization) -> JSONValue {
    [
      "name": .string(organization.name),
      "organization_id": .string(StableID.organization(key: organization.key)),
    ]
  }

  /// Whether the organisation and its place were there on the day that was asked for.
  private func valid(_ organization: Organization?) -> JSONValue {
    guard let day, let organization else { return .null }
    return hierarchy.isThere(organization, on: day).map(JSONValue.boolean) ?? .null
  }

  /// An office that the same text names before the one that is answered.
  private func beside(_ reading: OfficeReading) -> JSONValue {
    let office = hierarchy.office(reading.body, title: reading.title)
    return [
      "office_id": .string(StableID.office(key: office.key)),
      "organization": .string(office.organization.name), "title": .string(office.title),
      "rank": .optional(office.rank), "division_code": .optional(office.divisionCode),
    ]
  }

  // MARK: alternatives

  private func alternatives(of answer: Answer) -> [JSONValue] {
    answer.alternatives.map { other in
      let office = hierarchy.office(other.body, title: other.title)
      return [
        "organization": .string(office.organization.name), "title": .string(office.title),
        "rank": .optional(office.rank), "division_code": .optional(office.divisionCode),
        "why": .string(why(office, beside: answer.office)),
      ]
    }
  }

  /// What makes another office of the same words.
  private func why(_ other: Office, beside office: Office?) -> String {
    if case .unplaced = other.organization.body {
      return "the body of that name of a place that is not told"
    }
    if case .listed = other.organization.body, other.organization.validTo != nil {
      let organization = other.organization
      return "the body of that name from \(organization.validFrom ?? "?") to"
        + " \(organization.validTo ?? "?")"
    }
    if let place = other.organization.division, place != office?.organization.division {
      return "another place of that name"
    }
    return "another body of that name"
  }
}
