package import Model

/// The settings of the `dedupe` stage.
package struct DedupeOptions: Configurable {
  package var similarity = 0.29
  package var containment = 0.53
  package var days = 14

  package init() {}

  package static let settings: [Setting<Self>] = [
    Setting(
      "similarity", .number(0...1), standard: .number(0.29),
      meaning: "How alike two texts must be to be one article (Jaccard of five-character shingles)."
    ) { options, value in
      if case .number(let number) = value { options.similarity = number }
    },
    Setting(
      "containment", .number(0...1), standard: .number(0.53),
      meaning: "How much of the shorter text must stand in the other."
    ) { options, value in
      if case .number(let number) = value { options.containment = number }
    },
    Setting(
      "days", .integer(0...36_500), standard: .integer(14),
      meaning:
        "How many days apart copies may be published; long texts without a change may be further."
    ) { options, value in
      if case .integer(let number) = value { options.days = number }
    },
  ]
}

/// The settings of the `enrich` stage.
package struct EnrichmentOptions: Configurable {
  /// As it is written: where people's corrections are.
  package var lookups: String?
  /// From the top of the file system.
  package var location = ""

  package init() {}

  package static let settings: [Setting<Self>] = [
    Setting(
      "lookups", .string,
      meaning: "A folder with people's corrections (`aliases.csv`, `same_person.csv`, "
        + "`not_same_person.csv`, `offices.csv`), relative to this file; left out: none."
    ) { options, value in
      if case .string(let text) = value { options.lookups = text }
    }
  ]
}
