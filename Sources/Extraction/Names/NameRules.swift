import Model
import Reference

/// Where names are looked for: after offices, in lists, and bare in the text.
struct NameRules {
  let passage: Passage
  let reader: NameReader
  let log: ExaminationLog?

  init(_ passage: Passage, log: ExaminationLog? = nil) {
    self.passage = passage
    self.log = log
    reader = NameReader(passage: passage)
  }

  /// The least scores, in tenths of a nat, at which a name is believed.
  enum Threshold {
    /// Right after an office.
    static let afterOffice = -40
    /// The same, where nothing after the name tells that it ends.
    static let unbounded = -15
    static let transcribed = 20
    /// In a list that began with a name after an office.
    static let inList = 0
    static let joined = 15
    /// Right before a title.
    static let beforeTitle = 10
    /// Between a mark and a verb that gives an office.
    static let rising = 0
    /// Before its spelling in Latin letters.
    static let glossed = -10
    /// With nothing but its letters and neighbours.
    static let bare = 28
    /// The same, where the name is written by its sound, with a dot and without.
    static let dotted = 40
    static let bySound = 80
    /// What a second place of the same letters is worth.
    static let repeated = 5
  }

  // MARK: after an office

  /// The names that follow an office: one, or a list that shares it.
  func names(after end: Int) -> [Range<Int>] {
    let start = listStart(after: end) ?? nameStart(after: end)
    guard let first = firstName(at: start) ?? joinedName(after: end) else {
      if let log { noteRefused(at: start, log) }
      return []
    }
    var names = [first]
    while let next = nextName(after: names[names.count - 1], isList: names.count > 1) {
      names.append(next)
    }
    return names
  }

  /// Whether a name behind a title is one by its letters alone, and not by what stands after it.
  func isBareClaim(_ name: Range<Int>) -> Bool {
    reader.edge(after: name.upperBound) != .mark && !passage.scalar(name.upperBound).isListMark
  }

  private func noteRefused(at start: Int, _ log: ExaminationLog) {
    guard let name = reader.name(at: start), !passage.scalar(start).isConjunction else { return }
    let isBounded = reader.endsClearly(at: name.range.upperBound)
    log.refuse(
      name.range, score: name.score,
      least: isBounded ? Threshold.afterOffice : unboundedThreshold(name))
  }

  /// Past spaces and brackets between an office and a name: 书记（正部级）X.
  func nameStart(after end: Int) -> Int {
    var place = end
    while passage.scalar(place).isSpace { place += 1 }
    if let close = bracketEnd(at: place) { place = close }
    while passage.scalar(place).isSpace { place += 1 }
    return place
  }

  /// The name that 为 or 是 joins to the office before it, up to a mark: 法定代表人为沈文涛，.
  private func joinedName(after end: Int) -> Range<Int>? {
    guard [0x4E3A, 0x662F].contains(passage.scalar(end)),  // 为是
      let name = reader.chineseName(at: end + 1), name.score >= Threshold.inList,
      !passage.scalar(name.range.upperBound).isNameLetter
    else { return nil }
    return name.range
  }

  /// Past 为： and 包括 between an office and the list of those who hold it.
  private func listStart(after end: Int) -> Int? {
    let next = passage.scalar(end)
    guard next == 0x4E3A || next == 0x6709 || next == 0xFF1A || next == 0x3A else { return nil }
    let colon = next == 0xFF1A || next == 0x3A ? end : end + 1
    guard passage.scalar(colon) == 0xFF1A || passage.scalar(colon) == 0x3A else { return nil }
    return colon + 1
  }

  /// The place after a short bracket that opens here.
  func bracketEnd(at place: Int) -> Int? {
    guard passage.scalar(place) == 0x28 || passage.scalar(place) == 0xFF08 else { return nil }
    let limit = min(place + 16, passage.count)
    return (place..<limit).first { passage.scalar($0) == 0x29 || passage.scalar($0) == 0xFF09 }
      .map { $0 + 1 }
  }

