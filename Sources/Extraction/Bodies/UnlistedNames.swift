import Model
import Reference

/// Finds the names of bodies that no table lists, by the words that they end in: 公司, 中心, 研究院.
struct UnlistedNames {
  let passage: Passage

  /// 沧海市供排水集团有限公司: the longest name that begins with a known one, which ends at a place.
  func name(beginningAt start: Int, after place: Int, reach: Int) -> Range<Int>? {
    guard !Self.particles.contains(passage.scalar(place)) else { return nil }
    var end: Int?
    var at = place
    while at < place + reach, passage.scalar(at).isNameLetter, !stops(at) {
      at += 1
      if isEnding(at, of: place..<at), isBalanced(place..<at) { end = at }
    }
    return end.map { start..<$0 }
  }

  /// The name that ends with the unit at a place and begins with no known name.
  func name(endingWithUnitAt place: Int, limit: Int) -> Range<Int>? {
    guard let unit = passage.starting(at: place, if: .unit).last(where: { $0.kind == .unit }),
      unit.length > 1, !isVague(unit)
    else { return nil }
    let end = Int(unit.end)
    // 公司·集团: the name goes on.
    guard !passage.beginsLong(.unit, at: end), unit.length > 2 || !isCrossed(end, from: place)
    else {
      return nil
    }
    var start = OfficeFinder(passage: passage).leftLimit(from: place, limit: limit)
    start = max(start, place - 24)
    for at in start..<max(start, place) where breaks(before: at) { start = at }
    while start < place, !passage.scalar(start).isHan, !passage.scalar(start).isLatin { start += 1 }
    if Self.counts.contains(where: { passage.stands($0, at: start) }) { start += 2 }
    guard place - start >= 2, isBalanced(start..<end),
      opensName(start, isStrong: Self.strong.contains(passage.string(place..<end)))
    else { return nil }
    return start..<end
  }

  /// Whether a verb or particle that no name holds ends at a place.
  private func breaks(before place: Int) -> Bool {
    let kinds: TermKinds = [.follower, .speech, .holder, .reporter]
    return passage.ending(at: place, if: kinds).contains {
      $0.kind.meets(kinds) && ($0.length > 1 || $0.kind != .reporter) && !isCovered($0)
    }
  }

  /// Whether a name of its own may begin at a place, and not a run of ordinary words.
  private func opensName(_ start: Int, isStrong: Bool) -> Bool {
    if isStrong || Self.openings.contains(where: { passage.stands($0, at: start) }) { return true }
    return !passage.starting(at: start, if: [.word, .follower, .boundary, .level, .department])
      .contains {
        $0.kind.meets([.word, .follower, .boundary, .level, .department])
      }
  }

  private static let openings = ["中央", "全国", "国务院", "第"]

  /// Endings that nothing but a name has, whatever words it begins with.
  private static let strong: Set<String> = [
    "有限公司", "有限责任公司", "股份有限公司", "大学", "出版社", "电台", "广播电台", "报社", "杂志社", "协会", "研究院",
  ]

  private func isVague(_ unit: Lexicon.Match) -> Bool {
    Self.vague.contains(passage.string(Int(unit.start)..<Int(unit.end)))
  }

  /// Endings that are ordinary words as well.
  private static let vague: Set<String> = [
    "业务", "产品线", "党委", "党支部", "党校", "党组", "机构", "系统", "组织", "网站", "社区", "工厂", "学校", "办公室", "办公厅",
    "电力", "石油", "汽车", "航空", "保险", "街道", "部队", "总部", "科技", "基地", "基金", "传媒", "控股", "地产", "信托", "国会",
    "中心", "小学", "内阁",
  ]
  /// Of these, what ends the name of a body that begins with a place.
  private static let placed: Set<String> = [
    "电力", "石油", "汽车", "航空", "保险", "部队", "科技", "基地", "控股", "信托", "中心", "学校", "办公室", "办公厅", "小学",
  ]
  /// Said of any body of a place or state.
  private static let common: Set<String> = [
    "公司", "集团", "机构", "学校", "医院", "委员会", "中心", "基地", "部队", "联盟", "汽车", "科技", "电力", "石油", "办公室",
    "小学",
    "中学", "工厂", "办公厅",
  ]

