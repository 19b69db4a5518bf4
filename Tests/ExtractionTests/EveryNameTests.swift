import Model
import Reference
import Testing

@testable import Extraction

/// Every division and every listed body, written with a title, is read as itself.
@Suite struct EveryNameTests {
  private static let extractor = Extractor(.shared)
  private var almanac: Almanac { .shared }

  @Test func `every live division is read from its name, with its committee and its government`() {
    for division in almanac.divisions.all where division.validTo == nil && division.rank != nil {
      let isZone = division.level == .zone
      let name = almanac.divisions.path(of: division).map(\.name).joined()
      let written = isZone ? division.name + "管委会主任" : name + "人大常委会主任"
      let body = Body.local(isZone ? .zone : .congress, division: division.id)
      check(written, is: body, on: nil)
    }
  }

  @Test func `every form of every listed body is read as that body on its day`() {
    for body in almanac.organizations.all where !Self.isAbroad(body) {
      let day = body.validFrom.flatMap { PartialDate(iso: $0) } ?? dayBefore(body.validTo)
      for form in Set([body.name] + body.aliases)
      where form.unicodeScalars.count > 2 && !form.hasSuffix("主席") {
        check(form + "副秘书长", is: .listed(body.id), on: day)
      }
    }
  }

  /// Whether a body is read with its state or place, by rules of its own.
  private static func isAbroad(_ body: ListedOrganization) -> Bool {
    ["foreign_state", "foreign_body", "regional_body", "state"].contains(body.kind)
  }

  private func dayBefore(_ end: String?) -> PartialDate? {
    end.flatMap { Int($0.prefix(4)) }.flatMap { PartialDate(year: $0 - 1) }
  }

  private func check(_ written: String, is body: Body, on day: PartialDate?) {
    let answer = Self.extractor.written(written, on: day)
    let bodies = ([answer.reading].compactMap { $0 } + answer.alternatives).map(\.body)
    if !bodies.contains(body) {
      Issue.record("\(written): \(answer.reading.map { "\($0.body)" } ?? "not read")")
    }
  }
}
