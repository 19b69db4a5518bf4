import Model
import Reference
import Testing

@testable import Extraction

/// Meetings, trips, conferences and signings: who took part, when, where and as what.
@Suite struct DoingTests {
  /// `type date place roles:names` of each event; bodies by their short names.
  static func lines(_ text: String) throws -> [String] {
    try EventTests.reading(text).events.map { event in
      let parties = event.participants.map { participant in
        switch participant.party {
        case .person(let person): person.name
        case .body(let body): Almanac.shared.hierarchy.organization(body).shortName
        }
      }.joined(separator: ";")
      return [event.kind.rawValue, event.time.start?.iso ?? "none", parties].joined(separator: " ")
    }
  }

  static func roles(_ text: String) throws -> [String] {
    try EventTests.reading(text).events.flatMap { event in
      event.participants.compactMap { participant in
        participant.person.map { "\($0.name) \(participant.role.rawValue)" }
      }
    }
  }

  static let samples: [(text: String, wanted: [String])] = [
    // Sides, by 与 and by the verb.
    (
      "12月3日，湖南省委书记沈文涛、省长周远明与教育部部长罗一鸣举行会谈。",
      ["meeting 2020-12-03 沈文涛;周远明;罗一鸣"]
    ),
    (
      "12月3日，湖南省省长沈文涛分别与教育部部长罗一鸣、财政部部长周远明座谈。",
      ["meeting 2020-12-03 沈文涛;罗一鸣", "meeting 2020-12-03 沈文涛;周远明"]
    ),
    (
      "12月3日，湖南省与教育部举行工作座谈会。湖南省省长沈文涛、教育部部长罗一鸣出席。",
      ["meeting 2020-12-03 湖南省;教育部;沈文涛;罗一鸣"]
    ),
    (
      "12月3日，湖南省省长沈文涛在长沙会见出席量子大会的院士，副省长周远明参加。",
      ["meeting 2020-12-03 沈文涛;周远明"]
    ),
    (
      "12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣一行，副省长周远明陪同会见。",
      ["meeting 2020-12-03 沈文涛;罗一鸣;周远明"]
    ),
    (
      "12月3日，国务院总理沈文涛在北京同来华进行正式访问的法国总理米歇尔·杜邦举行会谈。",
      ["meeting 2020-12-03 沈文涛;米歇尔·杜邦"]
    ),
    // Each ministry called on is met by itself; who joins later belongs to their own.
    (
      "12月3日，湖南省省长沈文涛先后走访教育部、财政部。教育部部长罗一鸣，财政部部长周远明分别参加座谈。",
      ["meeting 2020-12-03 沈文涛;教育部;罗一鸣", "meeting 2020-12-03 沈文涛;财政部;周远明"]
    ),
    // What is told apart in one sentence says nothing of the next.
    (
      "12月3日，湖南省省长沈文涛分别在长沙市、岳阳市调研。随后会见吉林省省长罗一鸣、安徽省省长周远明。",
      [
        "inspection 2020-12-03 沈文涛", "inspection 2020-12-03 沈文涛",
        "meeting 2020-12-03 沈文涛;罗一鸣;周远明",
      ]
    ),
    // A meeting that is told again without a day keeps its own.
    (
      "12月10日，湖南省省长沈文涛会见吉林省省长罗一鸣。12月12日，沈文涛会见安徽省省长周远明。\n近日，沈文涛会见罗一鸣。",
      ["meeting 2020-12-10 沈文涛;罗一鸣", "meeting 2020-12-12 沈文涛;周远明"]
    ),
    // The day of the words of another, or behind 近日, is none of the meeting.
    (
      "湖南省省长沈文涛会见吉林省省长罗一鸣，他说：“12月1日的项目要抓紧。”",
      ["meeting 2020-12-16 沈文涛;罗一鸣"]
    ),
    (
      "近日，湖南省省长沈文涛会见吉林省省长罗一鸣，双方谈到2001年的往事。",
      ["meeting 2020-12 沈文涛;罗一鸣"]
    ),
    ("12月3日，湖南省省长沈文涛听取长沙市委和市政府工作汇报。", ["meeting 2020-12-03 沈文涛;长沙市委;长沙市政府"]),
    // Trips.
    (
      "12月3日，湖南省省长沈文涛赴长沙市督导，副省长周远明赴岳阳市督导。",
      ["inspection 2020-12-03 沈文涛", "inspection 2020-12-03 周远明"]
    ),
    (
      "12月3日，湖南省副省长沈文涛、周远明分赴长沙市、岳阳市督导。",
      ["inspection 2020-12-03 沈文涛", "inspection 2020-12-03 周远明"]
    ),
    (
      "12月3日，湖南省省长沈文涛在长沙市委书记周远明陪同下，到长沙市考察。",
      ["inspection 2020-12-03 沈文涛;周远明"]
    ),
    (
      "12月3日，湖南省省长沈文涛在长沙市调研。随后，沈文涛来到云湖村。",
      ["inspection 2020-12-03 沈文涛", "inspection 2020-12-03 沈文涛"]
    ),
    ("12月3日，湖南省省长沈文涛来到云湖村。", []),
    (
      "12月3日，湖南省省长沈文涛在长沙市调研。沈文涛在岳阳市一处江边生态园里，实地察看水情。",
      ["inspection 2020-12-03 沈文涛", "inspection 2020-12-03 沈文涛"]
    ),
    // One of another trip makes no stop.
    (
      "2001年3月，湖南省省长沈文涛在岳阳市调研。\n12月3日，沈文涛来到云湖村。",
      ["inspection 2001-03 沈文涛"]
    ),
    // Told by its month and by its day.
    (
      "11月，湖南省省长沈文涛访问吉林省。11月3日，沈文涛访问吉林省。",
      ["visit 2020-11-03 沈文涛"]
    ),
    // A stop is of the trip in hand, and not of one that the text recalls.
    (
      "湖南省省长沈文涛在长沙市调研。2001年，沈文涛在岳阳市调研。\n沈文涛来到云湖村。",
      [
        "inspection 2020-12-16 沈文涛", "inspection 2001 沈文涛", "inspection 2020-12-16 沈文涛",
      ]
    ),
    (
      "12月3日，湖南省省长沈文涛率湖南省党政代表团到吉林省学习考察。12月5日，湖南省党政代表团抵达安徽省。",
      ["visit 2020-12-03 沈文涛;湖南省", "visit 2020-12-05 沈文涛;湖南省"]
    ),
    // Conferences.
    (
      "全省经济工作会议12月3日在长沙召开。湖南省省长沈文涛出席并讲话。会上，副省长周远明发言。罗一鸣主持会议。",
      ["conference 2020-12-03 沈文涛;周远明;罗一鸣"]
    ),
    (
      "12月3日，湖南省省长沈文涛出席全省经济工作会议。12月5日，沈文涛出席全省教育大会。",
      ["conference 2020-12-03 沈文涛", "conference 2020-12-05 沈文涛"]
    ),
    ("12月3日，吉林省·安徽省合作交流座谈会在长春召开。", ["conference 2020-12-03 吉林省;安徽省"]),
    (
      "12月3日，中共湖南省委召开全省干部大会，湖南省省长沈文涛出席。",
      ["conference 2020-12-03 湖南省委;沈文涛"]
    ),
    ("人民大会堂12月3日举行活动，湖南省省长沈文涛讲话。", []),
    // Signings.
    (
      "12月3日，湖南省与教育部签署战略合作协议。湖南省省长沈文涛、教育部部长罗一鸣见证签约。",
      ["signing 2020-12-03 湖南省;教育部;沈文涛;罗一鸣"]
    ),
    (
      "12月3日，教育部、财政部、商务部举行视频峰会签署合作协议。",
      ["conference 2020-12-03 教育部;财政部;商务部", "signing 2020-12-03 教育部;财政部;商务部"]
    ),
    ("12月3日，湖南省省长沈文涛签署了认罪书。", []),
    // Who is only spoken of takes part in nothing.
    (
      "12月3日，湖南省省长沈文涛主持召开座谈会，学习周远明同志重要讲话精神。",
      ["conference 2020-12-03 沈文涛"]
    ),
  ]

