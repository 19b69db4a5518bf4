/// The words that tell agreements.
final class AgreementWords: Sendable {
  /// A word that makes an agreement, where it stands.
  struct Making {
    var range: Range<Int>
    /// Joint statements alone are issued: 发表联合声明.
    var isIssuing: Bool
  }

  /// The letters that a word of making begins with.
  let opens: FirstLetters
  private let signing: [[UInt32]]
  private let issuing: [[UInt32]]
  /// What agreements are called, the longest first where one begins another.
  let kinds: [[UInt32]]
  let statements: [[UInt32]]
  /// What stands between a word of making and the name, and is no part of it.
  let openings: [[UInt32]]
  /// What points at an agreement told elsewhere.
  let pointers: [[UInt32]]
  /// What stands before the name of what is then signed: 举行合作协议·签约.
  let holding: [[UInt32]]
  /// What tells that nothing was made yet, or at all.
  let unmade: [[UInt32]]
  /// The same, where they stand right before.
  let unmadeNear: [[UInt32]]
  /// What makes a name before it speak of something else: 签署协议·的可能性.
  let asides: [[UInt32]]
  /// Those named before.
  let both: [[UInt32]]
  let bothStates: [[UInt32]]
  /// What makes a name before it speak of something else: 山西当地媒体, 中国特色.
  let elsewhere: [[UInt32]]

  init(_ source: inout WordSource) {
    signing = source.codes("agreement.signing")
    issuing = source.codes("agreement.issuing")
    kinds = source.codes("agreement.kinds")
    statements = source.codes("agreement.statements")
    openings = source.codes("agreement.openings")
    pointers = source.codes("agreement.pointers")
    holding = source.codes("agreement.holding")
    unmade = source.codes("agreement.unmade")
    unmadeNear = source.codes("agreement.unmadeNear")
    asides = source.codes("agreement.asides")
    both = source.codes("agreement.both")
    bothStates = source.codes("agreement.bothStates")
    elsewhere = source.codes("agreement.elsewhere")
    opens = FirstLetters((signing + issuing).compactMap(\.first))
  }

  func making(at place: Int, in passage: Passage) -> Making? {
    guard opens.contains(passage.scalar(place)) else { return nil }
    if let end = passage.end(of: signing, at: place) {
      return Making(range: place..<end, isIssuing: false)
    }
    return passage.end(of: issuing, at: place).map { Making(range: place..<$0, isIssuing: true) }
  }
}
