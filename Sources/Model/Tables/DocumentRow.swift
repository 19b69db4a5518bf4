/// A document: an article as it was read.
package struct DocumentRow: Hashable, Sendable {
  package var documentID: String
  package var path: String
  package var copies: [String]
  package var format: String
  package var encoding: String
  package var bytes: Int
  package var sha256: String
  package var url: String?
  package var publisher: String?
  package var author: String?
  package var publishedAt: String?
  package var publishedBasis: String?
  package var headline: String?
  package var section: String?
  package var tags: [String]
  package var script: String?
  package var characters: Int
  package var text: String
  package var clusterID: String?
  package var isCanonical: Bool
  package var duplicateOf: String?
  package var similarity: Double?
  package var quality: [String]

  package init(
    documentID: String, path: String, copies: [String], format: String, encoding: String,
    bytes: Int, sha256: String, url: String?, publisher: String?, author: String?,
    publishedAt: String?, publishedBasis: String?, headline: String?, section: String?,
    tags: [String], script: String?, characters: Int, text: String, clusterID: String?,
    isCanonical: Bool, duplicateOf: String?, similarity: Double?, quality: [String]
  ) {
    self.documentID = documentID
    self.path = path
    self.copies = copies
    self.format = format
    self.encoding = encoding
    self.bytes = bytes
    self.sha256 = sha256
    self.url = url
    self.publisher = publisher
    self.author = author
    self.publishedAt = publishedAt
    self.publishedBasis = publishedBasis
    self.headline = headline
    self.section = section
    self.tags = tags
    self.script = script
    self.characters = characters
    self.text = text
    self.clusterID = clusterID
    self.isCanonical = isCanonical
    self.duplicateOf = duplicateOf
    self.similarity = similarity
    self.quality = quality
  }
}

extension DocumentRow: TableRow {
  package static let tableName = "documents"
  package static let title = Bilingual("文献", "Documents")
  package static let description = Bilingual(
    "每篇文献一行；内容逐字节相同的副本并入一行。",
    "One row for each article; files of the same bytes are one row.")
  package static let primaryKey: [String] = ["document_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("duplicate_of", to: "documents", "document_id")
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文献编号", "Document"),
      description: Bilingual(
        "由内容得出的编号",
        "Id, derived from the content")
    ) { .text($0.documentID) },
    Column(
      "path", .text, required: true,
      title: Bilingual("路径", "Path"),
      description: Bilingual(
        "输入文件夹内的路径",
        "Path within the input folder")
    ) { .text($0.path) },
    Column(
      "copies", .list,
      title: Bilingual("副本", "Copies"),
      description: Bilingual(
        "内容逐字节相同的其他文件",
        "Further paths with the same bytes")
    ) { .list($0.copies) },
    Column(
      "format", .text, required: true, words: ["html", "markdown", "text"],
      title: Bilingual("格式", "Format"),
      description: Bilingual(
        "文件格式",
        "Format of the file")
    ) { .text($0.format) },
    Column(
      "encoding", .text, required: true,
      title: Bilingual("编码", "Encoding"),
      description: Bilingual(
        "读取时所用的字符编码",
        "Encoding that the bytes were read in")
    ) { .text($0.encoding) },
    Column(
      "bytes", .integer, required: true,
      title: Bilingual("字节数", "Bytes"),
      description: Bilingual(
        "文件在磁盘上的大小",
        "Size of the file on disk")
    ) { .integer($0.bytes) },
    Column(
      "sha256", .text, required: true,
      title: Bilingual("SHA-256", "SHA-256"),
      description: Bilingual(
        "解压后内容的 SHA-256",
        "SHA-256 of the content, unzipped")
    ) { .text($0.sha256) },
    Column(
      "url", .text,
      title: Bilingual("网址", "Address"),
      description: Bilingual(
        "文章的网址",
        "Address of the article")
    ) { .optional($0.url) },
    Column(
      "publisher", .text,
      title: Bilingual("媒体", "Publisher"),
      description: Bilingual(
        "发表文章的媒体",
        "Outlet that published the text")
    ) { .optional($0.publisher) },
    Column(
      "author", .text,
      title: Bilingual("作者", "Author"),
      description: Bilingual(
        "署名，多人以 ; 分隔",
        "By-line, names joined with ;")
    ) { .optional($0.author) },
    Column(
      "published_at", .date,
      title: Bilingual("发表时间", "Published"),
      description: Bilingual(
        "发表时间，写到已知为止；文件未说则空",
        "Time of publication, as far as it is printed; empty where the file does not say")
    ) { .optional($0.publishedAt) },
    Column(
      "published_basis", .text, words: ["front matter", "meta", "visible", "url", "file name"],
      title: Bilingual("时间依据", "Basis of date"),
      description: Bilingual(
        "发表时间读自何处",
        "Where the time was read")
    ) { .optional($0.publishedBasis) },
    Column(
      "title", .text,
      title: Bilingual("标题", "Title"),
      description: Bilingual(
        "文章标题，不含网站名",
        "Headline, without the name of the site")
    ) { .optional($0.headline) },
    Column(
      "section", .text,
      title: Bilingual("栏目", "Section"),
      description: Bilingual(
        "栏目",
        "Section of the site")
    ) { .optional($0.section) },
    Column(
      "tags", .list,
      title: Bilingual("标签", "Tags"),
      description: Bilingual(
        "文件自带的标签",
        "Tags that the file carries")
    ) { .list($0.tags) },
    Column(
      "script", .text, words: ["hans", "hant"],
      title: Bilingual("字体", "Script"),
      description: Bilingual(
        "简体（hans）或繁体（hant）",
        "Simplified (hans) or traditional (hant)")
    ) { .optional($0.script) },
    Column(
      "characters", .integer, required: true,
      title: Bilingual("字数", "Characters"),
      description: Bilingual(
        "正文的 Unicode 标量数",
        "Unicode scalars of the text")
    ) { .integer($0.characters) },
    Column(
      "text", .text, required: true,
      title: Bilingual("正文", "Text"),
      description: Bilingual(
        "清理后的正文，段落以换行分隔",
        "The article, cleaned; paragraphs joined with newlines")
    ) { .text($0.text) },
    Column(
      "cluster_id", .text,
      title: Bilingual("重复组", "Cluster"),
      description: Bilingual(
        "同文各版本的组号；无重复则空",
        "Group of copies of one text; empty where there is none")
    ) { .optional($0.clusterID) },
    Column(
      "is_canonical", .boolean, required: true,
      title: Bilingual("是否正本", "Canonical"),
      description: Bilingual(
        "组内选作正本的一篇（无重复者皆为正本）",
        "Whether this copy stands for its group")
    ) { .boolean($0.isCanonical) },
    Column(
      "duplicate_of", .text,
      title: Bilingual("正本", "Duplicate of"),
      description: Bilingual(
        "所重复的正本",
        "The canonical document that this one repeats")
    ) { .optional($0.duplicateOf) },
    Column(
      "similarity", .number,
      title: Bilingual("相似度", "Similarity"),
      description: Bilingual(
        "与正本的相似度（Jaccard，0 至 1）",
        "Jaccard similarity with the canonical document, 0 to 1")
    ) { .optional($0.similarity) },
    Column(
      "quality", .list,
      title: Bilingual("质量", "Quality"),
      description: Bilingual(
        "读取时的疑点",
        "What a reader should know of how well the page was read")
    ) { .list($0.quality) },
  ]
}
