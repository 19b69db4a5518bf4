import Model

/// Reads which agreements an article tells to be made, and between whom.
struct AgreementReader {
  private let narration: Narration
  private let names: AgreementNames
  private let parties: AgreementParties
  private var passage: Passage { narration.passage }
  private var words: AgreementWords { passage.terms.wordings.agreements }

  init(_ narration: Narration) {
    self.narration = narration
    names = AgreementNames(passage: narration.passage)
    parties = AgreementParties(passage: narration.passage, bodies: narration.bodies)
  }

  /// The agreements of the article, in the order of the text; one told twice is there once.
  ///
  /// - Parameter events: those of the article, of which one may be the signing.
  func agreements(_ events: [Event]) -> [Agreement] {
    var found: [Agreement] = []
    var sentences = passage.outline.sentences[...]
    var paragraph = 0
    for (place, scalar) in passage.scalars.enumerated() where words.opens.contains(scalar) {
      guard let word = words.making(at: place, in: passage) else { continue }
      sentences = sentences.drop { $0.upperBound <= place }
      guard let sentence = sentences.first else { break }
      while paragraph + 1 < passage.paragraphs.count,
        passage.paragraphs[paragraph].upperBound <= place
      { paragraph += 1 }
      let scene = EventScene(sentence: narration.trimmed(sentence), paragraph: paragraph)
      for agreement in told(by: word, in: scene, after: found.last)
      where !isTold(agreement, in: found) {
        found.append(agreement)
      }
    }
    return found.map { linked($0, to: events) }
  }

  private func told(
    by word: AgreementWords.Making, in scene: EventScene, after last: Agreement?
  ) -> [Agreement] {
    guard isMade(word, scene) else { return [] }
    let isBeside = last?.evidence.span.start == scene.sentence.lowerBound
    let before = isBeside ? last?.parties ?? [] : []
    return names.names(of: word, in: scene.sentence).compactMap { name in
      let parties = parties.parties(to: name, by: word, in: scene, last: before)
      guard self.parties.areSides(parties) else { return nil }
      return Agreement(
        name: name.text, parties: parties,
        date: narration.times.time(at: word.range.lowerBound, in: scene).start,
        evidence: narration.evidence(scene, name.isTitled ? .agreementTitle : .agreementKind))
    }
  }

  /// Whether words tell what was done, and no plan, wish or refusal.
  private func isMade(_ word: AgreementWords.Making, _ scene: EventScene) -> Bool {
    let end = word.range.lowerBound
    let comma = (scene.sentence.lowerBound..<end).last { passage.scalar($0).isComma }
    let clause = (comma ?? scene.sentence.lowerBound)..<end
    return !passage.holds(words.unmade, in: clause)
      && !passage.holds(words.unmadeNear, in: max(clause.lowerBound, end - 3)..<end)
  }

  private func isTold(_ agreement: Agreement, in found: [Agreement]) -> Bool {
    let sides = Set(agreement.parties.map(parties.side))
    return found.contains { known in
      let known = (name: known.name, sides: Set(known.parties.map(parties.side)))
      return known.sides == sides && known.name.hasSuffix(agreement.name)
    }
  }

  /// An agreement with the event of its signing: that of its own sentence.
  private func linked(_ agreement: Agreement, to events: [Event]) -> Agreement {
    var agreement = agreement
    agreement.event = events.firstIndex {
      $0.kind == .signing && $0.evidence.span == agreement.evidence.span
    }
    return agreement
  }
}
