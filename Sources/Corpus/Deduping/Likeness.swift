import Model

/// How two documents compare, and whether they are one article.
struct Likeness: Sendable {
  enum Verdict: Hashable, Sendable {
    case same
    /// The same words about something else: never one article, whatever else links the two.
    case template
    case different
  }

  let similarity: Double
  let containment: Double
  private let a: DocumentNote
  private let b: DocumentNote

  init(_ a: DocumentNote, _ b: DocumentNote) {
    (similarity, containment) = a.fingerprint.overlap(b.fingerprint)
    self.a = a
    self.b = b
  }

  /// A text that is short enough for two persons to be all that it is about.
  private static let shortText = 400

  /// The gold's reprints begin at a similarity of 0.31, its reports of one event end at 0.27.
  static func isWorthALook(
    _ overlap: (similarity: Double, containment: Double), _ options: DedupeOptions
  ) -> Bool {
    overlap.similarity >= options.similarity && overlap.containment >= options.containment
  }

  func verdict(_ options: DedupeOptions) -> Verdict {
    guard Self.isWorthALook((similarity, containment), options), shorter >= Deduper.tellingLength
    else { return .different }
    let numbers = a.fingerprint.numbers.agreement(with: b.fingerprint.numbers)
    if isTemplate(numbers) { return .template }
    if let days, days > options.days, !isLongAndUnchanged(numbers) { return .different }
    return .same
  }

  private var days: Int? { a.day.flatMap { day in b.day.map { abs(day - $0) } } }
  private var shorter: Int { min(a.fingerprint.length, b.fingerprint.length) }

  private var namesDiffer: Bool {
    Self.eachHasOwn(a.titleStates, b.titleStates)
      || shorter < Self.shortText && Self.personsDiffer(a.names, b.names)
  }

  /// Numbers between the same words that differ, or names. Measured on 158 labelled pairs: of 58
  /// reprints none has a differing number between the same eight characters, of 19 templates above
  /// the similarity of 0.29 all but four have, and those four lie a week or more apart or differ
  /// in the country.
  private func isTemplate(_ numbers: NumberContexts.Agreement) -> Bool {
    let (different, all) = (Double(numbers.different), Double(numbers.same + numbers.different))
    if different >= 1, different > 0.15 * all { return true }
    if different >= 2, different > 0.04 * all { return true }
    if let days, days >= 3, min(numbers.onlyMine, numbers.onlyOther) >= 2,
      numbers.shared < min(numbers.onlyMine, numbers.onlyOther)
    {
      return true
    }
    return similarity < 0.95 && namesDiffer
  }

  /// An essay that is printed again months later.
  private func isLongAndUnchanged(_ numbers: NumberContexts.Agreement) -> Bool {
    similarity >= 0.8 && shorter >= Self.shortText && numbers.different == 0
  }

  private static func eachHasOwn(_ a: [Int32], _ b: [Int32]) -> Bool {
    a.contains { !b.contains($0) } && b.contains { !a.contains($0) }
  }

  /// Each names persons that the other does not, and these are most of them. Two spellings of one
  /// foreign name share a character (川普, 特朗普) and do not count.
  private static func personsDiffer(_ one: NameList, _ other: NameList) -> Bool {
    let (a, b) = (one.all, other.all)
    let shared = a.filter(b.contains).count
    let mine = a.filter { !b.contains($0) }
    let others = b.filter { !a.contains($0) }
    guard !mine.isEmpty, !others.isEmpty, 2 * shared < min(a.count, b.count) else { return false }
    return !mine.contains { one in
      others.contains { other in one.contains(where: other.contains) }
    }
  }
}
