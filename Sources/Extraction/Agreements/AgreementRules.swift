/// The rules by which agreements are read.
extension Rule {
  static let agreementTitle = Rule(
    name: "agreement.title", confidence: 0.9, meaning: "an agreement by its title in 《》",
    example: "湖南省与教育部签署《战略合作协议》")
  static let agreementKind = Rule(
    name: "agreement.kind", confidence: 0.85, meaning: "an agreement by its plain name",
    example: "湖南省与教育部签署战略合作协议")

  /// Every rule that reads agreements.
  package static let agreements: [Rule] = [agreementTitle, agreementKind]
}
