import Model
import Reference
import Testing

@testable import Corpus

/// Who was seen in which office, from when to when.
@Suite struct TenureTests {
  private static let jilin = Body.local(.partyCommittee, division: "div:220000")
  private static let government = Body.local(.government, division: "div:220000")

  private static func world(_ sightings: (String, Mention)...) -> World {
    Samples.world(
      sightings.enumerated().map { number, sighting in
        Samples.reading("r\(number)", "r\(number)", on: sighting.0, mentions: [sighting.1])
      }, dedupe: nil)
  }

  private static func tenure(
    _ name: String, in world: World, acting: Bool = false
  ) throws -> TenureRow {
    try #require(world.tenures.first { $0.personName == name && $0.acting == acting })
  }

  // MARK: what is seen

  @Test func `a tenure reaches from the first sighting to the last`() throws {
    let world = Self.world(
      ("2019-05-01", Samples.mention("赵一鸣", Self.jilin)),
      ("2018-02-01", Samples.mention("赵一鸣", Self.jilin)),
      ("2020-01-09", Samples.mention("赵一鸣", Self.jilin)))
    let row = try Self.tenure("赵一鸣", in: world)
    #expect(row.firstObserved == "2018-02-01" && row.lastObserved == "2020-01-09")
    #expect(row.observations == 3 && row.documents == 3)
    #expect(row.statedStart == nil && row.statedEnd == nil && row.endedBy == nil)
    #expect(row.notBefore == nil && row.notAfter == nil)
  }

  @Test func `a day that the text gives counts, and not that of the article`() throws {
    let world = Self.world(
      ("2019-05-01", Samples.mention("赵一鸣", Self.jilin, asOf: PartialDate(year: 2015, month: 3))))
    #expect(try Self.tenure("赵一鸣", in: world).firstObserved == "2015-03")
  }

  @Test func `who is only called a former holder was not seen, and the end is bounded`() throws {
    let world = Self.world(("2019-05-01", Samples.mention("赵一鸣", Self.jilin, "书记", .former)))
    let row = try Self.tenure("赵一鸣", in: world)
    #expect(row.firstObserved == nil && row.notAfter == "2019-05-01")
    #expect(row.endedBy?.hasPrefix("men_") == true)
  }

  @Test func `an incoming office is no tenure, nor is one whose place is open`() {
    let world = Self.world(
      ("2019-05-01", Samples.mention("赵一鸣", Self.jilin, "书记", .incoming)),
      ("2019-05-01", Samples.mention("钱二川", .unplaced(.partyCommittee, level: .province))))
    #expect(world.tenures.isEmpty)
  }

  @Test func `a copy of an article adds nothing`() throws {
    let text = Samples.sentences.joined(separator: "\n")
    let readings = ["a", "b"].map {
      Samples.reading($0, text, on: "2020-01-01", mentions: [Samples.mention("赵一鸣", Self.jilin)])
    }
    #expect(Samples.world(readings).tenures.map(\.documents) == [1])
  }

  // MARK: bounds

  @Test func `predecessor and successor in a single seat bound a tenure`() throws {
    let world = Self.world(
      ("2017-04-03", Samples.mention("钱二川", Self.jilin)),
      ("2018-02-01", Samples.mention("赵一鸣", Self.jilin)),
      ("2019-02-01", Samples.mention("赵一鸣", Self.jilin)),
      ("2020-07-01", Samples.mention("孙三江", Self.jilin)))
    let row = try Self.tenure("赵一鸣", in: world)
    #expect(row.notBefore == "2017-04-03" && row.notAfter == "2020-07-01")
    #expect(row.endedBy == (try Self.tenure("孙三江", in: world)).tenureID)
    #expect(world.contradictions.isEmpty)
  }

