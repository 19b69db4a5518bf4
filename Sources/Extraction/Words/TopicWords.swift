/// The words around what a doing was about.
struct TopicWords: Sendable {
  /// What a matter stands behind: 就, 围绕.
  let opens: [[UInt32]]
  /// Words that begin with one of those, or end with it, and open nothing: 就业, 成就.
  let notOpens: [[UInt32]]
  /// What is done about a matter, before the talk: 进行, 交换.
  let frames: [[UInt32]]
  /// The talk: 会谈, 意见.
  let talks: [[UInt32]]
  /// How it is done: 深入, 坦诚.
  let manners: [[UInt32]]
  /// What may stand between those: 了, 的.
  let links: [[UInt32]]
  /// What a list of matters ends with: 等问题.
  let ends: [[UInt32]]
  /// What the other side stands behind within a matter: 与.
  let sides: [[UInt32]]
  /// Words that end like those and are of the matter: 合同.
  let notSides: [[UInt32]]
  /// The other side, where it is not named: 来宾.
  let others: [[UInt32]]
  /// Behind the words of a theme in quotation marks, and before them: 为主题, 主题为.
  let themes: [[UInt32]]
  let themesBefore: [[UInt32]]
  /// What an inspection looks into ends so: 工作.
  let inspected: [[UInt32]]
  /// What stands behind the word of an inspection and is none of it: 时, 并.
  let notInspected: [[UInt32]]

  init(_ source: inout WordSource) {
    opens = source.codes("topic.opens")
    notOpens = source.codes("topic.notOpens")
    frames = source.codes("topic.frames")
    talks = source.codes("topic.talks")
    manners = source.codes("topic.manners")
    links = source.codes("topic.links")
    ends = source.codes("topic.ends")
    sides = source.codes("topic.sides")
    notSides = source.codes("topic.notSides")
    others = source.codes("topic.others")
    themes = source.codes("topic.themes")
    themesBefore = source.codes("topic.themesBefore")
    inspected = source.codes("topic.inspected")
    notInspected = source.codes("topic.notInspected")
  }
}
