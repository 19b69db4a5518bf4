/// The rules by which events are read. How far each is trusted was counted over 123 articles read by
/// hand, as `Rule.confidence` says; an event is right where its type, date and persons are.
extension Rule {
  static let appointmentEvent = Rule(
    name: "event.appointment", confidence: 0.9,
    meaning: "an office that a verb gives, dated by its sentence or by the article",
    example: "12月3日，沈文涛出任湖南省委书记")
  static let removalEvent = Rule(
    name: "event.removal", confidence: 0.84,
    meaning: "an office that a verb takes away, or a word for leaving one",
    example: "沈文涛被免去湖南省委书记职务")
  static let probe = Rule(
    name: "event.probe", confidence: 0.82, meaning: "an investigation begins",
    example: "沈文涛涉嫌严重违纪违法，正接受审查调查")
  static let expulsion = Rule(
    name: "event.expulsion", confidence: 0.89,
    meaning: "somebody is expelled from party or service",
    example: "沈文涛被开除党籍和公职")
  static let arrest = Rule(
    name: "event.arrest", confidence: 0.9, meaning: "somebody is arrested",
    example: "12月8日，沈文涛被逮捕")
  static let charge = Rule(
    name: "event.charge", confidence: 0.86, meaning: "somebody is charged",
    example: "检察机关对沈文涛提起公诉")
  static let trial = Rule(
    name: "event.trial", confidence: 0.82, meaning: "somebody is tried",
    example: "沈文涛受贿案公开审理")
  static let sentence = Rule(
    name: "event.sentence", confidence: 0.76, meaning: "somebody is sentenced",
    example: "沈文涛被判有期徒刑十年")
  static let execution = Rule(
    name: "event.execution", confidence: 0.86, meaning: "somebody is executed",
    example: "沈文涛于2017年5月26日被执行死刑")
  static let departure = Rule(
    name: "event.departure", confidence: 0.88,
    meaning: "somebody leaves service, or an office that is not named, on a day that is told",
    example: "沈文涛已于2017年12月退休")
  static let entry = Rule(
    name: "event.entry", confidence: 0.88,
    meaning: "somebody is moved to a body, on a day that is told, to no office that is named",
    example: "2003年，沈文涛被调派到卫生部")
  static let inspection = Rule(
    name: "event.inspection", confidence: 0.8, meaning: "the persons before a word inspect",
    example: "沈文涛在长沙市调研")
  static let stop = Rule(
    name: "event.stop", confidence: 0.57, meaning: "one who inspects comes to a place",
    example: "随后，沈文涛来到云湖村")
  static let hearing = Rule(
    name: "event.hearing", confidence: 0.88, meaning: "somebody hears the report of a body",
    example: "沈文涛听取长沙市委和市政府工作汇报")
  static let speaker = Rule(
    name: "event.speaker", confidence: 0.82, meaning: "somebody speaks at a meeting",
    example: "座谈会上，沈文涛发言")
  static let attendance = Rule(
    name: "event.attendance", confidence: 0.8,
    meaning: "persons of a later sentence who took part in what was told before",
    example: "周远明参加会见")
  static let visit = Rule(
    name: "event.visit", confidence: 0.73, meaning: "the persons before a word visit",
    example: "沈文涛到访吉林省")
  static let meeting = Rule(
    name: "event.meeting", confidence: 0.92, meaning: "the persons on both sides of a word meet",
    example: "沈文涛会见罗一鸣")
  static let conference = Rule(
    name: "event.conference", confidence: 0.74,
    meaning: "a word of convening or attending, and a meeting by its kind",
    example: "沈文涛主持召开省委常委会会议")
  static let signing = Rule(
    name: "event.signing", confidence: 0.88, meaning: "the persons around a word sign",
    example: "沈文涛与罗一鸣签署合作协议")

  static let death = Rule(
    name: "event.death", confidence: 0.88, meaning: "somebody dies on a day that the text gives",
    example: "沈文涛12月3日在长沙病逝")
  static let statement = Rule(
    name: "event.statement", confidence: 0.89,
    meaning: "somebody publishes a statement, an article or a post",
    example: "沈文涛发表声明")
  static let interview = Rule(
    name: "event.interview", confidence: 0.88, meaning: "somebody is interviewed at length",
    example: "沈文涛接受河滨电视台专访")
  static let decree = Rule(
    name: "event.decree", confidence: 0.83, meaning: "somebody signs a decree or a law",
    example: "沈文涛签署行政命令")
  static let sanction = Rule(
    name: "event.sanction", confidence: 0.86, meaning: "named persons are put under sanctions",
    example: "12月3日，美国宣布制裁沈文涛、罗一鸣")
  static let founding = Rule(
    name: "event.founding", confidence: 0.67, meaning: "a body is founded on a day that is given",
    example: "湖南省商会1999年5月成立")
  static let issue = Rule(
    name: "event.issue", confidence: 0.86, meaning: "a body puts out a paper with a name",
    example: "12月3日，湖南省政府印发《河湖保护办法》")
  static let accusation = Rule(
    name: "event.accusation", confidence: 0.86, meaning: "somebody accuses another by name",
    example: "12月3日，罗一鸣实名举报沈文涛")
  static let letter = Rule(
    name: "event.letter", confidence: 0.86, meaning: "somebody writes to or calls another",
    example: "沈文涛致电罗一鸣")

  static let announcement = Rule(
    name: "event.announcement", confidence: 0.8,
    meaning:
      "somebody announces something on a day that is given, and nothing else is told with it",
    example: "湖南省省长沈文涛12月3日宣布新的措施")
  static let relations = Rule(
    name: "event.relations", confidence: 0.8,
    meaning: "two states begin or raise their relations on a day or in a year that is given",
    example: "2018年，两国关系提升至全面战略伙伴关系")
  static let drill = Rule(
    name: "event.drill", confidence: 0.8, meaning: "forces hold an exercise on a day that is given",
    example: "8月18日，日本航空自卫队与美军举行联合演习")
  static let award = Rule(
    name: "event.award", confidence: 0.8,
    meaning: "somebody is given an award on a day that is given",
    example: "12月3日，沈文涛获颁友谊勋章")

  /// Every rule that the `rule` column of events may name.
  package static let events: [Rule] = [
    appointmentEvent, entry, removalEvent, departure, probe, expulsion, arrest, charge, trial,
    sentence, execution, inspection, stop, visit, meeting, hearing, attendance, conference, speaker,
    signing, death, statement, interview, decree, sanction, founding, issue, accusation,
    letter, announcement, relations, drill, award,
  ]

  static func event(named name: String) -> Rule? { events.first { $0.name == name } }
}
