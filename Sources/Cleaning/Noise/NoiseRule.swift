/// One kind of furniture that stands among the lines of an article, under its own name.
struct NoiseRule: Sendable {
  enum Test: Sendable {
    /// The whole line, spaces aside, is one of these.
    case equals([String])
    case starts([String])
    case ends([String])
    case contains([String])
    /// Holds one of the first and one of the second.
    case both([String], [String])
    /// Begins with one of the first and ends with one of the second.
    case frame([String], [String])
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
  func holds(for line: String) -> Bool {
    guard line.length <= longest else { return false }
    return tests.contains { Self.passes($0, line) }
  }

  private static func passes(_ test: Test, _ line: String) -> Bool {
    switch test {
    case .equals(let words):
      let packed = line.packed.trimmed(">》»:：+…|•·-—")
      return words.contains(packed)
    case .starts(let words):
      let start = line.trimmed("（(【[▲△■●◆▶►*# ")
      return words.contains { start.starts($0) }
    case .ends(let words):
      let end = line.trimmed("）)】]。. ")
      return words.contains { end.ends($0) }
    case .contains(let words): return line.hasAny(words)
    case .both(let first, let second): return line.hasAny(first) && line.hasAny(second)
    case .frame(let first, let second):
      return first.contains { line.starts($0) } && second.contains { line.ends($0) }
    case .shape(let isOne): return isOne(line)
    }
  }
}
