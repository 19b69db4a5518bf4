package import Model

/// A reading, and what `dibao inspect` shows of how it came about.
package struct Examination: Hashable, Sendable {
  /// An office that somebody holds, where it is printed, and what it was read as.
  package struct Office: Hashable, Sendable {
    package let place: TextPlace
    package let reading: OfficeReading
  }

  package let reading: Reading
  /// In the order of the text.
  package let offices: [Office]
  /// In the order of the text.
  package let refusals: [Refusal]
}

extension Extractor {
  /// Reads an article as `run` does, and tells what was turned down, and why.
  package func examine(_ article: Article) -> Examination {
    let passage = passage(of: article)
    let log = ExaminationLog()
    let read = PersonReader(passage, article: article, log: log).people()
    let people = read.mentions
    let places = TextPlaces(passage, text: article.text)
    var seen: Set<Examination.Office> = []
    let offices = log.held.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { Examination.Office(place: places[$0.range], reading: $0.reading) }
      .filter { seen.insert($0).inserted }
    var refusals = log.refusals(beside: people, in: passage).map {
      Refusal(reason: $0.reason, place: places[$0.range], shortfall: $0.shortfall)
    }
    for mention in people where mention.confidence < options.minConfidence {
      let span = mention.evidence.span
      refusals.append(
        Refusal(
          reason: .lowConfidence, place: places[span.start..<span.end],
          shortfall: Refusal.Shortfall(found: mention.confidence, least: options.minConfidence)))
    }
    return Examination(
      reading: reading(of: article, passage, read),
      offices: offices,
      refusals: refusals.sorted { $0.place.span.start < $1.place.span.start })
  }
}

/// Takes down what a reading leaves out. A run has none, and pays nothing for it.
final class ExaminationLog {
  struct Entry {
    let reason: RefusalReason
    let range: Range<Int>
    let shortfall: Refusal.Shortfall?
  }

  private(set) var held: [(range: Range<Int>, reading: OfficeReading)] = []
  private var entries: [Entry] = []
  /// Where posts were read, with their bodies.
  private var offices: [Range<Int>] = []

  func refuse(_ reason: RefusalReason, _ range: Range<Int>) {
    entries.append(Entry(reason: reason, range: range, shortfall: nil))
  }

  func refuse(_ candidate: Range<Int>, score: Int, least: Int) {
    let shortfall = Refusal.Shortfall(found: Double(score), least: Double(least))
    entries.append(Entry(reason: .lowScore, range: candidate, shortfall: shortfall))
  }

  /// An office beside somebody; nil where its body could not be told.
  func note(_ office: PrintedOffice, _ reading: OfficeReading?) {
    if let reading {
      held.append((office.range, reading))
    } else {
      refuse(.noBody, office.range)
    }
  }

  /// The offices that no chain took, and the chains that nobody holds.
  func note(_ offices: [PrintedOffice], _ chains: [OfficeChain], _ holdings: [Holding]) {
    self.offices = offices.map(\.range)
    let chained = Set(chains.flatMap(\.offices))
    for (index, office) in offices.enumerated() where !chained.contains(index) {
      refuse(.weak, office.range)
    }
    let held = Set(holdings.map(\.chain))
    for (index, chain) in chains.enumerated() where !held.contains(index) {
      for office in chain.offices { refuse(.noHolder, offices[office].range) }
    }
  }

  /// One refusal a place, the first that was taken down; none for letters of a name that was read
  /// in another way.
  func refusals(beside people: [Mention], in passage: Passage) -> [Entry] {
    var taken = Set(people.flatMap { $0.evidence.span.start..<$0.evidence.span.end })
    var found: [Entry] = []
    for entry in entries + postsInWords(in: passage)
    where taken.isDisjoint(with: entry.range) {
      found.append(entry)
      taken.formUnion(entry.range)
    }
    return found
  }

  /// Posts that no office was read from.
  private func postsInWords(in passage: Passage) -> [Entry] {
    let read = Set(offices.joined())
    return (0..<passage.count).compactMap { place in
      let end = passage.end(ofTermAt: place) { if case .post = $0 { true } else { false } }
      guard let end, end - place > 1, !read.contains(place), !read.contains(end - 1) else {
        return nil
      }
      return Entry(reason: .inWord, range: place..<end, shortfall: nil)
    }
  }
}

/// The letters of stretches as they are printed, and the paragraphs that they stand in.
private struct TextPlaces {
  private let paragraphs: [Range<Int>]
  private let scalars: [Unicode.Scalar]

  init(_ passage: Passage, text: String) {
    paragraphs = passage.paragraphs
    scalars = Array(text.unicodeScalars)
  }

  subscript(range: Range<Int>) -> TextPlace {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return TextPlace(
      paragraph: paragraphs.firstIndex { $0.upperBound > range.lowerBound } ?? 0,
      span: Span(range.lowerBound, range.upperBound), text: String(text))
  }
}
