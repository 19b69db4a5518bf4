import Model
import Reference
import Testing

@testable import Corpus

/// Who of one name is one person.
@Suite struct PersonTests {
  private static let jilin = Body.local(.partyCommittee, division: "div:220000")
  private static let changchun = Body.local(.government, division: "div:220100")
  private static let hunan = Body.local(.government, division: "div:430000")
  private static let yueyang = Body.local(.government, division: "div:430600")
  private static let ministry = Body.listed("org:mof")

  private static func reading(_ path: String, on date: String, _ mentions: Mention...) -> Reading {
    Samples.reading(path, path, on: date, mentions: mentions)
  }

  private func persons(_ readings: Reading..., corrections: Corrections = Corrections())
    -> [String?]
  {
    Samples.world(readings, corrections: corrections).persons.map(\.homonym)
  }

  // MARK: one person

  @Test func `a rare name in two places, one after the other, is one person`() {
    #expect(
      persons(
        Self.reading("a", on: "2018-03-01", Samples.mention("欧阳竹筠", Self.jilin)),
        Self.reading("b", on: "2020-06-01", Samples.mention("欧阳竹筠", Self.hunan, "省长"))) == [nil])
  }

  @Test func `a common name is one person where one document gives both offices`() {
    #expect(
      persons(
        Self.reading("a", on: "2018-03-01", Samples.mention("张伟", Self.changchun, "市长")),
        Self.reading("b", on: "2019-03-01", Samples.mention("张伟", Self.yueyang, "市长")),
        Self.reading(
          "c", on: "2020-06-01", Samples.mention("张伟", Self.changchun, "市长", .former),
          Samples.mention("张伟", Self.yueyang, "市长", at: 9))) == [nil])
  }

  @Test func `a common name is one person where one office lies in the place of the other`() {
    #expect(
      persons(
        Self.reading("a", on: "2018-03-01", Samples.mention("张伟", Self.yueyang, "市长")),
        Self.reading("b", on: "2020-06-01", Samples.mention("张伟", Self.hunan, "副省长"))) == [nil])
  }

  @Test func `two as high as ministers share no name`() {
    let world = Samples.world([
      Self.reading("a", on: "2018-03-01", Samples.mention("张伟", Self.jilin)),
      Self.reading("b", on: "2020-06-01", Samples.mention("张伟", Self.ministry, "部长")),
    ])
    #expect(world.persons.count == 1)
    #expect(world.namesakes.map(\.rule) == ["high-rank"])
    #expect(world.namesakes.map(\.decision) == ["joined"])
  }

  @Test func `a name is spelt as its kind is, and no name from abroad in pinyin`() {
    let world = Samples.world([
      Self.reading(
        "a", on: "2018-03-01", Samples.mention("欧阳竹筠", Self.jilin),
        Samples.mention("拜登", .listed("state:US"), "总统", at: 9))
    ])
    #expect(world.persons.map(\.namePinyin) == [nil, "Ouyang Zhuyun"])
    #expect(world.persons.map(\.pinyinBasis) == [nil, "reading"])
  }

  // MARK: two persons

  @Test func `a common name with nothing in common is two, each told by an office`() {
    let world = Samples.world([
      Self.reading("a", on: "2018-03-01", Samples.mention("张伟", Self.changchun, "副市长")),
      Self.reading("b", on: "2020-06-01", Samples.mention("张伟", Self.yueyang, "副市长")),
    ])
    #expect(world.persons.map(\.homonym) == ["岳阳市副市长", "长春市副市长"])
    #expect(Set(world.persons.map(\.personID)).count == 2)
    #expect(world.namesakes.map(\.rule) == ["common-name"])
    #expect(world.namesakes[0].otherPersonID != nil)
  }

  @Test func `two full-time posts in two places at one time are two persons`() {
    let world = Samples.world([
      Self.reading("a", on: "2018-03-01", Samples.mention("欧阳竹筠", Self.changchun, "市长")),
      Self.reading("b", on: "2018-06-01", Samples.mention("欧阳竹筠", Self.yueyang, "市长")),
      Self.reading("c", on: "2018-09-01", Samples.mention("欧阳竹筠", Self.changchun, "市长")),
      Self.reading("d", on: "2018-12-01", Samples.mention("欧阳竹筠", Self.yueyang, "市长")),
    ])
    #expect(world.persons.map(\.homonym) == ["岳阳市市长", "长春市市长"])
    #expect(world.namesakes.map(\.rule) == ["two-seats-at-once"])
  }

  @Test func `of a rare name a single other office is no second person`() {
    let world = Samples.world([
      Self.reading("a", on: "2018-03-01", Samples.mention("欧阳竹筠", Self.changchun, "市长")),
      Self.reading("b", on: "2018-06-01", Samples.mention("欧阳竹筠", Self.yueyang, "市长")),
      Self.reading("c", on: "2018-09-01", Samples.mention("欧阳竹筠", Self.changchun, "市长")),
    ])
    #expect(world.persons.count == 1)
    #expect(world.contradictions.map(\.kind) == [.twoOffices])
  }

  @Test func `who is told apart in one document stays so`() {
    var first = Samples.mention("张伟", Self.changchun, "市长")
    first.homonym = "市长"
    var second = Samples.mention("张伟", Self.changchun, "副市长", at: 9)
    second.homonym = "副市长"
    #expect(
      persons(
        Self.reading("a", on: "2018-03-01", first, second),
        Self.reading("b", on: "2018-03-02", Samples.mention("张伟", Self.changchun, "市长"))
      ).count >= 2)
  }

  // MARK: names alone

  @Test func `a bare name goes to the only person of the name`() throws {
    let world = Samples.world([
      Self.reading("a", on: "2018-03-01", Samples.mention("张伟", Self.changchun, "市长")),
      Self.reading("b", on: "2018-03-02", Samples.mention("张伟")),
    ])
    #expect(world.persons.map(\.documents) == [2])
  }

  @Test func `a bare name goes to the one of the place that the article is about`() throws {
    let bare = Self.reading(
      "c", on: "2020-06-02", Samples.mention("张伟"), Samples.mention("钱二川", Self.hunan, "省长"))
    let world = Samples.world([
      Self.reading("a", on: "2018-03-01", Samples.mention("张伟", Self.changchun, "副市长")),
      Self.reading("b", on: "2020-06-01", Samples.mention("张伟", Self.yueyang, "副市长")), bare,
    ])
    let row = try #require(world.mentions(bare).first)
    let person = try #require(world.persons.first { $0.homonym == "岳阳市副市长" })
    #expect(row.personID == person.personID)
  }

  @Test func `a bare name that may be either is neither`() {
    let world = Samples.world([
      Self.reading("a", on: "2018-03-01", Samples.mention("张伟", Self.changchun, "副市长")),
      Self.reading("b", on: "2020-06-01", Samples.mention("张伟", Self.yueyang, "副市长")),
      Self.reading("c", on: "2020-06-02", Samples.mention("张伟")),
    ])
    #expect(world.persons.map(\.homonym).contains("未详"))
  }

  // MARK: other forms of a name

  @Test func `a name that is one letter off in one seat is the holder's`() throws {
    let cut = Self.reading("d", on: "2018-04-02", Samples.mention("欧阳竹筠于", Self.jilin))
    let readings =
      (1...3).map {
        Self.reading("\($0)", on: "2018-0\($0 + 2)-01", Samples.mention("欧阳竹筠", Self.jilin))
      } + [cut]
    let world = Samples.world(readings, dedupe: nil)
    #expect(world.persons.map(\.name) == ["欧阳竹筠"])
    #expect(world.persons.map(\.aliases) == [["欧阳竹筠于"]])
    #expect(world.namesakes.map(\.rule) == ["other-form"])
    let row = try #require(world.mentions(cut).first)
    #expect(row.personID == world.persons[0].personID && row.personName == "欧阳竹筠于")
    let alone = Samples.world([cut]).mentions(cut)
    #expect(alone.map(\.mentionID) == [row.mentionID])
  }

  @Test func `a name with another office is a person of its own`() {
    let readings =
      (1...3).map {
        Self.reading("\($0)", on: "2018-0\($0 + 2)-01", Samples.mention("李强", Self.jilin))
      } + [
        Self.reading(
          "d", on: "2018-04-02", Samples.mention("李强东", Self.jilin),
          Samples.mention("李强东", Self.changchun, "市长", at: 9))
      ]
    #expect(Samples.world(readings, dedupe: nil).persons.map(\.name) == ["李强", "李强东"])
  }

  @Test func `a foreign surname and the whole name in one seat are one`() {
    let seat = Body.listed("state:US")
    let world = Samples.world(
      [
        Self.reading("a", on: "2018-03-01", Samples.mention("甲乙丙", seat, "总统")),
        Self.reading("b", on: "2018-03-02", Samples.mention("甲乙丙", seat, "总统")),
        Self.reading("c", on: "2018-03-03", Samples.mention("丁戊·甲乙丙", seat, "总统")),
      ], dedupe: nil)
    #expect(world.persons.map(\.name) == ["甲乙丙"])
    #expect(world.persons.map(\.aliases) == [["丁戊·甲乙丙"]])
  }

  // MARK: what people say

  private static let place = Corrections.Place(file: "same_person.csv", line: 2)

  private static func pair(_ office: String?, _ other: String?) -> Corrections.Pair {
    Corrections.Pair(
      Corrections.Who(name: "张伟", office: office), Corrections.Who(name: "张伟", office: other),
      place: place)
  }

  private static let twoOfOneName = [
    reading("a", on: "2018-03-01", Samples.mention("张伟", changchun, "副市长")),
    reading("b", on: "2020-06-01", Samples.mention("张伟", yueyang, "副市长")),
  ]

  @Test func `who is said to be one person is one`() {
    var corrections = Corrections()
    corrections.same = [Self.pair("长春市副市长", "岳阳市副市长")]
    let world = Samples.world(Self.twoOfOneName, corrections: corrections)
    #expect(world.persons.map(\.homonym) == [nil])
    #expect(world.unusedCorrections.isEmpty)
  }

  @Test func `who is said to be two persons is two`() {
    var corrections = Corrections()
    corrections.apart = [Self.pair("岳阳市市长", "湖南省副省长")]
    let world = Samples.world(
      [
        Self.reading("a", on: "2018-03-01", Samples.mention("张伟", Self.yueyang, "市长")),
        Self.reading("b", on: "2020-06-01", Samples.mention("张伟", Self.hunan, "副省长")),
      ], corrections: corrections)
    #expect(world.persons.count == 2)
  }

  @Test func `another form of a name is the person, and listed with the name`() throws {
    var corrections = Corrections()
    corrections.aliases["竹筠"] = ("欧阳竹筠", Self.place)
    let reading = Self.reading("b", on: "2018-03-02", Samples.mention("竹筠", Self.jilin))
    let world = Samples.world(
      [Self.reading("a", on: "2018-03-01", Samples.mention("欧阳竹筠", Self.jilin)), reading],
      corrections: corrections)
    #expect(world.persons.map(\.name) == ["欧阳竹筠"])
    #expect(world.persons.map(\.aliases) == [["竹筠"]])
    #expect(world.mentions(reading).map(\.personID) == world.persons.map(\.personID))
    #expect(world.mentions(reading).map(\.text) == ["竹筠"])
  }

  @Test func `an office that was misread becomes the one that was meant`() {
    var corrections = Corrections()
    corrections.offices["长春市副市长"] = Corrections.OfficeFix(
      meant: OfficeReading(body: Self.yueyang, title: "市长"), rank: nil, singleSeat: nil,
      place: Self.place)
    corrections.offices["岳阳市市长"] = Corrections.OfficeFix(
      meant: nil, rank: "副部级", singleSeat: false, place: Self.place)
    let world = Samples.world([Self.twoOfOneName[0]], corrections: corrections)
    let row = world.mentions(Self.twoOfOneName[0])[0]
    #expect(row.organizationName == "岳阳市人民政府" && row.post == "市长")
    let office = world.offices.first { $0.officeID == row.officeID }
    #expect(office?.rank == "副部级" && office?.singleSeat == false)
    #expect(world.persons[0].latestOffice == "岳阳市市长")
  }

  @Test func `a correction without use is told`() {
    var corrections = Corrections()
    corrections.same = [Self.pair("甲山省省长", "岳阳市副市长")]
    #expect(
      Samples.world(Self.twoOfOneName, corrections: corrections).unusedCorrections == [Self.place])
  }

  // MARK: order

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `the order of the documents changes nobody`(_ seed: UInt64) {
    let names = ["张伟", "欧阳竹筠", "约翰逊"]
    let bodies = [Self.jilin, Self.changchun, Self.hunan, Self.yueyang, Self.ministry]
    var random = SplitMix(state: seed)
    let readings = (0..<40).map { number in
      Self.reading(
        "r\(number)", on: "20\(10 + Int.random(in: 0..<10, using: &random))-05-0\(1 + number % 9)",
        Samples.mention(
          names[Int.random(in: 0..<3, using: &random)],
          bodies[Int.random(in: 0..<5, using: &random)], "副书记"),
        Samples.mention(names[Int.random(in: 0..<3, using: &random)], at: 20))
    }
    let wanted = Samples.world(readings, dedupe: nil)
    let world = Samples.world(readings.shuffled(using: &random), dedupe: nil)
    #expect(world.persons == wanted.persons)
    #expect(world.namesakes == wanted.namesakes)
    #expect(world.tenures == wanted.tenures)
    #expect(world.contradictions == wanted.contradictions)
    for reading in readings { #expect(world.mentions(reading) == wanted.mentions(reading)) }
  }
}
