/// The minima of a fingerprint.
typealias Sketch = InlineArray<128, UInt32>

extension Fingerprint {
  var sketch: Sketch { Sketch { minima[$0] } }
}

/// A byte of each minimum of a sketch: enough to tell texts with little in common from copies.
struct Signature: BitwiseCopyable {
  fileprivate let bytes: InlineArray<4, SIMD32<UInt8>>

  init(_ sketch: Sketch) {
    bytes = InlineArray { part in
      var bytes = SIMD32<UInt8>()
      for lane in 0..<32 { bytes[lane] = UInt8(truncatingIfNeeded: sketch[part * 32 + lane]) }
      return bytes
    }
  }

  fileprivate func agreeing(_ other: Signature) -> Int {
    var agreeing = SIMD32<UInt8>()
    for part in bytes.indices {
      agreeing.replace(with: agreeing &+ 1, where: bytes[part] .== other.bytes[part])
    }
    var sum = 0
    for lane in 0..<32 { sum += Int(agreeing[lane]) }
    return sum
  }
}

/// Half a byte of each minimum of a sketch, of which a million fit into memory. What a signature takes
/// for alike, its glimpse does.
struct Glimpse: BitwiseCopyable {
  private let words: InlineArray<8, UInt64>

  init(_ signature: Signature) {
    words = InlineArray { word in
      var bits: UInt64 = 0
      for place in word * 16..<word * 16 + 16 {
        bits = bits << 4 | UInt64(signature.bytes[place / 32][place % 32] & 15)
      }
      return bits
    }
  }

  fileprivate func agreeing(_ other: Glimpse) -> Int {
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

/// Which pairs of texts are worth a comparison, by a part of their minima: all but one in some
/// thousand of those that are just as alike as is asked, which is less than their bands miss, all of
/// those that are more alike, and few of those that are not.
struct SketchRule: Sendable {
  private let bytes: Agreement
  private let halves: Agreement

  init(_ similarity: Double) {
    bytes = Agreement(similarity, values: 256)
    halves = Agreement(similarity, values: 16)
  }

  /// - Parameter shorter: the length of the shorter text, in characters.
  func mayBeAlike(_ one: Signature, _ other: Signature, shorter: Int) -> Bool {
    mayBeAlike(Glimpse(one), Glimpse(other), shorter: shorter)
      && mayStillBeAlike(one, other, shorter: shorter)
  }

  /// As above, of two whose glimpses were looked at before.
  func mayStillBeAlike(_ one: Signature, _ other: Signature, shorter: Int) -> Bool {
    bytes.isEnough(one.agreeing(other), shorter: shorter)
  }

  func mayBeAlike(_ one: Glimpse, _ other: Glimpse, shorter: Int) -> Bool {
    halves.isEnough(one.agreeing(other), shorter: shorter)
  }

  /// How many parts agree at the least, by the length of the shorter text.
  private struct Agreement {
    private let least: [Int]

    /// In characters: too short to tell; and so long that all minima are filled.
    private static let shortest = 80
    private static let longest = 1024
    private static let step = 16
    private static let deviations = 3.0

    /// `values` are those that a part of a minimum may have: so many agree by chance. A text of few
    /// shingles leaves minima empty, which are filled with copies of others, and tell nothing new.
    init(_ similarity: Double, values: Double) {
      let share = similarity + (1 - similarity) / values
      let count = Double(Fingerprint.minimaCount)
      var empty = count
      least = (0...Self.longest / Self.step).map { number in
        let filled = max(1, count - empty)
        for _ in 0..<Self.step { empty *= 1 - 1 / count }
        let deviation = count * (share * (1 - share) / filled).squareRoot()
        return Int((count * share - Self.deviations * deviation).rounded(.down))
      }
    }

    func isEnough(_ agreeing: Int, shorter: Int) -> Bool {
      shorter < Self.shortest || agreeing >= least[min(shorter, Self.longest) / Self.step]
    }
  }
}
