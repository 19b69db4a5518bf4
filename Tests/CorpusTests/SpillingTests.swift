import Model
import Reference
import Testing

@testable import Corpus

/// What outgrows memory comes back as it was.
@Suite struct SpillingTests {
  static let limits = [64, 5_000, 1 << 20]

  @Test(arguments: limits) func `a list gives back what was put in, in any order`(_ limit: Int) {
    let list = SpilledList<Int32>(MemorySpace(limit: limit))
    for number in 0..<20_000 as Range<Int32> { list.append(number * 3) }
    #expect(list.count == 20_000)
    var random = SplitMix(state: 7)
    for _ in 0..<2_000 {
      let place = Int.random(in: 0..<20_000, using: &random)
      #expect(list[place] == Int32(place) * 3)
    }
    #expect(list.indices.allSatisfy { list[$0] == Int32($0) * 3 })
  }

  @Test(arguments: limits) func `records of any length come back by their places`(_ limit: Int) {
    let bytes = SpilledBytes(MemorySpace(limit: limit))
    let records = (0..<300).map { [UInt8](repeating: UInt8($0 % 251), count: $0 * 7 % 400) }
    let places = records.map(bytes.append)
    for (place, record) in zip(places, records).reversed() {
      #expect(bytes.record(at: place) == record)
    }
  }

  @Test(arguments: limits) func `sorting gives every element, the least first`(_ limit: Int) {
    let sorter = Sorter<UInt64>(MemorySpace(limit: limit))
    var random = SplitMix(state: UInt64(limit))
    let numbers = (0..<30_000).map { _ in random.next() % 5_000 }
    for number in numbers { sorter.append(number) }
    #expect(Array(sorter.sorted()) == numbers.sorted())
    #expect(Array(sorter.sorted()).count == 30_000)
  }

  private struct Labelled: Ranked {
    let rank: UInt64
    let label: UInt8

    static func < (a: Self, b: Self) -> Bool { (a.rank, a.label) < (b.rank, b.label) }
  }

  /// Ranks over all bytes, in few of them, and many of one.
  @Test(arguments: [UInt64.max, 1 << 40, 70_000, 3, 1]) func `ranks order as comparisons do`(
    _ ranks: UInt64
  ) {
    var random = SplitMix(state: ranks)
    for count in [0, 1, 47, 48, 49, 500, 20_000] {
      let elements = (0..<count).map { _ in
        Labelled(rank: random.next() % ranks << 3, label: UInt8(truncatingIfNeeded: random.next()))
      }
      var sorted = elements
      RankSort.sort(&sorted)
      #expect(sorted == elements.sorted())
      let sorter = Sorter<Labelled>(ranked: MemorySpace(limit: 4096))
      for element in elements { sorter.append(element) }
      #expect(Array(sorter.sorted()) == sorted)
    }
  }

  @Test func `groups hold what belongs together`() {
    let sorter = Sorter<UInt64>(MemorySpace(limit: 64))
    for number in [5, 3, 5, 1, 3, 5] as [UInt64] { sorter.append(number) }
    var sorted = sorter.sorted()
    var groups: [[UInt64]] = []
    while case let group = sorted.group(where: ==), !group.isEmpty { groups.append(group) }
    #expect(groups == [[1], [3, 3], [5, 5, 5]])
  }

  @Test func `an id that was packed comes back, and in its order`() {
    let ids = ["a", "b", "c", "d"].map { StableID.document(sha256: $0) }
    #expect(ids.map { PackedID($0).text("doc") } == ids)
    #expect(ids.sorted() == ids.sorted { PackedID($0) < PackedID($1) })
  }

  @Test func `a note that was written and read is the same`() throws {
    let reading = Samples.reading(
      "a", Samples.sentences.joined(separator: "\n") + "共215例", title: "甲省与法国签约", on: "2024-03",
      url: "https://example.org/a/1.html", mentions: [Samples.mention("赵一鸣")])
    let note = NoteTaker(.shared).note(of: reading)
    var bytes: [UInt8] = []
    note.encoded(into: &bytes)
    #expect(DocumentNote(decoding: bytes) == note)
    for cut in [0, 1, 20, bytes.count - 1] {
      #expect(DocumentNote(decoding: Array(bytes[..<cut])) == nil)
    }
    #expect(DocumentNote(decoding: bytes + [0]) == nil)
  }

  // MARK: a whole corpus

  /// Persons with common names in many offices, copies, encounters.
  private static let readings: [Reading] = {
    var random = SplitMix(state: 11)
    let names = ["王伟", "李强", "赵一鸣", "钱二川", "张敏", "欧阳明山", "孙三江", "丁戊·甲乙丙", "甲乙丙"]
    let divisions = ["div:220000", "div:430000", "div:370000", "div:220100"]
    return (0..<400).map { number in
      let text =
        (0..<4).map { _ in
          Samples.sentences[Int.random(in: 0..<Samples.sentences.count, using: &random)]
        }.joined(separator: "\n") + "第\(number / 3)号"
      let mentions = (0..<6).map { place in
        let division = divisions[Int.random(in: 0..<4, using: &random)]
        let isParty = Bool.random(using: &random)
        return Samples.mention(
          names[Int.random(in: 0..<names.count, using: &random)],
          place == 5 ? nil : .local(isParty ? .partyCommittee : .government, division: division),
          isParty ? "书记" : "副省长", [nil, nil, .acting, .former][number % 4], at: place * 10)
      }
      let day = Int.random(in: 1...28, using: &random)
      return Samples.reading(
        "\(number)", text,
        on: "20\(10 + number % 12)-0\(1 + number % 9)-\(day < 10 ? "0" : "")\(day)",
        mentions: mentions)
    }
  }()

  @Test func `a corpus that outgrows memory has the rows of one that does not`() {
    func world(_ space: any ScratchSpace) -> World {
      var survey = CorpusSurvey(almanac: .shared, dedupe: DedupeOptions(), space: space)
      for reading in Self.readings { survey.note(reading, copies: []) }
      return survey.close()
    }
    let (whole, spilled) = (world(MemorySpace()), world(MemorySpace(limit: 512)))
    #expect(whole.persons.count > 5)
    #expect(whole.tenures.count > 50)
    #expect(!whole.contradictions.isEmpty && !whole.duplicates.isEmpty && !whole.namesakes.isEmpty)
    #expect(whole.persons == spilled.persons)
    #expect(whole.tenures == spilled.tenures)
    #expect(whole.contradictions == spilled.contradictions)
    #expect(whole.namesakes == spilled.namesakes)
    #expect(whole.duplicates == spilled.duplicates)
    for (number, reading) in Self.readings.enumerated() where number % 40 == 0 {
      let (one, other) = (whole.rows(of: reading, number: number), spilled.rows(of: reading))
      #expect(one.document(copies: []) == other.document(copies: []))
      #expect(one.mentions == other.mentions)
    }
  }
}
