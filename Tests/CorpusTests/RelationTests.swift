import Model
import Testing

@testable import Corpus

/// Who was with whom, over documents made for the tests.
@Suite struct RelationTests {
  static let evidence = Evidence(paragraph: 0, span: Span(0, 2), text: "某某", rule: "test")

  static func person(_ name: String, side: Int? = nil) -> Event.Participant {
    Event.Participant(
      .person(NamedPerson(name: name)), role: .principal, side: side, evidence: evidence)
  }

  static func event(
    _ kind: Event.Kind, _ participants: [Event.Participant], on day: String? = nil,
    status: Event.Status = .actual
  ) -> Event {
    let start = day.flatMap { DayName(iso: $0) }
    return Event(
      kind: kind, status: status, time: Event.Time(start: start, end: start),
      evidence: evidence, confidence: 0.5, participants: participants)
  }

  static func reading(_ path: String, _ text: String, _ events: [Event]) -> Reading {
    let names = Set(events.flatMap(\.participants).compactMap(\.person?.name)).sorted()
    var reading = Samples.reading(
      path, text, on: "2021-03-01", mentions: names.map { Samples.mention($0) })
    reading.events = events
    return reading
  }

  static let talk = event(
    .meeting, [person("甲一", side: 1), person("乙二", side: 1), person("丙三", side: 2)],
    on: "2020-12-14")
  static let congress = event(
    .conference, [person("甲一"), person("乙二"), person("丙三"), person("丁四"), person("戊五")],
    on: "2020-12")

  static func lines(_ readings: [Reading]) -> [String] {
    Samples.world(readings).relations.map { row in
      let names = [row.sourceName, row.targetName].sorted().joined(separator: "+")
      return "\(names) \(row.kind) \(row.events) \(row.weight) \(row.documents)"
    }.sorted()
  }

  @Test func `sides are told apart, and a larger group weighs less`() {
    #expect(
      Self.lines([Self.reading("a", "一", [Self.talk])]) == [
        "丙三+乙二 opposite_side 1 0.5 1", "丙三+甲一 opposite_side 1 0.5 1",
        "乙二+甲一 same_side 1 0.5 1",
      ])
    let rows = Samples.world([Self.reading("a", "一", [Self.congress])]).relations
    #expect(rows.count == 10)
    #expect(rows.allSatisfy { $0.kind == "co_listed" && $0.weight == 0.25 })
  }

  @Test func `events of a pair add up over documents, with their days and types`() throws {
    let inspection = Self.event(
      .inspection, [Self.person("甲一"), Self.person("乙二")], on: "2019-05-03")
    let readings = [
      Self.reading("a", "一", [inspection, Self.congress]), Self.reading("b", "二", [inspection]),
    ]
    let row = try #require(
      Samples.world(readings).relations.first {
        Set([$0.sourceName, $0.targetName]) == ["甲一", "乙二"]
      })
    // The inspection is one event, told twice.
    #expect(row.events == 2)
    #expect(row.weight == 1.25)
    #expect(row.documents == 2)
    #expect(row.firstDate == "2019-05-03")
    #expect(row.lastDate == "2020-12")
    #expect(row.types == ["conference", "inspection"])
    #expect(row.sourcePersonID < row.targetPersonID)
  }

  @Test func `a copy adds nothing`() {
    let text = Samples.sentences.joined()
    let one = Self.lines([Self.reading("a", text, [Self.talk])])
    #expect(
      Self.lines([Self.reading("a", text, [Self.talk]), Self.reading("b", text, [Self.talk])])
        == one)
  }

  @Test func `a quote leads to its event, and to none that is not there`() throws {
    var reading = Self.reading("a", "某某", [Self.talk, Self.congress])
    reading.quotes = [1, nil, 7, -1].enumerated().map { place, event in
      Quote(
        evidence: Evidence(
          paragraph: 0, span: Span(place, place + 1), text: "某", rule: "quote.subject"),
        speakers: [NamedPerson(name: "甲一")], verb: "说", isDirect: false, event: event)
    }
    let world = Samples.world([reading])
    let congress = try #require(world.events(reading).last)
    #expect(world.quotes(reading).map(\.eventID) == [congress.eventID, nil, nil, nil])
    let present = world.participants(reading).filter { $0.eventID == congress.eventID }
    let speakers = world.quotes(reading)[0].speakerIDs
    #expect(speakers.allSatisfy { speaker in present.contains { $0.personID == speaker } })
  }

  static let unrelated: [Event] = [
    event(.appointment, [person("甲一"), person("乙二")]),
    event(.removal, [person("甲一"), person("乙二")]),
    event(.discipline, [person("甲一"), person("乙二")]),
    event(.meeting, [person("甲一", side: 1), person("乙二", side: 2)], status: .planned),
    event(.meeting, [person("甲一", side: 1), person("乙二", side: 2)], status: .denied),
    event(.meeting, [person("甲一"), person("甲一")]),
    event(.conference, (1...41).map { person("人\($0)") }),
    event(
      .meeting,
      [
        person("甲一"),
        Event.Participant(.body(.listed("org:mfa")), role: .guest, evidence: evidence),
      ]),
  ]

  @Test(arguments: unrelated) func `what brings nobody together makes no relation`(_ event: Event) {
    #expect(Self.lines([Self.reading("a", "一", [event])]) == [])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the order of the documents changes no relation`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let readings = (0..<6).map { number in
      Self.reading(
        "\(number)", "\(number)",
        number.isMultiple(of: 2) ? [Self.talk] : [Self.congress, Self.talk])
    }
    let wanted = Samples.world(readings).relations
    #expect(Samples.world(readings.shuffled(using: &random)).relations == wanted)
    #expect(
      wanted.map { [$0.sourcePersonID, $0.targetPersonID, $0.kind] }
        == wanted.map { [$0.sourcePersonID, $0.targetPersonID, $0.kind] }.sorted {
          $0.lexicographicallyPrecedes($1)
        })
  }
}
