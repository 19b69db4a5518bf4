import Model
import Reference

/// A stretch of text that may be a person's name.
struct NameCandidate: Hashable {
  var range: Range<Int>
  /// Tenths of a nat for being a name rather than running text; 0 is a toss-up.
  var score: Int
  var isTranscribed: Bool
}

/// Reads names at a given place. It knows what names are made of and what may follow them; what
/// stands before them is the caller's business.
struct NameReader {
  let passage: Passage
  private var names: NameModel { passage.terms.names }

  /// The best name that begins at a place, whatever its score; nil where none can.
  func name(at start: Int, allowsTranscribed: Bool = true) -> NameCandidate? {
    let chinese = chineseName(at: start)
    let other = allowsTranscribed ? transcribedName(at: start) : nil
    guard let chinese else { return other }
    guard let other else { return chinese }
    let isLonger = other.range.upperBound > chinese.range.upperBound
    return other.score >= chinese.score - (isLonger ? 10 : -1) ? other : chinese
  }

  /// A surname with one or two characters: 李强, 景俊海, 欧阳淞, and 李　强 in a list.
  ///
  /// - Parameter least: names that score no more are passed over, which most are by their letters.
  func chineseName(at start: Int, above least: Int = .min) -> NameCandidate? {
    let surname = surnameLength(at: start)
    guard surname > 0 else { return nil }
    let lengths = lengths(ofChineseNameAt: start, surname)
    var best: NameCandidate?
    var least = least
    for length in 2...4 where lengths.contains(length) {
      let range = start..<start + length
      if let score = score(of: range, surname, above: least) {
        best = NameCandidate(range: range, score: score, isTranscribed: false)
        least = score
      }
    }
    return best
  }

  /// The Chinese name that fills a stretch, whatever its score; nil where it cannot be one.
  func chineseName(_ range: Range<Int>) -> NameCandidate? {
    let surname = surnameLength(at: range.lowerBound)
    guard surname > 0, lengths(ofChineseNameAt: range.lowerBound, surname).contains(range.count),
      let score = score(of: range, surname, above: .min)
    else { return nil }
    return NameCandidate(range: range, score: score, isTranscribed: false)
  }

  /// Whether a surname stands at a place.
  func opensChineseName(at start: Int) -> Bool { surnameLength(at: start) > 0 }

  @inline(__always)
  private func surnameLength(at start: Int) -> Int {
    names.surnameLength(passage.scalar(start), passage.scalar(start + 1))
  }

  /// Some of the lengths that a Chinese name may have.
  private struct Lengths {
    private var bits: UInt8 = 0

    mutating func insert(_ length: Int) { bits |= 1 << UInt8(length) }
    func contains(_ length: Int) -> Bool { length < 8 && bits & 1 << UInt8(length) != 0 }
  }

  @inline(__always)
  private func lengths(ofChineseNameAt start: Int, _ surname: Int) -> Lengths {
    var lengths = Lengths()
    if passage.scalar(start + surname).isHan {
      lengths.insert(surname + 1)
      if passage.scalar(start + surname + 1).isHan { lengths.insert(surname + 2) }
    }
    if surname == 2 { lengths.insert(2) }
    if hasTwoSurnames(at: start) { lengths.insert(4) }
    if surname == 1, isSpaced(start) { lengths.insert(3) }
    return lengths
  }

  /// A name of two characters may be set apart by a space, to line up with longer ones.
  private func isSpaced(_ start: Int) -> Bool {
    passage.scalar(start + 1).isSpace && passage.scalar(start + 2).isHan
      && !passage.scalar(start + 3).isHan
  }

  /// Whether two frequent surnames and two more letters stand here.
  private func hasTwoSurnames(at start: Int) -> Bool {
    names.isFrequentSurname(passage.scalar(start))
      && names.isFrequentSurname(passage.scalar(start + 1)) && passage.scalar(start + 2).isHan
      && passage.scalar(start + 3).isHan
  }