  @Test(arguments: samples) func `a doing is read with its day and parties`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    #expect(try Self.lines(sample.text) == sample.wanted)
  }

  static let roleSamples: [(text: String, wanted: [String])] = [
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣。", ["沈文涛 host", "罗一鸣 guest"]),
    ("12月3日，湖南省省长沈文涛拜会吉林省省长罗一鸣。", ["沈文涛 guest", "罗一鸣 host"]),
    ("12月3日，湖南省省长沈文涛与吉林省省长罗一鸣会谈。", ["沈文涛 principal", "罗一鸣 principal"]),
    ("12月3日，湖南省省长沈文涛主持召开全省教育大会。", ["沈文涛 chair"]),
    (
      "12月3日，湖南省与教育部签署合作协议。湖南省省长沈文涛见证签约。",
      ["沈文涛 witness"]
    ),
    (
      "12月3日，湖南省省长沈文涛、吉林省省长罗一鸣共同见证签署合作协议。",
      ["沈文涛 witness", "罗一鸣 witness"]
    ),
    (
      "12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣。副省长周远明出席并见证签约。",
      ["沈文涛 host", "罗一鸣 guest", "周远明 attendee"]
    ),
    // Whom a traveller sees in their own state receives him.
    (
      "12月3日，湖南省省长沈文涛在塔什干会见乌兹别克斯坦总统罗一鸣。",
      ["沈文涛 guest", "罗一鸣 host"]
    ),
    (
      "12月3日，湖南省省长沈文涛在长沙会见乌兹别克斯坦总统罗一鸣。",
      ["沈文涛 host", "罗一鸣 guest"]
    ),
  ]

  @Test(arguments: roleSamples) func `everybody has the role that the words give`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    #expect(try Self.roles(sample.text) == sample.wanted)
  }

  @Test func `who convenes is the host, and whom the name of a meeting names attends`() throws {
    let text = "12月3日，湖南省政府召开吉林省·安徽省合作交流座谈会，湖南省省长沈文涛主持会议。"
    let participants = try EventTests.reading(text).events.flatMap(\.participants)
    #expect(
      participants.map(\.role) == [.host, .attendee, .attendee, .chair])
    #expect(participants.allSatisfy { $0.side == nil })
  }
}
