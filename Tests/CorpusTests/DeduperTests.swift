import Model
import Reference
import Testing

@testable import Corpus

@Suite struct DeduperTests {
  private let whole = Samples.sentences.joined(separator: "\n")

  private func reading(_ path: String, _ text: String, on date: String? = "2024-03-12") -> Reading {
    Samples.reading(path, text, on: date)
  }

  // MARK: what is one article

  @Test func `a text in other width, script and punctuation is the same text`() {
    let folded = "甲山省委書記趙一鳴昨天到乙水市調研，共有１２個部門ＡＢ參加" + whole
    let plain = "甲山省委书记赵一鸣昨天到乙水市调研 共有12个部门ab参加" + whole
    let world = Samples.world([reading("a", folded), reading("b", plain)])
    #expect(world.duplicates.map(\.method) == ["text"])
    #expect(world.duplicates.map(\.similarity) == [1])
  }

  @Test func `a copy cut by half is found`() {
    let cut = Samples.sentences.prefix(4).joined(separator: "\n")
    #expect(Samples.groups([reading("a", whole), reading("b", cut)]) == [["a", "b"]])
    let row = Samples.world([reading("a", whole), reading("b", cut)]).duplicates[0]
    #expect(row.method == "near")
    #expect(row.containment > 0.95)
    #expect(row.similarity < 0.7)
  }

  @Test func `a copy with other sentences around it is found`() {
    let expanded =
      "本报综合消息。" + whole + "分析人士认为，此次调研释放出重视农业的信号，后续政策值得关注。"
      + "另据当地媒体报道，乙水市正在筹备秋季农产品展销会，预计吸引多省客商参加。"
    #expect(Samples.groups([reading("a", whole), reading("b", expanded)]) == [["a", "b"]])
  }

  @Test func `one address is one article, whatever its text became`() {
    let first = Samples.reading(
      "a", whole, on: "2024-03-12", url: "https://www.example.org/n/12.html?utm_source=x#top")
    let second = Samples.reading(
      "b", Samples.sentences[0] + "另有消息称会议改期举行，具体时间另行通知。" + Samples.sentences[1],
      on: "2024-06-30", url: "http://example.org/n/12.html")
    #expect(Samples.world([first, second]).duplicates.map(\.method) == ["url"])
  }

