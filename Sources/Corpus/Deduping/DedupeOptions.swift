package import Model

/// The settings of the `dedupe` stage.
package struct DedupeOptions: Configurable {
  /// Texts that share fewer of their shingles, and hold less of each other, are different.
  package var similarity = 0.28
  /// The least share of the shorter text that the longer must hold.
  package var containment = 0.52
  /// Texts published further apart are the same only where they hardly differ.
  package var days = 5

  package init() {}

  package static let settings: [Setting<Self>] = [
    Setting(
      "similarity", .number(0...1), standard: .number(0.28),
      meaning: "The least Jaccard similarity of near-duplicates, over 5-character shingles."
    ) { options, value in
      if case .number(let number) = value { options.similarity = number }
    },
    Setting(
      "containment", .number(0...1), standard: .number(0.52),
      meaning: "The least share of the shorter text that the longer must hold."
    ) { options, value in
      if case .number(let number) = value { options.containment = number }
    },
    Setting(
      "days", .integer(0...3650), standard: .integer(5),
      meaning: "Texts published further apart than this are the same only where they hardly differ."
    ) { options, value in
      if case .integer(let number) = value { options.days = number }
    },
  ]
}