  /// Whether a word begins at a place at which no name can go on.
  private func stops(_ place: Int) -> Bool {
    let kinds: TermKinds = [.boundary, .holder, .speech, .follower, .reporter, .state]
    return passage.starting(at: place, if: kinds).contains {
      $0.kind.meets(kinds) && !isCovered($0)
    }
  }

  /// Whether a longer word or the ending of a name holds a match.
  private func isCovered(_ match: Lexicon.Match) -> Bool {
    let kinds: TermKinds = [.word, .unit, .department, .listed]
    return (max(0, Int(match.start) - 5)...Int(match.start)).contains { start in
      passage.starting(at: start, if: kinds).contains {
        $0.kind.meets(kinds) && $0.length > match.length && $0.end >= match.end
      }
    }
  }

  /// Whether the name of a body may end at a place, after a stretch that follows on a known name.
  private func isEnding(_ end: Int, of tail: Range<Int>) -> Bool {
    if Self.closings.contains(passage.scalar(end - 1)),
      Self.endings.contains(where: { passage.stands($0, at: end - $0.count) })
    {
      return tail.count > 3
    }
    guard let unit = passage.ending(at: end, if: .unit).first(where: { $0.kind == .unit }) else {
      return false
    }
    if isPost(end) { return false }
    // 基金会·签署: 会签 is no word there.
    if unit.length < 3, isCrossed(end, from: max(tail.lowerBound, end - 3)) { return false }
    if unit.length == 1 {
      return Self.single.contains(passage.scalar(end - 1)) && tail.count > 2
        && !passage.ending(at: end, if: .word).contains { $0.kind == .word && $0.length == 2 }
    }
    let word = passage.string(Int(unit.start)..<end)
    if Self.vague.contains(word) {
      let names: TermKinds = [.place, .listed]
      guard Self.placed.contains(word),
        !(tail.lowerBound..<Int(unit.start)).contains(where: { passage.beginsLong(names, at: $0) })
      else { return false }
    }
    return unit.length < tail.count || !Self.common.contains(word)
  }

  /// Whether an ordinary word lies across the end of a name: 日·报道.
  private func isCrossed(_ end: Int, from start: Int) -> Bool {
    (start..<end).contains { at in
      passage.starting(at: at, if: .word).contains { $0.kind == .word && Int($0.end) > end }
    }
  }

  /// 公安局·局长, 核安全局副·局长: whether the last letter begins a post.
  private func isPost(_ end: Int) -> Bool {
    (1...2).contains { back in
      passage.starting(at: end - back, if: .titles).contains {
        $0.kind.meets(.titles) && Int($0.end) > end
      }
    }
  }

  private func isBalanced(_ range: Range<Int>) -> Bool {
    var depth = 0
    for place in range {
      let scalar = passage.scalar(place)
      if scalar.isOpeningBracket || scalar == 0x201C || scalar == 0x300A { depth += 1 }
      if scalar.isClosingBracket || scalar == 0x201D || scalar == 0x300B { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private static let counts = ["一份", "一家", "一所", "两家", "多家", "该校"]
  private static let particles = Set("在与和同对将向及为由的".unicodeScalars.map(\.value))
  private static let single = Set("局院厂校馆".unicodeScalars.map(\.value))
  /// Endings of bodies that have no post of their own name.
  private static let endings = [
    "产业园", "合作区", "示范区", "试验区", "开发区", "指挥部", "合作社", "联合社", "母港", "基地", "联防联控机制", "半导体",
    "自卫队",
  ].map { $0.unicodeScalars.map(\.value) }
  private static let closings = Set(endings.compactMap(\.last))
}