  private func firstName(at start: Int) -> Range<Int>? {
    guard !passage.scalar(start).isConjunction, !opensWithPreposition(start),
      passage.scalar(start) != 0x540E  // 后: 出任书记·后才恢复
    else { return nil }
    if let glossed = glossedName(at: start) { return glossed }
    let name = reader.name(at: start)
    if let name, name.score >= Threshold.afterOffice,
      reader.endsClearly(at: name.range.upperBound)
    {
      return name.range
    }
    if let japanese = japaneseName(at: start) { return japanese }
    // 书记秦光远·老下属: three letters that make a name go before four that make none; 黎氏明河 is of
    // Vietnam.
    let isWhole =
      name.map { !$0.isTranscribed && $0.score >= Threshold.unbounded } ?? false
      && passage.scalar(start + 1) != 0x6C0F
    if let rare = rareName(at: start), !isWhole || rare.count < 4 { return rare }
    if let recurring = recurringName(at: start) { return recurring }
    if let crossed = crossedName(at: start) { return crossed }
    return name.flatMap { $0.score >= unboundedThreshold($0) ? $0.range : nil }
  }

  /// Whether a letter that is a surname too stands before a whole name: 总统·向王明表示.
  func opensWithPreposition(_ start: Int) -> Bool {
    guard passage.scalar(start).isPreposition || isPredecessor(start),
      reader.isFrequentSurname(passage.scalar(start + 1)),
      let inner = reader.chineseName(at: start + 1)
    else { return false }
    return inner.score >= Threshold.inList && reader.endsClearly(at: inner.range.upperBound)
  }

  /// 前任·胡某, 现任·胡某: 任 that closes a word before a name.
  private func isPredecessor(_ start: Int) -> Bool {
    passage.scalar(start) == 0x4EFB
      && [0x524D, 0x73B0, 0x7EE7, 0x9996, 0x540E].contains(
        passage.scalar(start - 1))  // 任 after 前现继首后
  }

  /// Three letters and more of a transcription are seldom anything else: 美国总统奥巴马邀请.
  private func unboundedThreshold(_ name: NameCandidate) -> Int {
    name.isTranscribed && name.range.count >= 3 ? Threshold.transcribed : Threshold.unbounded
  }

  /// Two to four letters up to a mark, with no surname that is known: 阿东, 布小林.
  private func rareName(at start: Int) -> Range<Int>? {
    var end = start
    // 总统普京声称: a verb bounds letters that begin as those of a transcription do.
    let isSounding = passage.terms.names.foreign(passage.scalar(start)) >= 10
    while passage.scalar(end).isHan, end - start < 5 {
      if end - start >= 2, endsName(at: end) || isSounding && passage.beginsLong(.follower, at: end)
      {
        break
      }
      if end - start == 4, reader.endsClearly(at: end) { break }
      end += 1
    }
    guard (2...4).contains(end - start),
      endsName(at: end) || isSounding && passage.beginsLong(.follower, at: end),
      !holdsOrdinary(start..<end) || isSound(start..<end),
      end - start > 2 || isSounding || mayBeShort(start) || passage.scalar(end).isOpeningBracket,
      !passage.scalars[start..<end].contains(where: { $0 == 0x67D0 || $0 == 0x7684 })  // 某的
    else { return nil }
    return start..<end
  }

  /// A member of a list of names with no surname that is known: two to four letters between
  /// marks that are no words.
  private func listedName(at start: Int) -> Range<Int>? {
    var end = start
    while passage.scalar(end).isHan, end - start < 5, !(end - start >= 2 && endsName(at: end)) {
      end += 1
    }
    guard (2...4).contains(end - start), endsName(at: end), !isWords(start..<end) else {
      return nil
    }
    return start..<end
  }

  /// Whether a stretch is made of ordinary words and nothing else.
  private func isWords(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    return passage.starting(at: range.lowerBound).contains { match in
      Int(match.end) <= range.upperBound && match.length > 1 && match.kind.meets(.ordinary)
        && isWords(Int(match.end)..<range.upperBound)
    }
  }

  /// 在说率对向与和称将已到赴: words of one letter that stand after names and seldom in them.
  private static let verbLetters = Set("在说率对向与和称将已到赴".unicodeScalars.map(\.value))

