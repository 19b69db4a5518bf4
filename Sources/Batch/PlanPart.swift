import Cleaning
import Corpus
import Export
import Extraction
import Model

/// One of the keys at the top of `pipeline.json` that hold more than a single value.
///
/// The strict reader, the JSON Schema and the README's table all walk the list `all`; so what is
/// written of the file is what is read.
struct PlanPart: Sendable {
  enum Shape: Sendable {
    case object(SettingGroup)
    /// A list of objects that are all alike; at least one.
    case list(SettingGroup, of: String)
    /// The stages: each exactly once, in this order, told apart by `name`.
    case stages([Choice])
    /// A list of objects told apart by `type`; at least one.
    case writers([Choice])
  }

  /// One kind of object of a list whose objects differ.
  struct Choice: Sendable {
    let name: String
    let meaning: String
    let group: SettingGroup
  }

  let key: String
  let isRequired: Bool
  let meaning: String
  let shape: Shape

  static let all: [PlanPart] = [
    PlanPart(
      key: "inputs", isRequired: true, meaning: "What is read.",
      shape: .list(SettingGroup(InputSettings.self) { $0.inputs.append($1) }, of: "input")),
    PlanPart(
      key: "stages", isRequired: false,
      meaning: "A document's way, in this order; left out: all five, with nothing set.",
      shape: .stages(stages)),
    PlanPart(
      key: "output", isRequired: true, meaning: "Where exports are published.",
      shape: .object(SettingGroup(OutputSettings.self) { $0.output = $1 })),
    PlanPart(
      key: "writers", isRequired: true, meaning: "The files of an export.",
      shape: .writers(Writers.all.map { choice(of: $0) })),
    PlanPart(
      key: "limits", isRequired: false, meaning: "How much may go wrong, and be used.",
      shape: .object(SettingGroup(Limits.self) { $0.limits = $1 })),
    PlanPart(
      key: "assert", isRequired: false,
      meaning: "What must hold of the result; otherwise nothing is published.",
      shape: .object(SettingGroup(Assertions.self) { $0.assertions = $1 })),
  ]

  private static func choice<Kind: Writer>(of kind: Kind.Type) -> Choice {
    Choice(
      name: Kind.type, meaning: Kind.meaning,
      group: SettingGroup(Kind.self) { $0.writers.append($1) })
  }

  private static let stages: [Choice] = StageName.allCases.map { stage in
    switch stage {
    case .fetchLocal:
      stage.choice(
        "Reads the files and unpacks what is gzipped.", SettingGroup(NoSettings.self) { _, _ in })
    case .clean:
      stage.choice(
        "Finds the article in the page: title, publisher, author, date and paragraphs.",
        SettingGroup(CleaningOptions.self) { $0.cleaning = $1 })
    case .extract:
      stage.choice(
        "Reads the persons that the text names, and their offices.",
        SettingGroup(ExtractionOptions.self) { $0.extraction = $1 })
    case .dedupe:
      stage.choice(
        "Groups articles that are copies of each other.",
        SettingGroup(DedupeSettings.self) { $0.deduping = $1 })
    case .enrich:
      stage.choice(
        "Resolves offices into the hierarchy, and persons across articles.",
        SettingGroup(EnrichmentOptions.self) { $0.enrichment = $1 })
    }
  }
}

extension StageName {
  fileprivate func choice(_ meaning: String, _ group: SettingGroup) -> PlanPart.Choice {
    PlanPart.Choice(name: rawValue, meaning: meaning, group: group)
  }
}
