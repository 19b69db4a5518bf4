import Model
import Reference

/// Reads the stretch before a post as the name of a body: state, places, committee, departments.
struct BodyParser {
  let passage: Passage
  /// Where the body ends and the post (or its qualifier) begins.
  let end: Int
  /// Whether the post begins with the last character of a place (石家庄市·长).
  let sharesLevel: Bool
  /// Whether a piece may be a body that no table lists.
  let allowsUnknown: Bool

  /// The body that begins at `start` and fills the stretch to `end`; nil where none does.
  func body(from start: Int) -> PrintedBody? {
    let found = read(at: start, PrintedBody(start: start), depth: 0)
    return found.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func read(at place: Int, _ draft: PrintedBody, depth: Int) -> PrintedBody? {
    if place == end { return draft }
    guard place < end, depth < 8 else { return nil }
    for match in passage.starting(at: place).reversed() {
      if let found = read(match, draft, depth: depth) { return found }
    }
    if let found = readShared(at: place, draft, depth: depth) { return found }
    if let found = readPrefix(at: place, draft, depth: depth) { return found }
    return allowsUnknown ? readUnknown(at: place, draft, depth: depth) : nil
  }

  private func read(_ match: Lexicon.Match, _ draft: PrintedBody, depth: Int) -> PrintedBody? {
    var draft = draft
    let stop = Int(match.end)
    switch passage.term(match) {
    case .skip:
      guard draft.isEmpty, stop < end else { return nil }
      if [0x56E2, 0x9752].contains(passage.scalar(stop - 1)) { draft.isYouthLeague = true }  // 团青
    case .state(let id):
      guard draft.isEmpty else { return nil }
      draft.state = id
    case .level(.district) where draft.places.count == 1 && draft.local == nil && stop == end:
      // 广西区党委书记: the region, and no district.
      guard isRegion(draft.places[0]) else { return nil }
    case .level(let reach):
      guard draft.isEmpty else { return nil }
      draft.level = reach
    case .place(let indices):
      guard draft.local == nil, draft.listed == nil, draft.parts.isEmpty, draft.level == nil,
        draft.state == nil, draft.places.count < 3
      else { return nil }
      draft.places.append(indices)
      if stop == end + 1, sharesLevel { return draft }
    case .local(let form):
      guard add(form, match, to: &draft) else { return nil }
    case .listed(let ids):
      guard add(ids, Int(match.start)..<stop, to: &draft) else { return nil }
    case .department(let side):
      guard draft.parts.count < 3 else { return nil }
      draft.parts.append(.init(range: Int(match.start)..<stop, side: side))
    default: return nil
    }
    return stop <= end ? read(at: stop, draft, depth: depth + 1) : nil
  }

  /// The word for a committee that stands before its place: 政协·湖南省委员会, 团·湖南省委.
  private func readPrefix(at place: Int, _ draft: PrintedBody, depth: Int) -> PrintedBody? {
    if let party = readParty(at: place, draft, depth: depth) { return party }
    guard draft.isEmpty else { return nil }
    var draft = draft
    for (word, isLeague) in [("中国人民政治协商会议", false), ("政协", false), ("团", true)]
    where passage.stands(word, at: place) {
      let next = place + word.unicodeScalars.count
      guard passage.beginsLong(.place, at: next),
        !isLeague || !passage.scalar(place - 1).isNameLetter
      else { continue }
      draft.isYouthLeague = isLeague
      draft.isConsultative = !isLeague
      return read(at: next, draft, depth: depth + 1)
    }
    return nil
  }

  /// The committee of a democratic party in a place: 民盟·广东省委, 民革·广东省委会.
  private func readParty(at place: Int, _ draft: PrintedBody, depth: Int) -> PrintedBody? {
    guard let id = draft.listed?.first, draft.parts.isEmpty,
      passage.terms.almanac.organizations[id]?.kind == "democratic_party"
    else { return nil }
    for match in passage.starting(at: place, if: .place) where match.kind == .place {
      for word in ["委员会", "委会", "委"] where passage.stands(word, at: Int(match.end)) {
        // 广东省委会 is 广东省委 to the tables.
        let committee = place..<Int(match.end) + 1
        var draft = draft
        draft.parts.append(.init(range: committee, side: .any))
        let end = Int(match.end) + word.unicodeScalars.count
        if let found = read(at: end, draft, depth: depth + 1) { return found }
      }
    }
    return nil
  }

  private func isRegion(_ indices: [Int]) -> Bool {
    indices.contains { passage.terms.almanac.divisions.all[$0].kind == "自治区" }
  }

  /// A committee whose form begins with the last character of the place before it: 长沙市·委.
  private func readShared(at place: Int, _ draft: PrintedBody, depth: Int) -> PrintedBody? {
    guard !draft.places.isEmpty, draft.local == nil, draft.parts.isEmpty, draft.listed == nil,
      passage.scalar(place - 1).isLevel
    else { return nil }
    for match in passage.starting(at: place - 1).reversed() where Int(match.end) <= end {
      guard case .local(let form) = passage.term(match), form.reach != .any, form.reach != .suffix,
        match.length > 1
      else { continue }
      var draft = draft
      draft.local = form
      if let found = read(at: Int(match.end), draft, depth: depth + 1) { return found }
    }
    return nil
  }

  private func add(_ form: LocalForm, _ match: Lexicon.Match, to draft: inout PrintedBody) -> Bool {
    let range = Int(match.start)..<Int(match.end)
    // 政协湖南省·委员会 ends in the whole word.
    if draft.isConsultative, passage.string(range) != "委员会" { return false }
    if draft.listed != nil || draft.state != nil || !draft.parts.isEmpty {
      guard form.reach == .any else { return false }
      draft.parts.append(.init(range: range, side: .any))
      return true
    }
    guard draft.local == nil else { return false }
    switch form.reach {
    case .suffix:
      guard !draft.places.isEmpty, passage.scalar(range.lowerBound - 1).isLevel else {
        return false
      }
    case .autonomous:
      guard !draft.places.isEmpty || draft.level == .province else { return false }
    default: break
    }
    draft.local = form
    return true
  }

  private func add(_ ids: [String], _ range: Range<Int>, to draft: inout PrintedBody) -> Bool {
    if draft.local != nil { return false }
    if draft.isEmpty {
      draft.listed = ids
      return true
    }
    guard draft.parts.count < 3 else { return false }
    // 湖北省·卫健委 and 俄罗斯·外交部 are bodies of the place or state before them.
    draft.parts.append(.init(range: range, side: draft.state == nil ? .government : .any))
    return true
  }

  /// A body that no table lists: a run of letters with the ending of a body and no verb in it.
  private func readUnknown(at place: Int, _ draft: PrintedBody, depth: Int) -> PrintedBody? {
    guard draft.parts.count < 3, draft.local == nil || draft.parts.isEmpty else { return nil }
    if sharesLevel, draft.parts.isEmpty, (1...6).contains(end - place), isClean(place..<end),
      mayBePlace(place..<end)
    {
      // A place that no table lists: 高雄市·长.
      var draft = draft
      draft.parts.append(.init(range: place..<end + 1, side: nil))
      return draft
    }
    for stop in stride(from: min(end, place + 24), to: place + 1, by: -1) {
      guard endsLikeABody(place..<stop, isPlaced: !draft.places.isEmpty), isClean(place..<stop),
        !isNamed(place..<stop)
      else { continue }
      var draft = draft
      draft.parts.append(.init(range: place..<stop, side: nil))
      if let found = read(at: stop, draft, depth: depth + 1) { return found }
    }
    return nil
  }

  /// Whether a stem before a level may be a place that no table lists, and no person: 高雄·市长, but
  /// not 王凯·市长. Provinces are all listed.
  private func mayBePlace(_ stem: Range<Int>) -> Bool {
    guard passage.scalar(end) != 0x7701 else { return false }  // 省
    if stem.count > 4,
      !stem.allSatisfy({ passage.terms.names.isTransliteration(passage.scalar($0)) })
    {
      return false
    }
    return !passage.terms.names.isSurname(passage.scalar(stem.lowerBound))
      || NameReader(passage: passage).isOrdinaryWord(stem)
  }

  /// 国防部·沈文涛部: a person between a body and a post that begins with its last letter.
  private func isNamed(_ range: Range<Int>) -> Bool {
    guard range.upperBound == end else { return false }
    return (2...3).contains { length in
      let name = end - 1 - length..<end - 1
      return name.lowerBound >= range.lowerBound && isName(name)
        && passage.ends([.listed, .department, .unit], at: name.lowerBound)
    }
  }

  private func isName(_ name: Range<Int>) -> Bool {
    let names = passage.terms.names
    guard names.isSurname(passage.scalar(name.lowerBound)),
      !NameReader(passage: passage).isOrdinaryWord(name.lowerBound + 1..<name.upperBound)
    else { return false }
    let given = name.lowerBound + 1
    return names.score(
      surname: passage.scalar(name.lowerBound), length: 1, given: passage.scalar(given),
      given + 1 < name.upperBound ? passage.scalar(given + 1) : nil) > 10
  }

  private func endsLikeABody(_ range: Range<Int>, isPlaced: Bool) -> Bool {
    // “部长: a quotation that begins before a post is no name.
    if passage.scalar(range.lowerBound) == 0x201C,
      !range.contains(where: { passage.scalar($0) == 0x201D })
    {
      return false
    }
    return passage.ending(at: range.upperBound).contains { match in
      guard Int(match.start) > range.lowerBound || (isPlaced && match.length > 1) else {
        return false
      }
      return match.kind.meets([.unit, .department])
    } || [0x29, 0xFF09].contains(passage.scalar(range.upperBound - 1))
  }

  /// Whether a run may be one name: letters, brackets and quotes only, and no word at which a
  /// name cannot go on, unless it lies inside a longer one (日 in 日报社).
  private func isClean(_ range: Range<Int>) -> Bool {
    for place in range {
      guard passage.scalar(place).isNameLetter else { return false }
      for match in passage.starting(at: place) where Int(match.end) <= range.upperBound {
        guard match.kind.meets(.nameBreaks), !isCovered(match, within: range) else { continue }
        if isJoint(place, within: range) { continue }
        return false
      }
    }
    return true
  }

  private func isJoint(_ place: Int, within range: Range<Int>) -> Bool {
    place > range.lowerBound
      && BodyJoint(passage: passage).joins(at: place, limit: range.lowerBound)
  }

  private func isCovered(_ match: Lexicon.Match, within range: Range<Int>) -> Bool {
    for start in max(range.lowerBound, Int(match.start) - 6)...Int(match.start) {
      for other in passage.starting(at: start) {
        guard other.length > match.length, other.end >= match.end, other.end <= range.upperBound,
          !other.kind.meets(.nameBreaks)
        else { continue }
        return true
      }
    }
    return false
  }
}

/// Tells the conjunctions that join two matters in the name of one body: 运输及房屋局, 农业和农村委员会.
/// Both sides are ordinary words, so that no person or place is joined to a body.
struct BodyJoint {
  let passage: Passage

