import Model
import Reference
import Testing

@testable import Extraction

/// The bodies that a text names, each in a sentence of its own.
@Suite struct NamedBodyTests {
  static func bodies(_ text: String, title: String? = nil) -> [NamedBody] {
    let passage = Passage(text, terms: Reader.extractor.terms)
    return NamedBodies(
      passage, subject: SubjectPlace(passage, title: title).frame,
      published: PartialDate(year: 2021, month: 3, day: 1)
    ).all
  }

  static func names(_ text: String, title: String? = nil) -> [String] {
    bodies(text, title: title).filter { !$0.isOffice }.map {
      Almanac.shared.hierarchy.organization($0.body).shortName
    }
  }

  static let sentences: [(text: String, wanted: [String])] = [
    ("3月1日，吉林省与安徽省签署合作协议。", ["吉林省", "安徽省"]),
    ("吉林省委、省政府召开会议。", ["吉林省委", "吉林省政府"]),
    ("吉林省党政代表团到访。", ["吉林省"]),
    ("湖南省纪委监委通报。", ["湖南省纪委监委"]),
    ("吉林省商务厅与河滨航运物流有限公司签约。", ["吉林省商务厅", "河滨航运物流有限公司"]),
    ("双方来自教育部和北京大学。", ["教育部", "北京大学"]),
    ("沧州市河滨集团有限公司开工。", ["沧州市河滨集团有限公司"]),
    ("中国和亚美尼亚发表联合声明。", ["中国", "亚美尼亚"]),
    ("省委宣传部有关负责人到会。", ["云南省委宣传部"]),
    ("沧州市委宣传部发布消息。", ["沧州市委宣传部"]),
    ("教育部门开会。", []),
    ("湖南省第十三届人大召开会议。", ["湖南省人民代表大会"]),
    ("湖南省人大常委会召开会议。", ["湖南省人大常委会"]),
    ("中方愿同美方合作。", ["中国", "美国"]),
    ("中国沧州市河滨银行开业。", ["沧州市河滨银行"]),
    ("新闻发布会后，媒体26日报道此事。", []),
    ("一份河滨（云湖）航运有限公司的通知。", ["河滨（云湖）航运有限公司"]),
    ("中国政府与英国政府会谈。", ["中国政府", "英国政府"]),
    ("教育部部长陈立新、吉林省委原副书记沈文涛到会。", []),
  ]

  @Test(arguments: sentences) func `a body is read by its name`(
    _ sample: (text: String, wanted: [String])
  ) {
    #expect(Self.names(sample.text, title: "云南要闻") == sample.wanted)
  }

  @Test(arguments: sentences) func `bodies stand in order, none within another`(
    _ sample: (text: String, wanted: [String])
  ) {
    let all = Self.bodies(sample.text)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
  }

  @Test func `the words of a delegation are its range`() throws {
    let body = try #require(Self.bodies("吉林省党政代表团到访。").first)
    #expect(body.range == 0..<8)
    #expect(body.isDelegation)
  }

  @Test func `the bodies of a stretch are found`() {
    let passage = Passage("吉林省与安徽省签约。教育部到会。", terms: Reader.extractor.terms)
    let bodies = NamedBodies(passage, subject: Frame(), published: nil)
    #expect(bodies.indices(in: 0..<10) == 0..<2)
    #expect(bodies.indices(in: 4..<7) == 1..<2)
    #expect(bodies.indices(in: 10..<16) == 2..<3)
  }
}
