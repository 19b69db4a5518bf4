/// The small words around a verb of attribution, the longest first.
final class SpeechWords: Sendable {
  /// What may stand between a subject and its verb, or before either.
  let adverbs: [[UInt32]]
  /// The letters that they begin with: most places are settled by these.
  let adverbStarts: Set<UInt32>
  /// What puts a name after it out of the subject's place, at the start of a clause.
  let governors: [[UInt32]]
  /// Those of them that a clause before 的 takes with it: 在河滨任教的罗一鸣.
  let relatives: [[UInt32]]
  /// Verbs whose object a name after them is, wherever they stand.
  let governingVerbs: [[UInt32]]
  /// Those who speak without a name, or what is no person, right before a verb.
  let unnamed: [[UInt32]]
  /// What makes a name before it that of a household or a case.
  let households: [[UInt32]]
  /// 那些都是甲认为有争议的协议.
  let copulas: [[UInt32]]
  /// What a name is followed by in address.
  let forms: [[UInt32]]
  /// Those around a person, right before their own name.
  let retainers: [[UInt32]]
  /// Verbs of those whom an article goes by: 根据甲介绍.
  let accounts: [[UInt32]]
  /// Verbs of those who pass words on.
  let citations: [[UInt32]]
  /// What begins a topic that somebody speaks to.
  let topics: [[UInt32]]
  /// Those who speak without a name, in the clauses before a verb.
  let voices: [[UInt32]]
  /// What ends an adverbial of time or place.
  let circumstances: [[UInt32]]
  /// What begins one.
  let prepositions: [[UInt32]]
  /// What begins a sentence of the same speech.
  let exhortations: [[UInt32]]
  /// What begins a sentence that tells of something else.
  let turns: [[UInt32]]
  /// 表示欢迎: a feeling, not a statement.
  let feelings: [[UInt32]]
  /// What somebody said or wrote, of which a verb may be said instead of the person: 的话说.
  let sayings: [[UInt32]]
  /// What makes the words between a verb and the end of a clause a statement, not a thing.
  let clauseMarks: [[UInt32]]
  /// Words with such a letter that make none.
  let otherWords: [[UInt32]]
  /// Whom words are put to, between their verb and the quotation: 追问对方“…”.
  let counterparts: [[UInt32]]
  /// What begins a statement right behind a verb that else asks for a mark.
  let modals: [[UInt32]]
  /// Two who were named before.
  let pairs: [[UInt32]]

  init(_ source: inout WordSource) {
    adverbs = source.longestFirst("speech.adverbs")
    adverbStarts = Set(adverbs.compactMap(\.first))
    governors = source.longestFirst("speech.governors")
    relatives = source.longestFirst("speech.relatives")
    governingVerbs = source.longestFirst("speech.governingVerbs")
    unnamed = source.longestFirst("speech.unnamed")
    copulas = source.codes("speech.copulas")
    households = source.longestFirst("speech.households")
    forms = source.longestFirst("speech.forms")
    retainers = source.longestFirst("speech.retainers")
    accounts = source.longestFirst("speech.accounts")
    citations = source.longestFirst("speech.citations")
    topics = source.longestFirst("speech.topics")
    voices = source.longestFirst("speech.voices")
    circumstances = source.longestFirst("speech.circumstances")
    prepositions = source.longestFirst("speech.prepositions")
    exhortations = source.longestFirst("speech.exhortations")
    turns = source.longestFirst("speech.turns")
    feelings = source.longestFirst("speech.feelings")
    sayings = source.longestFirst("speech.sayings")
    clauseMarks = source.longestFirst("speech.clauseMarks")
    otherWords = source.longestFirst("speech.otherWords")
    counterparts = source.longestFirst("speech.counterparts")
    modals = source.longestFirst("speech.modals")
    pairs = source.longestFirst("speech.pairs")
  }
}
