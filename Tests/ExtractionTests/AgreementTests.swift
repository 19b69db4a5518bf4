import Model
import Reference
import Testing

@testable import Extraction

/// Agreements, each told in a sentence or two.
@Suite struct AgreementTests {
  /// `name | parties | date`.
  static func lines(_ text: String) throws -> [String] {
    try EventTests.reading(text).agreements.map { agreement in
      let parties = agreement.parties.map { Almanac.shared.hierarchy.organization($0).shortName }
      return "\(agreement.name) | \(parties.joined(separator: ";")) | "
        + (agreement.date?.iso ?? "none")
    }
  }

  static let samples: [(text: String, wanted: [String])] = [
    (
      "12月15日，重庆市政府与教育部签署战略合作协议。",
      ["战略合作协议 | 重庆市政府;教育部 | 2020-12-15"]
    ),
    (
      "12月3日，湖南省、吉林省在北京签订能源专项合作框架协议。",
      ["能源专项合作框架协议 | 湖南省;吉林省 | 2020-12-03"]
    ),
    (
      "12月3日，湖南省政府与交通运输部签署了《关于加快建设水运的合作协议》。",
      ["关于加快建设水运的合作协议 | 湖南省政府;交通运输部 | 2020-12-03"]
    ),
    (
      "12月3日，湖南省·吉林省合作交流座谈会召开，双方签署“河湖”合作协议。",
      ["“河湖”合作协议 | 湖南省;吉林省 | 2020-12-03"]
    ),
    (
      "12月3日，湖南省与北京大学举行共建创新基地合作协议签约活动。",
      ["共建创新基地合作协议 | 湖南省;北京大学 | 2020-12-03"]
    ),
    (
      "12月3日，中国与亚美尼亚举行会谈。两国元首签署《关于建立伙伴关系的联合声明》，并签署多份合作文件。",
      [
        "关于建立伙伴关系的联合声明 | 中国;亚美尼亚 | 2020-12-03",
        "合作文件 | 中国;亚美尼亚 | 2020-12-03",
      ]
    ),
    (
      "12月3日，吉林省与安徽省签署合作备忘录。12月3日，吉林省政府与安徽省政府签署合作备忘录。",
      ["合作备忘录 | 吉林省;安徽省 | 2020-12-03"]
    ),
    ("湖南省与教育部将签署战略合作协议。", []),
    ("湖南省与教育部未签署战略合作协议。", []),
    ("湖南省与湖南省政府签署战略合作协议。", []),
    ("湖南省在北京签署协议。", []),
    ("湖南省与教育部谈到签署协议的可能性。", []),
    ("湖南省与教育部签署该协议。", []),
    ("省长签署命令，湖南省与吉林省发表讲话。", []),
  ]

  @Test(arguments: samples) func `an agreement is read with its parties and day`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    #expect(try Self.lines(sample.text) == sample.wanted)
  }

  @Test(arguments: samples) func `the span of an agreement is its text`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    let scalars = Array(sample.text.unicodeScalars)
    for agreement in try EventTests.reading(sample.text).agreements {
      let span = agreement.evidence.span
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[span.start..<span.end])
      #expect(String(words) == agreement.evidence.text)
      #expect(agreement.parties.count > 1)
    }
  }

  @Test func `an agreement belongs to the signing that its sentence tells`() throws {
    let reading = try EventTests.reading(
      "12月3日，湖南省省长沈文涛与吉林省省长罗一鸣代表湖南省、吉林省签署合作协议。")
    let agreement = try #require(reading.agreements.first)
    let event = try #require(agreement.event)
    #expect(reading.events[event].kind == .signing)
  }
}
