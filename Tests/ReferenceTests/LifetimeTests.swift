import Model
import Testing

@testable import Reference

@Suite struct LifetimeTests {
  let almanac = Almanac.shared

  /// A period, a day, and whether the period holds it.
  static let cases: [(String, String, String, Bool)] = [
    ("2018-03-17", "", "2018-03-01", false), ("2018-03-17", "", "2018-03-17", true),
    ("2018-03-17", "", "2018-03", true), ("2018-03-17", "", "2018", true),
    ("2018-03", "", "2018-03-01", true), ("2018", "", "2018-01-01", true),
    ("", "2018-03-17", "2018-03-16", true), ("", "2018-03-17", "2018-03-17", false),
    ("", "2018-03-17", "2018-06", false), ("", "2018", "2018-12-31", true),
    ("2019", "", "2018-12-31", false), ("", "", "1950", true),
  ]

  @Test(arguments: cases)
  func `a period holds a day as far as both are told`(
    _ from: String, _ to: String, _ day: String, _ holds: Bool
  ) throws {
    let lifetime = Lifetime(from: from.isEmpty ? nil : from, to: to.isEmpty ? nil : to)
    #expect(lifetime.holds(try #require(PartialDate(iso: day))) == holds)
  }

  /// A form, a day, and the body that it was.
  static let forms: [(String, String, String)] = [
    ("国家广电总局", "2018-03-01", "org:sapprft"), ("国家广电总局", "2018-06-01", "org:nrta"),
    ("交通部", "2008-03-01", "org:moc-communications"), ("交通部", "2008-06-01", "org:mot"),
    ("中国联通", "2008-12-01", "org:unicom-old"), ("中国联通", "2020-01-01", "org:unicom"),
    ("国家药监局", "2012-05-01", "org:sfda"), ("国家药监局", "2014-05-01", "org:sfda"),
    ("国家药监局", "2019-05-01", "org:nmpa"),
  ]

  @Test(arguments: forms)
  func `a form of several periods is the body of its day`(
    _ form: String, _ day: String, _ id: String
  ) {
    let ids = almanac.organizations.ids(written: form)
    #expect(almanac.organizations.id(of: ids, on: PartialDate(iso: day)) == id)
  }
}
