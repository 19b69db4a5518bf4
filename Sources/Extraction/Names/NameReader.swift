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

  /// The weights of the evidence, in tenths of a nat, set by hand on 43 articles with hand-made answers.
  private enum Weight {
    static let mark = 25
    static let speech = 33
    static let follower = 25
    static let shortFollower = 15
    static let title = 20
    static let word = 8
    static let nothing = -15
    static let crossed = -25
    static let isWord = -60
    static let beginsWithWord = -22
    static let givenIsWord = -8
  }

  /// The best name that begins at a place, whatever its score; nil where none can.
  func name(at start: Int, allowsTranscribed: Bool = true) -> NameCandidate? {
    let chinese = chineseName(at: start)
    let other = allowsTranscribed ? transcribedName(at: start) : nil
    guard let chinese else { return other }
    guard let other else { return chinese }
    return other.range.upperBound > chinese.range.upperBound && other.score >= chinese.score - 10
      ? other : chinese
  }

  /// A surname with one or two characters: 李强, 景俊海, 欧阳淞, and 李　强 in a list.
  func chineseName(at start: Int) -> NameCandidate? {
    var best: NameCandidate?
    for end in ends(ofChineseNameAt: start) {
      let score = score(of: start..<end)
      if score > best?.score ?? Int.min {
        best = NameCandidate(range: start..<end, score: score, isTranscribed: false)
      }
    }
    return best
  }

  /// The Chinese name that fills a stretch, whatever its score; nil where it cannot be one.
  func chineseName(_ range: Range<Int>) -> NameCandidate? {
    guard ends(ofChineseNameAt: range.lowerBound).contains(range.upperBound) else { return nil }
    return NameCandidate(range: range, score: score(of: range), isTranscribed: false)
  }

  private func surnameLength(at start: Int) -> Int {
    let first = passage.scalar(start)
    if names.isCompoundSurname(first, passage.scalar(start + 1)) { return 2 }
    return names.isSurname(first) ? 1 : 0
  }

  private func ends(ofChineseNameAt start: Int) -> [Int] {
    let surname = surnameLength(at: start)
    guard surname > 0 else { return [] }
    var ends: [Int] = []
    for given in 1...2 {
      let end = start + surname + given
      guard (start + surname..<end).allSatisfy({ passage.scalar($0).isHan }) else { break }
      ends.append(end)
    }
    if surname == 2 { ends.insert(start + 2, at: 0) }
    // A name of two characters may be set apart by a space, to line up with longer ones.
    if surname == 1, passage.scalar(start + 1).isSpace, passage.scalar(start + 2).isHan,
      !passage.scalar(start + 3).isHan
    {
      ends.append(start + 3)
    }
    return ends
  }

  private func score(of range: Range<Int>) -> Int {
    let letters = passage.scalars[range].filter { !$0.isSpace }
    let surname =
      letters.count > 3 ? 2 : min(surnameLength(at: range.lowerBound), letters.count - 1)
    var score = names.score(given: letters[surname...]) + boundary(after: range.upperBound)
    if names.isWordSurname(letters[0]) { score -= 5 }
    // 刘宁和省长: a conjunction before an office is no part of the name.
    if letters[letters.count - 1].isConjunction || letters[0].isConjunction { score -= 30 }
    // 张某: a name that is withheld names nobody.
    if letters.contains(0x67D0) { score -= 100 }
    score += words(in: range)
    return score
  }

  /// What follows a name: a mark, a verb, a title, an ordinary word, or something else.
  func boundary(after end: Int) -> Int {
    let next = passage.scalar(end)
    guard next.isHan || next.isLatin || next.isMiddleDot else { return Weight.mark }
    if next.isMiddleDot { return -80 }
    var best = Weight.nothing
    for match in passage.starting(at: end) {
      switch passage.term(match) {
      case .speech where match.length > 1: best = max(best, Weight.speech)
      case .follower, .speech, .holder:
        best = max(best, match.length > 1 ? Weight.follower : Weight.shortFollower)
      case .post, .fixed: best = max(best, Weight.title)
      case .word where match.length > 1, .listed, .place, .state, .local:
        best = max(best, Weight.word)
      case .boundary: best = max(best, match.length > 1 ? Weight.follower : Weight.shortFollower)
      default: break
      }
    }
    return best
  }

  /// Ordinary words that lie across a name speak against it.
  private func words(in range: Range<Int>) -> Int {
    var score = 0
    for place in range {
      for match in passage.starting(at: place) where match.length > 1 {
        guard passage.term(match).isOrdinary else { continue }
        let end = Int(match.end)
        if place == range.lowerBound, end == range.upperBound {
          score += Weight.isWord
        } else if end > range.upperBound {
          score += place == range.lowerBound ? Weight.isWord : Weight.crossed
        } else if place == range.lowerBound {
          score += Weight.beginsWithWord
        } else if end == range.upperBound {
          score += Weight.givenIsWord
        }
      }
    }
    return score
  }

  /// A name written by its sound: 米尔济约耶夫, 艾力更·依明巴海.
  func transcribedName(at start: Int) -> NameCandidate? {
    var end = start
    var dots = 0
    while true {
      let scalar = passage.scalar(end)
      if scalar.isMiddleDot, end > start, passage.scalar(end + 1).isHan {
        dots += 1
        end += 1
      } else if names.isTransliteration(scalar)
        || (scalar.isHan && (dots > 0 || hasDot(after: end)))
      {
        if end - start >= 2, !passage.scalar(end - 1).isMiddleDot, endsTranscribed(at: end) {
          break
        }
        end += 1
      } else {
        break
      }
      if end - start > 20 { return nil }
    }
    let letters = end - start - dots
    guard letters >= 2, letters <= (dots > 0 ? 18 : 8) else { return nil }
    if dots == 0, isOrdinaryWord(start..<end) { return nil }
    // 广东省·吉林省合作交流座谈会: a place joined to a place is no person.
    if dots > 0, isPlace(at: start) { return nil }
    let score = boundary(after: end) + min(letters, 6) * 4 + dots * 30
    return NameCandidate(range: start..<end, score: score, isTranscribed: true)
  }

  /// Whether a middle dot stands a few letters on.
  private func hasDot(after place: Int) -> Bool {
    for next in place + 1...place + 4 {
      if passage.scalar(next).isMiddleDot { return true }
      guard passage.scalar(next).isHan else { return false }
    }
    return false
  }

  /// Whether a verb begins here, and none one letter on: 买买提·出席, not 买买·提出·席.
  private func endsTranscribed(at place: Int) -> Bool {
    follows(at: place)
      && !(names.isTransliteration(passage.scalar(place)) && follows(at: place + 1))
  }

  /// Whether a verb of two characters or more begins here, so that a transcribed name ends.
  private func follows(at place: Int) -> Bool {
    passage.starting(at: place).contains { match in
      guard match.length > 1 else { return false }
      switch passage.term(match) {
      case .follower, .speech, .holder, .post: return true
      default: return false
      }
    }
  }

  private func isPlace(at start: Int) -> Bool {
    passage.starting(at: start).contains {
      if case .place = passage.term($0) { $0.length > 1 } else { false }
    }
  }

  func isOrdinaryWord(_ range: Range<Int>) -> Bool {
    passage.starting(at: range.lowerBound).contains {
      Int($0.end) == range.upperBound && passage.term($0).isOrdinary
    }
  }
}

extension UInt32 {
  /// 和, 与, 及, 同.
  var isConjunction: Bool { self == 0x548C || self == 0x4E0E || self == 0x53CA || self == 0x540C }
}

extension Term {
  /// A form that is no part of a name: an ordinary word or a verb.
  var isOrdinary: Bool {
    switch self {
    case .word, .follower, .speech, .holder, .boundary, .listed, .place, .state, .local,
      .department, .post, .notPost, .reporter, .object:
      true
    default: false
    }
  }
}