  @Test func `deputies bound nobody`() throws {
    let world = Self.world(
      ("2017-04-03", Samples.mention("钱二川", Self.government, "副省长")),
      ("2018-02-01", Samples.mention("赵一鸣", Self.government, "副省长")),
      ("2019-04-03", Samples.mention("钱二川", Self.government, "副省长")))
    #expect(world.tenures.allSatisfy { $0.notBefore == nil && $0.notAfter == nil })
    #expect(world.contradictions.isEmpty)
  }

  @Test func `acting and full are two tenures that bound each other`() throws {
    let world = Self.world(
      ("2018-02-01", Samples.mention("赵一鸣", Self.government, "省长", .acting)),
      ("2018-05-01", Samples.mention("赵一鸣", Self.government, "省长")))
    #expect(try Self.tenure("赵一鸣", in: world, acting: true).notAfter == "2018-05-01")
    #expect(try Self.tenure("赵一鸣", in: world).notBefore == "2018-02-01")
    #expect(world.contradictions.isEmpty)
  }

  @Test func `who contradicts a surer holder bounds nobody`() throws {
    let world = Self.world(
      ("2018-02-01", Samples.mention("赵一鸣", Self.jilin)),
      ("2018-05-01", Samples.mention("钱二川", Self.jilin)),
      ("2019-02-01", Samples.mention("赵一鸣", Self.jilin)),
      ("2020-02-01", Samples.mention("孙三江", Self.jilin)))
    #expect(try Self.tenure("孙三江", in: world).notBefore == "2019-02-01")
    #expect(try Self.tenure("赵一鸣", in: world).notAfter == "2020-02-01")
    #expect(try Self.tenure("赵一鸣", in: world).notBefore == nil)
  }

  @Test func `an article that looks back makes no tenure longer`() throws {
    let world = Self.world(
      ("2018-02-01", Samples.mention("赵一鸣", Self.jilin)),
      ("2018-05-01", Samples.mention("赵一鸣", Self.jilin, "书记", .former)),
      ("2020-02-01", Samples.mention("赵一鸣", Self.jilin)))
    let row = try Self.tenure("赵一鸣", in: world)
    #expect(row.lastObserved == "2018-02-01" && row.notAfter == "2018-05-01")
    #expect(world.contradictions.map(\.kind) == [.heldAfterFormer])
  }

  @Test func `who comes back to a seat has two tenures`() {
    let world = Self.world(
      ("2010-02-01", Samples.mention("赵一鸣", Self.jilin)),
      ("2012-02-01", Samples.mention("钱二川", Self.jilin)),
      ("2013-02-01", Samples.mention("钱二川", Self.jilin)),
      ("2016-02-01", Samples.mention("赵一鸣", Self.jilin)))
    let own = world.tenures.filter { $0.personName == "赵一鸣" }
    #expect(own.map(\.firstObserved) == ["2010-02-01", "2016-02-01"])
    #expect(Set(own.map(\.tenureID)).count == 2)
    #expect(own.map(\.notAfter) == ["2012-02-01", nil])
    #expect(world.contradictions.isEmpty)
  }

  // MARK: what is stated

  private static func turn(_ kind: Event.Kind, on date: PartialDate?, basis: DateBasis) -> Reading {
    var reading = Samples.reading(
      "t", "t", on: "2020-05-01",
      mentions: [Samples.mention("赵一鸣", jilin, "书记", kind == .removal ? .former : nil)])
    let evidence = Evidence(paragraph: 0, span: Span(0, 1), text: "t", rule: "test")
    reading.events = [
      Event(
        kind: kind,
        time: Event.Time(start: date.map(DayName.init), end: date.map(DayName.init), basis: basis),
        evidence: evidence, confidence: 0.9,
        participants: [
          Event.Participant(
            .person(
              NamedPerson(name: "赵一鸣", offices: [OfficeReading(body: jilin, title: "书记")])),
            role: .subject, evidence: evidence)
        ])
    ]
    return reading
  }

