import Model

/// Reads what an article tells of doings with named persons or bodies in them.
struct EventReader {
  private let narration: Narration
  private let steps: StepEvents
  private let doings: Doings
  private var passage: Passage { narration.passage }

  init(_ narration: Narration) {
    self.narration = narration
    steps = StepEvents(narration: narration)
    doings = Doings(narration: narration)
  }

  /// The events of the article, in the order of the text; one told twice is there once.
  func events(_ taken: [Step]) -> [Event] {
    guard !narration.people.isEmpty else { return [] }
    var gathering = EventGathering()
    var paragraph = 0
    var taken = taken.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    for sentence in passage.outline.sentences {
      while paragraph + 1 < passage.paragraphs.count,
        passage.paragraphs[paragraph].upperBound <= sentence.lowerBound
      { paragraph += 1 }
      let scene = EventScene(sentence: trimmed(sentence), paragraph: paragraph)
      while let step = taken.first, step.range.lowerBound < sentence.upperBound {
        taken.removeFirst()
        if let event = steps.event(step, scene) { gathering.add(event) }
      }
      if let attendees = doings.attendees(in: scene), gathering.join(attendees) { continue }
      for event in doings.told(in: scene) { gathering.add(event) }
    }
    return gathering.events
  }

  private func trimmed(_ sentence: Range<Int>) -> Range<Int> {
    var (start, end) = (sentence.lowerBound, sentence.upperBound)
    while start < end, passage.scalar(start).isSpace || passage.scalar(start) == 0x0A { start += 1 }
    while end > start, passage.scalar(end - 1).isSpace || passage.scalar(end - 1) == 0x0A {
      end -= 1
    }
    return start..<end
  }
}
