import Model

/// Two states that one word stands for: 两国, 双方, 中德.
extension Narration {
  /// The two states that 两国 or 双方 stand for between two places, those named last before, China
  /// where only one other was, or 中 and the first letter of another state; none where no such words
  /// stand there.
  func bothStates(before place: Int, from start: Int) -> [Actor] {
    let start = max(start, place - Self.bothReach)
    for at in (start..<max(start, place)).reversed() {
      if let end = passage.end(of: eventWords.bothStates, at: at) {
        return pair(bodies.lastStates(before: at), at..<end)
      }
      if passage.scalar(at) == 0x4E2D, let other = state(withLetter: passage.scalar(at + 1)) {  // 中
        return pair([other], at..<at + 2)
      }
    }
    return []
  }

  /// How far before a word those stand who act in it.
  private static let bothReach = 60

  /// Two states as those whom some words stand for, the second China where there is one.
  private func pair(_ states: [Int], _ words: Range<Int>) -> [Actor] {
    var states = states
    if states.count == 1, bodies.all[states[0]].body != .china,
      let china = bodies.states(before: passage.count).first(where: {
        bodies.all[$0].body == .china
      })
    {
      states.append(china)
    }
    return states.count == 2 ? states.map { Actor(who: .body($0), range: words) } : []
  }

  /// The state, but China, that the article names and whose name begins with a letter.
  private func state(withLetter letter: UInt32) -> Int? {
    bodies.states(before: passage.count).first { index in
      let body = bodies.all[index]
      return body.body != .china && passage.scalar(body.range.lowerBound) == letter
    }
  }
}