  /// The score of a Chinese name; nil where it is not above the least, which the letters and what
  /// follows tell before the words that lie across are looked for.
  private func score(of range: Range<Int>, _ surname: Int, above least: Int) -> Int? {
    let start = range.lowerBound
    var total = names.weights.bias + letters(of: range, surname)
    guard total + mostScore(after: range.upperBound) > least else { return nil }
    if passage.scalar(start).isConjunction { total -= 30 }
    // 张某: a name that is withheld names nobody.
    if range.contains(where: { passage.scalar($0) == 0x67D0 }) { total -= 100 }
    total += score(after: range.upperBound)
    guard total > least else { return nil }
    total += words(in: range)
    let last = passage.scalar(range.upperBound - 1)
    if range.count > surname + 1, !passage.scalar(start + 1).isSpace,
      isAdverb(last, at: range.upperBound)
    {
      total -= 40
    }
    return total > least ? total : nil
  }

  /// What the letters of a Chinese name tell.
  @inline(__always)
  private func letters(of range: Range<Int>, _ surname: Int) -> Int {
    let start = range.lowerBound
    let last = passage.scalar(range.upperBound - 1)
    switch range.count - surname {
    // 欧阳, of whom the article may say no more.
    case 0:
      return names.score(surname: passage.scalar(start), length: 1, given: last, nil)
    case 1:
      return names.score(surname: passage.scalar(start), length: surname, given: last, nil)
    // 李　强
    case 2 where passage.scalar(start + 1).isSpace:
      return names.score(surname: passage.scalar(start), length: surname, given: last, nil)
    case 2:
      return names.score(
        surname: passage.scalar(start), length: surname, given: passage.scalar(start + surname),
        last)
    // 林郑月娥: the husband's surname before the whole name.
    default:
      return names.score(
        surname: passage.scalar(start + 1), length: 1, given: passage.scalar(start + 2), last)
    }
  }

  /// 尹力·将接替, 杨健·等: a letter after a name that no name ends in, and 将 before a verb.
  private func isAdverb(_ last: UInt32, at end: Int) -> Bool {
    switch last {
    case 0x7B49, 0x5219, 0x5DF2, 0x66FE: return true  // 等则已曾
    case 0x5728, 0x8BF4, 0x5BF9, 0x8D74, 0x88AB, 0x628A: return true  // 在说对赴被把
    case 0x5C06, 0x4ECA, 0x4E5F, 0x5E76, 0x5747, 0x4E8E:  // 将今也并均于
      let edge = edge(after: end)
      return edge == .follower || edge == .speech || edge == .letter && last == 0x4E5F
    // 李明·为副市长, but 李有为 and 张大为.
    case 0x4E3A:
      return !Self.beforeDoing.contains(passage.scalar(end - 2))
        && passage.begins([.post, .fixed, .merged, .place, .listed, .local], at: end)
    default: return false
    }
  }

  /// 有大作能敢: letters that make a given name with 为.
  private static let beforeDoing = StaticString("有大作能敢可").codes

  /// What the text after a place is worth to a name that ends there.
  func score(after end: Int) -> Int {
    let next = passage.scalar(end)
    let weights = names.weights.after
    guard next.isHan || next.isLatin || next.isMiddleDot else { return weights.mark }
    if next.isMiddleDot { return -80 }
    let edge = edge(after: end)
    // 马国平省长: wire copy puts offices first, so that their letters are rare here; the title
    // tells more than its letter.
    return (edge == .title ? 0 : names.after(next)) + weight(of: edge)
  }

  /// The most that `score(after:)` may be, by the next character alone.
  @inline(__always)
  private func mostScore(after end: Int) -> Int {
    let next = passage.scalar(end)
    let weights = names.weights.after
    guard next.isHan else { return weights.most + max(0, names.after(next)) }
    return max(weights.title, names.after(next) + weights.most)
  }

  /// The same for a name written by its sound, which a word behind it bounds whatever its first
  /// letter: 特拉维·海报, 特拉维·尚未.
  private func score(afterSound end: Int) -> Int {
    guard passage.beginsLong(.ordinary, at: end), !passage.begins(.titles, at: end) else {
      return score(after: end)
    }
    let edge = edge(after: end)
    return max(names.after(passage.scalar(end)), Foreign.leastAfter) + weight(of: edge)
  }

