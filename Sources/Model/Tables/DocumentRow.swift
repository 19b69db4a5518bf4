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
  package static let title = Bilingual("文章", "Documents")
  package static let description = Bilingual(
    "每篇文章一行：出处、元数据与清洗后的正文。内容逐字节相同的文件合为一行，其余路径见 copies。",
    """
    One row for each article: where it comes from, its metadata and its clean text. Files of the \
    same bytes are one row; their other paths are in copies.
    """)
  package static let primaryKey: [String] = ["document_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("duplicate_of", to: "documents", "document_id")
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual(
        "由文件内容（解压后字节的 SHA-256）得出；内容相同则编号相同。",
        "Made from the file's content (the SHA-256 of its unzipped bytes): same content, same id.")
    ) { .text($0.documentID) },
    Column(
      "path", .text, required: true,
      title: Bilingual("路径", "Path"),
      description: Bilingual(
        "文件相对于输入文件夹的路径，以 / 分隔；一个文件含多篇文章的，其后加 #1、#2 等。分页文章为首页的路径。",
        """
        The file's path within the input folder, with / between its parts; #1, #2 and so on behind \
        it where the file holds several articles. Of an article saved page by page, the first page's.
        """)
    ) { .text($0.path) },
    Column(
      "copies", .list,
      title: Bilingual("相同文件", "Copies"),
      description: Bilingual(
        "内容逐字节相同的其他文件的路径；没有则为空。",
        "Paths of further files with exactly the same bytes; empty where there are none.")
    ) { .list($0.copies) },
    Column(
      "format", .text, required: true, words: ["html", "markdown", "text"],
      title: Bilingual("格式", "Format"),
      description: Bilingual(
        "读取时认定的文件格式：网页、Markdown 或纯文本。",
        "The format that the file was read in: web page, Markdown or plain text.")
    ) { .text($0.format) },
    Column(
      "encoding", .text, required: true,
      title: Bilingual("字符编码", "Encoding"),
      description: Bilingual(
        "读取字节所用的编码，IANA 名称小写（utf-8、gb18030、big5 等）。",
        "The character encoding that the bytes were read in, as a lower-case IANA name "
          + "(utf-8, gb18030, big5 …).")
    ) { .text($0.encoding) },
    Column(
      "bytes", .integer, required: true,
      title: Bilingual("字节数", "Bytes"),
      description: Bilingual(
        "文件在磁盘上的大小（压缩文件为压缩后的大小）；一个文件含多篇文章的，为该篇的大小；分页文章为各页之和。",
        """
        The size of the file on disk, compressed where the file is; of one article among several in a \
        file, its own; of an article saved page by page, that of all pages.
        """)
    ) { .integer($0.bytes) },
    Column(
      "sha256", .text, required: true,
      title: Bilingual("SHA-256 校验值", "SHA-256"),
      description: Bilingual(
        "解压后内容的 SHA-256，十六进制小写；可据以核对原始文件。分页文章为各页校验值（每行一个）的 SHA-256。",
        """
        SHA-256 of the unzipped content in lower-case hexadecimal; checks the original file. Of an \
        article saved page by page, the SHA-256 of those of its pages, one a line.
        """)
    ) { .text($0.sha256) },
    Column(
      "url", .text,
      title: Bilingual("网址", "URL"),
      description: Bilingual(
        "页面自述的网址（规范链接或文首元数据）；文件未写则为空。",
        "The address that the page gives for itself (canonical link or front matter), if any.")
    ) { .optional($0.url) },
    Column(
      "publisher", .text,
      title: Bilingual("发布者", "Publisher"),
      description: Bilingual(
        "文章的来源媒体或机构；转载页面注明来源的，取来源。",
        "The outlet whose text this is; where a page names its source, the source.")
    ) { .optional($0.publisher) },
    Column(
      "author", .text,
      title: Bilingual("作者", "Author"),
      description: Bilingual(
        "署名的作者或记者，多人以分号相连。", "The by-line; several names are joined with a semicolon.")
    ) { .optional($0.author) },
    Column(
      "published_at", .date,
      title: Bilingual("发布时间", "Published"),
      description: Bilingual(
        "发布日期或时间（ISO 8601），写到页面所载的精度；页面未写时区则不带时区。",
        "Day or time of publication (ISO 8601) as far as the page prints it; without a zone "
          + "where none is printed.")
    ) { .optional($0.publishedAt) },
    Column(
      "published_basis", .text, words: ["front matter", "meta", "visible", "url", "file name"],
      title: Bilingual("发布时间依据", "Basis of the date"),
      description: Bilingual(
        "发布时间读自何处：文首元数据、网页 meta 标记、可见文字、网址或文件名。",
        "Where the date was read: front matter, a meta tag, the visible page, the URL or the "
          + "file's name.")
    ) { .optional($0.publishedBasis) },
    Column(
      "title", .text,
      title: Bilingual("标题", "Headline"),
      description: Bilingual("文章标题，不含网站名。", "The headline, without the site's name.")
    ) { .optional($0.headline) },
    Column(
      "section", .text,
      title: Bilingual("栏目", "Section"),
      description: Bilingual("文章所在的栏目或频道，按页面所写。", "The section or channel that the page names.")
    ) { .optional($0.section) },
    Column(
      "tags", .list,
      title: Bilingual("标签", "Tags"),
      description: Bilingual("页面自带的关键词或标签，依原有次序。", "The page's own keywords or tags, in its order.")
    ) { .list($0.tags) },
    Column(
      "script", .text, words: ["hans", "hant"],
      title: Bilingual("字体", "Script"),
      description: Bilingual(
        "正文用字：hans 简体，hant 繁体；无从判断则为空。",
        "The script of the text: hans simplified, hant traditional; empty where nothing tells.")
    ) { .optional($0.script) },
    Column(
      "characters", .integer, required: true,
      title: Bilingual("字数", "Characters"),
      description: Bilingual(
        "正文的长度，以 Unicode 标量值（码位）计。", "The length of text in Unicode scalar values.")
    ) { .integer($0.characters) },
    Column(
      "text", .text, required: true,
      title: Bilingual("正文", "Text"),
      description: Bilingual(
        "清洗后的正文，一段一行；各表的 start、end 均为此文本中的位置。",
        "The clean text, one paragraph a line; start and end of every other table point into it.")
    ) { .text($0.text) },
    Column(
      "cluster_id", .text,
      title: Bilingual("转载组编号", "Cluster"),
      description: Bilingual(
        "同文的一组文章（原文、转载、删改本）共用的编号；未去重时为空。",
        "Shared by all documents that carry the same text (original, reprints, cut or edited "
          + "versions); empty where de-duplication is off.")
    ) { .optional($0.clusterID) },
    Column(
      "is_canonical", .boolean, required: true,
      title: Bilingual("是否为代表", "Stands for its cluster"),
      description: Bilingual(
        "此文是否代表其转载组（最早、最全者）；没有转载的文章与未去重时均为真。",
        "Whether this document stands for its cluster (the earliest, then the fullest); true as well "
          + "for a document without copies, and where de-duplication is off.")
    ) { .boolean($0.isCanonical) },
    Column(
      "duplicate_of", .text,
      title: Bilingual("转载自", "Copy of"),
      description: Bilingual(
        "所在转载组的代表文章；自身为代表时为空。",
        "The document that stands for the cluster; empty where it is this one.")
    ) { .optional($0.duplicateOf) },
    Column(
      "similarity", .number,
      title: Bilingual("相似度", "Similarity"),
      description: Bilingual(
        "与代表文章的相似度，0 至 1（五字连片的 Jaccard 系数）；自身为代表时为空。",
        "How alike this text and the canonical one are, 0 to 1 (Jaccard of five-character "
          + "shingles); empty where it is canonical itself.")
    ) { .optional($0.similarity) },
    Column(
      "quality", .list,
      title: Bilingual("读取质量", "Quality"),
      description: Bilingual(
        "清洗时应予注意之处，以固定代码列出（如 title.missing 缺标题）。",
        "What to know of how well the page was read, as stable words (title.missing, say).")
    ) { .list($0.quality) },
  ]
}
