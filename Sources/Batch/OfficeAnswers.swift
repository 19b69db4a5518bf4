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
        try console.write(answer(to: text, asJSON))
        continue
      }
      let lines = try reading { () throws(StorageFailure) in try LineReader("/dev/stdin") }
      while let line = try reading({ () throws(StorageFailure) in try lines.next() }) {
        let bytes = line.bytes.last == 13 ? line.bytes.dropLast() : line.bytes
        try console.write(answer(to: String(decoding: bytes, as: UTF8.self), asJSON))
      }
    }
  }

  private func answer(to text: String, _ asJSON: Bool) -> [UInt8] {
    let value = value(of: text)
    return asJSON ? value.line + [10] : Array((ReadableText.text(of: value) + "\n").utf8)
  }

  /// The same keys for every text, null where nothing was read.
  func value(of text: String) -> JSONValue {
    let reading = extractor.office(written: text, on: day)
    let office = reading.map { almanac.hierarchy.office($0.body, title: $0.title) }
    return .object(
      [
        JSONValue.Member("written", .string(text)),
        JSONValue.Member("read", .boolean(reading != nil)),
      ] + members(of: office, reading))
  }

  private func members(of office: Office?, _ reading: OfficeReading?) -> [JSONValue.Member] {
    let organization = office?.organization
    let superior = office?.superior.map { almanac.hierarchy.office($0.body, title: $0.title) }
    let fields: [(String, JSONValue)] = [
      ("office_id", .optional(office.map { StableID.office(key: $0.key) })),
      ("name", .optional(office?.name)),
      ("full_name", .optional(office?.fullName)),
      ("name_en", .optional(office?.nameEnglish)),
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

  /// Whether the organisation and its place were there on the day that was asked for.
  private func valid(_ organization: Organization?) -> JSONValue {
    guard let day, let division = organization?.division else { return .null }
    return .boolean(almanac.divisions.isLive(division, on: day))
  }
}
