import Model
import Testing

@testable import Corpus

/// Which reports are about one event.
@Suite struct EventClusterTests {
  typealias Party = EventNote.Party

  static func note(
    _ document: Int32, _ kind: Event.Kind = .meeting, _ who: [Int32] = [1, 2], day: Int32? = 100,
    to last: Int32? = nil, status: Event.Status = .actual, step: EventStep = .other,
    place: [Int32] = [], article: Int32? = nil, words: UInt64 = 0, names: [UInt32] = [],
    isDay: Bool = true, isDated: Bool = true, office: Int32 = -1
  ) -> EventNote {
    EventNote(
      document: document, article: article ?? document, kind: kind, status: status, step: step,
      window: day.map { DayWindow($0, last ?? $0) }, isDay: isDay, isDated: isDated, place: place,
      words: words, names: names, parties: who.map { Party(who: $0, office: office) })
  }

  static let pairs: [(name: String, a: EventNote, b: EventNote, rule: EventRule?)] = [
    ("two in common", note(1), note(2), .persons),
    ("one document", note(1), note(1), nil),
    ("another day", note(1), note(2, day: 101), nil),
    ("days that touch", note(1, day: 98, to: 100), note(2), .persons),
    ("no day", note(1, day: nil), note(2, day: nil), nil),
    ("a month", note(1), note(2, day: 90, to: 120, isDay: false), nil),
    ("another kind", note(1), note(2, .visit), nil),
    ("planned and done", note(1), note(2, status: .planned), nil),
    ("one host, two guests", note(1, .meeting, [1, 2]), note(2, .meeting, [1, 3]), nil),
    ("two places", note(1, place: [1, 2]), note(2, place: [1, 3]), nil),
    ("one place in the other", note(1, place: [1, 2]), note(2, place: [1]), .persons),
    ("a visit without a place", note(1, .visit, [1], place: [1]), note(2, .visit, [1]), nil),
    ("a visit", note(1, .visit, [1], place: [1]), note(2, .visit, [1], place: [1, 2]), .place),
    (
      "one office", note(1, .appointment, [1], office: 7), note(2, .appointment, [1], office: 7),
      .office
    ),
    (
      "one office, by month", note(1, .appointment, [1], office: 7),
      note(2, .appointment, [1], day: 90, to: 120, isDay: false, office: 7), .office
    ),
    (
      "two offices", note(1, .appointment, [1], office: 7), note(2, .appointment, [1], office: 8),
      nil
    ),
    (
      "an office not told", note(1, .appointment, [1], office: 7), note(2, .appointment, [1]), .turn
    ),
    (
      "one step", note(1, .discipline, [1], step: .sentence),
      note(2, .discipline, [1], step: .sentence), .step
    ),
    (
      "two steps", note(1, .discipline, [1], step: .probe),
      note(2, .discipline, [1], step: .expulsion), nil
    ),
    (
      "one name", note(1, .conference, [1], names: [5]), note(2, .conference, [1], names: [6, 5]),
      .name
    ),
    (
      "two names", note(1, .conference, [1], names: [5]), note(2, .conference, [1], names: [6]), nil
    ),
    (
      "one sentence", note(1, .conference, [1], words: 9), note(2, .conference, [1], words: 9),
      .words
    ),
    (
      "copies without a day", note(1, .meeting, [1], day: nil, article: 3, words: 9),
      note(2, .meeting, [1], day: nil, article: 3, words: 9), .copyWords
    ),
    (
      "copies in other words", note(1, .meeting, [1, 2], article: 3),
      note(2, .meeting, [1, 4], article: 3), .copy
    ),
  ]

  @Test(arguments: pairs) func `two reports are one event by their rule`(
    _ wanted: (name: String, a: EventNote, b: EventNote, rule: EventRule?)
  ) {
    #expect(EventRules.verdict(wanted.a, wanted.b) == wanted.rule, "\(wanted.name)")
    #expect(EventRules.verdict(wanted.b, wanted.a) == wanted.rule, "\(wanted.name)")
  }

  static func clusters(_ notes: [EventNote], limit: Int = .max / 8) -> EventClusters {
    EventClusters(
      notes.indices.map { Int32($0) }, space: MemorySpace(limit: limit),
      document: { notes[Int($0)].document }, note: { notes[$0] })
  }

