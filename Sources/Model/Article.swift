/// A document as clean text: the article and nothing but the article.
package struct Article: Hashable, Sendable {
  package enum Format: String, Sendable { case html, markdown, text }

  /// Where the publication date was read, best evidence first.
  package enum DateBasis: String, Sendable {
    case frontMatter = "front matter"
    case meta
    case visible
    case url
    case fileName = "file name"
  }

  /// Simplified (hans) or traditional (hant) characters, by count of characters that differ.
  package enum Script: String, Sendable { case hans, hant }

  package var path: String
  package var format: Format
  /// The encoding that the bytes were read in, as an IANA name in lower case (`utf-8`, `gb18030`).
  package var encoding: String
  /// The size on disk.
  package var bytes: Int
  package var sha256: String
  package var url: String?
  package var publisher: String?
  /// By-line, names joined with `;`.
  package var author: String?
  /// `2020-12-16`, or with time and zone as far as printed: `2020-12-16T08:02:00Z`,
  /// `2024-11-12T08:30` (no zone printed).
  package var publishedAt: String?
  package var publishedBasis: DateBasis?
  package var title: String?
  package var section: String?
  package var tags: [String]
  package var script: Script?
  /// The paragraphs, joined with one `\n`; no paragraph is empty. Every span points into this.
  package var text: String
  /// What a reader should know of how well the page was read, as stable words
  /// (`title.missing`, `encoding.replaced`); sorted, unique.
  package var quality: [String]
  /// Where the page's links to other pages of the same article lead, as they are written. Empty
  /// once the pages are joined: no part of a record.
  package var pageLinks: [String]

  package init(path: String, format: Format, encoding: String, bytes: Int, sha256: String) {
    self.path = path
    self.format = format
    self.encoding = encoding
    self.bytes = bytes
    self.sha256 = sha256
    tags = []
    text = ""
    quality = []
    pageLinks = []
  }

  /// The day (or month, or year) of publication, without the time.
  package var publishedOn: PartialDate? {
    guard let publishedAt else { return nil }
    return PartialDate(iso: publishedAt.prefix { $0 != "T" && $0 != " " })
  }
}
