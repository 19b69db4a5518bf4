/// A public act of its own: what its word is the word of.
enum Act: String, Sendable {
  /// Somebody dies: 甲于12月3日病逝.
  case death
  /// Somebody publishes what they have to say: 甲发表声明.
  case statement
  /// The same on a network: 甲12月3日在推特表示.
  case posting
  /// 甲接受河滨电视台专访.
  case interview
  /// 甲签署行政命令.
  case decree
  /// 美国制裁甲、乙.
  case sanction
  /// A body begins: 河滨学会1999年成立.
  case founding
  /// A body puts out a paper with a name: 河滨市政府印发《…》.
  case issue
  /// 甲实名举报乙.
  case accusation
  /// 甲致电乙, 甲与乙通电话.
  case letter
  /// 甲12月3日宣布…: told where its sentence tells nothing else.
  case announcement
  /// 中国与河滨国建交, 两国关系提升至战略伙伴关系.
  case relations
  /// 甲军与乙军举行联合演习.
  case drill
  /// 甲授予乙勋章, 乙获颁勋章.
  case award
}

/// The words around those that tell public acts.
final class ActWords: Sendable {
  /// What is said of a death that is spoken of, and not told.
  let deathAsides: [[UInt32]]
  /// Whose death it is, or what brought it: 甲的父亲去世.
  let kin: [[UInt32]]
  /// What opens a clause that goes on with a death.
  let goingOn: [[UInt32]]
  let lately: [[UInt32]]
  /// What is published by one who speaks for themselves.
  let statements: [[UInt32]]
  /// Of these, what must have a date.
  let writings: [[UInt32]]
  /// How papers of bodies end: 《…意见》.
  let papers: [[UInt32]]
  /// What is done on a network.
  let postings: [[UInt32]]
  let decrees: [[UInt32]]
  /// 受到制裁: told of somebody.
  let sanctioned: [[UInt32]]
  let sanctionNouns: [[UInt32]]
  /// 两篇实名举报: a text, and not the act.
  let writs: [[UInt32]]
  /// What makes an accusation one by name.
  let openly: [[UInt32]]
  let accusing: [[UInt32]]
  let letterPurposes: [[UInt32]]
  /// 通话中, 通话记录.
  let callAsides: [[UInt32]]
  /// What makes an act one that is wished for.
  let conditions: [[UInt32]]
  let denials: [[UInt32]]
  let pronouns: [[UInt32]]
  /// What makes a word of announcing one of what was announced: 宣布的.
  let announcementAsides: [[UInt32]]
  /// What states have with each other.
  let relations: [[UInt32]]
  /// What is done with exercises.
  let drilling: [[UInt32]]
  /// What is awarded, and the verbs of those who are given it.
  let awards: [[UInt32]]
  let awarded: [[UInt32]]
  /// How the names of papers and stations end.
  let outlets: Set<UInt32>

  init(_ source: inout WordSource) {
    deathAsides = source.codes("act.deathAsides")
    kin = source.codes("act.kin")
    goingOn = source.codes("act.goingOn")
    lately = source.codes("act.lately")
    statements = source.codes("act.statements")
    writings = source.codes("act.writings")
    papers = source.codes("act.papers")
    postings = source.codes("act.postings")
    decrees = source.codes("act.decrees")
    sanctioned = source.codes("act.sanctioned")
    sanctionNouns = source.codes("act.sanctionNouns")
    writs = source.codes("act.writs")
    openly = source.codes("act.openly")
    accusing = source.codes("act.accusing")
    letterPurposes = source.codes("act.letterPurposes")
    callAsides = source.codes("act.callAsides")
    conditions = source.codes("act.conditions")
    denials = source.codes("act.denials")
    pronouns = source.codes("act.pronouns")
    announcementAsides = source.codes("act.announcementAsides")
    relations = source.codes("act.relations")
    drilling = source.codes("act.drilling")
    awards = source.codes("act.awards")
    awarded = source.codes("act.awarded")
    outlets = source.letters("act.outlets")
  }
}
