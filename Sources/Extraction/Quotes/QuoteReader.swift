import Model
import Reference

/// Reads what an article says that its persons said.
struct QuoteReader {
  private let passage: Passage
  private var words: SpeechWords { passage.terms.wordings.speech }
  private let people: PersonPlaces
  let clauses: Clauses
  private let finder: AttributionFinder
  private let ends = SpeechEnds()

  init(_ passage: Passage, _ people: PersonPlaces) {
    self.passage = passage
    self.people = people
    clauses = Clauses(passage: passage, quotations: Quotations(passage))
    finder = AttributionFinder(passage: passage, people: people, clauses: clauses)
  }

  /// A statement while its end is open.
  private struct Statement {
    var attribution: Attribution
    var stretch: Range<Int>
    var isDirect: Bool
  }

  /// The quotes of the article, in the order of the text.
  func quotes() -> [Quote] {
    guard !people.isEmpty else { return [] }
    var statements: [Statement] = []
    var last = SpeakerFinder.Last()
    var end = 0
    for place in finder.places where place >= end {
      guard let attribution = finder.attribution(at: place, after: last) else { continue }
      let made = self.statements(of: attribution)
      guard let first = made.first, let final = made.last else { continue }
      // 沈文涛说，他认为…: the words of another verb begin with the clause of this one.
      if attribution.rule == .pronoun, let open = statements.last,
        open.attribution.content == attribution.clause, open.stretch.contains(place)
      {
        continue
      }
      end = attribution.verb.upperBound
      close(&statements, before: first)
      statements += made
      let sentence = clauses.sentenceStart(before: attribution.clause)
      last = SpeakerFinder.Last(
        speakers: attribution.speakers,
        stretch: min(
          attribution.clause, first.stretch.lowerBound)..<max(
            attribution.verb.upperBound, final.stretch.upperBound),
        clause: attribution.clause, sentence: sentence,
        openers: sentence == last.sentence ? last.openers : attribution.speakers)
    }
    var paragraph = 0
    return statements.compactMap { quote($0, &paragraph) }
  }

  /// Ends the last statement where the next attribution begins.
  private func close(_ statements: inout [Statement], before next: Statement) {
    guard let last = statements.last else { return }
    let clause = next.attribution.before?.open ?? next.attribution.clause
    let sentence = clauses.sentenceStart(before: clause)
    let limit = sentence > last.stretch.lowerBound ? sentence : clause
    let stretch = last.stretch
    guard stretch.upperBound > limit else { return }
    guard limit > stretch.lowerBound else {
      statements.removeLast()
      return
    }
    let end = trimmed(stretch.lowerBound..<limit)
    if end.isEmpty {
      statements.removeLast()
    } else {
      statements[statements.count - 1].stretch = end
    }
  }

  // MARK: extent

  /// The quotation before the clause, what follows the verb, or both.
  private func statements(of attribution: Attribution) -> [Statement] {
    let stretches = [
      attribution.before?.inner, attribution.content.map { content(from: $0, attribution) },
    ]
    return stretches.compactMap { stretch in
      guard let stretch = stretch.map(trimmed), stretch.count >= 2 else { return nil }
      var before = stretch.lowerBound - 1
      while passage.scalar(before).isSpace { before -= 1 }
      let isDirect =
        passage.scalar(stretch.lowerBound).opensQuotation
        || passage.scalar(before).opensQuotation
      return Statement(attribution: attribution, stretch: stretch, isDirect: isDirect)
    }
  }

  /// What was said, from where it begins: to the end of the sentence, and on while nobody else
  /// comes in.
  private func content(from start: Int, _ attribution: Attribution) -> Range<Int> {
    let end = clauses.sentenceEnd(from: start)
    if let quotation = clauses.quotations.opening(at: start) {
      let next = passage.scalar(quotation.end)
      let closes =
        quotation.inner.upperBound > 0
        && passage.scalar(quotation.close - 1).endsStatement
      if closes || next.endsSentence || !quotation.isClosed {
        return whole(quotation)
      }
      return start..<end
    }
    return start..<speechEnd(from: end, isSetOff: attribution.isSetOff)
  }

