import Model
import Testing

@testable import Reference

@Suite struct AlmanacTests {
  let almanac = Almanac.shared

  @Test func `ids are unique and parents exist without a cycle`() {
    let divisions = almanac.divisions
    #expect(Set(divisions.all.map(\.id)).count == divisions.all.count)
    for division in divisions.all where division.parentID != nil {
      #expect(divisions.parent(of: division) != nil, "\(division.id)")
      #expect(divisions.path(of: division).count < 6, "\(division.id)")
    }
    let organizations = almanac.organizations
    #expect(Set(organizations.all.map(\.id)).count == organizations.all.count)
    for organization in organizations.all {
      for id in [organization.parentID, organization.successorID].compactMap({ $0 }) {
        #expect(organizations[id] != nil, "\(organization.id) names \(id)")
      }
    }
  }

  @Test func `ranks that the tables name are on the ladder`() {
    let ranks =
      almanac.divisions.all.compactMap(\.rank) + almanac.organizations.all.compactMap(\.rank)
    for rank in Set(ranks) { #expect(almanac.ranks.order(of: rank) != nil, "\(rank)") }
  }

  @Test func `live codes are unique and provinces are as many as the State Council's list`() {
    let live = almanac.divisions.all.filter {
      $0.validTo == nil && $0.code != nil && $0.parentID != "div:710000"
    }
    #expect(Set(live.compactMap(\.code)).count == live.count)
    #expect(live.filter { $0.level == .province && $0.kind != "兵团" }.count == 34)
    let prefectures = live.filter {
      ($0.level == .prefecture || $0.level == .subprovincial) && $0.kind != "兵团师"
    }
    #expect(prefectures.count == 333)
  }

  @Test func `a body of several periods is the one that lived at the time`() throws {
    let ids = almanac.organizations.ids(written: "广电总局")
    #expect(ids.count > 1)
    let early = almanac.organizations.id(of: ids, on: PartialDate(iso: "2010-05-01"))
    let late = almanac.organizations.id(of: ids, on: PartialDate(iso: "2022-05-01"))
    #expect(early != late)
    #expect(try #require(almanac.organizations[late]).validTo == nil)
  }

  @Test(arguments: [
    ("单立文", "Shan Liwen"), ("欧阳淞", "Ouyang Song"), ("曾平安", "Zeng Ping'an"), ("林武", "Lin Wu"),
  ])
  func `names are written in pinyin with the surname's own reading`(
    _ name: String, _ pinyin: String
  ) {
    #expect(almanac.pinyin.name(name) == pinyin)
  }

  @Test func `a name by its sound has no pinyin`() {
    #expect(almanac.pinyin.name("阿里木·卡德尔") == nil)
  }

  @Test func `folding maps one character to one`() {
    #expect(almanac.folding.folded(0x570B) == 0x56FD)  // 國 国
    #expect(almanac.folding.folded(0xFF12) == 0x32)
    #expect(almanac.folding.folded(0x2022) == 0xB7)
    #expect(almanac.folding.folded(0x4E00) == 0x4E00)
  }
}
