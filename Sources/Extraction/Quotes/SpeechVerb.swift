/// What a verb of attribution asks of the words after it.
enum SpeechVerb: String, Sendable {
  /// 强调, 指出: whatever follows was said.
  case says
  /// 相信, 承认: so too, where the subject stands in the clause.
  case thinks
  /// 要求, 希望: so too, but the verb stands as often in the words of somebody.
  case urges
  /// 介绍, 回应: a comma, a colon or a quotation mark must come before what was said.
  case marked
  /// 致辞, 发言: a colon or a quotation mark must.
  case colon
}

/// A rule by which a statement and its speaker were joined.
enum QuoteRule: String, Sendable {
  /// 沈文涛在会上强调，要抓落实。
  case subject = "quote.subject"
  /// 他说，要抓落实。
  case pronoun = "quote.pronoun"
  /// 沈文涛出席并致辞，强调要抓落实。
  case elided = "quote.elided"
  /// “要抓落实。”沈文涛说。
  case after = "quote.after"
  /// 沈文涛：“要抓好春耕。”
  case name = "quote.name"
}

/// A verb of attribution with its speakers, and where the words begin that it attributes.
struct Attribution {
  /// Indices into the places of persons.
  var speakers: [Int]
  var rule: QuoteRule
  var kind: SpeechVerb
  var verb: Range<Int>
  /// Where the clause of the verb begins.
  var clause: Int
  /// Where the words begin, nil where none follow.
  var content: Int?
  /// Whether a comma or colon stands between the verb and the words.
  var isSetOff = false
  /// The quotation before the clause, where that is what was said.
  var before: Quotation?
  var addressee: Range<Int>?
}