  /// Those of several reports.
  static func groups(_ notes: [EventNote], limit: Int = .max / 8) -> [[Int]] {
    let standing = clusters(notes, limit: limit).standing
    return Dictionary(grouping: notes.indices) { standing[$0] }.values.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
  }

  // MARK: clusters

  @Test func `the holder of one seat is one, however the name is spelt`() {
    let seat = { (who: Int32) in Party(who: who, office: 7, isSingleSeat: true) }
    var (a, b) = (Self.note(1), Self.note(2))
    a.parties = [Party(who: 1), seat(2)]
    b.parties = [Party(who: 1), seat(3)]
    #expect(EventRules.verdict(a, b) == .persons)
  }

  @Test func `reports join through a third, and each says to which other`() {
    let notes = [
      Self.note(1, .meeting, [1, 2, 3]), Self.note(2, .meeting, [1, 2]),
      Self.note(3, .meeting, [1, 2, 4]),
    ]
    let clusters = Self.clusters(notes)
    #expect(clusters.standing == [0, 0, 0])
    for event in 1...2 {
      #expect(EventRule.allCases[Int(clusters.rules[event])] == .persons)
      #expect(clusters.others[event] != Int32(event))
    }
  }

  @Test func `no third joins what two guests and one host tell of two meetings`() {
    let notes = [
      Self.note(1, .meeting, [1, 2]), Self.note(2, .meeting, [1, 2, 3]),
      Self.note(3, .meeting, [1, 3]),
    ]
    #expect(Self.groups(notes) == [[0, 1]])
  }

  @Test func `no month joins two days`() {
    let turns = [
      Self.note(1, .appointment, [1], day: 91, office: 7),
      Self.note(2, .appointment, [1], day: 90, to: 120, isDay: false, office: 7),
      Self.note(3, .appointment, [1], day: 119, office: 7),
    ]
    #expect(Self.groups(turns).map(\.count) == [2])
  }

  @Test func `two reports of one document stay two, though a third is like both`() {
    let notes = [Self.note(1), Self.note(1), Self.note(2)]
    #expect(Self.groups(notes).map(\.count) == [2])
  }

  @Test func `a bucket of thousands is one cluster`() {
    let notes = (0..<3000).map { Self.note(Int32($0)) }
    #expect(Self.groups(notes).map(\.count) == [3000])
    #expect(Self.groups(notes, limit: 1000) == Self.groups(notes))
  }

  // MARK: names and ids

  @Test func `conferences are named by the words before the gathering`() {
    let hashes = { (text: String) in ConferenceNames.hashes(in: EditTests.folder.folded(text)) }
    #expect(hashes("甲在第二届河滨金融峰会上致辞") == hashes("甲出席河滨金融峰会。"))
    #expect(hashes("甲在例行记者会上说") != hashes("甲在联合记者会上说"))
    #expect(hashes("甲与乙会谈").isEmpty)
  }

  @Test func `the rules are the words of the table`() {
    #expect(EventClusterRow.rules == EventRule.allCases.map(\.rawValue))
  }

  // MARK: over a corpus

  static let reports: [Reading] = [
    RelationTests.reading("a", "一", [RelationTests.talk]),
    RelationTests.reading("b", "二", [RelationTests.talk]),
    RelationTests.reading("c", "三", [RelationTests.congress]),
  ]

  @Test func `relations count events and not reports`() throws {
    let row = try #require(
      Samples.world(Self.reports).relations.first { $0.kind == "opposite_side" })
    #expect(row.events == 1 && row.weight == 0.5 && row.documents == 2)
  }

  @Test func `reports of one event share a cluster, whatever the order of the documents`() {
    let world = Samples.world(Self.reports)
    let ids = Self.reports.flatMap { world.events($0).map(\.clusterID) }
    #expect(ids[0] == ids[1] && ids[1] != ids[2])
    #expect(world.eventClusters.count == 2)
    #expect(world.eventClusters.compactMap(\.rule) == ["same-persons"])
    let reversed = Samples.world(Self.reports.reversed())
    #expect(reversed.eventClusters == world.eventClusters)
    #expect(reversed.relations == world.relations)
  }
}
