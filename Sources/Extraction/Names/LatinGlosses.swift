import Model
import Reference

/// Reads what stands in Latin letters in brackets behind a name: 伦达（Anna Renda）.
struct LatinGlosses {
  let passage: Passage

  /// What a gloss says of the letters before it.
  enum Gloss {
    /// Two to five words as a person's name has them.
    case person
    /// One word with a capital.
    case word
    /// Words that no person's name holds: Inc, University.
    case body
  }

  /// The gloss that stands right after a place; nil where none does.
  func gloss(after end: Int) -> Gloss? {
    var place = end
    if passage.scalar(place) == 0x20 { place += 1 }
    guard passage.scalar(place).opensBracket else { return nil }
    place += 1
    var words = 0
    while words < 7 {
      while passage.scalar(place).joinsLatin { place += 1 }
      let start = place
      while passage.scalar(place).isGlossLetter || place > start && passage.scalar(place) == 0x2D {
        place += 1
      }
      guard place > start else { break }
      guard isNamePart(start..<place) else { return .body }
      words += 1
    }
    guard words > 0, words < 6, endsGloss(passage.scalar(place)) else { return nil }
    return words == 1 ? .word : .person
  }

  /// Whether a word may be part of a person's name: a capital, or a particle.
  private func isNamePart(_ range: Range<Int>) -> Bool {
    let first = passage.scalar(range.lowerBound)
    if (0x61...0x7A).contains(first) { return range.count <= 5 && isParticle(range) }
    // WHO: capitals alone are no name.
    if range.count > 2, range.allSatisfy({ passage.scalar($0).isCapital }) { return false }
    return !passage.terms.glossWords.contains(passage.string(range))
  }

  private static let particles: Set<String> = [
    "de", "da", "del", "der", "den", "di", "dos", "du", "van", "von", "bin", "ibn", "al", "el",
    "la", "le", "ul", "y",
  ]

  private func isParticle(_ range: Range<Int>) -> Bool {
    Self.particles.contains(passage.string(range))
  }

  private func endsGloss(_ scalar: UInt32) -> Bool {
    scalar == 0x29 || scalar == 0xFF09 || scalar.isComma
  }

  /// Whether the letters of a stretch, read in pinyin, are those of the gloss behind it: 胡吉（Hu Ji）.
  func spells(_ range: Range<Int>) -> Bool {
    guard let pinyin = passage.terms.almanac.pinyin.name(passage.string(range)) else {
      return false
    }
    var place = range.upperBound
    if passage.scalar(place) == 0x20 { place += 1 }
    place += 1
    var letters: [String] = [""]
    while passage.scalar(place).isLatin || passage.scalar(place).joinsLatin {
      if passage.scalar(place) == 0x20 {
        letters.append("")
      } else if passage.scalar(place).isLatin {
        letters[letters.count - 1] += passage.string(place..<place + 1).lowercased()
      }
      place += 1
    }
    let read = pinyin.lowercased().split(separator: " ").map { $0.filter(\.isLetter) }
    return letters.joined() == read.joined() || letters.joined() == read.reversed().joined()
  }
}

extension UInt32 {
  var opensBracket: Bool { self == 0x28 || self == 0xFF08 }
  fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
  /// A Latin letter, those with marks among them.
  fileprivate var isGlossLetter: Bool { isLatin || (0xC0...0x24F).contains(self) }
  /// What joins the words of a name in Latin letters: spaces, apostrophes, full stops.
  fileprivate var joinsLatin: Bool {
    [0x20, 0x2E, 0x27, 0x2019, 0xA0].contains(self)
  }
}
