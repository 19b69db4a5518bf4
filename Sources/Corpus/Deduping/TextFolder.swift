import Reference

/// Folds a text to what a reprint keeps: letters, digits and characters, in one width, one case
/// and one script. Space, punctuation and symbols go.
struct TextFolder: Sendable {
  /// For each scalar of the BMP the one that stands for it, 0 for those that go.
  private let table: [UInt16]

  init(_ folding: Folding) {
    let letters = Self.letters
    table = (0...UInt32(UInt16.max)).map { code in
      let folded = Int(folding.folded(code))
      return folded < letters.count ? letters[folded] : 0
    }
  }

  /// For each scalar of the BMP its small letter, or itself where it is a letter or a number without
  /// one; 0 for all others.
  private static let letters: [UInt16] = (0...UInt16.max).map { code in
    switch code {
    // Characters and syllables that have no case: asking for the properties of each takes longer
    // than reading a small corpus.
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return code
    // Surrogates, and what is for private use.
    case 0xD800...0xF8FF: return 0
    default:
      guard let scalar = Unicode.Scalar(code) else { return 0 }
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { return 0 }
      let lower = properties.lowercaseMapping.unicodeScalars
      return UInt16(exactly: (lower.count == 1 ? lower.first ?? scalar : scalar).value) ?? 0
    }
  }

  func folded(_ text: String) -> [UInt32] {
    var folded: [UInt32] = []
    folded.reserveCapacity(text.utf8.count / 3)
    for scalar in text.unicodeScalars {
      let code = self.folded(scalar)
      if code != 0 { folded.append(code) }
    }
    return folded
  }

  /// What stands for a scalar; 0 for one that goes.
  @inline(__always)
  func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.value < 1 << 16 { return UInt32(table[Int(scalar.value)]) }
    return (0x20000..<0x40000).contains(scalar.value) ? scalar.value : 0
  }
}

/// 64-bit hashes that are the same in every run and on every machine.
enum StableHash {
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// One step of a hash over numbers.
  @inline(__always)
  static func step(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0xFF51_AFD7_ED55_8CCD ^ (hash >> 29)
  }

  /// Spreads a hash over all its bits (the finish of SplitMix64).
  @inline(__always)
  static func mix(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  static func of(_ values: some Sequence<UInt32>) -> UInt64 {
    mix(values.reduce(seed, step))
  }
}
