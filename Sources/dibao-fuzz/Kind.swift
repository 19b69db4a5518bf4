/// The kinds of foreign bytes, by the part of the program that reads them.
enum Kind: String, CaseIterable {
  // Documents, each under a name of its form.
  case html, markdown, text, mhtml, gzip
  /// Archives of pages, gzipped or not.
  case warc
  /// A pipeline file.
  case config
  /// The workbook that is read again after it was packed.
  case zip
  case json
  /// Text that is an article already.
  case sentence
  /// What the state keeps of an article.
  case reading
  // Parts of a module, which only a build for libFuzzer can ask by themselves.
  case encoding, dates

  /// What a document of the kind is called, where its own name is not known.
  var name: String {
    switch self {
    case .html: "a.html"
    case .markdown: "a.md"
    case .mhtml: "a.mhtml"
    case .gzip: "a.html.gz"
    default: "a.txt"
    }
  }
}

/// Something that must hold, and does not.
struct Broken: Error {
  var words: String

  init(_ words: String) { self.words = words }
}

/// What became of some bytes: each document in them was read or rejected.
struct Fate {
  var documents = 0
  var read = 0
  var rejected = 0

  static let read = Fate(documents: 1, read: 1)
  static let rejected = Fate(documents: 1, rejected: 1)

  mutating func add(_ other: Fate) {
    documents += other.documents
    read += other.read
    rejected += other.rejected
  }

  /// No document is lost, and none is told of twice.
  func check() throws(Broken) {
    guard documents == read + rejected else {
      throw Broken("\(documents) documents, \(read) read and \(rejected) rejected")
    }
  }
}
