package import Model
package import Reference

/// Reads the persons of an article and the offices that it says they hold.
///
/// Reading is pure: the same article gives the same reading, whatever was read before.
package struct Extractor: Stage {
  let terms: OfficeTerms
  let options: ExtractionOptions

  /// Building the lexicon takes some milliseconds; one extractor serves all documents.
  package init(_ almanac: Almanac, options: ExtractionOptions = ExtractionOptions()) {
    terms = OfficeTerms(almanac)
    self.options = options
  }

  package func run(_ article: Article) throws(Reject) -> Reading {
    let passage = Passage(article.text, terms: terms)
    let people = PersonReader(passage, article: article).people()
    let mentions = people.filter { $0.confidence >= options.minConfidence }
    return Reading(article: article, mentions: mentions)
  }

  /// Reads an office as somebody wrote it down, outside any article: 岳阳市委书记.
  ///
  /// Nil where the text does not end in a post, or its body cannot be told.
  package func office(written text: String, on date: PartialDate? = nil) -> OfficeReading? {
    let passage = Passage(text, terms: terms)
    let offices = OfficeFinder(passage: passage).offices()
    guard let last = offices.last, last.range.upperBound == passage.count else { return nil }
    var resolver = OfficeResolver(passage, subject: Frame(), published: date)
    var previous: OfficeReading?
    for office in offices { previous = resolver.office(office, after: previous) }
    return previous
  }
}

/// The settings of the `extract` stage.
package struct ExtractionOptions: Configurable {
  /// Mentions read with less confidence are left out.
  package var minConfidence = 0.0

  package init() {}

  package static let settings: [Setting<Self>] = [
    Setting(
      "min_confidence", .number(0...1), standard: .number(0),
      meaning: "Leave out mentions that were read with less confidence than this."
    ) { options, value in
      if case .number(let number) = value { options.minConfidence = number }
    }
  ]
}
