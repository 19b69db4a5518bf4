import Model

/// The name of an agreement as printed.
struct AgreementName {
  var range: Range<Int>
  var text: String
  /// It stands in 《》.
  var isTitled: Bool
  /// It says no more than the kind: 协议.
  var isBare: Bool
}

/// Finds what a word of making makes: 签署《…协议》, 签署战略合作协议, 举行合作协议签约仪式.
struct AgreementNames {
  let passage: Passage
  private var words: AgreementWords { passage.terms.wordings.agreements }

  private static let reach = 60

  func names(of word: AgreementWords.Making, in sentence: Range<Int>) -> [AgreementName] {
    let titled = titles(after: word.range.upperBound, in: sentence)
    let all =
      titled.isEmpty
      ? [
        before(word.range.lowerBound, in: sentence)
          ?? plain(after: word.range.upperBound, in: sentence)
      ].compactMap { $0 } : titled
    return word.isIssuing ? all.filter { isStatement($0) } : all
  }

  private func isStatement(_ name: AgreementName) -> Bool {
    words.statements.contains {
      passage.stands($0, at: name.range.upperBound - $0.count)
    }
  }

  // MARK: 《》

  /// The titles that follow on a word, one after another.
  private func titles(after place: Int, in sentence: Range<Int>) -> [AgreementName] {
    var found: [AgreementName] = []
    var at = place
    while at < sentence.upperBound, at < place + 24, !passage.scalar(at).isComma {
      guard passage.scalar(at) == 0x300A, let end = title(at: at, in: sentence) else {
        if !found.isEmpty, !isJoint(at) { break }
        at += 1
        continue
      }
      let range = at + 1..<end - 1
      if kind(endingAt: range.upperBound, from: range.lowerBound) != nil {
        found.append(name(range, isTitled: true))
      }
      (at, _) = (end, ())
      if at < sentence.upperBound, isJoint(at) || passage.scalar(at) == 0x300A {
        found += titles(after: at, in: sentence)
      }
      break
    }
    return found
  }

  private func isJoint(_ place: Int) -> Bool {
    [0x3001, 0x548C, 0x53CA, 0x4E0E, 0x4EE5].contains(passage.scalar(place))  // 、和及与以
  }

  /// The end of the title that opens at a place, with those that lie in it.
  private func title(at place: Int, in sentence: Range<Int>) -> Int? {
    var depth = 0
    for at in place..<min(sentence.upperBound, place + 100) {
      if passage.scalar(at) == 0x300A { depth += 1 }
      if passage.scalar(at) == 0x300B { depth -= 1 }
      if depth == 0 { return at + 1 }
    }
    return nil
  }

  // MARK: plain names

  private func plain(after place: Int, in sentence: Range<Int>) -> AgreementName? {
    let start = opening(at: place)
    let limit = min(sentence.upperBound, start + Self.reach)
    // 签署·的协议: told elsewhere.
    guard passage.scalar(start) != 0x7684, let end = end(from: start, limit: limit),
      !words.pointers.contains(where: { passage.stands($0, at: start) }),
      !isMaking(start..<end)
    else { return nil }
    let range = unquoted(counted(start..<end))
    let next = passage.scalar(end) == 0x201D ? end + 1 : end
    guard !words.asides.contains(where: { passage.stands($0, at: next) }) else {
      return nil
    }
    return name(range, isTitled: false)
  }

  /// Whether another word of making stands in a name: 寻求所能达成的协议.
  private func isMaking(_ range: Range<Int>) -> Bool {
    range.contains { words.making(at: $0, in: passage) != nil }
  }

  /// A name without a quotation mark that opens before it and closes behind it.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard passage.scalar(range.lowerBound).opensQuotation,
      !range.contains(where: { passage.scalar($0).closesQuotation })
    else { return range }
    return range.lowerBound + 1..<range.upperBound
  }

  /// After 了, 一系列 and the like.
  private func opening(at place: Int) -> Int {
    var start = place
    while let word = words.openings.first(where: { passage.stands($0, at: start) }) {
      start += word.count
    }
    return start
  }

  /// Where the first kind of agreement ends, with others joined to it: 合作备忘录与协议.
  private func end(from start: Int, limit: Int) -> Int? {
    var at = start
    var end: Int?
    while at < limit, !passage.scalar(at).isComma, !passage.scalar(at).endsSentence {
      guard let kind = words.kinds.first(where: { passage.stands($0, at: at) }) else {
        if end != nil { break }
        at += 1
        continue
      }
      at += kind.count
      end = at
      if isJoint(at), nextKind(after: at) != nil { at += 1 }
    }
    return end
  }

  private func nextKind(after place: Int) -> Int? {
    (place + 1...place + 5).first { at in
      words.kinds.contains { passage.stands($0, at: at) }
    }
  }

  /// 包括…等10项·合作备忘录: what stands behind the count.
  private func counted(_ range: Range<Int>) -> Range<Int> {
    let units: Set<UInt32> = [0x9879, 0x4EFD, 0x4E2A]  // 项份个
    let last = range.lazy.dropFirst().last { at in
      units.contains(passage.scalar(at)) && isCount(passage.scalar(at - 1))
        && at + 1 < range.upperBound
    }
    return (last.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
  }

  private func isCount(_ scalar: UInt32) -> Bool {
    scalar.isDigit || Self.counts.contains(scalar)
  }

  private static let counts = Set("一二两三四五六七八九十多余数几".unicodeScalars.map(\.value))

  /// The name that ends before a word: 共建科技创新基地合作协议·签约.
  private func before(_ place: Int, in sentence: Range<Int>) -> AgreementName? {
    if passage.scalar(place - 1) == 0x300B {
      let open = (sentence.lowerBound..<place).last { passage.scalar($0) == 0x300A }
      guard let open, kind(endingAt: place - 1, from: open) != nil else { return nil }
      return name(open + 1..<place - 1, isTitled: true)
    }
    guard let kind = kind(endingAt: place, from: sentence.lowerBound) else { return nil }
    var start = kind
    while start > sentence.lowerBound, place - start < 30, !opens(start) { start -= 1 }
    guard opens(start) else { return nil }
    return name(counted(start..<place), isTitled: false)
  }

  private func opens(_ start: Int) -> Bool {
    words.holding.contains {
      start >= $0.count && passage.stands($0, at: start - $0.count)
    }
  }

  /// Where the kind of agreement begins that ends at a place.
  private func kind(endingAt end: Int, from start: Int) -> Int? {
    words.kinds.first {
      end - $0.count >= start && passage.stands($0, at: end - $0.count)
    }.map { end - $0.count }
  }

  private func name(_ range: Range<Int>, isTitled: Bool) -> AgreementName {
    let text = String(passage.written[range])
    return AgreementName(
      range: range, text: text, isTitled: isTitled,
      isBare: words.kinds.contains { $0.count == range.count }
        && kind(endingAt: range.upperBound, from: range.lowerBound) == range.lowerBound)
  }
}
