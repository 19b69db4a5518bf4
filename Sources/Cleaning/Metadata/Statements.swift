import Model

/// Something that a file says of itself outside the text, and where it says so.
struct Statement: Hashable, Sendable {
  enum Field: Hashable, Sendable {
    case title, publisher, site, author, date, address, section, tag, body
  }

  enum Origin: Hashable, Sendable {
    case frontMatter, linkedData, openGraph, meta, heading, titleElement, script, comment
  }

  let field: Field
  let value: String
  let origin: Origin
}

/// All statements of a file, in the order in which they were found.
struct Statements: Sendable {
  private(set) var all: [Statement] = []

  init() {}

  mutating func add(_ field: Statement.Field, _ value: String, _ origin: Statement.Origin) {
    if field == .body {
      all.append(Statement(field: field, value: value, origin: origin))
      return
    }
    guard value.utf8.count <= Self.longest else { return }
    var line = LineText()
    line.append(value.utf8)
    guard !line.bytes.isEmpty else { return }
    all.append(
      Statement(field: field, value: String(decoding: line.bytes, as: UTF8.self), origin: origin))
  }

  /// What is longer names nothing; titles of megabytes would be searched for marks again and again.
  private static let longest = 8_192

  /// The values of a field, by the order of origins given and then of finding.
  func values(_ field: Statement.Field, from origins: Statement.Origin...) -> [String] {
    origins.flatMap { origin in
      all.filter { $0.field == field && $0.origin == origin }.map(\.value)
    }
  }
}
