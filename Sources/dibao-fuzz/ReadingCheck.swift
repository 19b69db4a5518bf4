import Extraction
import Model

/// What must hold of a reading whatever the article says.
struct ReadingCheck {
  private let reading: Reading
  private let scalars: [Unicode.Scalar]
  /// The number of the paragraph in which each scalar stands.
  private let paragraphs: [Int]

  init(_ reading: Reading) {
    self.reading = reading
    scalars = Array(reading.article.text.unicodeScalars)
    var paragraph = 0
    paragraphs = scalars.map { scalar in
      defer { paragraph += scalar == "\n" ? 1 : 0 }
      return paragraph
    }
  }

  /// Reads an article and holds what comes of it.
  static func check(_ article: Article, _ extractor: Extractor) throws(Broken) {
    switch Result(catching: { () throws(Reject) in try extractor.run(article) }) {
    case .success(let reading): try ReadingCheck(reading).check()
    case .failure(let reject): throw Broken("rejected by the extractor: \(reject.detail)")
    }
  }

  func check() throws(Broken) {
    try checkPlaces()
    try checkPersons()
    try checkEvents()
    try checkNumbers()
    try checkCodec()
  }

  // MARK: Places

  private func checkPlaces() throws(Broken) {
    var last = 0
    for mention in reading.mentions {
      try check(mention.evidence)
      guard mention.evidence.span.start >= last else { throw Broken("mentions out of order") }
      last = mention.evidence.span.start
    }
    for quote in reading.quotes { try check(quote.evidence) }
    for event in reading.events {
      try check(event.evidence)
      for participant in event.participants { try check(participant.evidence) }
    }
    for agreement in reading.agreements { try check(agreement.evidence) }
  }

  /// The span lies in the text, in the paragraph that is told, and the words are those of it.
  private func check(_ evidence: Evidence) throws(Broken) {
    let span = evidence.span
    guard span.start >= 0, span.start < span.end, span.end <= scalars.count else {
      throw Broken("\(evidence.rule): \(span) is not in a text of \(scalars.count)")
    }
    guard evidence.text.unicodeScalars.elementsEqual(scalars[span.start..<span.end]) else {
      throw Broken("\(evidence.rule): other words stand at \(span)")
    }
    guard paragraphs[span.start] == evidence.paragraph else {
      throw Broken("\(evidence.rule): \(span) is not in paragraph \(evidence.paragraph)")
    }
  }

  // MARK: What points at what

  /// Who speaks or takes part is the person of a mention.
  private func checkPersons() throws(Broken) {
    let known = Set(reading.mentions.map(\.person))
    let speakers = reading.quotes.flatMap(\.speakers)
    let participants = reading.events.flatMap(\.participants).compactMap(\.person)
    for person in speakers + participants where !known.contains(person.key) {
      throw Broken("\(person.name) takes part and is not mentioned")
    }
    guard !reading.quotes.contains(where: \.speakers.isEmpty) else {
      throw Broken("a quote of nobody")
    }
  }

  private func checkEvents() throws(Broken) {
    let named = reading.quotes.compactMap(\.event) + reading.agreements.compactMap(\.event)
    for event in named where !reading.events.indices.contains(event) {
      throw Broken("event \(event) of \(reading.events.count)")
    }
    guard !reading.events.contains(where: \.participants.isEmpty) else {
      throw Broken("an event of nobody")
    }
    guard reading.agreements.allSatisfy({ $0.parties.count > 1 }) else {
      throw Broken("an agreement with nobody")
    }
  }

  private func checkNumbers() throws(Broken) {
    let numbers = reading.mentions.map(\.confidence) + reading.events.map(\.confidence)
    for number in numbers where !(0...1).contains(number) {
      throw Broken("a confidence of \(number)")
    }
  }

  // MARK: As bytes

  /// What the spool keeps is what was read.
  private func checkCodec() throws(Broken) {
    var bytes: [UInt8] = []
    reading.encoded(into: &bytes)
    var kept = reading
    // No part of a record.
    kept.article.pageLinks = []
    guard Reading(decoding: bytes) == kept else {
      throw Broken("another reading is decoded than was encoded")
    }
  }
}
