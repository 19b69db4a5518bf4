/// Reads the text of a `Glob`: braces are multiplied out on the way.
struct GlobParser {
  private let scalars: [UInt32]
  private var position = 0

  private static let mostAlternatives = 1000

  init(_ pattern: String) {
    scalars = pattern.unicodeScalars.map(\.value)
  }

  mutating func alternatives() throws(Glob.Problem) -> [[Glob.Token]] {
    try sequence(inBraces: false)
  }

  private var next: UInt32? { position < scalars.count ? scalars[position] : nil }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == character.value else { return false }
    position += 1
    return true
  }

  /// Up to the end, or in braces up to the `,` or `}` that ends the part.
  private mutating func sequence(inBraces: Bool) throws(Glob.Problem) -> [[Glob.Token]] {
    var results: [[Glob.Token]] = [[]]
    while let scalar = next {
      let start = position
      if inBraces, scalar == Self.comma || scalar == Self.closingBrace { break }
      let parts = try part()
      guard results.count * parts.count <= Self.mostAlternatives else {
        throw Glob.Problem(reason: .tooMany, position: start)
      }
      results = results.flatMap { head in parts.map { head + $0 } }
    }
    return results
  }

  /// One character, wildcard, set, or group in braces.
  private mutating func part() throws(Glob.Problem) -> [[Glob.Token]] {
    let start = position
    if skip("{") { return try group(from: start) }
    if skip("[") { return [[try set(from: start)]] }
    if skip("?") { return [[.any]] }
    if skip("}") { throw Glob.Problem(reason: .closingBrace, position: start) }
    if skip("*") {
      while skip("*") { continue }
      return [[.stars(position - start)]]
    }
    return [[.scalar(try character())]]
  }

  private mutating func group(from start: Int) throws(Glob.Problem) -> [[Glob.Token]] {
    var results: [[Glob.Token]] = []
    repeat {
      results += try sequence(inBraces: true)
    } while skip(",")
    guard skip("}") else { throw Glob.Problem(reason: .openBrace, position: start) }
    guard results.count <= Self.mostAlternatives else {
      throw Glob.Problem(reason: .tooMany, position: start)
    }
    return results
  }

  /// A `]` that comes first is one of the set: `[]a]`.
  private mutating func set(from start: Int) throws(Glob.Problem) -> Glob.Token {
    let negated = skip("!") || skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    while next != nil, next != Self.closingBracket || ranges.isEmpty {
      let place = position
      let low = try character()
      var high = low
      if next == Self.hyphen, position + 1 < scalars.count,
        scalars[position + 1] != Self.closingBracket
      {
        position += 1
        high = try character()
      }
      guard low <= high else { throw Glob.Problem(reason: .reversedRange, position: place) }
      ranges.append(low...high)
    }
    guard skip("]") else { throw Glob.Problem(reason: .openBracket, position: start) }
    return .set(ranges, negated: negated)
  }

  /// The next character as it stands, or the one after a backslash.
  private mutating func character() throws(Glob.Problem) -> UInt32 {
    let start = position
    let isEscaped = skip("\\")
    guard let scalar = next else {
      throw Glob.Problem(
        reason: isEscaped ? .trailingBackslash : .openBracket, position: start)
    }
    position += 1
    return scalar
  }

  private static let comma: UInt32 = 0x2C
  private static let hyphen: UInt32 = 0x2D
  private static let closingBracket: UInt32 = 0x5D
  private static let closingBrace: UInt32 = 0x7D
}
