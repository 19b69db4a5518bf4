/// Why a document is held to be a copy of another.
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
  package static let title = Bilingual("转载与重复", "Duplicates")
  package static let description = Bilingual(
    "每篇被认定为转载或重复的文章一行，说明依据；按转载组与文章编号排序。",
    """
    One row for each document that is a copy of another, with the reason; by cluster and document.
    """)
  package static let primaryKey: [String] = ["document_id", "method"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("canonical_id", to: "documents", "document_id"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "cluster_id", .text, required: true,
      title: Bilingual("转载组编号", "Cluster"),
      description: Bilingual(
        "所在的转载组，见 documents.cluster_id。", "The cluster; see documents.cluster_id.")
    ) { .text($0.clusterID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual("被认定为转载或重复的文章。", "The document that is a copy.")
    ) { .text($0.documentID) },
    Column(
      "canonical_id", .text, required: true,
      title: Bilingual("代表文章", "Canonical"),
      description: Bilingual(
        "代表该组的文章（最早、最全者）；method 为 bytes 时即文章自身。",
        "The document that stands for the cluster (the earliest, then the fullest); for the "
          + "method bytes, the document itself.")
    ) { .text($0.canonicalID) },
    Column(
      "method", .text, required: true, words: ["bytes", "url", "text", "near"],
      title: Bilingual("依据", "Method"),
      description: Bilingual(
        "bytes 另有文件逐字节相同（路径见 documents.copies）；url 网址相同；text 归一后正文相同；near 正文近似。",
        "bytes: further files have the same bytes (their paths are in documents.copies); url: the "
          + "same address; text: the same text once width, punctuation and script are folded; "
          + "near: nearly the same text. The surest link to another document of the cluster.")
    ) { .text($0.method) },
    Column(
      "similarity", .number, required: true,
      title: Bilingual("相似度", "Similarity"),
      description: Bilingual(
        "与代表文章的相似度，0 至 1（五字连片的 Jaccard 系数）。",
        "How alike the copy and the canonical text are, 0 to 1 (Jaccard of five-character shingles)."
      )
    ) { .number($0.similarity) },
    Column(
      "containment", .number, required: true,
      title: Bilingual("包含度", "Containment"),
      description: Bilingual(
        "两文中较短者的五字连片有多少见于另一篇，0 至 1；删节本此值高而相似度低。",
        "How much of the shorter of the two texts stands in the other, 0 to 1: high for a cut "
          + "version, whose similarity is low.")
    ) { .number($0.containment) },
  ]
}
