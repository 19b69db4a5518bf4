import Model
import Testing

@testable import Extraction

/// Reads mutations of the sentences that the rules are held by: whatever is cut, doubled, moved or put
/// between, reading ends, and every span is its text. `make mutate` tries many more.
@Suite struct MutationTests {
  static let sentences: [[Unicode.Scalar]] =
    (HolderRuleTests.cases.map(\.text) + HolderRuleTests.careers.map(\.0)
    + BodyRuleTests.carried.map(\.0) + OfficeReadingTests.sentences.map(\.0))
    .map { Array($0.unicodeScalars) }

  /// What is put between: marks, halves of words, letters outside the plane, controls.
  static let foreign: [Unicode.Scalar] = Array(
    "、，。；：（）《》“”·的任为兼原前代省市长委和及等年月日０9\n\t\u{0}\u{FEFF}𠮷é".unicodeScalars)

  static let runs = 20
  static let perRun = 200

  @Test(arguments: 0..<runs)
  func `a mutated sentence is read to its end and its spans are its text`(_ seed: Int) throws {
    var random = ExtractionPropertyTests.Seeded(state: UInt64(seed) &* 7919 &+ 17)
    for _ in 0..<Self.perRun {
      let scalars = Self.mutated(&random)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let text = String(view)
      var last = 0
      for mention in try Reader.mentions(text) {
        let span = mention.evidence.span
        let isInside = span.start >= 0 && span.start < span.end && span.end <= scalars.count
        #expect(isInside && span.start >= last, "seed \(seed): \(text.debugDescription)")
        guard isInside else { continue }
        var printed = String.UnicodeScalarView()
        printed.append(contentsOf: scalars[span.start..<span.end])
        #expect(
          String(printed) == mention.evidence.text, "seed \(seed): \(text.debugDescription)")
        last = span.start
      }
    }
  }

  /// One to four changes to a sentence, or to two of them joined.
  private static func mutated(
    _ random: inout ExtractionPropertyTests.Seeded
  ) -> [Unicode.Scalar] {
    var scalars = sentences[Int.random(in: 0..<sentences.count, using: &random)]
    if Int.random(in: 0..<4, using: &random) == 0 {
      let other = sentences[Int.random(in: 0..<sentences.count, using: &random)]
      scalars.insert(contentsOf: other, at: Int.random(in: 0...scalars.count, using: &random))
    }
    for _ in 0..<Int.random(in: 1...4, using: &random) where !scalars.isEmpty {
      let place = Int.random(in: 0..<scalars.count, using: &random)
      let length = Int.random(in: 1...6, using: &random)
      let end = min(scalars.count, place + length)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: scalars.removeSubrange(place..<end)
      case 1: scalars.insert(contentsOf: Array(scalars[place..<end]), at: place)
      case 2: scalars[place..<end].reverse()
      case 3:
        scalars.insert(foreign[Int.random(in: 0..<foreign.count, using: &random)], at: place)
      default: scalars.removeSubrange(place...)
      }
    }
    return scalars
  }
}
