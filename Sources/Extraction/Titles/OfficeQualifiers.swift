import Model
import Reference

/// What stands between the body and the post: 前, 代理, 首任, a bracket with the short form.
extension OfficeFinder {
  /// Takes the qualifiers that end at `start`, and moves `start` before them.
  func qualifiers(
    before start: inout Int, of head: Range<Int>, limit: Int
  ) -> OfficeReading.Qualifier? {
    var found: OfficeReading.Qualifier?
    while let (begin, qualifier) = qualifier(endingAt: start, of: head), begin >= limit {
      start = begin
      found = found ?? qualifier
    }
    return found
  }

  /// Before words that say nothing of the body: 十九届·中央委员.
  func skipped(before end: Int, limit: Int) -> Int {
    let start = passage.start(ofTermEndingAt: end) { if case .skip = $0 { true } else { false } }
    return start.map { $0 >= limit ? $0 : end } ?? end
  }

  /// The longest qualifier that ends at a place, unless a longer word does (日前 is no 前) or it is
  /// a verb as well (曾任), which the rules for holders read.
  private func qualifier(
    endingAt end: Int, of head: Range<Int>
  ) -> (Int, OfficeReading.Qualifier?)? {
    var blocked = 0
    for match in passage.ending(at: end, if: .qualifier) {
      switch passage.term(match) {
      case .qualifier(let qualifier):
        let isVerb = passage.ending(at: end).contains { other in
          other.kind == .holder && other.start == match.start
        }
        let isTold =
          isVerb && match.length > 1
          && !(qualifier == .acting && isAttribute(Int(match.start), of: head))
        let isCrossed = match.length < blocked && !endsBody(Int(match.start))
        return isCrossed || isTold ? nil : (Int(match.start), qualifier)
      // 中国国新: the last letter of a body.
      case .listed where match.length > 1: return nil
      case .word, .follower, .boundary: if match.length > 1 { blocked = max(blocked, match.length) }
      default: continue
      }
    }
    return nil
  }

  /// Whether a body ends at a place, which makes a word across it (银·行前) an accident.
  private func endsBody(_ place: Int) -> Bool {
    let bodies: TermKinds = [.unit, .listed, .department, .local]
    return passage.ending(at: place, if: bodies).contains {
      $0.length > 1 && $0.kind.meets(bodies)
    }
  }

  /// 广西·前·政协副主席: the place of a body that a qualifier parts from it.
  func takePlace(before start: inout Int, of body: inout PrintedBody?, limit: Int) {
    guard let printed = body, printed.places.isEmpty, printed.state == nil, printed.listed == nil,
      printed.level == nil, printed.local != nil || printed.isKnown
    else { return }
    for match in passage.ending(at: start, if: .place) where Int(match.start) >= limit {
      guard case .place(let indices) = passage.term(match) else { continue }
      body?.places = [indices]
      body?.start = Int(match.start)
      start = Int(match.start)
      return
    }
  }

  /// 中央纪委国家监委·驻商务部纪检监察组: inspectors at another body, whole as they are written.
  func inspectors(before end: Int, limit: Int) -> PrintedBody? {
    guard
      let team = passage.ending(at: end, if: .unit).first(where: {
        $0.length > 2 && passage.stands("纪检", at: Int($0.start))
      })
    else { return nil }
    let least = max(limit, Int(team.start) - 16)
    for place in stride(from: Int(team.start) - 2, through: least, by: -1) {
      guard passage.scalar(place).isNameLetter else { return nil }
      guard passage.scalar(place) == 0x9A7B else { continue }  // 驻
      var start = place
      while let sender = passage.ending(at: start, if: [.listed, .local, .place]).first(where: {
        $0.kind.meets([.listed, .local, .place]) && Int($0.start) >= limit
      }) {
        start = Int(sender.start)
      }
      return PrintedBody(start: start, parts: [.init(range: start..<end, side: nil)])
    }
    return nil
  }

  /// 党的十九大·代表: a congress of the party by its number, as it is written.
  func congress(before end: Int, limit: Int) -> PrintedBody? {
    let last = passage.scalar(end - 1) == 0x201D ? end - 1 : end  // ”
    // 十九大代表
    guard passage.stands("代表", at: end), passage.stands("大", at: last - 1) else { return nil }
    let numerals = StaticString("一二三四五六七八九十").codes
    var start = last - 1
    while numerals.contains(passage.scalar(start - 1)) { start -= 1 }
    guard (2...3).contains(last - 1 - start), start >= limit else { return nil }
    if last < end { start -= 1 }
    let opening = start
    for form in ["党的", "中共", "中国共产党"] where passage.stands(form, at: start - form.count) {
      start -= form.count
    }
    guard start >= limit else { return nil }
    let range = last < end ? opening + 1..<last : start..<end
    return PrintedBody(start: start, parts: [.init(range: range, side: nil)])
  }

  /// 美国·代理·国防部长, 出任·代理·国防部长: whether a verb of acting says of what kind an office is, and
  /// not what somebody does (由甲代理市长).
  private func isAttribute(_ start: Int, of head: Range<Int>) -> Bool {
    let before = passage.scalar(start - 1)
    if !before.isHan, !before.isLatin, !before.isComma { return true }
    let bodies: TermKinds = [.state, .place, .listed, .unit, .department, .holder]
    return before == 0x7684 || passage.ends(bodies, at: start)  // 的
      || !NameRules(passage).names(after: head.upperBound).isEmpty
  }

  /// Before a bracket that ends at a place and gives another form of the name before it.
  func withoutNote(before end: Int, limit: Int) -> Int {
    guard [0x29, 0xFF09].contains(passage.scalar(end - 1)) else { return end }
    for start in stride(from: end - 2, through: max(limit, end - 100), by: -1)
    where [0x28, 0xFF08].contains(passage.scalar(start)) {
      let isNote = ["简称", "下称", "以下简称", "又称", "前称", "原称", "英文"].contains {
        passage.stands($0, at: start + 1)
      }
      let isLatin = passage.scalars[start + 1..<end - 1].allSatisfy {
        $0 < 0x80 || $0.isLatinLetter || $0.isMiddleDot
      }
      return isNote || isLatin ? start : end
    }
    return end
  }

  /// A qualifier that is a verb as well: 现任, 新任, 原任.
  func verbalQualifier(endingAt end: Int) -> (Int, OfficeReading.Qualifier?)? {
    for match in passage.ending(at: end, if: .qualifier) where match.length > 1 {
      if case .qualifier(let qualifier) = passage.term(match) {
        return (Int(match.start), qualifier)
      }
    }
    return nil
  }
}
