import Model
import Testing

@testable import Cleaning

@Suite struct DateReaderTests {
  private static let printed: [(String, String)] = [
    ("2024-11-12 08:30", "2024-11-12T08:30"),
    ("2024年11月12日08:30", "2024-11-12T08:30"),
    ("2024年1月2日 8时05分", "2024-01-02T08:05"),
    ("2024/1/2", "2024-01-02"),
    ("2024.01.02", "2024-01-02"),
    ("2020-12-16T08:02:00.000Z", "2020-12-16T08:02:00Z"),
    ("2019-10-23T09:10:42+08:00", "2019-10-23T09:10:42+08:00"),
    ("30/10/2020 - 12:34", "2020-10-30T12:34"),
    ("Fri, 24 Jul 2020 22:33:39 GMT", "2020-07-24T22:33:39Z"),
    ("November 12, 2024 8:30 PM", "2024-11-12T20:30"),
    ("2024年11月12日 下午3:05", "2024-11-12T15:05"),
    ("河滨青年报2023-11-12 21:33:010", "2023-11-12T21:33:01"),
    ("2019-09-3007:42", "2019-09-30T07:42"),
    ("发布时间：2024-11-12 星期二 08:30", "2024-11-12T08:30"),
    ("2024年11月", "2024-11"),
    ("20201216", "2020-12-16"),
    ("２０２４年１１月１２日０８：３０", "2024-11-12T08:30"),
    ("二〇二四年十一月十二日", "2024-11-12"),
    ("二○二四年一月三十日", "2024-01-30"),
    ("二零二四年十月二十三日", "2024-10-23"),
    ("2024 11/12 08:30:22", "2024-11-12T08:30:22"),
    ("202411/1208:30:22", "2024-11-12T08:30:22"),
  ]

  @Test(arguments: printed)
  func `a printed date is read with as much of the time as stands there`(text: String, iso: String)
  {
    #expect(DateReader.first(in: text.utf8)?.iso == iso)
  }

  @Test(arguments: [
    "11月12日讯", "12-16", "今天上午", "2024-13-40", "浙B2-20181004", "1234567890123", "3.14",
    "二十一世纪", "三年十月", "一九八四", "22020102",
  ])
  func `what is no whole date is none`(text: String) {
    #expect(DateReader.first(in: text.utf8) == nil)
  }

  private static let addresses: [(String, String)] = [
    ("https://a.cn/politics/2020-12/16/c_1126.htm", "2020-12-16"),
    ("https://a.cn/2020/12/16/china-news/", "2020-12-16"),
    ("https://www.zaobao.com/realtime/china/story20201216-1109276", "2020-12-16"),
    ("http://news.163.com/20/0229/18/F6ISIFBD.html", "2020-02-29"),
    ("http://a.gov.cn/202012/t20201216_5570.html", "2020-12-16"),
    ("20201216_report.txt", "2020-12-16"),
  ]

  @Test(arguments: addresses)
  func `the day in an address is read`(address: String, iso: String) {
    #expect(DateReader.day(inAddress: address.utf8)?.iso == iso)
  }

  @Test(arguments: ["https://a.cn/forward_4150096", "https://a.cn/article/12345678", "a.md"])
  func `a number in an address is no day`(address: String) {
    #expect(DateReader.day(inAddress: address.utf8) == nil)
  }

  @Test func `the place of a folded date is that of its bytes`() throws {
    let text = Array("印发于二〇二四年十一月十二日。".utf8)
    let date = try #require(DateReader.first(in: text))
    #expect(String(decoding: text[date.range], as: UTF8.self) == "二〇二四年十一月十二日")
  }

  @Test(arguments: [
    ("1719793800", "2024-07-01T08:30:00+08:00"), ("1719793800000", "2024-07-01T08:30:00+08:00"),
  ])
  func `seconds since 1970 are a date where a value is one`(value: String, iso: String) {
    #expect(DateReader.date(ofValue: value.utf8)?.iso == iso)
    #expect(DateReader.first(in: value.utf8) == nil)
  }

  @Test func `universal time late in the day is the next day in China`() throws {
    let date = try #require(DateReader.first(in: "2020-12-31T23:18:00Z".utf8))
    #expect(date.inChina.iso == "2021-01-01T07:18:00+08:00")
  }
}