  private func weight(of edge: Edge) -> Int {
    let weights = names.weights.after
    switch edge {
    case .mark: return weights.mark
    case .speech: return weights.speech
    case .follower: return weights.follower
    case .title: return weights.title
    case .letter: return weights.letter
    case .word: return weights.word
    case .none: return weights.none
    }
  }

  /// What stands after a name, the most telling first.
  enum Edge: Int {
    case mark, speech, follower, title, letter, word, none
  }

  /// A mark, a verb, a title, an ordinary word, or something else.
  func edge(after end: Int) -> Edge {
    let next = passage.scalar(end)
    if next.isMiddleDot { return .none }
    guard next.isHan || next.isLatin else { return .mark }
    let all = passage.kinds(at: end)
    if all.isEmpty { return .none }
    let long = passage.longKinds(at: end)
    if long.meets(.speech) { return .speech }
    if long.meets(.verbs) { return .follower }
    if all.meets([.post, .fixed]) { return .title }
    if all.meets(.verbs) { return .letter }
    return long.meets(.word) || all.meets([.listed, .place, .state, .local]) ? .word : .none
  }

  /// Whether what follows tells that a name ends here.
  func endsClearly(at end: Int) -> Bool { edge(after: end) != .none }

  /// Ordinary words that lie across a name speak against it.
  private func words(in range: Range<Int>) -> Int {
    let weights = names.weights.across
    var score = 0
    for place in range where passage.beginsLong(.ordinary, at: place) {
      for match in passage.starting(at: place) where match.length > 1 {
        guard match.kind.meets(.ordinary) else { continue }
        let end = Int(match.end)
        if place == range.lowerBound {
          score +=
            end == range.upperBound
            ? weights.whole : end > range.upperBound ? weights.over : weights.begins
        } else if end > range.upperBound {
          score += weights.crossed
        } else if end == range.upperBound {
          score += weights.given
        }
      }
    }
    return score
  }

  /// What the text before a name is worth: a mark, a word that ends there, one that lies across.
  func score(before start: Int) -> Int {
    let previous = passage.scalar(start - 1)
    let weights = names.weights.before
    guard previous.isHan else { return weights.mark }
    var score = names.before(previous) + weight(ofTermBefore: start)
    for back in max(0, start - 3)..<start where passage.beginsLong(.ordinary, at: back) {
      for match in passage.starting(at: back)
      where Int(match.end) > start && match.length > 1 && match.kind.meets(.ordinary) {
        score += names.weights.across.entered
      }
    }
    return score
  }

  private func weight(ofTermBefore start: Int) -> Int {
    let weights = names.weights.before
    let all = passage.endingKinds(at: start)
    if all.isEmpty { return weights.none }
    if all.meets(.object) { return weights.object }
    var best = weights.none
    if all.meets([.post, .fixed, .merged]) { best = max(best, weights.title) }
    for match in passage.ending(at: start, if: .ordinary)
    where match.kind.meets(.ordinary) && !match.kind.meets(.post) {
      best = max(best, match.length > 1 ? weights.word : weights.letter)
    }
    return best
  }

  /// A name written by its sound: 米尔济约耶夫, 艾力更·依明巴海. It ends where its letters and
  /// what follows speak for it most.
  func transcribedName(at start: Int) -> NameCandidate? {
    var best: NameCandidate?
    var (end, letters, part, dots, sum) = (start, 0, 0, 0, 0)
    while end - start <= 20 {
      let scalar = passage.scalar(end)
      if end > start, scalar.joinsParts, passage.scalar(end + 1).isHan {
        if scalar.isMiddleDot { dots += 1 }
        (part, end) = (0, end + 1)
        continue
      }
      let odds = names.foreign(scalar)
      guard scalar.isHan, part < 8,
        odds > Foreign.leastLetter || names.isTransliteration(scalar) || dots > 0
          || hasDot(after: end)
      else { break }
      // 斯蒂芬·哈恩·博士: what is said after a name, and no part of it.
      if letters > 1, isHonorific(at: end) { break }
      sum += letter(scalar)
      (letters, part, end) = (letters + 1, part + 1, end + 1)
      guard letters > 1, !goesOn(at: end) else { continue }
      let score = sum + self.score(afterSound: end) + crossed(by: start..<end) + dots * 10
      if score > best?.score ?? Int.min {
        best = NameCandidate(range: start..<end, score: score, isTranscribed: true)
      }
    }
    guard let best, isBySound(best.range) else { return nil }
    return best
  }

