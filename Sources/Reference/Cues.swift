/// A word that tells the reader something about the words around it: a verb that gives an office,
/// the ending of a body, a department. `cues.tsv` lists them, its README says what each kind is.
package struct Cue: Hashable, Sendable {
  package let kind: String
  package let form: String
  package let value: String

  static func all(_ table: TableReader) -> [Cue] {
    var all: [Cue] = []
    table.forEachRow { all.append(Cue(kind: $0[0], form: $0[1], value: $0[2])) }
    return all
  }
}

/// Folds the characters that are printed in several ways, one for one: full-width letters and
/// digits, kinds of middle dot, traditional characters.
package struct Folding: Sendable {
  /// By BMP code.
  package let table: [UInt16]

  /// Folds widths and dots, and leaves traditional characters as they are.
  package static let widths = Folding()

  private init() {
    var table = (0...UInt16.max).map { $0 }
    for code in Array(0xFF10...0xFF19) + Array(0xFF21...0xFF3A) + Array(0xFF41...0xFF5A) {
      table[code] = UInt16(code - 0xFEE0)
    }
    for dot in [0x2022, 0x30FB, 0x2027, 0x2219, 0xFF0E, 0xFF65] { table[dot] = 0xB7 }
    self.table = table
  }

  init(_ traditional: TableReader) {
    var table = Self.widths.table
    traditional.forEachRow { row in
      if let from = row.code(0), let to = row.code(1) { table[Int(from)] = to }
    }
    self.table = table
  }

  /// The scalar that stands for this one; scalars outside the BMP stand for themselves.
  package func folded(_ scalar: UInt32) -> UInt32 {
    scalar < 1 << 16 ? UInt32(table[Int(scalar)]) : scalar
  }

  /// Whether a text holds a traditional character that has a simplified form.
  package func holdsTraditional(_ text: String) -> Bool {
    text.unicodeScalars.contains { isTraditional($0.value) }
  }

  /// Whether a character is a traditional one that has a simplified form.
  package func isTraditional(_ scalar: UInt32) -> Bool {
    scalar >= 0x3400 && scalar < 1 << 16 && UInt32(table[Int(scalar)]) != scalar
  }
}
