/// The minima of a fingerprint.
typealias Sketch = InlineArray<128, UInt32>

extension Fingerprint {
  var sketch: Sketch { Sketch { minima[$0] } }
}

/// A byte of each minimum of a sketch: enough to tell texts with little in common from copies.
struct Signature: BitwiseCopyable {
  fileprivate let bytes: InlineArray<128, UInt8>

  init(_ sketch: Sketch) {
    bytes = InlineArray { UInt8(truncatingIfNeeded: sketch[$0]) }
  }

  /// A sketch of 128 minima gives the similarity of two texts within 0.04, two times out of three: of
  /// pairs at the limit of 0.29 one in some ten thousand has less than half of it. Short texts fill
  /// half of the minima, and are given up later; the shortest too few to tell.
  func mayBeAlike(_ other: Signature, _ similarity: Double, shorter: Int) -> Bool {
    guard shorter >= Self.shortest else { return true }
    guard
      Glimpse(self).mayBeAlike(Glimpse(other), Glimpse.Least(similarity), shorter: shorter)
    else { return false }
    var agreeing = 0
    for place in bytes.indices where bytes[place] == other.bytes[place] { agreeing += 1 }
    let share = shorter >= Self.longEnough ? 0.45 : 0.25
    return Double(agreeing) >= share * similarity * Double(Fingerprint.minimaCount)
  }

  // In characters.
  fileprivate static let shortest = 80
  fileprivate static let longEnough = 300
}

/// Half a byte of each minimum of a sketch, of which a million fit into memory. What a signature takes
/// for alike, its glimpse does.
struct Glimpse: BitwiseCopyable {
  private let words: InlineArray<8, UInt64>

  init(_ signature: Signature) {
    words = InlineArray { word in
      var bits: UInt64 = 0
      for place in word * 16..<word * 16 + 16 {
        bits = bits << 4 | UInt64(signature.bytes[place] & 15)
      }
      return bits
    }
  }

  /// How many halves must agree at the least, for texts to be as alike as is asked.
  struct Least {
    fileprivate let long: Int
    fileprivate let short: Int

    /// Of two texts of that similarity, one half in sixteen of the other minima agrees by chance. One
    /// pair in ten thousand has so few as 3.7 standard deviations below what is expected.
    init(_ similarity: Double) {
      let share = similarity + (1 - similarity) / 16
      let count = Double(Fingerprint.minimaCount)
      let deviation = (count * share * (1 - share)).squareRoot()
      long = Int((count * share - 3.7 * deviation).rounded(.down))
      // Short texts leave minima empty, which are filled with copies of others.
      short = Int((count * share - 5.5 * deviation).rounded(.down))
    }
  }

  func mayBeAlike(_ other: Glimpse, _ least: Least, shorter: Int) -> Bool {
    guard shorter >= Signature.shortest else { return true }
    return agreeing(other) >= (shorter >= Signature.longEnough ? least.long : least.short)
  }

  private func agreeing(_ other: Glimpse) -> Int {
    var differing = 0
    for word in words.indices {
      var bits = words[word] ^ other.words[word]
      bits |= bits >> 2
      bits |= bits >> 1
      differing += (bits & 0x1111_1111_1111_1111).nonzeroBitCount
    }
    return Fingerprint.minimaCount - differing
  }
}