  func joins(at place: Int, limit: Int) -> Bool {
    guard [0x53CA, 0x548C, 0x4E0E].contains(passage.scalar(place)),  // 及和与
      (2...6).contains(where: { endsWithUnit(place + 1..<place + 1 + $0) })
    else { return false }
    return (2...6).contains { length in
      let start = place - length
      return start >= limit && isWords(start..<place) && opens(start)
    }
  }

  /// Whether words and the ending of a body fill a stretch.
  private func endsWithUnit(_ range: Range<Int>) -> Bool {
    guard range.upperBound < passage.count, isWords(range) else { return false }
    return passage.starting(at: range.upperBound).contains {
      $0.kind.meets([.unit, .department])
    }
  }

  /// Whether the name of a body may begin at a place.
  private func opens(_ start: Int) -> Bool {
    guard passage.scalar(start - 1).isHan else { return true }
    return passage.ending(at: start).contains {
      $0.kind.meets([.place, .state, .listed, .local, .boundary, .level, .holder])
    }
  }

  /// Whether a stretch is made of ordinary words of two letters and more.
  private func isWords(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    return passage.starting(at: range.lowerBound).contains { match in
      match.length > 1 && Int(match.end) <= range.upperBound && match.kind == .word
        && isWords(Int(match.end)..<range.upperBound)
    }
  }
}

extension UInt32 {
  var isOpeningBracket: Bool { self == 0x28 || self == 0xFF08 }
  var isClosingBracket: Bool { self == 0x29 || self == 0xFF09 }
  /// A letter of the Latin script, with its marks, or a mark of its prose.
  var isLatinLetter: Bool { (0xC0...0x24F).contains(self) || (0x2010...0x2019).contains(self) }
  /// The last character of a division's name that titles and committees share with it.
  var isLevel: Bool {
    switch self {
    case 0x7701, 0x5E02, 0x53BF, 0x533A, 0x5DDE, 0x76DF, 0x65D7, 0x9547, 0x4E61: true  // 省市县区州盟旗镇乡
    default: false
    }
  }

  /// A character that the name of a body may hold.
  var isNameLetter: Bool {
    switch self {
    case 0x28, 0x29, 0xFF08, 0xFF09, 0xB7, 0x201C, 0x201D, 0x300A, 0x300B, 0x2D, 0x26: true
    default: isHan || isLatin || isDigit
    }
  }
}
