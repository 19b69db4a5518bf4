import Model
import Reference
import Testing

@testable import Extraction

/// What the tables add to reading: one sentence for each kind of fact. The persons are invented.
@Suite struct NamedBodiesTests {
  static let sentences: [(String, String)] = [
    ("行政院院长陈明亮表示，支持。", "陈明亮: 台湾行政院 院长"),
    ("台湾外交部长陈明亮表示，支持。", "陈明亮: 台湾外交部 部长"),
    ("外交部政务次长陈明亮表示，支持。", "陈明亮: 台湾外交部 政务次长"),
    ("国民党主席陈明亮表示，支持。", "陈明亮: 国民党 主席"),
    ("香港保安局局长陈明亮表示，支持。", "陈明亮: 香港保安局 局长"),
    ("香港特区政府保安局局长陈明亮表示，支持。", "陈明亮: 香港保安局 局长"),
    ("香港政务司司长陈明亮表示，支持。", "陈明亮: 香港特别行政区政府 政务司司长"),
    ("共青团中央书记处第一书记陈明亮表示，支持。", "陈明亮: 共青团中央 书记处第一书记"),
    ("越共中央总书记阮明亮表示，支持。", "阮明亮: 越南共产党 总书记"),
    ("韩国统一部长官李明亮表示，支持。", "李明亮: 韩国统一部 长官"),
    ("联合国人权事务高级专员马修·史密斯表示，支持。", "马修·史密斯: 联合国 人权事务高级专员"),
    ("美国参议院多数党领袖马修·史密斯表示，支持。", "马修·史密斯: 美国参议院 多数党领袖"),
    ("美国国家情报总监马修·史密斯表示，支持。", "马修·史密斯: 美国 国家情报总监"),
    ("中国主席陈明亮表示，支持。", "陈明亮: 国家 主席"),
    ("《环球时报》总编辑陈明亮表示，支持。", "陈明亮: 环球时报 总编辑"),
    ("字节跳动首席执行官陈明亮表示，支持。", "陈明亮: 字节跳动 首席执行官"),
    ("东吴大学会计系副教授陈明亮表示，支持。", "陈明亮: 东吴大学 副教授"),
    ("第31集团军军长陈明亮表示，支持。", "陈明亮: 第31集团军 军长"),
  ]

  @Test(arguments: sentences)
  func `a body or title of the tables gives the office`(_ text: String, _ wanted: String) throws {
    let read = try Reader.lines(text)
    #expect(read.contains(wanted), "read \(read.sorted())")
  }

  @Test func `one who is about to leave still holds the office`() throws {
    let read = try Reader.lines("即将卸任的白宫发言人陈明亮表示，支持。")
    #expect(read.contains("陈明亮: 白宫 发言人"), "read \(read.sorted())")
  }

  @Test func `a title that tells its body needs no state`() throws {
    let read = try Reader.lines("日本首相佐藤健一会见来访的美国务卿马修·史密斯。")
    #expect(read.contains("马修·史密斯: 美国 国务卿"), "read \(read.sorted())")
  }
}
