import Model
import Reference

/// A word that tells what befalls somebody, and what it asks for.
struct FateWord: CodedWord {
  let codes: [UInt32]
  let kind: Event.Kind
  let rule: Rule
  /// What must stand beside it.
  let need: Need

  enum Need: String, Sendable {
    /// Nothing more than somebody.
    case nothing
    /// A date in its sentence: 退休.
    case dated
    /// 被 before it, as 甲被警方带走; without, it tells what somebody does.
    case passive
    /// 被 before it or somebody right behind it: 甲遭当局逮捕, 当局逮捕甲.
    case suffered
    /// The same, and the office that is lost named as such: 解除甲的职务.
    case ofOffice
  }

  /// - Parameter word: with the kind of event, the rule, and what it needs, if anything.
  init?(_ word: TellingWord) {
    let parts = word.value.split(separator: " ").map(String.init)
    guard parts.count == 2 || parts.count == 3, let kind = Event.Kind(rawValue: parts[0]),
      let rule = Rule.event(named: parts[1]),
      let need = parts.count == 2 ? .nothing : Need(rawValue: parts[2])
    else { return nil }
    codes = word.form.unicodeScalars.map(\.value)
    self.kind = kind
    self.rule = rule
    self.need = need
  }
}

/// The words that tell what befalls somebody: 被查, 双开, 逮捕, 获刑, 辞职, 退休.
final class FateWords: Sendable {
  let all: WordTable<FateWord>

  /// 落马后, 被查时: the time of something else, where nothing dates it.
  let asides: [[UInt32]]
  /// 落马前, 被查案: no telling at all.
  let nouns: [[UInt32]]
  /// 甲落马当天, 甲被查的第二天: what befell somebody, and the day that it tells of something else.
  let falls: [[UInt32]]
  let moments: [[UInt32]]
  /// 甲任期, 甲麾下, 甲落马当天: a name that only tells a time or a staff.
  let periods: [[UInt32]]
  /// 直至被查, 此次被查: told elsewhere.
  let recalls: [[UInt32]]
  /// 多名官员被查: of nobody who is named.
  let crowds: [[UInt32]]
  /// What speaks of the case in play.
  let cases: [[UInt32]]
  /// 网络传出甲被查的消息.
  let rumours: [[UInt32]]
  /// 外界猜测甲会被免职.
  let guesses: [[UInt32]]
  /// 大批人士遭到逮捕: words for people, who have no name where such a word stands for them.
  let people: [[UInt32]]
  /// 在甲落马之后, 在甲陪同下: how the words end that only tell when or how.
  let closings: [[UInt32]]
  let thens: [[UInt32]]
  /// What makes a verb one of what befalls the name before it: 被, 遭.
  let passives: [[UInt32]]
  /// The office that is lost, by no other name: 职务.
  let lost: [[UInt32]]
  let notices: [[UInt32]]

  init(_ source: inout WordSource) {
    all = WordTable(source.read("fate.words") { FateWord($0) })
    asides = source.codes("fate.asides")
    nouns = source.codes("fate.nouns")
    falls = source.codes("fate.falls")
    moments = source.codes("fate.moments")
    periods = source.codes("fate.periods")
    recalls = source.codes("fate.recalls")
    crowds = source.codes("fate.crowds")
    cases = source.codes("fate.cases")
    rumours = source.codes("fate.rumours")
    guesses = source.codes("fate.guesses")
    people = source.codes("fate.people")
    closings = source.codes("fate.closings")
    thens = source.codes("fate.thens")
    passives = source.longestFirst("fate.passives")
    lost = source.codes("fate.lost")
    notices = source.codes("fate.notices")
  }
}
