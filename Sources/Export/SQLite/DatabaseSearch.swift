import Model

/// Full-text search that finds words of any length.
///
/// SQLite's tokenizers know no words of Chinese: `unicode61` takes a whole clause for one word, and
/// `trigram` finds nothing shorter than three characters (毕朗). So the index holds each character as a
/// word, and a phrase of characters finds any words: `"毕 朗"`. Beside them stand the names that were
/// read in the document, whole, so that they are found as they are typed: `毕朗`.
enum DatabaseSearch {
  static let table = "document_search"
  /// The function that puts characters apart.
  static let function = "dibao_spaced"

  /// Its rows have the `rowid` of those of `documents`. The text is in `documents` only.
  static let creation = """
    CREATE VIRTUAL TABLE \(table) USING fts5(
      title, "text", names, content = '', tokenize = 'unicode61 remove_diacritics 0')
    """

  /// Fills it; nil where there is no table to be searched.
  static func filling(from tables: [TableDescription]) -> String? {
    guard columns(["title", "text"], of: "documents", in: tables).count == 2 else { return nil }
    let names = columns(["person_name", "organization_name", "title"], of: "mentions", in: tables)
    let words = names.map { "SELECT \($0) AS word FROM mentions WHERE document_id = d.document_id" }
    let all =
      "SELECT group_concat(word, ' ') FROM (\(words.joined(separator: " UNION ")) ORDER BY word)"
    return """
      INSERT INTO \(table) (rowid, title, "text", names)
      SELECT d.rowid, \(function)(coalesce(d.title, '')), \(function)(d."text"),
        \(words.isEmpty ? "NULL" : "(\(all))")
      FROM documents AS d ORDER BY d.rowid
      """
  }

  private static func columns(
    _ wanted: [String], of table: String, in tables: [TableDescription]
  ) -> [String] {
    let columns = tables.first { $0.name == table }?.columns.map(\.name) ?? []
    return wanted.filter(columns.contains)
  }

  /// Finds documents by words as they are typed: of a parameter `:words` it makes the phrase.
  static let query = """
    SELECT d.document_id, d.published_at, d.title, d.publisher, d.url FROM documents AS d
    WHERE d.rowid IN (
      SELECT rowid FROM \(table) WHERE \(table) MATCH (
        WITH RECURSIVE letters (place, phrase) AS (
          SELECT 1, substr(:words, 1, 1)
          UNION ALL
          SELECT place + 1, phrase || ' ' || substr(:words, place + 1, 1)
          FROM letters WHERE place < length(:words))
        SELECT '"' || phrase || '"' FROM letters ORDER BY place DESC LIMIT 1))
    ORDER BY d.published_at, d.document_id
    """

  /// The text with a space on both sides of each character that is a word by itself.
  static func spaced(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 4 / 3)
    for scalar in text.unicodeScalars {
      guard isWord(scalar) else {
        bytes += Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter
        continue
      }
      if let last = bytes.last, last != space { bytes.append(space) }
      bytes += Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter
      bytes.append(space)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let space = UInt8(ascii: " ")

  /// Chinese characters, with those of the planes beyond the first.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
