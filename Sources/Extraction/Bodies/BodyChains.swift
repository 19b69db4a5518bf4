import Model
import Reference

/// Reads names of bodies forward: as far as the pieces of the tables follow on each other.
struct BodyChains {
  let passage: Passage

  struct Chain {
    var body: PrintedBody
    var end: Int
  }

  /// How long a name can be, in scalars.
  private static let reach = 36

  /// The longest body of known pieces that begins at a place.
  func longest(from start: Int) -> Chain? {
    if let single = single(at: start) { return single }
    for end in ends(from: start) where !isBroken(start..<end) {
      let parser = BodyParser(
        passage: passage, end: end, sharesLevel: false, allowsUnknown: false)
      if let body = parser.body(from: start) { return Chain(body: body, end: end) }
    }
    return nil
  }

  /// A name on which no other piece follows, as most are.
  private func single(at start: Int) -> Chain? {
    guard let match = passage.starting(at: start).last(where: { isPiece($0, start) }),
      match.length > 1
    else { return nil }
    let end = Int(match.end)
    guard !passage.begins(Self.later, at: end),
      !passage.scalar(end - 1).isLevel || !passage.begins(.local, at: end - 1),
      !isBroken(start..<end)
    else { return nil }
    var body = PrintedBody(start: start)
    switch passage.term(match) {
    case .place(let indices): body.places = [indices]
    case .state(let id): body.state = id
    case .listed(let ids): body.listed = ids
    default: return nil
    }
    return Chain(body: body, end: end)
  }

  private static var later: TermKinds { [.place, .listed, .local, .department] }

  /// 省委宣传部, 市政府, 省商务厅: the longest body that begins with a level.
  func longestWithoutName(from place: Int, limit: Int) -> Chain? {
    if case .local(let form)? = longLocal(at: place) {
      guard ![.any, .suffix, .autonomous].contains(form.reach), !isBeyondWord(place) else {
        return nil
      }
      return longest(from: place)
    }
    guard passage.begins(.department, at: place), place - 1 >= limit,
      passage.begins(.level, at: place - 1), !isBeyondWord(place - 1)
    else { return nil }
    return longest(from: place - 1).flatMap { $0.end > place ? $0 : nil }
  }

  private func longLocal(at place: Int) -> Term? {
    passage.starting(at: place, if: .local).last { $0.kind == .local && $0.length > 1 }
      .map { passage.term($0) }
  }

  /// Whether letters before a place make it the inside of a longer name.
  private func isBeyondWord(_ place: Int) -> Bool {
    passage.starting(at: place - 1, if: .word).contains { $0.kind == .word && $0.end > place }
  }

  /// Where chains of known pieces from a place may end, the furthest first.
  private func ends(from start: Int) -> [Int] {
    var found: [Int] = []
    var open = [start]
    while let place = open.popLast() {
      for match in passage.starting(at: place) where isPiece(match, start) {
        add(Int(match.end), &found, &open, start)
      }
      // 长沙市·委: the form of a committee begins with the last letter of the place.
      guard place > start, passage.scalar(place - 1).isLevel else { continue }
      for match in passage.starting(at: place - 1, if: .local)
      where match.kind == .local && match.length > 1 {
        add(Int(match.end), &found, &open, start)
      }
    }
    return found.sorted(by: >)
  }

  private func isPiece(_ match: Lexicon.Match, _ start: Int) -> Bool {
    let first: TermKinds = [.place, .state, .listed, .local, .skip, .level]
    return match.kind.meets(match.start == start ? first : Self.later)
  }

  private func add(_ end: Int, _ found: inout [Int], _ open: inout [Int], _ start: Int) {
    guard end - start <= Self.reach, !found.contains(end) else { return }
    found.append(end)
    open.append(end)
  }

  /// Whether an ordinary word lies across the end of a name: 省委·托, 教育部·门.
  private func isBroken(_ name: Range<Int>) -> Bool {
    let end = name.upperBound
    return (max(name.lowerBound, end - 3)..<end).contains { start in
      passage.starting(at: start, if: .word).contains { $0.kind == .word && Int($0.end) > end }
    }
  }

  // MARK: what follows

  /// 河滨市·十五届·人大: the assembly of a place, by its session.
  func session(of place: Chain) -> Chain? {
    for skip in passage.starting(at: place.end, if: .skip) where skip.kind == .skip {
      let next = Int(skip.end)
      guard passage.scalar(next - 1) == 0x5C4A else { continue }  // 届
      for match in passage.starting(at: next, if: .local).reversed() {
        guard case .local(let form) = passage.term(match),
          form.body == .congress || form.body == .consultative, form.reach == .any
        else { continue }
        var body = place.body
        body.local = form
        return Chain(body: body, end: Int(match.end))
      }
    }
    return nil
  }

  /// Whether a name is part of an office, whose post follows on it or on a word for its time.
  func isOffice(_ name: Range<Int>) -> Bool {
    let end = name.upperBound
    if passage.begins(.titles, at: end) || passage.ends(.titles, at: end) { return true }
    if passage.starting(at: end - 1, if: .titles).contains(where: {
      $0.kind.meets(.titles) && Int($0.end) > end
    }) {
      return true
    }
    if passage.starting(at: name.lowerBound, if: .titles).contains(where: {
      $0.kind.meets(.titles) && Int($0.end) > end
    }) {
      return true
    }
    return passage.starting(at: end, if: .qualifier).contains {
      $0.kind == .qualifier && passage.begins(.titles, at: Int($0.end))
    }
  }

  /// The end of 党政代表团, 经贸考察团 at a place.
  func delegationEnd(at place: Int) -> Int? {
    for length in 2...10 {
      let end = place + length
      guard passage.scalar(end - 1).isHan else { return nil }
      if passage.scalar(end - 1) == 0x56E2,  // 团
        Self.delegations.contains(where: { passage.stands($0, at: end - $0.unicodeScalars.count) })
      {
        return end
      }
    }
    return nil
  }

  private static let delegations = ["代表团", "考察团", "访问团", "调研团", "学习团", "一行团"]

  /// The end of a word for China that stands alone.
  func country(at start: Int) -> Int? {
    guard
      let word = ["中华人民共和国", "中国", "中方", "我国"].first(where: { passage.stands($0, at: start) })
    else { return nil }
    let end = start + word.unicodeScalars.count
    let names: TermKinds = [.listed, .local, .department, .state]
    let isLonger = passage.starting(at: start).contains {
      Int($0.end) > end && $0.kind.meets([.listed, .word, .skip])
    }
    return isLonger || passage.beginsLong(names, at: end) ? nil : end
  }
}
