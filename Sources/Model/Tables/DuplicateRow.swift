/// A member of a group of documents with the same text.
package struct DuplicateRow: Hashable, Sendable {
  package var clusterID: String
  package var documentID: String
  package var canonicalID: String
  package var method: String
  package var similarity: Double
  package var containment: Double

  package init(
    clusterID: String, documentID: String, canonicalID: String, method: String, similarity: Double,
    containment: Double
  ) {
    self.clusterID = clusterID
    self.documentID = documentID
    self.canonicalID = canonicalID
    self.method = method
    self.similarity = similarity
    self.containment = containment
  }
}

extension DuplicateRow: TableRow {
  package static let tableName = "duplicates"
  package static let title = Bilingual("重复", "Duplicates")
  package static let description = Bilingual(
    "同文组中每一篇一行，包括正本。",
    "One row for each member of a group of copies, the canonical one among them.")
  package static let primaryKey: [String] = ["document_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("canonical_id", to: "documents", "document_id"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "cluster_id", .text, required: true,
      title: Bilingual("重复组", "Cluster"),
      description: Bilingual(
        "组号",
        "Id of the group")
    ) { .text($0.clusterID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文献编号", "Document"),
      description: Bilingual(
        "组内的一篇",
        "A member of the group")
    ) { .text($0.documentID) },
    Column(
      "canonical_id", .text, required: true,
      title: Bilingual("正本", "Canonical"),
      description: Bilingual(
        "组的正本",
        "The document that stands for the group")
    ) { .text($0.canonicalID) },
    Column(
      "method", .text, required: true, words: ["bytes", "url", "text", "near"],
      title: Bilingual("方法", "Method"),
      description: Bilingual(
        "凭何判为同文",
        "What tells that the texts are the same")
    ) { .text($0.method) },
    Column(
      "similarity", .number, required: true,
      title: Bilingual("相似度", "Similarity"),
      description: Bilingual(
        "与正本的 Jaccard 相似度",
        "Jaccard similarity with the canonical document")
    ) { .number($0.similarity) },
    Column(
      "containment", .number, required: true,
      title: Bilingual("包含度", "Containment"),
      description: Bilingual(
        "较短一篇被较长一篇包含的比例",
        "Share of the shorter text that the longer holds")
    ) { .number($0.containment) },
  ]
}
