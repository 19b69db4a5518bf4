package import Model

extension OfficeReading.Inferred {
  /// What the word in the column `inferred` says.
  package var meaning: String {
    switch self {
    case .division:
      "the place of the body is not printed with the office; the list, the sentence or the article "
        + "gave it"
    case .organization:
      "the body is not printed with the office; the office before it, the holder's other mentions "
        + "or the passage gave it"
    case .office: "the post is not printed; the passage gave it"
    }
  }
}

extension OfficeReading.Inferred: CaseIterable {
  package static let allCases: [OfficeReading.Inferred] = [.division, .organization, .office]
}
