import Export
import Extraction
import Model

extension Examination {
  var json: JSONValue {
    [
      "mentions": .array(reading.mentions.map(\.json)),
      "quotes": .array(reading.quotes.map(\.json)),
      "offices": .array(offices.map(\.json)),
      "refusals": .array(refusals.map(\.json)),
    ]
  }
}

extension Examination.Office {
  fileprivate var json: JSONValue { .object(place.members + [.init("office", reading.json)]) }
}

extension Refusal {
  /// `score` and `least` are null where nothing was measured.
  var json: JSONValue {
    .object(
      place.members + [
        .init("reason", .string(reason.code)), .init("meaning", .string(reason.meaning)),
        .init("score", shortfall.map { .number($0.found) } ?? .null),
        .init("least", shortfall.map { .number($0.least) } ?? .null),
      ])
  }
}

extension TextPlace {
  fileprivate var members: [JSONValue.Member] {
    [
      .init("text", .string(text)), .init("paragraph", .integer(paragraph)),
      .init("start", .integer(span.start)), .init("end", .integer(span.end)),
    ]
  }
}
