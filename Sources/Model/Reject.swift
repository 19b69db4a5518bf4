/// A document that a stage could not take: counted, kept in the `rejects` table, never fatal.
package struct Reject: Error, Equatable, Sendable {
  /// What was wrong, as a stable word: `fetch.empty`, `clean.no-text`. Listed in `all`.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  package var code: Code
  package var stage: StageName
  /// The document's path as it stands in the tables.
  package var path: String
  /// The size of the file, where it could be read.
  package var bytes: Int?
  /// The line in the file (from 1) at which reading failed, where there is one.
  package var line: Int?
  /// What was found, in words, without the article's own text.
  package var detail: String

  package init(
    _ code: Code, stage: StageName, path: String, bytes: Int? = nil, line: Int? = nil,
    detail: String
  ) {
    self.code = code
    self.stage = stage
    self.path = path
    self.bytes = bytes
    self.line = line
    self.detail = detail
  }
}

extension Reject.Code {
  package static let unreadable = Self(rawValue: "fetch.unreadable")
  package static let badName = Self(rawValue: "fetch.name-not-utf8")
  package static let loop = Self(rawValue: "fetch.link-loop")
  package static let notAFile = Self(rawValue: "fetch.not-a-file")
  package static let empty = Self(rawValue: "fetch.empty")
  package static let tooLarge = Self(rawValue: "fetch.too-large")
  package static let badGzip = Self(rawValue: "fetch.bad-gzip")
  package static let gzipBomb = Self(rawValue: "fetch.gzip-bomb")
  package static let badRecord = Self(rawValue: "fetch.bad-record")
  package static let changed = Self(rawValue: "fetch.changed-while-read")
  package static let binary = Self(rawValue: "clean.binary")
  package static let unknownCharset = Self(rawValue: "clean.unknown-charset")
  package static let badMarkup = Self(rawValue: "clean.bad-markup")
  package static let noText = Self(rawValue: "clean.no-text")
  package static let notArticle = Self(rawValue: "clean.not-article")
  /// A fault of the program, not of the document.
  package static let bug = Self(rawValue: "dibao.bug")

  /// Every code, with what it means, for the documentation and its test.
  package static let all: [(code: Self, meaning: String)] = [
    (.unreadable, "the file cannot be opened or read"),
    (.badName, "the file's name is not UTF-8; rename it"),
    (.loop, "a link that leads back to a folder above it"),
    (.notAFile, "a socket, pipe or device"),
    (.empty, "the file holds no bytes, or nothing but white space"),
    (.tooLarge, "larger than limits.max_bytes"),
    (.badGzip, "the gzip stream is cut, damaged or followed by other bytes"),
    (.gzipBomb, "the gzip stream grows past limits.max_bytes"),
    (.badRecord, "a record of a web archive (WARC) is cut, damaged or packed in an unknown way"),
    (.changed, "the file changed while it was read"),
    (.binary, "not text: an image, archive, PDF or the like"),
    (.unknownCharset, "the bytes are text in no encoding that is read here"),
    (.badMarkup, "the markup is nested or repeated past the parser's limits"),
    (.noText, "no article was found in the page"),
    (
      .notArticle,
      "the page is no article: an index, video, gallery, login wall, error page or chapter"
    ),
    (.bug, "a fault of the program; please report it"),
  ]
}
