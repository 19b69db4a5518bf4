import Model

/// Reads doings that a word tells: who met, visited, inspected, convened, signed.
struct Doings {
  let narration: Narration
  private let meetings: Meetings
  private let travels: Travels
  private let conferences: Conferences
  private let acts: Acts
  private var passage: Passage { narration.passage }
  private var eventWords: EventWords { passage.terms.wordings.events }

  init(narration: Narration) {
    self.narration = narration
    meetings = Meetings(narration: narration)
    travels = Travels(narration: narration)
    conferences = Conferences(narration: narration)
    acts = Acts(narration: narration)
  }

  /// A word that may tell a doing, where the article itself speaks.
  struct Word {
    var trigger: EventTrigger
    var range: Range<Int>
  }

  /// The words of a sentence that may tell doings, in order.
  func words(in sentence: Range<Int>) -> [Word] {
    var words: [Word] = []
    var place = sentence.lowerBound
    while place < sentence.upperBound {
      guard let trigger = narration.trigger(at: place), narration.isTold(place) else {
        place += 1
        continue
      }
      let end = place + trigger.codes.count
      words.append(Word(trigger: trigger, range: place..<end))
      place = end
    }
    return words
  }

  /// What the words of a sentence tell, in their order.
  func tellings(
    _ words: [Word], in scene: EventScene, _ actors: SentenceActors, after thread: TellingThread
  ) -> [Telling] {
    let start = scene.sentence.lowerBound
    let isPlaced = passage.scalar(start) == 0x5728  // 在
    let goesOn = isPlaced || passage.end(of: eventWords.continuing, at: start) != nil
    var scenery = Scenery(
      scene: scene, actors: actors, running: goesOn ? thread.running : [], sides: thread.sides)
    var tellings: [Telling] = []
    for word in words {
      let read = read(word.trigger, word.range, scenery)
      scenery.wasApart = read.isEmpty ? scenery.wasApart : read.count > 1
      for telling in read {
        tellings.append(telling)
        // What is announced is told by other words, which may have doers of their own.
        if telling.rule == .announcement { continue }
        // 甲省、乙省召开会议签署协议: the conveners go on, though not beyond the sentence.
        let doers = telling.actors.isEmpty ? telling.hosts : telling.actors
        if !doers.isEmpty { scenery.running = doers }
        if telling.hasSides { scenery.sides = telling }
        scenery.last = telling
      }
    }
    return tellings
  }

  private func read(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    let isPart = passage.end(of: eventWords.followers, at: word.upperBound) != nil
    if let act = acts.tellings(instead: trigger, word, scenery) { return act }
    switch trigger.frame {
    case .act(let act): return acts.tellings(act, trigger, word, scenery)
    case .stops: return travels.stops(trigger, word, scenery)
    case .hearing: return meetings.hearing(trigger, word, scenery)
    case .speaking: return conferences.speaking(trigger, word, scenery)
    case .addressing: return conferences.address(trigger, word, scenery)
    case .convening: return conferences.tellings(trigger, word, scenery)
    case .actors: return isPart ? [] : travels.tellings(trigger, word, scenery)
    case .sides, .objects: return isPart ? [] : meetings.tellings(trigger, word, scenery)
    }
  }
}

/// What goes on from one sentence to the next.
struct TellingThread {
  /// Those who acted last, for a sentence without a subject.
  var running: [Actor] = []
  /// The last telling with two sides, for 双方.
  var sides: Telling?

  mutating func note(_ telling: Telling) {
    running = telling.actors
    if telling.hasSides { sides = telling }
  }
}

/// What the readers of frames see of a sentence.
struct Scenery {
  let scene: EventScene
  let actors: SentenceActors
  /// Those who acted last.
  var running: [Actor]
  /// Whether what was told last was told of several, each apart.
  var wasApart = false
  /// What was told last between two sides.
  var sides: Telling?
  /// What the sentence told before.
  var last: Telling?

  /// Where the words begin that belong to what is told next.
  var start: Int { last?.end ?? scene.sentence.lowerBound }
}
