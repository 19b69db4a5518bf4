import Model
import Reference

/// What deduplication keeps of a text: no more than some 2 kB, whatever its length.
struct Sketch {
  /// How many bins the shingles are dealt into.
  static let bins = 126
  /// How many of the smallest hashes are kept, to measure how much two texts share.
  static let kept = 256

  /// The least hash of each bin: equal in two texts about as often as their shingles are.
  let minima: [UInt32]
  /// The smallest hashes of all, in order.
  let smallest: [UInt32]
  /// How many different shingles the text has.
  let shingles: Int
  /// Stands for the whole text, with marks, spaces and forms of characters folded.
  let digest: UInt64
  /// The numbers in the text, and the persons it names, each by a hash, in order.
  let numbers: [UInt32]
  let persons: [UInt32]

  init(_ reading: Reading, folding: Folding) {
    var text: [UInt32] = []
    var numbers: Set<UInt32> = []
    var number: UInt64 = 0
    for scalar in reading.article.text.unicodeScalars {
      let code = folding.folded(scalar.value)
      if Self.isDigit(code) {
        number = Self.mixed(number &* 31 &+ UInt64(code) &+ 1)
      } else if number != 0 {
        numbers.insert(UInt32(truncatingIfNeeded: number))
        number = 0
      }
      if Self.isLetter(code) { text.append(code) }
    }
    self.numbers = numbers.sorted()
    persons = Set(reading.mentions.map { Self.hash($0.personName) }).sorted()
    digest = text.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let hashes = Set(Self.shingles(of: text))
    shingles = hashes.count
    smallest = Array(hashes.sorted().prefix(Self.kept))
    minima = Self.minima(of: hashes)
  }

  private static func isDigit(_ code: UInt32) -> Bool { (0x30...0x39).contains(code) }

  private static func isLetter(_ code: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(code) || (0x3400...0x4DBF).contains(code) || isDigit(code)
      || (0x41...0x5A).contains(code) || (0x61...0x7A).contains(code)
  }

  /// The finaliser of MurmurHash3: equal bits in, equal bits out, on every machine.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value &*= 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value &*= 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }

  private static func hash(_ text: String) -> UInt32 {
    var value: UInt64 = 0
    for byte in text.utf8 { value = mixed(value &* 257 &+ UInt64(byte) &+ 1) }
    return UInt32(truncatingIfNeeded: value)
  }

  /// Five characters at each place; a shorter text is one shingle.
  private static func shingles(of text: [UInt32]) -> [UInt32] {
    guard text.count >= 5 else {
      return [UInt32(truncatingIfNeeded: text.reduce(0) { mixed($0 &* 31 &+ UInt64($1)) })]
    }
    return (0...text.count - 5).map { start in
      var value: UInt64 = 0
      for code in text[start..<start + 5] { value = value &* 0x1_0001 &+ UInt64(code) }
      return UInt32(truncatingIfNeeded: mixed(value))
    }
  }

  /// One permutation: each hash falls into one bin. An empty bin borrows from the next that is not
  /// (Shrivastava and Li, 2014), so that short texts are compared as well.
  private static func minima(of hashes: Set<UInt32>) -> [UInt32] {
    var minima = [UInt32](repeating: .max, count: bins)
    for hash in hashes {
      let bin = Int(UInt64(hash) * UInt64(bins) >> 32)
      let value = UInt32(truncatingIfNeeded: mixed(UInt64(hash)))
      minima[bin] = min(minima[bin], value)
    }
    guard minima.contains(where: { $0 != .max }) else { return minima }
    var filled = minima
    for bin in 0..<bins where minima[bin] == .max {
      var step = 1
      while minima[(bin + step) % bins] == .max { step += 1 }
      filled[bin] = minima[(bin + step) % bins] &+ UInt32(step) &* 0x9E37_79B9
    }
    return filled
  }

  // MARK: comparing

  /// The Jaccard similarity of the shingles of two texts, from their smallest hashes.
  func similarity(with other: Sketch) -> Double {
    var shared = 0
    var seen = 0
    var (a, b) = (0, 0)
    let limit = min(Self.kept, max(smallest.count, other.smallest.count))
    while seen < limit, a < smallest.count || b < other.smallest.count {
      let left = a < smallest.count ? smallest[a] : .max
      let right = b < other.smallest.count ? other.smallest[b] : .max
      if left == right, a < smallest.count, b < other.smallest.count { shared += 1 }
      if left <= right { a += 1 }
      if right <= left { b += 1 }
      seen += 1
    }
    return seen == 0 ? 0 : Double(shared) / Double(seen)
  }

  /// The share of the shorter text that the longer holds, of two texts of a similarity.
  func containment(with other: Sketch, similarity: Double) -> Double {
    let both = similarity / (1 + similarity) * Double(shingles + other.shingles)
    return min(1, both / Double(max(1, min(shingles, other.shingles))))
  }

  /// The share of the smaller of two sorted sets that the other holds; 1 where it is empty.
  static func shared(_ a: [UInt32], _ b: [UInt32]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 1 }
    let other = Set(b)
    let count = a.reduce(0) { $0 + (other.contains($1) ? 1 : 0) }
    return Double(count) / Double(min(a.count, b.count))
  }
}
