import Model

/// Reads who took part as well in what was told before: 甲、乙参加会见, 一同参加活动的还有丙.
struct Attendances {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var eventWords: EventWords { passage.terms.wordings.events }

  struct Attendance {
    var participants: [Event.Participant]
    /// The kinds of doings that they took part in.
    var kinds: Set<Event.Kind>
    /// Where the words stand that say so.
    var place: Int
    /// Whether it is one of the doings that its own sentence tells: 甲会见乙，丙参加.
    var isOfOwn: Bool
    /// How many sentences back the doing may stand.
    var reach: Int { isOfOwn ? 0 : 40 }
  }

  private static let talks: Set<Event.Kind> = [.meeting]
  private static let trips: Set<Event.Kind> = [.inspection, .visit]
  private static let all: Set<Event.Kind> = [.meeting, .signing, .inspection, .visit, .conference]

  /// The words of a sentence that say so, and of what kinds of doings.
  func words(in sentence: Range<Int>) -> (kinds: Set<Event.Kind>, place: Int)? {
    kinds(closing: sentence) ?? kinds(opening: sentence)
  }

  /// What such words say of who is named in their sentence; nil where they tell something else.
  ///
  /// Beside tellings of such doings they say it of these, and of those named behind them only: 甲会见
  /// 乙，丙参加. Else they say it of what was told before.
  ///
  /// - Parameter tellings: what the sentence tells.
  func attendance(
    _ words: (kinds: Set<Event.Kind>, place: Int), _ actors: SentenceActors,
    beside tellings: [Telling], in scene: EventScene
  ) -> Attendance? {
    let own = tellings.filter {
      $0.word.lowerBound < words.place && words.kinds.contains($0.kind) && $0.joins.isEmpty
        && !$0.all.isEmpty
    }
    var named = actors.all.filter { !$0.isBody }
    if let last = own.last {
      let told = own.flatMap(\.all)
      named = named.filter { actor in
        actor.range.lowerBound >= last.end && !told.contains { narration.areOne($0, actor) }
      }
    } else if narration.times.printed(in: scene.sentence) != nil {
      return nil
    }
    guard !named.isEmpty else { return nil }
    let kinds = own.isEmpty ? words.kinds : Set(own.map(\.kind))
    return Attendance(
      participants: participants(named, role(kinds, scene.sentence)), kinds: kinds,
      place: words.place, isOfOwn: !own.isEmpty)
  }

  /// 见证签约, 代表双方签约, and attending anything else.
  private func role(
    _ kinds: Set<Event.Kind>, _ sentence: Range<Int>
  ) -> Event.Participant.Role {
    guard kinds == [.signing] else { return .attendee }
    return passage.holds(eventWords.witnessing, in: sentence) ? .witness : .signatory
  }

  private func participants(
    _ actors: [Actor], _ role: Event.Participant.Role
  ) -> [Event.Participant] {
    narration.distinct(actors.compactMap(\.person)).map {
      narration.participant($0, role, .attendance)
    }
  }

  /// …参加会见。
  private func kinds(closing sentence: Range<Int>) -> (Set<Event.Kind>, Int)? {
    let ending = max(sentence.lowerBound, sentence.upperBound - 14)..<sentence.upperBound
    for place in ending where eventWords.attendingOpens.contains(passage.scalar(place)) {
      if passage.end(of: eventWords.attendingSignings, at: place) != nil {
        return ([.signing], place)
      }
      if passage.end(of: eventWords.attendingMeetings, at: place) != nil {
        return ([.conference, .meeting], place)
      }
      if passage.end(of: eventWords.attendingTalks, at: place) != nil { return (Self.talks, place) }
      if passage.end(of: eventWords.attendingTrips, at: place) != nil { return (Self.trips, place) }
      if let end = passage.end(of: eventWords.attendingAny, at: place),
        end >= sentence.upperBound - 1
      {
        return (Self.all, place)
      }
    }
    return nil
  }

  /// 参加会见的有…, 一同参加活动的还有….
  private func kinds(opening sentence: Range<Int>) -> (Set<Event.Kind>, Int)? {
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 14, sentence.upperBound)
    let isList = passage.holds(eventWords.alsoThere, in: opening)
    guard isList else { return nil }
    let isTrip = passage.holds(eventWords.attendingTrips, in: opening)
    return (isTrip ? Self.trips : Self.all, opening.lowerBound)
  }
}
