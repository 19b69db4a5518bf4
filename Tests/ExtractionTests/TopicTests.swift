import Model
import Testing

@testable import Extraction

/// What a doing was about, in the words of its sentence.
@Suite struct TopicTests {
  static let samples: [(text: String, topic: String?)] = [
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就深化产业合作、共建园区等问题深入交换意见。", "深化产业合作、共建园区"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，围绕粮食产销衔接进行了友好的交流。", "粮食产销衔接"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就高铁建设与来宾进行座谈。", "高铁建设"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就科技成果转化等问题与他交换意见。", "科技成果转化"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就“双碳”目标开展座谈交流。", "“双碳”目标"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就数据共享与企业代表深入交流。", "数据共享"),
    // Words of the matter that end like those of a talk, a link or the other side.
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，围绕部省合作开展座谈。", "部省合作"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就集约利用土地进行交流。", "集约利用土地"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就加强与企业的合作进行交流。", "加强与企业的合作"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就流域治理问题交换意见。", "流域治理问题"),
    // What is talked about is the longest; a talk within it is none of its own.
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，就加强人文交流、便利人员往来交换了意见。", "加强人文交流、便利人员往来"),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，并就业已开展的合作表示感谢。", nil),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，围绕在他们身边的还有不少学生。", nil),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣。", nil),
    ("12月3日，湖南省省长沈文涛主持召开以“绿色发展”为主题的座谈会。", "绿色发展"),
    ("12月3日，湖南省省长沈文涛出席论坛开幕式，论坛的主题是“江河与城市”。", "江河与城市"),
    ("12月3日，湖南省省长沈文涛在长沙市调研安全生产工作。", "安全生产工作"),
    ("12月3日，湖南省省长沈文涛在长沙市调研指导工作。", nil),
    ("12月3日，湖南省省长沈文涛在长沙市调研时强调，要抓好防汛工作。", nil),
    ("12月3日，湖南省省长沈文涛在长沙市调研，就稳外贸工作与企业代表座谈交流。", nil),
  ]

  @Test(arguments: samples)
  func `a topic is what the sentence says it is`(_ text: String, _ topic: String?) throws {
    let events = try EventTests.reading(text).events
    #expect(!events.isEmpty)
    #expect(events.compactMap(\.topic) == [topic].compactMap { $0 }, "\(events)")
  }

  @Test func `a topic is printed in its sentence`() throws {
    for sample in Self.samples {
      for event in try EventTests.reading(sample.text).events {
        guard let topic = event.topic else { continue }
        #expect(event.evidence.text.contains(topic))
      }
    }
  }
}
