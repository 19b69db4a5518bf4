package import Model

/// Why letters that may be a name or an office were not taken for one. Its code stands in what
/// `dibao inspect` says of them.
package struct RefusalReason: Hashable, Sendable {
  package let code: String
  /// Why, in words that go on from the letters: 省长 · nobody stands beside it.
  package let meaning: String
  /// A text in which letters are turned down for it.
  package let example: String

  package static let lowScore = RefusalReason(
    code: "name.score-too-low",
    meaning: "its letters and what stands around them tell too little to take it for a name",
    example: "他同高明天见面。")
  package static let place = RefusalReason(
    code: "name.place",
    meaning: "written by its sound, it stands in the article as the name of a place",
    example: "他在莫尔曼停留。")
  package static let credit = RefusalReason(
    code: "name.credit",
    meaning: "it stands in a by-line or a credit, not in the story",
    example: "图为施工现场。记者 吴建国 摄")
  package static let noHolder = RefusalReason(
    code: "office.no-holder", meaning: "nobody stands beside it who would hold it",
    example: "湖南省委书记没有到会。")
  package static let noBody = RefusalReason(
    code: "office.no-body",
    meaning: "somebody stands beside it, but the body that it belongs to cannot be told",
    example: "公司董事长周明远到会。")
  package static let weak = RefusalReason(
    code: "office.weak",
    meaning: "an ordinary word too, with neither a body before it nor another office beside it",
    example: "代表周明远到会。")
  package static let inWord = RefusalReason(
    code: "office.in-word",
    meaning: "the letters of a post, but a longer word or the name of a body holds them",
    example: "市长热线开通。")
  package static let lowConfidence = RefusalReason(
    code: "mention.confidence-too-low",
    meaning: "its rule is trusted less than the setting min_confidence asks for",
    example: "谷文昌同志是榜样。")

  /// Every reason that `dibao inspect` may name.
  package static let all: [RefusalReason] = [
    lowScore, place, credit, noHolder, noBody, weak, inWord, lowConfidence,
  ]
}

/// Letters that may be a name or an office, and were not taken for one.
package struct Refusal: Hashable, Sendable {
  /// What was found, and the least that would have been enough: scores in tenths of a nat, or
  /// confidences.
  package struct Shortfall: Hashable, Sendable {
    package let found: Double
    package let least: Double
  }

  package let reason: RefusalReason
  package let place: TextPlace
  package let shortfall: Shortfall?
}

/// A stretch of an article's text and its letters, as they are printed.
package struct TextPlace: Hashable, Sendable {
  /// From 0.
  package let paragraph: Int
  package let span: Span
  package let text: String
}