  private func endsName(at place: Int) -> Bool {
    let next = passage.scalar(place)
    guard next.isHan else { return !next.isLatin && !next.isDigit && !next.isMiddleDot }
    if Self.verbLetters.contains(next) { return true }
    // 舒望·不再: where a verb or a word that no name holds begins.
    return passage.beginsLong([.speech, .holder, .boundary], at: place)
  }

  /// Whether ordinary words or bodies lie in a stretch.
  func holdsOrdinary(_ range: Range<Int>) -> Bool {
    range.contains { place in
      passage.starting(at: place).contains { match in
        guard match.kind.meets(.ordinary), Int(match.end) <= range.upperBound + 1 else {
          return false
        }
        return match.length > 1 || place == range.lowerBound
      }
    }
  }

  /// The next member of a list of names: after a list mark, or after 和 where it closes a list.
  private func nextName(after last: Range<Int>, isList: Bool) -> Range<Int>? {
    var place = last.upperBound
    if let close = bracketEnd(at: place) { place = close }
    let mark = passage.scalar(place)
    if mark.isListMark {
      guard !isOffice(at: place + 1) else { return nil }
      let name = reader.name(at: place + 1)
      if let name, name.score >= Threshold.inList, reader.endsClearly(at: name.range.upperBound) {
        return name.range
      }
      return listedName(at: place + 1)
    }
    guard isList, let end = conjunctionEnd(at: place), !isOffice(at: end),
      let name = reader.name(at: end), name.score >= Threshold.joined
    else { return nil }
    return name.range
  }

  /// The place after 和, 与, 及 or 以及.
  private func conjunctionEnd(at place: Int) -> Int? {
    switch passage.scalar(place) {
    case 0x548C, 0x4E0E, 0x53CA: place + 1
    case 0x4EE5 where passage.scalar(place + 1) == 0x53CA: place + 2
    default: nil
    }
  }

  func isOffice(at place: Int) -> Bool {
    if passage.beginsLong(.offices, at: place) { return true }
    // 省文化和旅游厅厅长: the level of a body, and no surname but 区.
    return passage.begins(.level, at: place) && passage.scalar(place) != 0x533A
  }

  // MARK: before an office

  /// The name that ends right before a title with no body of its own: 习近平·总书记, 王凯·省长.
  func name(before end: Int) -> Range<Int>? {
    var best: NameCandidate?
    for length in 2...4 {
      let start = end - length
      guard start >= 0, let candidate = reader.chineseName(start..<end) else { continue }
      let score = candidate.score + reader.score(before: start)
      if score >= Threshold.beforeTitle, score > best?.score ?? Int.min {
        best = NameCandidate(range: start..<end, score: score, isTranscribed: false)
      }
    }
    return best?.range ?? transcribedName(before: end)
  }

  private func transcribedName(before end: Int) -> Range<Int>? {
    for start in max(0, end - 12)..<max(0, end - 1) {
      guard let name = reader.transcribedName(at: start), name.range.upperBound == end else {
        continue
      }
      if reader.score(before: start) >= -5 { return name.range }
    }
    return nil
  }

  /// The same as `isCredit`, taken down.
  func isRefusedCredit(_ range: Range<Int>) -> Bool {
    guard isCredit(range) else { return false }
    log?.refuse(.credit, range)
    return true
  }

  /// Whether a name is a reporter's or photographer's, or stands in a credit.
  func isCredit(_ range: Range<Int>) -> Bool {
    var before = range.lowerBound
    while passage.scalar(before - 1).isCreditMark { before -= 1 }
    if passage.ends(.reporter, at: before) { return true }
    var after = range.upperBound
    while passage.scalar(after).isSpace { after += 1 }
    return passage.scalar(after) == 0x6444  // 摄
  }
}

extension UInt32 {
  /// What stands between the word for a reporter and the name: a space, a colon, a bar.
  fileprivate var isCreditMark: Bool {
    switch self {
    case 0x20, 0x3000, 0xFF1A, 0x3A, 0xFF5C, 0x7C, 0x4E28: true
    default: false
    }
  }
}
