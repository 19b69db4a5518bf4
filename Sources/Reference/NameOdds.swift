/// How much likelier a character is in each place of a name than in the same place of anything
/// else, in tenths of a nat: as surname, as first and second of two, as only character of a given
/// name, and in a name written by its sound.
package struct NameLetterOdds: Hashable, Sendable {
  package let surname: Int
  package let first: Int
  package let second: Int
  package let single: Int
  package let foreign: Int

  /// What holds for a character that no table has.
  package static let unknown = NameLetterOdds(
    surname: 0, first: -10, second: -10, single: -15, foreign: -20)

  static func all(_ table: TableReader) -> [(code: UInt16, odds: NameLetterOdds)] {
    var all: [(code: UInt16, odds: NameLetterOdds)] = []
    table.forEachRow { row in
      guard let code = row.code(0), let surname = Int(row[1]), let first = Int(row[2]),
        let second = Int(row[3]), let single = Int(row[4]), let foreign = Int(row[5])
      else { return }
      let odds = NameLetterOdds(
        surname: surname, first: first, second: second, single: single, foreign: foreign)
      all.append((code, odds))
    }
    return all
  }
}

/// What the neighbours of a name are worth, in tenths of a nat: for characters, and for the classes
/// of neighbours, which `train-names` writes in angle brackets.
package struct NameEdges: Sendable {
  package let letters: [(code: UInt16, before: Int, after: Int)]
  private let before: [String: Int]
  private let after: [String: Int]

  init(_ table: TableReader) {
    var letters: [(code: UInt16, before: Int, after: Int)] = []
    var classes: (before: [String: Int], after: [String: Int]) = ([:], [:])
    table.forEachRow { row in
      guard let before = Int(row[1]), let after = Int(row[2]) else { return }
      let form = row[0]
      if form.utf8.first == 0x3C {
        classes.before[form] = before
        classes.after[form] = after
      } else if let code = row.code(0) {
        letters.append((code, before, after))
      }
    }
    self.letters = letters
    (before, after) = classes
  }

  /// The weight of a class of what stands before a name or lies across it.
  package func before(_ name: String) -> Int { before["<" + name + ">"] ?? 0 }
  package func after(_ name: String) -> Int { after["<" + name + ">"] ?? 0 }
}