  private static let honorifics = ["博士", "先生", "女士", "教授", "夫人", "医生", "牧师", "爵士"]

  private func isHonorific(at place: Int) -> Bool {
    passage.longKinds(at: place) != [] && Self.honorifics.contains { passage.stands($0, at: place) }
  }

  private enum Foreign {
    /// The odds of a letter that no name without a dot holds.
    static let leastLetter = -15
    /// What one letter tells at most.
    static let most = 20
    /// The least that the first letter of a word behind a name tells.
    static let leastAfter = -8
    /// What a verb at the end of a name costs it.
    static let verb = 40
    /// What the letters tell on the average, with a dot, without, and between a mark and a title.
    static let mean = (dotted: 4, bare: 8, framed: 3)
  }

  /// Whether the parts of a name go on behind a dot.
  private func goesOn(at end: Int) -> Bool {
    passage.scalar(end).isMiddleDot && passage.scalar(end + 1).isHan
  }

  /// Whether the letters are those of a transcription, and no word or place.
  private func isBySound(_ range: Range<Int>) -> Bool {
    let letters = passage.scalars[range]
    let han = letters.count(where: \.isHan)
    let isDotted = letters.contains(where: \.isMiddleDot)
    guard han >= 2, han <= (isDotted ? 18 : 8) else { return false }
    let sum = letters.reduce(0) { $1.isHan ? $0 + letter($1) : $0 }
    guard
      sum >= han * (isDotted ? Foreign.mean.dotted : Foreign.mean.bare)
        || isDotted && isSetOff(range) || sum >= han * Foreign.mean.framed && isFramed(range)
    else { return false }
    // 广东省·吉林省合作交流座谈会: a place joined to a place is no person.
    if isDotted { return !isPlace(at: range.lowerBound) }
    // 总理穆迪: a firm's name too, but a person's right after an office.
    return !isOrdinaryWord(range)
      || passage.ends(.titles, at: range.lowerBound) && !isListed(range)
  }

  /// Whether a stretch is a place, a state or a body of the tables.
  private func isListed(_ range: Range<Int>) -> Bool {
    passage.starting(at: range.lowerBound, if: [.place, .state, .listed]).contains {
      Int($0.end) == range.upperBound && $0.kind.meets([.place, .state, .listed])
    }
  }

  /// Whether the letters of a stretch without a dot are those of a transcription.
  func sounds(_ range: Range<Int>) -> Bool {
    let letters = passage.scalars[range].filter(\.isHan)
    return letters.reduce(0) { $0 + letter($1) } >= letters.count * Foreign.mean.bare
  }

  /// Whether a stretch is set off from the words around it: a member of a list, or between a title
  /// and a verb.
  private func isSetOff(_ range: Range<Int>) -> Bool {
    let next = edge(after: range.upperBound)
    let start = range.lowerBound
    return
      (passage.scalar(start - 1).isListMark
      || passage.ends([.post, .fixed, .merged], at: start))
      && (!passage.scalar(range.upperBound).isNameLetter || next == .speech || next == .follower)
  }

  /// Whether letters stand alone between a mark or a title and a title or a verb:
  /// ，热尼别科夫·总统.
  private func isFramed(_ range: Range<Int>) -> Bool {
    guard !range.contains(where: { passage.scalar($0).joinsParts }) else { return false }
    let start = range.lowerBound
    let end = range.upperBound
    // 主席和热尼别科夫总统: the letter joins two, and begins none.
    guard !passage.scalar(start).isConjunction, !passage.scalar(start).isPreposition else {
      return false
    }
    return (!passage.scalar(start - 1).isHan || passage.ends(.titles, at: start))
      && (passage.begins(.titles, at: end) || range.count > 2 && edge(after: end) == .speech)
  }

