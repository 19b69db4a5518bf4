/// Finds the names of one article in its text. Made for few names: a filter over the first two
/// letters refuses nearly all places.
struct NameFinder: Sendable {
  private struct Name: Sendable {
    var letters: [UInt32]
    var index: Int
  }

  private static let bits = 1 << 14

  private var filter = [UInt64](repeating: 0, count: bits / 64)
  /// By the first two letters, longest first.
  private var names: [UInt64: [Name]] = [:]

  init(_ list: [String]) {
    for (index, name) in list.enumerated() {
      let letters = name.unicodeScalars.map(\.value)
      guard letters.count > 1 else { continue }
      let bit = Self.bit(letters[0], letters[1])
      filter[bit / 64] |= 1 << UInt64(bit % 64)
      let pair = UInt64(letters[0]) << 32 | UInt64(letters[1])
      names[pair, default: []].append(Name(letters: letters, index: index))
    }
    for pair in names.keys where names[pair, default: []].count > 1 {
      names[pair, default: []].sort { $0.letters.count > $1.letters.count }
    }
  }

  private static func bit(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B)) >> 12 & (bits - 1)
  }

  /// The longest name that begins at a place: its index in the list, and its letters.
  func longestName(at place: Int, in scalars: [UInt32]) -> (index: Int, count: Int)? {
    guard place + 1 < scalars.count else { return nil }
    let bit = Self.bit(scalars[place], scalars[place + 1])
    guard filter[bit / 64] & 1 << UInt64(bit % 64) != 0,
      let known = names[UInt64(scalars[place]) << 32 | UInt64(scalars[place + 1])]
    else { return nil }
    for name in known where place + name.letters.count <= scalars.count {
      if scalars[place..<place + name.letters.count].elementsEqual(name.letters) {
        return (name.index, name.letters.count)
      }
    }
    return nil
  }
}