  @Test func `a stated start and end are those of the events that state them`() throws {
    let start = Self.turn(.appointment, on: PartialDate(year: 2018, month: 3), basis: .stated)
    let world = Samples.world([start])
    #expect(try Self.tenure("赵一鸣", in: world).statedStart == "2018-03")
    let end = Self.turn(.removal, on: PartialDate(year: 2020, month: 4, day: 2), basis: .stated)
    let ended = Samples.world([end])
    let row = try Self.tenure("赵一鸣", in: ended)
    #expect(row.statedEnd == "2020-04-02")
    #expect(row.endedBy == ended.events(end)[0].eventID)
  }

  @Test func `the day of the article is no stated start`() throws {
    let world = Samples.world([
      Self.turn(.appointment, on: PartialDate(year: 2020, month: 5, day: 1), basis: .publication)
    ])
    #expect(try Self.tenure("赵一鸣", in: world).statedStart == nil)
  }

  // MARK: contradictions

  @Test func `two in one single seat at one time are told, with the words they rest on`() throws {
    let readings = [
      ("2018-02-01", "赵一鸣"), ("2018-05-01", "钱二川"), ("2019-02-01", "赵一鸣"),
    ].enumerated().map { number, sighting in
      Samples.reading(
        "r\(number)", "r\(number)", on: sighting.0,
        mentions: [Samples.mention(sighting.1, Self.jilin)])
    }
    let world = Samples.world(readings, dedupe: nil)
    let row = try #require(world.contradictions.first)
    #expect(world.contradictions.count == 1)
    #expect(row.kind == .twoHolders && row.subjectName == "吉林省委书记" && row.documents == 3)
    #expect(row.mentionIDs == readings.flatMap { world.mentions($0).map(\.mentionID) })
    #expect(
      row.detail == "2018-02-01 赵一鸣 吉林省委书记；2018-05-01 钱二川 吉林省委书记；2019-02-01 赵一鸣 吉林省委书记")
    let tenures = world.tenures.filter { $0.officeName == "吉林省委书记" }
    #expect(tenures.map(\.conflictsWith).map(\.count) == [1, 1])
  }

  @Test func `a stated end holds the seat until then`() throws {
    let before = Samples.reading(
      "b", "b", on: "2018-01-01", mentions: [Samples.mention("赵一鸣", Self.jilin)])
    let other = Samples.reading(
      "c", "c", on: "2019-01-01", mentions: [Samples.mention("钱二川", Self.jilin)])
    let end = Self.turn(.removal, on: PartialDate(year: 2020, month: 4, day: 2), basis: .stated)
    let world = Samples.world([before, other, end], dedupe: nil)
    #expect(world.contradictions.map(\.kind) == [.twoHolders])
    #expect(world.contradictions[0].detail.hasSuffix("2020-04-02 赵一鸣 离任"))
    #expect(world.contradictions[0].mentionIDs.count == 2)
  }

  @Test func `acting after full, held after former and held after an end are told`() {
    #expect(
      Self.world(
        ("2018-02-01", Samples.mention("赵一鸣", Self.government, "省长")),
        ("2018-05-01", Samples.mention("赵一鸣", Self.government, "省长", .acting))
      ).contradictions.map(\.kind) == [.actingAfterFull])
    #expect(
      Self.world(
        ("2018-02-01", Samples.mention("赵一鸣", Self.jilin, "书记", .former)),
        ("2018-05-01", Samples.mention("赵一鸣", Self.jilin))
      ).contradictions.map(\.kind) == [.heldAfterFormer])
    let end = Self.turn(.removal, on: PartialDate(year: 2020, month: 4, day: 2), basis: .stated)
    let later = Samples.reading(
      "u", "u", on: "2021-01-01", mentions: [Samples.mention("赵一鸣", Self.jilin)])
    #expect(
      Samples.world([end, later], dedupe: nil).contradictions.map(\.kind)
        == [.heldAfterEnd, .heldAfterFormer])
  }

  @Test func `an office in a body that was no more is told`() {
    #expect(
      Self.world(("2020-02-01", Samples.mention("赵一鸣", .listed("org:mlr"), "部长")))
        .contradictions.map(\.kind) == [.bodyGone])
  }
}