  /// What a letter tells of a transcription; one that often stands after names tells less.
  private func letter(_ scalar: UInt32) -> Int {
    let odds = names.foreign(scalar)
    if odds >= 10 { return min(odds, Foreign.most) }
    return max(odds, -Foreign.most) - max(0, names.after(scalar))
  }

  /// Words that lie across the end of a transcription, and verbs at its end.
  private func crossed(by range: Range<Int>) -> Int {
    var score = 0
    let next = edge(after: range.upperBound)
    // 买买提·出席: 提出 is no word before 席.
    let isBounded = next == .speech || next == .follower
    let later = edge(after: range.upperBound + 1)
    if isBounded, later == .follower || later == .speech {
      score -= 60
    }
    for place in max(range.lowerBound, range.upperBound - 3)..<range.upperBound {
      for match in passage.starting(at: place) where match.length > 1 {
        let end = Int(match.end)
        if end > range.upperBound, match.kind.meets(.ordinary) {
          score += isBounded ? 0 : names.weights.across.crossed
        } else if end == range.upperBound, match.kind.meets(.verbs) {
          score -= Foreign.verb
        }
      }
    }
    return score
  }

  /// Where a name begins that has its first middle dot at a place: where its letters and what
  /// stands before speak for it most.
  func start(ofNameWithDotAt dot: Int) -> Int? {
    var best: (start: Int, score: Int)?
    var (start, sum) = (dot, 0)
    while dot - start < 8 {
      let scalar = passage.scalar(start - 1)
      if start < dot, scalar == 0x2D, passage.scalar(start - 2).isHan {
        start -= 1
        continue
      }
      guard scalar.isHan else { break }
      sum += letter(scalar)
      start -= 1
      let score = sum + self.score(before: start) + opening(start, dot)
      if score > best?.score ?? Int.min { best = (start, score) }
    }
    return best?.start
  }

  /// What speaks against a beginning: 女儿·艾拉, where a calling is taken in; 安东·尼, where one letter
  /// is left in the midst of others.
  private func opening(_ start: Int, _ dot: Int) -> Int {
    let takesIn = passage.starting(at: start, if: [.object, .post]).contains {
      $0.length > 1 && $0.kind.meets([.object, .post]) && Int($0.end) < dot
    }
    if takesIn { return -40 }
    let isAlone =
      dot - start == 1 && passage.scalar(start - 1).isHan && !passage.ends(.ordinary, at: start)
    return isAlone ? -20 : 0
  }

  /// Whether all letters may be those of a transcription.
  func isForeign(_ range: Range<Int>) -> Bool {
    range.allSatisfy { names.foreign(passage.scalar($0)) > 0 }
  }

  /// Whether an ordinary word goes on beyond the end of a stretch.
  func endsInWord(_ range: Range<Int>) -> Bool {
    (range.upperBound - 2..<range.upperBound).contains { place in
      passage.starting(at: place, if: .ordinary).contains {
        Int($0.end) > range.upperBound && $0.kind.meets(.ordinary)
      }
    }
  }

  func isFrequentSurname(_ scalar: UInt32) -> Bool { names.isFrequentSurname(scalar) }

  /// Whether a middle dot stands a few letters on.
  private func hasDot(after place: Int) -> Bool {
    for next in place + 1...place + 4 {
      if passage.scalar(next).isMiddleDot { return true }
      guard passage.scalar(next).isHan else { return false }
    }
    return false
  }

  private func isPlace(at start: Int) -> Bool {
    passage.beginsLong(.place, at: start)
  }

  func isOrdinaryWord(_ range: Range<Int>) -> Bool {
    passage.starting(at: range.lowerBound).contains {
      Int($0.end) == range.upperBound && $0.kind.meets(.ordinary)
    }
  }
}

extension UInt32 {
  /// A dot or a hyphen, which join the parts of a transcribed name.
  var joinsParts: Bool { isMiddleDot || self == 0x2D }
  /// 向, 于, 从, 由, 对: what stands between a title and a name that has another.
  var isPreposition: Bool { [0x5411, 0x4E8E, 0x4ECE, 0x7531, 0x5BF9].contains(self) }
  /// 和, 与, 及, 同.
  var isConjunction: Bool { self == 0x548C || self == 0x4E0E || self == 0x53CA || self == 0x540C }
}
