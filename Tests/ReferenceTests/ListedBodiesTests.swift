import Model
import Testing

@testable import Reference

@Suite struct ListedBodiesTests {
  let almanac = Almanac.shared

  private func body(_ written: String, on day: String = "2020-11-05") -> String {
    let ids = almanac.organizations.ids(written: written)
    return almanac.organizations.id(of: ids, on: PartialDate(iso: day))
  }

  static let forms: [(String, String)] = [
    ("行政院", "tw:ey"), ("台湾行政院", "tw:ey"), ("大陆委员会", "tw:mac"), ("卫福部", "tw:mohw"),
    ("香港保安局", "hk:security"), ("香港特区政府教育局", "hk:edb"), ("五角大楼", "us:dod"),
    ("《环球时报》", "media:global-times"), ("阿里巴巴集团", "co:alibaba"), ("台大", "uni:ntu"),
    ("中国国民党", "party:tw-kmt"), ("大赦国际", "civil:amnesty"), ("国家疾控中心", "org:china-cdc"),
    ("白宫", "us:wh"), ("联邦调查局", "us:fbi"), ("欧盟执委会", "intl:ec"), ("WHO", "intl:who"),
  ]

  @Test(arguments: forms)
  func `a body is known by every form of the press`(_ written: String, _ id: String) {
    #expect(body(written) == id)
  }

  @Test func `a bureau that was renamed is the one of its day`() {
    #expect(almanac.organizations["hk:fhb"]?.successorID == "hk:hhb")
    #expect(almanac.organizations["hk:fhb"]?.lived(on: PartialDate(year: 2023)) == false)
  }

  @Test func `a body of Taiwan, Hong Kong or Macao is of its region`() {
    let body = almanac.hierarchy.organization(.listed("hk:security"))
    #expect(body.division?.id == "div:810000")
    #expect(body.level == .provincial)
    #expect(body.system == .government)
  }

  @Test func `a body of a foreign state has no level here`() {
    let body = almanac.hierarchy.organization(.listed("us:dod"))
    #expect(body.level == nil)
    #expect(body.system == .foreign)
  }

  @Test func `a department of a state is the listed body where there is one`() {
    let pieces = almanac.hierarchy.organization(.part(of: .listed("state:US"), name: "国防部"))
    #expect(pieces == almanac.hierarchy.organization(.listed("us:dod")))
    let other = almanac.hierarchy.organization(.part(of: .listed("state:FR"), name: "国防部"))
    #expect(other.name == "法国国防部")
  }

  @Test func `a department of Taiwan is named without the word for province`() {
    let taiwan = Body.local(.government, division: "div:710000")
    #expect(almanac.hierarchy.organization(.part(of: taiwan, name: "观光局")).name == "台湾观光局")
    #expect(almanac.hierarchy.organization(.part(of: taiwan, name: "外交部")).shortName == "台湾外交部")
  }
}
