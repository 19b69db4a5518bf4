import Model
import Reference

@testable import Corpus

/// Readings made for the tests; every sentence is invented.
enum Samples {
  static func reading(
    _ path: String, _ text: String, title: String? = nil, on date: String? = nil,
    url: String? = nil, mentions: [Mention] = []
  ) -> Reading {
    var article = Article(
      path: path, format: .text, encoding: "utf-8", bytes: text.utf8.count, sha256: "sha-" + path)
    article.text = text
    article.title = title
    article.publishedAt = date
    article.url = url
    return Reading(article: article, mentions: mentions)
  }

  static func mention(
    _ name: String, _ body: Body? = nil, _ title: String = "书记",
    _ qualifier: OfficeReading.Qualifier? = nil, at start: Int = 0, rank: String? = nil,
    asOf: PartialDate? = nil
  ) -> Mention {
    Mention(
      evidence: Evidence(
        paragraph: 0, span: Span(start, start + name.unicodeScalars.count), text: name,
        rule: "test"),
      personName: name,
      office: body.map { OfficeReading(body: $0, title: title, qualifier: qualifier) },
      personalRank: rank, asOf: asOf, confidence: 0.9)
  }

  static func world(
    _ readings: [Reading], dedupe: DedupeOptions? = DedupeOptions(),
    corrections: Corrections = Corrections()
  ) -> World {
    var survey = CorpusSurvey(almanac: .shared, dedupe: dedupe, corrections: corrections)
    for reading in readings { survey.note(reading, copies: []) }
    return survey.close()
  }

  /// The paths of the readings, grouped by cluster, each group and all groups in order.
  static func groups(_ readings: [Reading], dedupe: DedupeOptions = DedupeOptions()) -> [[String]] {
    let world = world(readings, dedupe: dedupe)
    let rows = readings.map { world.document($0, copies: []) }
    return Dictionary(grouping: rows) { $0.clusterID ?? $0.documentID }.values
      .map { $0.map(\.path).sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Sentences of a report, enough of them for a text of a few hundred characters.
  static let sentences = [
    "甲山省委书记赵一鸣昨天到乙水市调研现代农业与乡村振兴工作。",
    "他先后走进粮食加工企业和农民合作社，详细了解春耕备耕、农资供应和用水保障情况。",
    "赵一鸣指出，要把粮食安全放在突出位置，稳定播种面积，落实好各项惠农补贴。",
    "在乙水市数字经济产业园，他听取了园区规划介绍，勉励企业加大研发投入。",
    "乙水市委书记钱二川汇报了全市经济运行情况，表示将全力完成全年目标任务。",
    "调研期间还召开了座谈会，来自基层的干部群众代表先后发言，提出意见建议。",
    "省委秘书长孙三江参加上述活动，省直有关部门负责同志一同前往。",
    "据介绍，乙水市今年新建高标准农田一百二十万亩，粮食产能稳步提升。",
  ]
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// The rows of one document by themselves.
extension World {
  func document(_ reading: Reading, copies: [String]) -> DocumentRow {
    rows(of: reading).document(copies: copies)
  }
  func mentions(_ reading: Reading) -> [MentionRow] { rows(of: reading).mentions }
  func events(_ reading: Reading) -> [EventRow] { rows(of: reading).eventRows }
  func participants(_ reading: Reading) -> [ParticipantRow] { rows(of: reading).participants }
  func quotes(_ reading: Reading) -> [QuoteRow] { rows(of: reading).quotes }
}
