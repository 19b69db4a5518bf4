/// How words in a text are set off: by colours on a terminal that has them, by marks elsewhere.
///
/// Either way what an article brings along cannot steer the terminal: see `safe`.
package struct Ink: Hashable, Sendable {
  let isColoured: Bool

  init(isColoured: Bool) { self.isColoured = isColoured }

  /// NO_COLOR and TERM=dumb ask for marks, as does whatever is no terminal.
  package init(isTerminal: Bool, environment: Environment) {
    isColoured =
      isTerminal && environment.has("TERM") && environment["TERM"] != "dumb"
      && !environment.has("NO_COLOR")
  }

  func person(_ text: String) -> String { set(text, "1;36", "⟦", "⟧") }
  func office(_ text: String) -> String { set(text, "33", "‹", "›") }
  func refused(_ text: String) -> String { isColoured ? set(text, "2", "", "") : text }

  private func set(_ text: String, _ code: String, _ open: String, _ close: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : open + text + close
  }

  /// Control characters, and those that turn the direction of writing, are shown as U+FFFD.
  static func safe(_ text: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text { view.append(steers(scalar) ? "\u{FFFD}" : scalar) }
    return String(view)
  }

  static func safe(_ text: String) -> String { safe(text.unicodeScalars) }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

/// Texts below each other, as wide as a terminal shows them: a Chinese character takes two columns.
enum Columns {
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
  }

  /// The text with spaces behind it up to a width.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(text)))
  }

  /// Rows with their cells below each other, but for the last of each; no column but the last is
  /// made wider than `most`.
  static func aligned(_ rows: [[String]], most: Int = 48) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      min(most, rows.map { column < $0.count - 1 ? width($0[column]) : 0 }.max() ?? 0)
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column < row.count - 1 ? padded(cell, to: widths[column]) : cell
      }.joined(separator: "  ")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
