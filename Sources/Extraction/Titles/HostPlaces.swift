import Model
import Reference

extension PlacesInPlay {
  /// In scalars before and after an office; a sentence of news is seldom longer.
  private static let reach = 160

  /// 甲省省长会见乙省省长一行，副省长参加: who took part beside the two, in a post without a place, is of
  /// the host's side, not of the guest's, who is named last. The divisions of the host, the first
  /// printed first, then those that the article is about; empty where the sentence tells nothing of
  /// the sort, and where a place stands before the post in its own clause.
  func placesOfHost() -> [Division] {
    let receivings = passage.terms.wordings.events.receivings
    let start = max(sentenceStart, place - Self.reach)
    guard
      let meeting = (start..<place).last(where: { passage.end(of: receivings, at: $0) != nil }),
      let comma = (meeting..<place).last(where: { passage.scalar($0).isComma }),
      frame.place <= comma, isAttended
    else { return [] }
    let printed = (start..<meeting).flatMap { start in
      passage.starting(at: start).compactMap { match -> Division? in
        guard case .place(let indices) = passage.term(match), Int(match.end) <= meeting else {
          return nil
        }
        return division(of: [indices])
      }
    }
    let about = [subject.county, subject.city, subject.province].compactMap { $0 }
    return printed.flatMap { divisions.path(of: $0).reversed() }
      + about.compactMap { divisions[$0] }
  }

  /// Whether the sentence of the office ends with words of taking part: 参加会见.
  private var isAttended: Bool {
    let words = passage.terms.wordings.events
    let limit = min(place + Self.reach, passage.count)
    let end = (place..<limit).first { passage.scalar($0).endsSentence } ?? limit
    return (max(place, end - 14)..<end).contains { place in
      [words.attendingAny, words.attendingTalks, words.attendingMeetings].contains {
        passage.end(of: $0, at: place) != nil
      }
    }
  }
}
