/// The minima of a fingerprint.
typealias Sketch = InlineArray<128, UInt32>

extension Fingerprint {
  var sketch: Sketch { Sketch { minima[$0] } }
}

/// A byte of each minimum of a sketch: enough to tell texts with little in common from copies.
struct Signature: BitwiseCopyable {
  fileprivate let words: InlineArray<16, UInt64>

  init(_ sketch: Sketch) {
    words = InlineArray { word in
      var bits: UInt64 = 0
      for place in word * 8..<word * 8 + 8 { bits = bits << 8 | UInt64(sketch[place] & 0xFF) }
      return bits
    }
  }

  fileprivate func agreeing(_ other: Signature) -> Int {
    var differing: UInt64 = 0
    for word in words.indices {
      var bits = words[word] ^ other.words[word]
      bits |= bits >> 4
      bits |= bits >> 2
      bits |= bits >> 1
      differing += bits & 0x0101_0101_0101_0101
    }
    return Fingerprint.minimaCount - sum(ofBytes: differing)
  }
}

/// Half a byte of each minimum of a sketch, of which a million fit into memory. What a signature takes
/// for alike, its glimpse does.
struct Glimpse: BitwiseCopyable {
  private let words: InlineArray<8, UInt64>

  init(_ signature: Signature) {
    words = InlineArray { word in
      let (one, other) = (signature.words[word * 2], signature.words[word * 2 + 1])
      return one & 0x0F0F_0F0F_0F0F_0F0F | (other & 0x0F0F_0F0F_0F0F_0F0F) << 4
    }
  }

  fileprivate func agreeing(_ other: Glimpse) -> Int {
    var differing: UInt64 = 0
    for word in words.indices {
      var bits = words[word] ^ other.words[word]
      bits |= bits >> 2
      bits |= bits >> 1
      // Each half a byte counts to eight at the most.
      differing += bits & 0x1111_1111_1111_1111
    }
    let bytes = differing & 0x0F0F_0F0F_0F0F_0F0F + differing >> 4 & 0x0F0F_0F0F_0F0F_0F0F
    return Fingerprint.minimaCount - sum(ofBytes: bytes)
  }
}

/// Of a word whose bytes are no more than a byte together.
private func sum(ofBytes word: UInt64) -> Int { Int((word &* 0x0101_0101_0101_0101) >> 56) }

/// Which pairs of texts are worth a comparison, by a part of their minima: all but one in some
/// thousand of those that are just as alike as is asked, which is less than their bands miss, all of
/// those that are more alike, and few of those that are not.
struct SketchRule: Sendable {
  private let bytes: Agreement
  private let halves: Agreement

  init(_ options: DedupeOptions) {
    bytes = Agreement(options, values: 256)
    halves = Agreement(options, values: 16)
  }

  /// - Parameter counts: how many different shingles each of the two texts has.
  func mayBeAlike(_ one: Signature, _ other: Signature, counts: (Int32, Int32)) -> Bool {
    mayBeAlike(Glimpse(one), Glimpse(other), counts: counts)
      && mayStillBeAlike(one, other, counts: counts)
  }

  /// As above, of two whose glimpses were looked at before.
  func mayStillBeAlike(_ one: Signature, _ other: Signature, counts: (Int32, Int32)) -> Bool {
    bytes.isEnough(one.agreeing(other), counts)
  }

  func mayBeAlike(_ one: Glimpse, _ other: Glimpse, counts: (Int32, Int32)) -> Bool {
    halves.isEnough(one.agreeing(other), counts)
  }

  /// How many parts agree at the least, by the shingles of the shorter text and by how many times
  /// those of the longer they are.
  private struct Agreement {
    private let least: [Int]

    /// In shingles: too few to tell; and so many that all minima are filled.
    private static let fewest = 80
    private static let most = 1024
    private static let step = 16
    private static let ratios = 16
    private static let deviations = 3.0

    /// `values` are those that a part of a minimum may have: so many agree by chance. A text of few
    /// shingles leaves minima empty, which are filled with copies of others, and tell nothing new.
    init(_ options: DedupeOptions, values: Double) {
      let count = Double(Fingerprint.minimaCount)
      var empty = count
      least = (0...Self.most / Self.step).flatMap { _ in
        let filled = max(1, count - empty)
        for _ in 0..<Self.step { empty *= 1 - 1 / count }
        return (0...Self.ratios).map { ratio in
          let similarity = Self.similarity(options, Double(ratio) / Double(Self.ratios))
          let share = similarity + (1 - similarity) / values
          let deviation = count * (share * (1 - share) / filled).squareRoot()
          return Int((count * share - Self.deviations * deviation).rounded(.down))
        }
      }
    }

    /// How alike two texts are at the least of which one has so many times the shingles of the other:
    /// where enough of the shorter stands in the longer, and both are of one length, they are more
    /// alike than is asked of any two.
    private static func similarity(_ options: DedupeOptions, _ ratio: Double) -> Double {
      let shared = options.containment * ratio
      return max(options.similarity, shared / (1 + ratio - shared))
    }

    func isEnough(_ agreeing: Int, _ counts: (Int32, Int32)) -> Bool {
      let (shorter, longer) = (Int(min(counts.0, counts.1)), Int(max(counts.0, counts.1)))
      if shorter < Self.fewest { return true }
      let row = min(shorter, Self.most) / Self.step
      return agreeing >= least[row * (Self.ratios + 1) + shorter * Self.ratios / longer]
    }
  }
}
