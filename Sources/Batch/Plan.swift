import Cleaning
import Corpus
import Export
import Extraction
package import Model

/// What a run is to do: `pipeline.json`, read and held against its rules.
package struct Plan: Configurable {
  var inputs: [InputSettings] = []
  var cleaning = CleaningOptions()
  var extraction = ExtractionOptions()
  var deduping = DedupeSettings()
  var enrichment = EnrichmentOptions()
  var output = OutputSettings()
  var writers: [any Writer] = []
  var limits = Limits()
  var assertions = Assertions()

  /// The environment variables that the file names, sorted.
  var environmentNames: [String] = []
  /// Every setting with the value that holds, in the order of the file's description, without the
  /// places that are read and written: what the configuration digest is made of.
  var effective: [EffectiveSetting] = []

  package init() {}

  /// Lets tables fall against the last export, for this run.
  package mutating func acceptShrink() { assertions.maxDropVsLast = nil }

  /// The settings at the top of the file; the rest stands in `PlanPart.all`.
  package static let settings: [Setting<Plan>] = [
    Setting(
      "$schema", .string, meaning: "The schema of this file, for editors; not read here."
    ) { _, _ in },
    Setting(
      "version", .integer(1...1), isRequired: true,
      meaning: "The version of this file's form: 1."
    ) { _, _ in },
  ]
}

/// A setting and the value that holds for a run.
package struct EffectiveSetting: Hashable, Sendable {
  /// JSON Pointer.
  var pointer: String
  var value: SettingValue
}

/// A stage that has nothing to set.
struct NoSettings: Configurable {
  static let settings: [Setting<NoSettings>] = []
}

/// The stage `dedupe`: it can be turned off, as no other can.
package struct DedupeSettings: Configurable {
  var isEnabled = true
  var options = DedupeOptions()

  package init() {}

  /// Nil where near copies are not looked for.
  var active: DedupeOptions? { isEnabled ? options : nil }

  package static let settings: [Setting<DedupeSettings>] =
    [
      Setting(
        "enabled", .boolean, standard: .boolean(true),
        meaning: "Whether near copies are grouped; files with the same bytes are one document "
          + "in any case."
      ) { $0.isEnabled = $1.flag }
    ] + DedupeOptions.settings.map { $0.lifted { $1(&$0.options) } }
}
