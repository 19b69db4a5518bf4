import Model
import Reference
import Testing

@testable import Extraction

@Suite struct DateTests {
  /// The dates read in a text of an article of a day: `start..end basis`, or `start basis` for one day.
  private static func read(_ text: String, published: String?) -> [String] {
    let passage = Passage(text, terms: Reader.extractor.terms)
    var resolver = DateResolver(published: published.flatMap { PartialDate(iso: $0) })
    return DateParser(passage: passage).dates().compactMap { found in
      resolver.resolve(found).map { date in
        let end = date.end == date.start ? "" : ".." + date.end.iso
        return date.start.iso + end + " " + date.basis.rawValue
      }
    }
  }

  @Test func `without a date of its own an article goes on with its last day`() {
    let passage = Passage("12月13日，甲与乙会谈。\n当日，甲与丙会谈。", terms: Reader.extractor.terms)
    let dates = PassageDates(passage, published: nil)
    #expect(dates.all.map(\.date.start.iso) == ["--12-13", "--12-13"])
  }

  static let phrases: [(String, String?, [String])] = [
    ("2020年12月13日上午", "2020-12-14", ["2020-12-13 stated"]),
    ("12月13日，甲与乙会谈", "2020-12-14", ["2020-12-13 publication"]),
    ("13日，甲与乙会谈", "2020-12-14", ["2020-12-13 publication"]),
    ("30日，甲与乙会谈", "2021-01-04", ["2020-12-30 publication"]),
    ("12月28日", "2021-01-04", ["2020-12-28 publication"]),
    ("昨日，甲离京；今天，乙到京", "2020-03-01", ["2020-02-29 relative", "2020-03-01 relative"]),
    ("12日至13日", "2020-12-14", ["2020-12-12..2020-12-13 publication"]),
    ("去年 12 月 4 日", "2020-12-14", ["2019-12-04 relative"]),
    ("去年第四季度", "2020-12-14", ["2019-10..2019-12 relative"]),
    ("三季度，沈文涛调研", "2020-12-14", ["2020-07..2020-09 publication"]),
    ("2018年上半年", "2020-12-14", ["2018-01..2018-06 stated"]),
    ("“十四五”时期", "2020-12-14", ["2021..2025 stated"]),
    ("十三五期间", "2020-12-14", ["2016..2020 stated"]),
    ("今年两会期间", "2020-12-14", ["2020-03 relative"]),
    ("年底，沈文涛到任", "2020-12-14", ["2020 relative"]),
    ("12至13日", "2020-12-14", ["2020-12-12..2020-12-13 publication"]),
    ("3月1日至2日上午", "2020-03-05", ["2020-03-01..2020-03-02 publication"]),
    ("11月30日至12月2日", "2020-12-05", ["2020-11-30..2020-12-02 publication"]),
    (
      "2015年7月任市长，同年11月任书记，次年离任", "2020-12-05",
      [
        "2015-07 stated", "2015-11 inherited", "2016 inherited",
      ]
    ),
    ("2015年7月任市长，11月任书记", "2020-12-05", ["2015-07 stated", "2015-11 inherited"]),
    ("去年3月，今年2月下旬", "2020-12-05", ["2019-03 relative", "2020-02 relative"]),
    ("本月8日，上月", "2020-01-10", ["2020-01-08 relative", "2019-12 relative"]),
    ("周五（8日）", "2020-05-10", ["2020-05-08 publication"]),
    // 26日 is a Saturday in December, and none in November.
    ("周六（26日）", "2020-12-24", ["2020-12-26 publication"]),
    ("2011至2017年", "2020-05-13", ["2011..2017 stated"]),
    ("五个月前，两年前，三天前", "2020-07-21", ["2020-02 relative", "2018 relative", "2020-07-18 relative"]),
    ("半年前，十一年前", "2020-07-21", ["2020-01 relative", "2009 relative"]),
    ("2008年任县长，两年后任书记", "2020-07-21", ["2008 stated", "2010 inherited"]),
    ("2008年任县长，任职两年后离任", "2020-07-21", ["2008 stated"]),
    ("三天前（10月29日）", "2020-11-01", ["2020-10-29 publication"]),
    ("今年7月任书记，同日任组长", "2020-11-01", ["2020-07 relative", "2020-07 inherited"]),
    ("上周五", "2020-05-13", ["2020-05-08 relative"]),
    ("星期一", "2020-05-13", ["2020-05-11 relative"]),
    ("将在星期一", "2020-05-13", ["2020-05-18 relative"]),
    ("国会将于1月6日开会", "2020-12-15", ["2021-01-06 publication"]),
    ("省委定于12月6日开会", "2020-07-15", ["2020-12-06 publication"]),
    ("省委将于28日开会，13日已有通知", "2020-12-15", ["2020-12-28 publication", "2020-12-13 inherited"]),
    ("省委将于3日开会", "2020-12-15", ["2021-01-03 publication"]),
    ("央行3月23日宣布了计划", "2021-01-04", ["2020-03-23 publication"]),
    ("代表团3月2日了解春耕", "2021-01-04", ["2021-03-02 publication"]),
    ("省委早在3月2日开会", "2021-01-04", ["2020-03-02 publication"]),
    (
      "10月12日抵达，次日返回，当天发表讲话", "2020-10-20",
      [
        "2020-10-12 publication", "2020-10-13 inherited", "2020-10-13 inherited",
      ]
    ),
    ("12月13日", nil, ["--12-13 stated"]),
    ("2020年", nil, ["2020 stated"]),
    ("今年55岁的甲，今年已满60岁的乙", "2021-01-01", []),
    ("2020年代的5年里，3个月，第12号文件", "2021-01-01", []),
  ]

  @Test(arguments: phrases)
  func `a printed date is told by the article and by the date before it`(
    _ text: String, _ published: String?, _ dates: [String]
  ) {
    #expect(Self.read(text, published: published) == dates)
  }

  @Test func `days and their numbers are one for one over four centuries`() throws {
    for number in stride(from: -80_000, through: 80_000, by: 37) {
      let date = try #require(CalendarDay(number).date)
      #expect(CalendarDay(date)?.number == number)
    }
    #expect(CalendarDay(PartialDate(iso: "2026-11-21"))?.weekday == 5)
  }
}
