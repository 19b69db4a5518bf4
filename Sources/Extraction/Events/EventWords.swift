/// The words that tell events, and those around them.
final class EventWords: Sendable {
  let triggers: WordTable<EventTrigger>
  /// What makes a trigger before it part of another word.
  let followers: [[UInt32]]
  /// Meetings with a name.
  let conferences: [[UInt32]]
  /// What makes a noun of meetings part of another word: 人民大会堂.
  let notMeetings: [[UInt32]]
  /// Verbs and nouns of steps that an article reports.
  let steps: [[UInt32]]
  /// What takes an office away.
  let leaving: [[UInt32]]
  /// What is no step though it gives an office.
  let states: [[UInt32]]
  /// 利用担任局长的便利, 以组长的身份: an office that only tells by what or as what somebody acts.
  let means: [[UInt32]]
  let guises: [[UInt32]]
  /// 在升任省长后: the time of what follows.
  let within: [[UInt32]]
  /// What is over when it is told.
  let done: [[UInt32]]
  let future: [[UInt32]]
  let denial: [[UInt32]]
  /// What points at news told before: 上述消息, 这项决定.
  let reports: [[UInt32]]
  let reported: [[UInt32]]
  /// What ends a sentence that names who else took part, by what they took part in.
  let attendingTalks: [[UInt32]]
  let attendingSignings: [[UInt32]]
  let attendingMeetings: [[UInt32]]
  let attendingTrips: [[UInt32]]
  let attendingAny: [[UInt32]]
  /// The first letters of all those.
  let attendingOpens: [UInt32]
  /// What opens such a sentence: 参加会谈的还有….
  let alsoThere: [[UInt32]]
  let apart: [[UInt32]]
  /// What is said right behind a name of one who is spoken of.
  let topics: [[UInt32]]
  let appellations: [[UInt32]]
  let convenings: [[UInt32]]
  /// Verbs of taking part, and of coming to do so.
  let presences: [[UInt32]]
  let comings: [[UInt32]]
  let alongside: [[UInt32]]
  /// What points at a meeting told before.
  let pointing: [[UInt32]]
  let speaking: [[UInt32]]
  let inspections: [[UInt32]]
  /// 召开在即, 开幕前: the time of something else.
  let notYet: [[UInt32]]
  /// What stands before a place where something is done, and before a body that is no party.
  let placers: [[UInt32]]
  /// What stands behind a place that acts.
  let actings: [[UInt32]]
  let leading: [[UInt32]]
  let visits: [[UInt32]]
  /// What opens a sentence that goes on with those of the one before.
  let continuing: [[UInt32]]
  /// What stands between 出席会议的 and those who did.
  let among: [[UInt32]]
  let interviews: [[UInt32]]
  let arrivals: [[UInt32]]
  /// What is signed between sides.
  let agreements: [[UInt32]]
  /// What stands around the name of who reports, and of no party: 据甲报道, 甲客户端.
  let sources: [[UInt32]]
  let afterwards: [[UInt32]]
  /// Verbs of one who receives others, and not of one who comes to them.
  let receivings: [[UInt32]]
  let witnessing: [[UInt32]]
  /// Verbs of speech whose words do what they tell: 宣布.
  let announcing: Set<String>
  /// Both sides of what was told before.
  let both: [[UInt32]]
  /// Two states together, and those who act for them.
  let bothStates: [[UInt32]]
  let bothHeads: [[UInt32]]
  /// Who signs for them, beside those.
  let bothSigners: [[UInt32]]
  /// Days that the text leaves open, near the article.
  let lately: [[UInt32]]
  let latelyNames: [String]
  /// What ends the time since a date: 以来.
  let since: [[UInt32]]
  /// What tells of an earlier time, and what is said below an old picture.
  let recalling: [[UInt32]]
  let archival: [[UInt32]]
  /// What makes a doing one that somebody wants, doubts or asks about.
  let wishes: [[UInt32]]
  /// Each to a place of his own.
  let goingApart: [[UInt32]]
  /// What is said of those who were there too.
  let alongsides: [[UInt32]]

  init(_ source: inout WordSource) {
    triggers = WordTable(source.read("event.triggers") { EventTrigger($0) })
    followers = source.codes("event.followers")
    conferences = source.codes("event.conferences")
    notMeetings = source.codes("event.notMeetings")
    steps = source.codes("event.steps")
    leaving = source.codes("event.leaving")
    states = source.codes("event.states")
    means = source.codes("event.means")
    guises = source.codes("event.guises")
    within = source.codes("event.within")
    done = source.codes("event.done")
    future = source.codes("event.future")
    denial = source.codes("event.denial")
    reports = source.codes("event.reports")
    reported = source.codes("event.reported")
    attendingTalks = source.codes("event.attendingTalks")
    attendingSignings = source.codes("event.attendingSignings")
    attendingMeetings = source.codes("event.attendingMeetings")
    attendingTrips = source.codes("event.attendingTrips")
    attendingAny = source.codes("event.attendingAny")
    let attending =
      attendingTalks + attendingSignings + attendingMeetings + attendingTrips + attendingAny
    attendingOpens = Set(attending.compactMap(\.first)).sorted()
    alsoThere = source.codes("event.alsoThere")
    apart = source.codes("event.apart")
    topics = source.codes("event.topics")
    appellations = source.codes("event.appellations")
    convenings = source.codes("event.convenings")
    presences = source.codes("event.presences")
    comings = source.codes("event.comings")
    alongside = source.codes("event.alongside")
    pointing = source.codes("event.pointing")
    speaking = source.codes("event.speaking")
    inspections = source.codes("event.inspections")
    notYet = source.codes("event.notYet")
    placers = source.codes("event.placers")
    actings = source.codes("event.actings")
    leading = source.codes("event.leading")
    visits = source.codes("event.visits")
    continuing = source.codes("event.continuing")
    among = source.codes("event.among")
    interviews = source.codes("event.interviews")
    arrivals = source.codes("event.arrivals")
    agreements = source.codes("event.agreements")
    sources = source.codes("event.sources")
    afterwards = source.codes("event.afterwards")
    receivings = source.codes("event.receivings")
    witnessing = source.codes("event.witnessing")
    announcing = Set(source.forms("event.announcing"))
    both = source.codes("event.both")
    bothStates = source.codes("event.bothStates")
    bothHeads = source.codes("event.bothHeads")
    bothSigners = source.codes("event.bothSigners")
    latelyNames = source.forms("event.latelyNames")
    lately = latelyNames.map { $0.unicodeScalars.map(\.value) }
    since = source.codes("event.since")
    recalling = source.codes("event.recalling")
    archival = source.codes("event.archival")
    wishes = source.codes("event.wishes")
    goingApart = source.codes("event.goingApart")
    alongsides = source.codes("event.alongsides")
  }
}
