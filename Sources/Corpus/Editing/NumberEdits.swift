import Model

/// The numbers that differ between a text and its copy.
///
/// Between the same words stands another number: it was changed. A value that stands nowhere in the
/// other text was added or removed. Sentences that are the same in both are not looked at.
struct NumberEdits {
  private let original: EditedText
  private let copy: EditedText
  private let alignment: SentenceAlignment

  /// How many tokens before and after a number are its context, and how many of them two numbers
  /// must share, one of them the measure behind it.
  private static let reach = 8
  private static let leastContext = 4

  init(_ original: EditedText, _ copy: EditedText, _ alignment: SentenceAlignment) {
    self.original = original
    self.copy = copy
    self.alignment = alignment
  }

  func edits() -> [Edit] {
    var edits: [Edit] = []
    /// The numbers, by their token, of which it is told already what became of them.
    var told = (mine: Set<Int>(), others: Set<Int>())
    for (mine, other) in changedPairs() {
      for (from, to) in changed(mine, other) {
        told.mine.insert(from.token)
        told.others.insert(to.token)
        edits.append(edit(.changed, .sameContext, from, to))
      }
    }
    for number in missing(original, copy, alignment.mine, told.mine) {
      edits.append(edit(.removed, .valueAbsent, number, nil))
    }
    for number in missing(copy, original, alignment.others, told.others) {
      edits.append(edit(.added, .valueAbsent, nil, number))
    }
    return edits
  }

  private func edit(
    _ op: Edit.Op, _ rule: EditRule, _ mine: ComparedText.Number?,
    _ other: ComparedText.Number?
  ) -> Edit {
    Edit(
      kind: .number, op: op, rule: rule,
      original: mine.map { original.text.text($0.span) },
      copy: other.map { copy.text.text($0.span) },
      originalPlace: mine.flatMap { original.place(of: $0.span.start) },
      copyPlace: other.flatMap { copy.place(of: $0.span.start) })
  }

  // MARK: changed

  /// The sentences that became one another, in the order of the article.
  private func changedPairs() -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for (mine, fate) in alignment.mine.enumerated() {
      if case .changed(let other) = fate { pairs.append((mine, other)) }
    }
    for (other, fate) in alignment.others.enumerated() {
      if case .changed(let mine) = fate, alignment.mine[mine] != .changed(other) {
        pairs.append((mine, other))
      }
    }
    return pairs
  }

  private struct Match {
    var mine: Int
    var other: Int
    var score: Int
  }

  /// The numbers of two sentences that stand between the same words and differ, the best context
  /// first; none of those whose value the other sentence has as well.
  private func changed(
    _ mine: Int, _ other: Int
  ) -> [(ComparedText.Number, ComparedText.Number)] {
    let (left, right) = (original.text.sentences[mine], copy.text.sentences[other])
    let from = numbers(original.text, in: left, without: copy.text.tokens[right.tokens])
    let to = numbers(copy.text, in: right, without: original.text.tokens[left.tokens])
    var matches: [Match] = []
    for (a, number) in from.enumerated() {
      for (b, another) in to.enumerated() {
        guard let score = sharedContext(number.token, left.tokens, another.token, right.tokens)
        else { continue }
        matches.append(Match(mine: a, other: b, score: score))
      }
    }
    matches.sort { ($1.score, $0.mine, $0.other) < ($0.score, $1.mine, $1.other) }
    var used = (mine: Set<Int>(), others: Set<Int>())
    var pairs: [(ComparedText.Number, ComparedText.Number)] = []
    for match in matches
    where !used.mine.contains(match.mine) && !used.others.contains(match.other) {
      used.mine.insert(match.mine)
      used.others.insert(match.other)
      pairs.append((from[match.mine], to[match.other]))
    }
    return pairs.sorted { $0.0.token < $1.0.token }
  }

  /// Of tables of hundreds of numbers the first ones.
  private static let mostNumbers = 64

  private func numbers(
    _ text: ComparedText, in sentence: ComparedText.Sentence, without others: ArraySlice<UInt32>
  ) -> [ComparedText.Number] {
    let values = Set(others.filter(ComparedText.isNumber))
    return Array(
      text.numbers(in: sentence.tokens)
        .filter { !values.contains(text.tokens[$0.token]) }.prefix(Self.mostNumbers))
  }

  /// How many tokens around two numbers agree without a break, other numbers taken for alike; nil
  /// where these are too few.
  private func sharedContext(
    _ mine: Int, _ left: Range<Int>, _ other: Int, _ right: Range<Int>
  ) -> Int? {
    func agree(_ step: Int) -> Int {
      var count = 0
      while count < Self.reach {
        let (a, b) = (mine + step * (count + 1), other + step * (count + 1))
        guard left.contains(a), right.contains(b) else { break }
        let (x, y) = (original.text.tokens[a], copy.text.tokens[b])
        guard x == y || ComparedText.isNumber(x) && ComparedText.isNumber(y) else { break }
        count += 1
      }
      return count
    }
    let (before, after) = (agree(-1), agree(1))
    return after >= 1 && before + after >= Self.leastContext ? before + after : nil
  }

  // MARK: missing

  /// The numbers of sentences that did not stay whose value the other text does not have, each value
  /// once.
  private func missing(
    _ one: EditedText, _ other: EditedText, _ fates: [SentenceAlignment.Fate], _ told: Set<Int>
  ) -> [ComparedText.Number] {
    let values = Set(other.text.numbers.map { other.text.tokens[$0.token] })
    var seen: Set<UInt32> = []
    var missing: [ComparedText.Number] = []
    for (number, fate) in fates.enumerated() {
      switch fate {
      case .same, .within: continue
      case .changed, .gone: break
      }
      for number in one.text.numbers(in: one.text.sentences[number].tokens) {
        let value = one.text.tokens[number.token]
        guard !told.contains(number.token), !values.contains(value), seen.insert(value).inserted
        else { continue }
        missing.append(number)
      }
    }
    return missing
  }
}

extension ComparedText {
  /// The numbers within a range of tokens.
  fileprivate func numbers(in range: Range<Int>) -> ArraySlice<Number> {
    let start = numbers.partitioningPlace { $0.token >= range.lowerBound }
    let end = numbers.partitioningPlace { $0.token >= range.upperBound }
    return numbers[start..<end]
  }
}

extension Array {
  /// The first place from which on all elements satisfy what the first ones do not.
  fileprivate func partitioningPlace(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
