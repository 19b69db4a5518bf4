import Model
import Reference

/// A word that tells what befalls somebody, and what it asks for.
struct FateWord: CodedWord {
  let codes: [UInt32]
  let kind: Event.Kind
  let rule: Rule
  /// Whether it tells an event only where its sentence dates it: 退休.
  let needsDate: Bool

  /// - Parameter word: with the kind of event, the rule, and `dated` where it needs a date.
  init?(_ word: TellingWord) {
    let parts = word.value.split(separator: " ").map(String.init)
    guard parts.count == 2 || parts.count == 3 && parts[2] == "dated",
      let kind = Event.Kind(rawValue: parts[0]), let rule = Rule.event(named: parts[1])
    else { return nil }
    codes = word.form.unicodeScalars.map(\.value)
    self.kind = kind
    self.rule = rule
    needsDate = parts.count == 3
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
  let thens: [[UInt32]]
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
    thens = source.codes("fate.thens")
    notices = source.codes("fate.notices")
  }
}
