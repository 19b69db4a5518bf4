package import Model
package import Reference

/// Turns traditional characters into simplified ones by phrases, scalar for scalar.
package protocol PhraseReader: Sendable {
  /// The text in simplified characters; nil where it cannot be read.
  func simplified(_ text: String) -> String?
}

/// Reads the persons of an article and the offices that it says they hold.
///
/// Reading is pure: the same article gives the same reading, whatever was read before.
package struct Extractor: Stage {
  let terms: OfficeTerms
  let options: ExtractionOptions
  private let phrases: (any PhraseReader)?

  /// Building the lexicon takes some milliseconds; one extractor serves all documents.
  ///
  /// - Parameter phrases: reads the traditional characters of articles by phrases, where the
  ///   options ask for that; nil reads them one by one.
  package init(
    _ almanac: Almanac, options: ExtractionOptions = ExtractionOptions(),
    phrases: (any PhraseReader)? = nil
  ) {
    terms = OfficeTerms(almanac)
    self.options = options
    self.phrases = phrases
  }

  package func run(_ article: Article) throws(Reject) -> Reading {
    let passage = passage(of: article)
    let people = PersonReader(passage, article: article).people()
    return reading(of: article, passage, people)
  }

  /// What follows from the persons of an article.
  func reading(of article: Article, _ passage: Passage, _ people: PersonReader.People) -> Reading {
    let mentions = people.mentions.filter { $0.confidence >= options.minConfidence }
    let places = PersonPlaces(mentions)
    let reader = QuoteReader(passage, places)
    let quotes = reader.quotes()
    let narration = Narration(
      passage, places, quotes: quotes, dates: people.dates,
      bodies: NamedBodies(
        passage, subject: people.subject, published: article.publishedOn, states: people.states),
      published: article.publishedOn, subject: people.subject)
    let events = EventReader(narration).events(people.steps)
    let agreements = AgreementReader(narration).agreements(events)
    return Reading(
      article: article, mentions: mentions,
      quotes: QuoteScenes(passage, places, reader.clauses, events: events).joined(quotes),
      events: events,
      agreements: agreements)
  }

  /// The text of an article as the readers see it.
  func passage(of article: Article) -> Passage {
    guard let phrases, terms.folding.holdsTraditional(article.text) else {
      return Passage(article.text, terms: terms)
    }
    return Passage(article.text, simplified: phrases.simplified(article.text), terms: terms)
  }

  /// Reads an office as somebody wrote it down, outside any article: 岳阳市委书记.
  ///
  /// Nil where the text does not end in a post, or its body cannot be told.
  package func office(written text: String, on date: PartialDate? = nil) -> OfficeReading? {
    written(text, on: date).reading
  }

  /// The same, with the other offices that the words may stand for: `朝阳区区长` is of two cities.
  package func written(_ text: String, on date: PartialDate? = nil) -> WrittenOffice {
    let passage = Passage(text, terms: terms)
    let offices = OfficeFinder(passage: passage).offices()
    guard let last = offices.last, last.range.upperBound == passage.count else {
      return WrittenOffice()
    }
    var resolver = OfficeResolver(passage, subject: Frame(), published: date)
    var earlier: [OfficeReading] = []
    for office in offices.dropLast() {
      let reading =
        resolver.office(office, after: earlier.last)
        ?? resolver.unplaced(office, after: earlier.last)
      if let reading { earlier.append(reading) }
    }
    let before = resolver
    let reading =
      resolver.office(last, after: earlier.last) ?? before.unplaced(last, after: earlier.last)
    return WrittenOffice(
      reading: reading,
      alternatives: before.alternatives(to: reading, of: last, after: earlier.last, on: date)
        .filter { $0 != reading },
      earlier: earlier)
  }
}

/// The settings of the `extract` stage.
package struct ExtractionOptions: Configurable {
  /// Mentions read with less confidence are left out.
  package var minConfidence = 0.0
  /// Whether traditional characters are read by phrases, and not one by one.
  package var readsPhrases = false

  package init() {}

  package static let settings: [Setting<Self>] = [
    Setting(
      "min_confidence", .number(0...1), standard: .number(0),
      meaning: "Leave out mentions that were read with less confidence than this."
    ) { options, value in
      if case .number(let number) = value { options.minConfidence = number }
    },
    Setting(
      "traditional", .choice(["characters", "opencc"]), standard: .string("characters"),
      meaning: "How traditional characters are simplified: one by one by the table of Dibao, the"
        + " same on every machine, or by phrases with libopencc, which must be installed then."
    ) { options, value in
      if case .string(let word) = value { options.readsPhrases = word == "opencc" }
    },
  ]
}
