import Model

/// Reads doings that a word tells: who met, visited, inspected, convened, signed.
struct Doings {
  let narration: Narration
  private let meetings: Meetings
  private let travels: Travels
  private let conferences: Conferences
  private let acts: Acts
  private var passage: Passage { narration.passage }

  init(narration: Narration) {
    self.narration = narration
    meetings = Meetings(narration: narration)
    travels = Travels(narration: narration)
    conferences = Conferences(narration: narration)
    acts = Acts(narration: narration)
  }

  /// What a sentence tells, in its order.
  ///
  /// - Parameters:
  ///   - running: those who acted last, for a sentence without a subject.
  ///   - sides: the last telling with two sides, for 双方.
  func tellings(in scene: EventScene, running: [Actor], sides: Telling?) -> [Telling] {
    let start = scene.sentence.lowerBound
    let isPlaced = passage.scalar(start) == 0x5728  // 在
    let goesOn = isPlaced || passage.end(of: EventWords.continuing, at: start) != nil
    var scenery = Scenery(
      scene: scene, actors: SentenceActors(narration, scene), running: goesOn ? running : [],
      sides: sides)
    var tellings: [Telling] = []
    var place = scene.sentence.lowerBound
    while place < scene.sentence.upperBound {
      guard let trigger = narration.trigger(at: place), narration.isTold(place) else {
        place += 1
        continue
      }
      let word = place..<place + trigger.codes.count
      place = word.upperBound
      let read = read(trigger, word, scenery)
      scenery.wasApart = read.isEmpty ? scenery.wasApart : read.count > 1
      for telling in read {
        tellings.append(telling)
        if !telling.actors.isEmpty { scenery.running = telling.actors }
        if telling.hasSides { scenery.sides = telling }
        scenery.last = telling
      }
    }
    return tellings
  }

  private func read(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    let isPart = passage.end(of: EventWords.followers, at: word.upperBound) != nil
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