  @Test func `an essay printed again months later is the same`() {
    #expect(
      Samples.groups([
        reading("a", whole + whole), reading("b", whole + whole + "编者按。", on: "2024-09-01"),
      ]) == [["a", "b"]])
  }

  // MARK: what only looks like it

  @Test func `the same words with other numbers are another report`() {
    let template = { (cases: Int, day: Int) in
      "甲山省卫生健康委\(day)日通报，全省新增确诊病例\(cases)例，其中本土病例\(cases - 3)例，"
        + "新增治愈出院病例\(cases + 9)例，解除医学观察的密切接触者\(cases * 7)人，"
        + "现有重症病例\(cases / 2)例，累计报告确诊病例\(cases * 90)例，无新增死亡病例。"
    }
    let readings = [
      Samples.reading("a", template(25, 11), on: "2021-01-12"),
      Samples.reading("b", template(41, 12), on: "2021-01-13"),
    ]
    #expect(Samples.groups(readings) == [["a"], ["b"]])
  }

  @Test func `the same ceremony for another country is another report`() {
    let template = { (country: String) in
      "国家主席十二日下午在大会堂举行仪式，欢迎\(country)总统访问。两国元首登上检阅台，军乐团奏两国国歌，"
        + "鸣放礼炮，随后检阅仪仗队并观看分列式。有关方面负责人参加欢迎仪式。"
    }
    let readings = [
      Samples.reading("a", template("智利"), title: "举行仪式欢迎智利总统访华", on: "2024-05-12"),
      Samples.reading("b", template("肯尼亚"), title: "举行仪式欢迎肯尼亚总统访华", on: "2024-05-12"),
    ]
    #expect(Samples.groups(readings) == [["a"], ["b"]])
  }

  @Test func `an announcement of another session is another announcement`() {
    let template = { (session: String, day: Int) in
      "本台明天将直播第十届代表大会第\(session)次会议开幕会。会议\(day)日上午九时在大会堂举行，"
        + "综合频道、新闻频道和各外语频道将同步播出，新媒体平台将同时转播，敬请收看。"
    }
    let readings = [
      Samples.reading("a", template("三", 5), on: "2024-03-04"),
      Samples.reading("b", template("四", 7), on: "2024-03-06"),
    ]
    #expect(Samples.groups(readings) == [["a"], ["b"]])
  }

  @Test func `templates are not joined through a third text`() {
    let mine = "甲山省新增确诊病例25例，其中本土病例22例，治愈出院34例，累计报告2250例。" + whole
    let yours = "甲山省新增确诊病例41例，其中本土病例38例，治愈出院50例，累计报告3690例。" + whole
    let readings = [reading("a", mine), reading("b", yours), reading("c", whole)]
    let groups = Samples.groups(readings)
    #expect(!groups.contains { $0.contains("a") && $0.contains("b") })
    #expect(groups.contains { $0.contains("c") && $0.count == 2 })
  }

  @Test func `texts of nothing but a stub are told apart by their headlines`() {
    let readings = [
      Samples.reading("a", "请看视频", title: "国内联播快讯三月"),
      Samples.reading("b", "请看视频", title: "国际联播快讯四月"),
      Samples.reading("c", "请看视频。", title: "国际联播快讯四月"),
    ]
    #expect(Samples.groups(readings) == [["a"], ["b", "c"]])
  }

  @Test func `a document without text is alone`() {
    let readings = [Samples.reading("a", "……"), Samples.reading("b", "——")]
    #expect(Samples.groups(readings) == [["a"], ["b"]])
  }

  // MARK: who stands for the group

  @Test func `the earliest stands for the group, then the fullest, then the first path`() {
    let cut = Samples.sentences.prefix(5).joined(separator: "\n")
    let readings = [
      reading("d", whole, on: "2024-03-13"), reading("c", whole, on: nil),
      reading("b", cut, on: "2024-03-12"), reading("a", cut, on: "2024-03-12"),
    ]
    let world = Samples.world(readings)
    let canonical = StableID.document(sha256: "sha-a")
    #expect(world.duplicates.allSatisfy { $0.canonicalID == canonical })
    #expect(world.duplicates.count == 3)
    #expect(world.document(readings[3], copies: []).isCanonical)
    #expect(world.document(readings[0], copies: []).duplicateOf == canonical)
  }

  @Test func `a file with copies has a row that says so`() {
    var survey = CorpusSurvey(
      almanac: .shared, dedupe: DedupeOptions())
    survey.note(reading("a", whole), copies: ["b"])
    let row = survey.close().duplicates
    #expect(row.map(\.method) == ["bytes"])
    #expect(row[0].documentID == row[0].canonicalID)
  }

  @Test func `without the stage every document stands for itself`() {
    let readings = [reading("a", whole), reading("b", whole)]
    let world = Samples.world(readings, dedupe: nil)
    let row = world.document(readings[1], copies: [])
    #expect(world.duplicates.isEmpty)
    #expect(row.isCanonical && row.clusterID == nil && row.duplicateOf == nil)
  }

  @Test func `once a run is to stop, no more copies and reports are looked for`() {
    let readings = corpus(60, seed: 1)
    var asked = 0
    var survey = CorpusSurvey(almanac: .shared, dedupe: DedupeOptions()) {
      asked += 1
      return true
    }
    for reading in readings { survey.note(reading, copies: []) }
    let near = survey.close().duplicates.filter { $0.method == "near" }
    #expect(near.isEmpty)
    #expect((1...3).contains(asked))
    #expect(Samples.world(readings).duplicates.contains { $0.method == "near" })
  }

  // MARK: what holds whatever the input

  /// Articles cut, mixed and numbered at random, with dates.
  private func corpus(_ count: Int, seed: UInt64) -> [Reading] {
    var random = SplitMix(state: seed)
    return (0..<count).map { number in
      var sentences = Samples.sentences.shuffled(using: &random)
      sentences.removeLast(Int.random(in: 0...5, using: &random))
      if Bool.random(using: &random) {
        sentences.append("当天共有\(Int.random(in: 1...3, using: &random))个项目开工。")
      }
      return Samples.reading(
        "\(number)", sentences.joined(), on: "2024-03-1\(Int.random(in: 0...9, using: &random))",
        url: Int.random(in: 0...9, using: &random) == 0 ? "https://a.example/\(number % 3)" : nil)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the order of the documents changes no cluster and no row`(_ seed: UInt64) {
    var random = SplitMix(state: seed &* 77)
    let readings = corpus(60, seed: seed)
    let wanted = Samples.world(readings)
    #expect(!wanted.duplicates.isEmpty)
    for _ in 0..<3 {
      let world = Samples.world(readings.shuffled(using: &random))
      #expect(world.duplicates == wanted.duplicates)
      for reading in readings {
        #expect(world.document(reading, copies: []) == wanted.document(reading, copies: []))
      }
    }
  }

  @Test func `a document belongs to one cluster, whose canonical document is in it`() {
    let readings = corpus(80, seed: 9)
    let world = Samples.world(readings)
    let rows = readings.map { world.document($0, copies: []) }
    let clusters = Dictionary(grouping: rows) { $0.clusterID }
    for (_, members) in clusters {
      #expect(members.filter(\.isCanonical).count == 1)
      let canonical = members.first(where: \.isCanonical)?.documentID
      #expect(members.allSatisfy { $0.isCanonical || $0.duplicateOf == canonical })
    }
    #expect(world.duplicates.count == rows.filter { !$0.isCanonical }.count)
  }
}
