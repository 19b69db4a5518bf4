/// A pattern for paths, as in `include` and `exclude`.
///
/// | pattern | stands for |
/// |---|---|
/// | `?` | one character, not `/` |
/// | `*` | any run of characters, not `/` |
/// | `**/` | any number of folders, also none |
/// | `/**` at the end | everything below |
/// | `[a-z]` `[!a-z]` | one character of these, or none of these |
/// | `{html,md}` | one of these, each a pattern |
/// | `\*` | the character itself |
///
/// A pattern without `/` is held against the name alone, in whatever folder: `*.html`. One with
/// `/` is held against the whole path below the input: `2024/*.html`, `/*.html` for the top only.
/// One that ends in `/` is for folders only. Case counts. Matching takes time in proportion to
/// pattern and path, whatever the pattern.
package struct Glob: Sendable {
  /// Why a text is not a pattern.
  package struct Problem: Error, Equatable, Sendable {
    package enum Reason: String, Sendable {
      case empty = "the pattern is empty"
      case openBracket = "[ without ]"
      case openBrace = "{ without }"
      case closingBrace = "} without {; write \\} for the character"
      case trailingBackslash = "\\ with nothing after it"
      case reversedRange = "a range that runs backwards"
      case tooMany = "more than 1,000 alternatives"
    }

    package let reason: Reason
    /// Where, in Unicode scalars from 0.
    package let position: Int
  }

  enum Token: Hashable, Sendable {
    case scalar(UInt32)
    case any
    case set([ClosedRange<UInt32>], negated: Bool)
    /// A run of `*` as written; none is left in a finished pattern.
    case stars(Int)
    case star
    /// `**/`
    case folders
    /// `**` at the end.
    case rest
  }

  struct Alternative: Hashable, Sendable {
    var tokens: [Token]
    var isForFolders: Bool
  }

  let alternatives: [Alternative]

  package init(_ pattern: String) throws(Problem) {
    guard !pattern.isEmpty else { throw Problem(reason: .empty, position: 0) }
    var parser = GlobParser(pattern)
    alternatives = try parser.alternatives().map(Self.finished)
  }

  /// For a path below an input, as text.
  package func matches(_ path: String, isFolder: Bool = false) -> Bool {
    matches(GlobPath(Array(path.utf8)), isFolder: isFolder, hidden: true)
  }

  /// With `hidden` false, only a dot that is written in the pattern stands for the dot at the
  /// start of a hidden name.
  func matches(_ path: GlobPath, isFolder: Bool, hidden: Bool) -> Bool {
    alternatives.contains { alternative in
      (isFolder || !alternative.isForFolders)
        && Self.matches(alternative.tokens, path.scalars, hidden: hidden)
    }
  }

  /// True if a hidden name is spelt out somewhere: `.cache/**`.
  var namesHidden: Bool {
    alternatives.contains { alternative in
      var atStart = true
      for token in alternative.tokens {
        if atStart, token == .scalar(Self.dot) { return true }
        atStart = token == .folders || token == .scalar(Self.slash)
      }
      return false
    }
  }
}

/// A path as the scalars that patterns are held against; a byte that is not UTF-8 is one of its
/// own, which only wildcards stand for.
struct GlobPath {
  let scalars: [UInt32]

  init(_ bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      scalars = text.unicodeScalars.map(\.value)
    } else {
      scalars = bytes.map { $0 < 0x80 ? UInt32($0) : 0x110000 + UInt32($0) }
    }
  }
}

extension Glob {
  static let slash: UInt32 = 0x2F
  static let dot: UInt32 = 0x2E

  /// Gives runs of stars their meaning by what stands beside them, and an unanchored pattern the
  /// folders before it.
  private static func finished(_ raw: [Token]) -> Alternative {
    var raw = raw[...]
    let isForFolders = raw.count > 1 && raw.last == .scalar(slash)
    if isForFolders { raw.removeLast() }
    let isAnchored = raw.contains(.scalar(slash))
    if raw.first == .scalar(slash) { raw.removeFirst() }
    var tokens: [Token] = isAnchored ? [] : [.folders]
    while let token = raw.popFirst() {
      guard case .stars(let count) = token else {
        tokens.append(token)
        continue
      }
      let opens = tokens.isEmpty || tokens.last == .scalar(slash) || tokens.last == .folders
      switch (count >= 2 && opens, raw.first) {
      case (true, nil): tokens.append(.rest)
      case (true, .scalar(slash)):
        raw.removeFirst()
        tokens.append(.folders)
      default: tokens.append(.star)
      }
    }
    return Alternative(tokens: tokens, isForFolders: isForFolders)
  }

  /// Walks all places of the pattern at once, one scalar of the path after another.
  private static func matches(_ tokens: [Token], _ path: [UInt32], hidden: Bool) -> Bool {
    var places = [Bool](repeating: false, count: tokens.count + 1)
    places[0] = true
    var atStart = true
    spread(&places, tokens, atStart)
    for scalar in path {
      let free = scalar != dot || !atStart || hidden
      places = step(places, tokens, scalar, wildcards: free)
      atStart = scalar == slash
      spread(&places, tokens, atStart)
    }
    return places[tokens.count]
  }

  /// Lets what may stand for nothing stand for nothing.
  private static func spread(_ places: inout [Bool], _ tokens: [Token], _ atStart: Bool) {
    for (index, token) in tokens.enumerated() where places[index] {
      switch token {
      case .star, .stars, .rest: places[index + 1] = true
      case .folders: if atStart { places[index + 1] = true }
      case .scalar, .any, .set: continue
      }
    }
  }

  private static func step(
    _ places: [Bool], _ tokens: [Token], _ scalar: UInt32, wildcards: Bool
  ) -> [Bool] {
    var next = [Bool](repeating: false, count: places.count)
    for (index, token) in tokens.enumerated() where places[index] {
      switch token {
      case .scalar(let wanted): if wanted == scalar { next[index + 1] = true }
      case .any: if wildcards, scalar != slash { next[index + 1] = true }
      case .set(let ranges, let negated):
        let isIn = ranges.contains { $0.contains(scalar) }
        if wildcards, scalar != slash, isIn != negated { next[index + 1] = true }
      case .star, .stars: if wildcards, scalar != slash { next[index] = true }
      case .folders, .rest: if wildcards { next[index] = true }
      }
    }
    return next
  }
}
