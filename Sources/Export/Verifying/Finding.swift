/// Something in an export that does not hold.
package struct Finding: Hashable, Sendable {
  /// What is wrong, as a stable word.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    case sumsMissing = "sums.missing"
    case sumsMalformed = "sums.malformed"
    case sumsOrder = "sums.order"
    case sumsAbsent = "sums.absent"
    case sumsUnlisted = "sums.unlisted"
    case sumsMismatch = "sums.mismatch"
    case manifestMissing = "manifest.missing"
    case manifestMalformed = "manifest.malformed"
    case manifestAbsent = "manifest.absent"
    case manifestUnlisted = "manifest.unlisted"
    case manifestMismatch = "manifest.mismatch"
    case packageMissing = "package.missing"
    case packageMalformed = "package.malformed"
    case packageAbsent = "package.absent"
    case packageUnlisted = "package.unlisted"
    case packageMismatch = "package.mismatch"
    case fileUnreadable = "file.unreadable"
    case fileMalformed = "file.malformed"
    case fileEncoding = "file.encoding"
    case tableHeader = "table.header"
    case tableRows = "table.rows"
    case tableContent = "table.content"
    case rowCells = "row.cells"
    case cellType = "cell.type"
    case cellRequired = "cell.required"
    case cellWord = "cell.word"
    case keyNull = "key.null"
    case keyDuplicate = "key.duplicate"
    case referenceMissing = "reference.missing"
    case spanRange = "span.range"
    case spanText = "span.text"
    case spanParagraph = "span.paragraph"
    case bundleDamaged = "bundle.damaged"
    case bundleMismatch = "bundle.mismatch"

    package var meaning: String {
      switch self {
      case .sumsMissing: "the export has no SHA256SUMS"
      case .sumsMalformed: "a line of SHA256SUMS is not a sum, two spaces and a name"
      case .sumsOrder: "SHA256SUMS is not in the order of the names, or names a file twice"
      case .sumsAbsent: "SHA256SUMS names a file that is not there"
      case .sumsUnlisted: "a file is not in SHA256SUMS"
      case .sumsMismatch: "a file has other bytes than its sum says"
      case .manifestMissing: "the export has no manifest.json"
      case .manifestMalformed: "manifest.json is not the JSON that it should be"
      case .manifestAbsent: "manifest.json names a file that is not there"
      case .manifestUnlisted: "a file is not in manifest.json"
      case .manifestMismatch: "manifest.json says something else of a file than is so"
      case .packageMissing: "the export has no datapackage.json"
      case .packageMalformed: "datapackage.json is not the JSON that it should be"
      case .packageAbsent: "datapackage.json names a file that is not there"
      case .packageUnlisted: "the file of a table is not in datapackage.json"
      case .packageMismatch: "datapackage.json says something else of a file than is so"
      case .fileUnreadable: "a file cannot be read to its end"
      case .fileMalformed: "a file breaks the rules of its format"
      case .fileEncoding: "a file holds bytes that are not UTF-8, or a mark that it must not have"
      case .tableHeader: "a file has other columns than its table"
      case .tableRows: "two files of one table differ in the number of rows"
      case .tableContent: "two files of one table differ in a row"
      case .rowCells: "a row has other cells than the table has columns"
      case .cellType: "a cell is not of the type of its column"
      case .cellRequired: "a cell is empty that must not be"
      case .cellWord: "a cell holds a word that is not in the list of its column"
      case .keyNull: "a row has no primary key"
      case .keyDuplicate: "two rows have the same primary key"
      case .referenceMissing: "a cell refers to a row that is not there"
      case .spanRange: "a start or end lies outside the text of the document"
      case .spanText: "the text of a row is not what stands in the document at its place"
      case .spanParagraph: "the paragraph of a row is not the one that its start lies in"
      case .bundleDamaged: "a bundle cannot be read to its end"
      case .bundleMismatch: "a bundle holds something else than the export"
      }
    }
  }

  package var code: Code
  /// Relative to the export.
  package var file: String
  /// From 1, in the file.
  package var line: Int?
  /// From 1, of the rows of data.
  package var row: Int?
  package var column: String?
  package var expected: String
  /// At most 40 characters of what an article says.
  package var found: String
}

/// What the check of an export came to.
package struct Verification: Hashable, Sendable {
  /// In the order in which they were found; of each kind at most `Verification.mostOfAKind`.
  package let findings: [Finding]
  /// How many there were of each kind, also of those not kept.
  package let counts: [Finding.Code: Int]
  /// What was looked at.
  package let files: Int
  package let bytes: Int
  /// Rows of the tables, each table counted once.
  package let rows: Int

  package static let mostOfAKind = 1_000

  /// True if everything holds.
  package var isSound: Bool { counts.isEmpty }
}

/// Keeps what is found, within bounds.
final class FindingLog {
  private(set) var findings: [Finding] = []
  private(set) var counts: [Finding.Code: Int] = [:]

  func add(
    _ code: Finding.Code, _ place: FindingPlace, expected: String, found: String
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Verification.mostOfAKind else { return }
    findings.append(
      Finding(
        code: code, file: place.file, line: place.line, row: place.row, column: place.column,
        expected: Self.shortened(expected), found: Self.shortened(found)))
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }
}

/// Where something was found.
struct FindingPlace: Hashable {
  let file: String
  var line: Int?
  var row: Int?
  var column: String?

  init(_ file: String, line: Int? = nil, row: Int? = nil, column: String? = nil) {
    self.file = file
    self.line = line
    self.row = row
    self.column = column
  }

  func at(_ column: String) -> FindingPlace {
    FindingPlace(file, line: line, row: row, column: column)
  }
}
