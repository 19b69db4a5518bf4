/// A rule by which a person or an office was read. Its name stands in the `rule` column.
package struct Rule: Hashable, Sendable {
  package let name: String
  /// How far the rule is trusted, 0 to 1: the share of its rows that a reading by hand of 183
  /// articles agreed with, drawn towards 0.8 where they are few: (right + 4) / (rows + 5).
  package let confidence: Double
  /// What it reads, in one sentence.
  package let meaning: String
  /// A phrase that it reads.
  package let example: String

  package static let officeName = Rule(
    name: "office.name", confidence: 0.88,
    meaning: "an office and the name right after it", example: "湖南省委书记许达哲")
  package static let officeNames = Rule(
    name: "office.names", confidence: 0.93,
    meaning: "one office shared by a list of names", example: "副省长李悦、安立佳、阿东")
  package static let officeCounted = Rule(
    name: "office.counted", confidence: 0.9,
    meaning: "an office that closes a list of names with their count",
    example: "周远明、郑和平等五名副主席")
  package static let officeListed = Rule(
    name: "office.listed", confidence: 0.91,
    meaning:
      "offices of one kind in several places, each of the name that stands as far in its list",
    example: "由甲、乙出任吉林、湖南省委书记")
  package static let collective = Rule(
    name: "office.collective", confidence: 0.89,
    meaning: "an office that each of those named before holds in a place of their own",
    example: "四人也兼任省长")
  package static let successor = Rule(
    name: "office.successor", confidence: 0.67,
    meaning: "the office of the one before, taken over by the name that follows",
    example: "免去其主任职务，由副主任涂某接任")
  package static let seat = Rule(
    name: "office.seat", confidence: 0.8,
    meaning: "an office that is told before the one who takes it",
    example: "商务厅厅长一职由沈文涛接任")
  package static let nameTitle = Rule(
    name: "name.title", confidence: 0.95,
    meaning: "a name and the title right after it", example: "王凯省长")
  package static let surnameTitle = Rule(
    name: "name.surname", confidence: 0.9,
    meaning: "the surname and title of one who was named whole before", example: "沈书记")
  package static let nameApposition = Rule(
    name: "name.apposition", confidence: 0.82,
    meaning: "a name, a comma or bracket, and the office", example: "庹震（人民日报社社长）")
  package static let copula = Rule(
    name: "name.copula", confidence: 0.87,
    meaning: "a name, 是, and the office", example: "沈文涛是河滨商会会长")
  package static let holder = Rule(
    name: "holder.verb", confidence: 0.84,
    meaning: "a name and a verb that gives it the office", example: "应勇调任湖北省委书记")
  package static let career = Rule(
    name: "holder.career", confidence: 0.84,
    meaning: "offices of a career told about the person in play",
    example: "曾任天津海关副关长，2007年出任监察厅副厅长")
  package static let relative = Rule(
    name: "office.relative", confidence: 0.81,
    meaning: "an office, 的, and the name", example: "时任上海市长的应勇")
  package static let removal = Rule(
    name: "office.removal", confidence: 0.73,
    meaning: "the office that a name is relieved of", example: "免去张国清的天津市市长职务")
  package static let predecessor = Rule(
    name: "office.predecessor", confidence: 0.7,
    meaning: "the office of the one who is followed in it", example: "接替于伟国出任福建省委书记")
  package static let knownName = Rule(
    name: "name.known", confidence: 0.99,
    meaning: "a name read elsewhere in the article with an office or a verb", example: "景俊海强调")
  package static let bareName = Rule(
    name: "name.bare", confidence: 0.94,
    meaning: "a surname and a given name by their letters and what stands around them",
    example: "谷文昌同志")
  package static let transcribedName = Rule(
    name: "name.transcribed", confidence: 0.96,
    meaning: "a name written by its sound", example: "艾力更·依明巴海")

  package static let glossedName = Rule(
    name: "name.gloss", confidence: 0.84,
    meaning: "a name before its spelling in Latin letters", example: "学者伦达（Anna Renda）说")

  package static let eminentName = Rule(
    name: "name.eminent", confidence: 0.96,
    meaning: "a name of world politics that the press writes without an office",
    example: "拜登就职后")

  package static let familyName = Rule(
    name: "name.family", confidence: 0.93,
    meaning: "the last part of a name with a dot that the article gives whole elsewhere",
    example: "约翰·特拉维（John Travis）到会，特拉维说")

  /// What a confidence says, of any rule.
  package static let meaningOfConfidence =
    "how far the rule is trusted, from 0 to 1: the share of its rows that a reading by hand of 183 "
    + "articles agreed with, the same for each row that it reads"

  /// Every rule that the `rule` column may name.
  package static let all: [Rule] = [
    officeName, officeNames, officeCounted, officeListed, collective, successor, seat,
    nameTitle, surnameTitle, nameApposition, copula, holder, career, relative, removal, predecessor,
    knownName, bareName, transcribedName, glossedName, eminentName, familyName,
  ]
}