  /// Where a speech ends that has come to the end of a sentence. Kept for all sentences on the way: a
  /// speech within another goes the same way.
  private func speechEnd(from sentenceEnd: Int, isSetOff: Bool) -> Int {
    var end = sentenceEnd
    var passed: [Int] = []
    while true {
      if let known = ends.known[isSetOff]?[end] {
        end = known
        break
      }
      passed.append(end)
      guard let next = continuation(after: end, isSetOff: isSetOff) else { break }
      end = clauses.sentenceEnd(from: next)
    }
    for place in passed { ends.known[isSetOff, default: [:]][place] = end }
    return end
  }

  /// The ends of speeches found so far, by where their sentences end and whether they are set off.
  private final class SpeechEnds {
    var known: [Bool: [Int: Int]] = [:]
  }

  /// The words between the marks; where another quotation follows at once, of both with marks.
  private func whole(_ quotation: Quotation) -> Range<Int> {
    guard let next = clauses.quotations.opening(at: quotation.end), next.isClosed else {
      return quotation.inner
    }
    return quotation.open..<next.end
  }

  /// Where the next sentence of the same speech begins, nil where it is of another voice.
  private func continuation(after end: Int, isSetOff: Bool) -> Int? {
    var place = end
    while passage.scalar(place).endsStatement, passage.scalar(place) != 0x0A, place < passage.count
    {
      place += 1
    }
    place = clauses.skippingSpaces(from: place)
    guard place < passage.count, place > end || passage.scalar(end - 1).closesQuotation else {
      return nil
    }
    let scalar = passage.scalar(place)
    if scalar == 0x0A || scalar.closesQuotation { return nil }
    if scalar.opensQuotation { return place }
    if passage.end(of: words.exhortations, at: place) != nil { return place }
    if !isSetOff || scalar.isDigit { return nil }
    if passage.end(of: words.turns, at: place) != nil { return nil }
    return opensWithPerson(place) ? nil : place
  }

  /// Whether the first clause of a sentence names somebody.
  private func opensWithPerson(_ start: Int) -> Bool {
    let index = people.first(from: start)
    guard index < people.ranges.count else { return false }
    let name = people.ranges[index].lowerBound
    return name - start < 40
      && !(start..<name).contains {
        passage.scalar($0).isComma || passage.scalar($0).endsSentence
      }
  }

  /// Without the marks and spaces around it.
  private func trimmed(_ stretch: Range<Int>) -> Range<Int> {
    var (start, end) = (stretch.lowerBound, stretch.upperBound)
    func isMark(_ scalar: UInt32) -> Bool {
      scalar.isSpace || scalar.isComma || scalar == 0x3002 || scalar == 0x0A || scalar == 0xFF1B
        || scalar.isColon
    }
    while end > start, isMark(passage.scalar(end - 1)) { end -= 1 }
    while start < end, isMark(passage.scalar(start)) { start += 1 }
    if end - start > 2, let quotation = clauses.quotations.opening(at: start),
      quotation.end == end, quotation.isClosed
    {
      return trimmed(quotation.inner)
    }
    return start..<end
  }

  // MARK: rows

  private func quote(_ statement: Statement, _ paragraph: inout Int) -> Quote? {
    let stretch = statement.stretch
    paragraph = min(paragraph, passage.paragraphs.count - 1)
    while paragraph + 1 < passage.paragraphs.count,
      passage.paragraphs[paragraph].upperBound <= stretch.lowerBound
    { paragraph += 1 }
    let attribution = statement.attribution
    return Quote(
      evidence: Evidence(
        paragraph: paragraph, span: Span(stretch.lowerBound, stretch.upperBound),
        text: String(passage.written[stretch]), rule: attribution.rule.rawValue),
      speakers: attribution.speakers.map(people.speaker),
      verb: attribution.rule == .name ? nil : passage.string(attribution.verb),
      isDirect: statement.isDirect,
      addressee: attribution.addressee.map { String(passage.written[$0]) })
  }
}
