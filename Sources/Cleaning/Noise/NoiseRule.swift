/// One habit of pages that puts lines into an article which are no part of it.
struct NoiseRule: Sendable {
  /// How a line is recognised. Texts are compared with the folded line.
  enum Shape: Sendable {
    case whole([String])
    /// Begins so, in a line of at most so many characters.
    case starts([String], atMost: Int)
    case ends([String], atMost: Int)
    case holds([String], atMost: Int)
    case pattern(LinePattern)
  }

  enum Place: Sendable {
    case anywhere
    /// Among the first three or the last eight lines.
    case edges
  }

  enum Effect: Sendable {
    case drop
    /// The line and all behind it, where no running text follows.
    case cut
    /// The line and all behind it, running text or not, where most of the text stands before.
    case end
  }

  /// `credit.editor`: stable, since `dibao rules` prints it.
  let name: String
  let shape: Shape
  let place: Place
  let effect: Effect
  let examples: [String]
  /// What looks alike and is text.
  let counterexamples: [String]

  init(
    _ name: String, _ shape: Shape, _ place: Place = .anywhere, _ effect: Effect = .drop,
    examples: [String], not counterexamples: [String] = []
  ) {
    self.name = name
    self.shape = shape
    self.place = place
    self.effect = effect
    self.examples = examples
    self.counterexamples = counterexamples
  }

  var phrases: [String] {
    switch shape {
    case .whole(let texts), .starts(let texts, _), .ends(let texts, _), .holds(let texts, _):
      texts.map { $0.filter { $0 != " " } }
    case .pattern: []
    }
  }

  /// Whether a phrase found at this place makes the rule fit.
  func fits(start: Int, end: Int, in line: FoldedLine) -> Bool {
    switch shape {
    case .whole: start == 0 && end == line.bytes.count
    case .starts(_, let most): start == 0 && line.characters <= most
    case .ends(_, let most): end == line.bytes.count && line.characters <= most
    case .holds(_, let most): line.characters <= most
    case .pattern: false
    }
  }
}

/// All rules at once over one line.
struct NoiseMatcher: Sendable {
  static let standard = NoiseMatcher(NoiseRules.all)

  private let rules: [NoiseRule]
  /// The rule of each phrase.
  private let owner: [Int]
  private let finder: PhraseFinder
  private let patterns: [Int]
  /// Longer lines are text for every rule.
  private let longest: Int

  init(_ rules: [NoiseRule]) {
    self.rules = rules
    owner = rules.indices.flatMap { rule in rules[rule].phrases.map { _ in rule } }
    finder = PhraseFinder(rules.flatMap(\.phrases), ignoringCase: false)
    patterns = rules.indices.filter { rules[$0].phrases.isEmpty }
    longest = 400
  }

  /// The first rule of the list that the line fits at such a place; nil for text.
  func rule(for line: FoldedLine, at place: (NoiseRule.Place) -> Bool) -> NoiseRule? {
    guard line.bytes.count <= longest * 3 else { return nil }
    var best = Int.max
    finder.forEachMatch(in: line.bytes[...]) { match in
      let index = owner[match.phrase]
      guard index < best, place(rules[index].place) else { return }
      if rules[index].fits(start: match.start, end: match.end, in: line) { best = index }
    }
    for index in patterns where index < best && place(rules[index].place) {
      if case .pattern(let pattern) = rules[index].shape, pattern.fits(line) { best = index }
    }
    return best == Int.max ? nil : rules[best]
  }
}
