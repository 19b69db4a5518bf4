/// A text as a spreadsheet can show it without harm or loss in silence.
///
/// - Lines end with LF alone; other control characters, which sheets drop or show as boxes, are
///   taken out.
/// - A text that a sheet would run as a formula gets an apostrophe before it. No sign survives
///   every way of saving and opening again: the `data` profile and JSON Lines hold the raw text.
/// - A text past the limit of a cell is cut between two characters.
struct SpreadsheetText: Hashable {
  /// Excel refuses or cuts past 32,767 UTF-16 units.
  static let longest = 32_000

  private(set) var text: String
  private(set) var isGuarded = false
  private(set) var isCut = false
  private(set) var removed = 0

  /// `guards` is false where nothing is run as a formula.
  init(_ raw: String, guards: Bool = true, longest: Int = longest) {
    text = raw
    tidyControls()
    if guards, Self.looksLikeFormula(text) {
      text = "'" + text
      isGuarded = true
    }
    cut(longest)
  }

  private mutating func tidyControls() {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A }) else { return }
    var tidy: [UInt8] = []
    tidy.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for byte in text.utf8 {
      switch byte {
      case 0x0D: tidy.append(0x0A)
      case 0x0A where afterReturn: break
      case 0x09, 0x0A, 0x20...: tidy.append(byte)
      default: removed += 1
      }
      afterReturn = byte == 0x0D
    }
    text = String(decoding: tidy, as: UTF8.self)
  }

  /// True if the first character that a sheet looks at begins a formula. Sheets pass over spaces
  /// and characters without width; those of a Chinese or Japanese system also take the full-width
  /// signs.
  static func looksLikeFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠": return true
      default:
        let properties = scalar.properties
        guard properties.isWhitespace || properties.generalCategory == .format else {
          return false
        }
      }
    }
    return false
  }

  private mutating func cut(_ longest: Int) {
    // There are never more UTF-16 units than bytes.
    guard text.utf8.count > longest, text.utf16.count > longest else { return }
    text = String(text[..<Self.end(of: text, longest)])
    isCut = true
  }

  private static func end(of text: String, _ longest: Int) -> String.Index {
    var units = 0
    var end = text.startIndex
    for character in text {
      units += character.utf16.count
      if units > longest { break }
      text.formIndex(after: &end)
    }
    // One character of more units than that: cut between two of its scalars.
    return end > text.startIndex ? end : endOfScalars(of: text, longest)
  }

  private static func endOfScalars(of text: String, _ longest: Int) -> String.Index {
    var units = 0
    var end = text.startIndex
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      if units > longest { break }
      text.unicodeScalars.formIndex(after: &end)
    }
    return end
  }
}
