/// One kind of furniture that stands among the lines of an article, under its own name.
struct NoiseRule: Sendable {
  enum Test: Sendable {
    /// The whole line, spaces aside, is one of these.
    case equals(Set<String>)
    case starts([String])
    case ends([String])
    case contains([String])
    /// Holds one of the first and one of the second.
    case both([String], [String])
    /// A shape that words cannot describe.
    case shape(@Sendable (String) -> Bool)
  }

  enum Effect: Sendable {
    /// The line goes.
    case drop
    /// The line goes with all that follows it, if it stands behind the article's prose.
    case end
  }

  let name: String
  let effect: Effect
  /// Longer lines are never furniture of this kind, whatever they hold.
  let longest: Int
  let tests: [Test]

  init(_ name: String, _ effect: Effect = .drop, longest: Int = 60, _ tests: Test...) {
    self.name = name
    self.effect = effect
    self.longest = longest
    self.tests = tests
  }

  /// `line` is tidy.
  func holds(for line: String) -> Bool { holds(for: NoiseLine(line)) }

  func holds(for line: NoiseLine) -> Bool {
    guard line.length <= longest else { return false }
    return tests.contains { Self.passes($0, line) }
  }

  private static func passes(_ test: Test, _ line: NoiseLine) -> Bool {
    switch test {
    case .equals(let words): words.contains(line.packed)
    case .starts(let words): words.contains { line.start.starts($0) }
    case .ends(let words): words.contains { line.end.ends($0) }
    case .contains(let words): line.text.hasAny(words)
    case .both(let first, let second): line.text.hasAny(first) && line.text.hasAny(second)
    case .shape(let isOne): isOne(line.text)
    }
  }
}

/// A line in the forms that the rules ask for, each made once.
struct NoiseLine: Sendable {
  let text: String
  let length: Int
  /// Without spaces and the marks of buttons at both ends.
  let packed: String
  /// Without opening brackets and bullets.
  let start: String
  /// Without closing brackets.
  let end: String

  init(_ text: String) {
    self.text = text
    length = text.length
    // No rule takes a longer line; the forms of a whole text are not worth making.
    let isShort = length <= NoiseRules.longest
    packed = isShort ? text.packed.trimmed(">》»:：+…|•·-—") : ""
    start = isShort ? text.trimmed("（(【[▲△■●◆▶►*# ") : ""
    end = isShort ? text.trimmed("）)】]。. ") : ""
  }
}
