import Model
import Reference

/// Who holds an office: the places of the names, and the rule that joined them to it.
struct Holding {
  var chain: Int
  /// Indices into the occurrences of names.
  var holders: [Int]
  var rule: Rule
  /// What the verb says of the office, where it says something.
  var qualifier: OfficeReading.Qualifier?
  /// A year printed in the clause of the office.
  var year: Int?
  /// 分别: the first office is of the first name, the second of the second.
  var isRespective = false
  /// The office is of each holder's own place: 四人都兼任省长.
  var isOfEach = false
  var voice = Held.Voice.news
  /// Whether the verb takes the holder away from another office: 转任, 调任.
  var leaves = false
}

/// Joins the chains of offices in a text to the names that hold them.
struct HolderFinder {
  let passage: Passage
  let offices: [PrintedOffice]
  let chains: [OfficeChain]
  /// For each chain the names read right after it.
  let following: [[Range<Int>]]
  let occurrences: [NameBook.Occurrence]
  let sentences: [Range<Int>]
  /// Indices of the sentences that tell careers.
  private let biographies: Set<Int>
  /// The date of the article, where it is known.
  private let published: PartialDate?

  init(
    _ passage: Passage, offices: [PrintedOffice], chains: [OfficeChain],
    following: [[Range<Int>]], occurrences: [NameBook.Occurrence], published: PartialDate?
  ) {
    self.passage = passage
    self.offices = offices
    self.chains = chains
    self.following = following
    self.occurrences = occurrences
    self.published = published
    sentences = Self.sentences(of: passage)
    biographies = Self.biographies(sentences, in: passage, published: published)
  }

  private static func sentences(of passage: Passage) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for paragraph in passage.paragraphs {
      var start = paragraph.lowerBound
      for place in paragraph where passage.scalar(place).endsSentence {
        found.append(start..<place + 1)
        start = place + 1
      }
      if start < paragraph.upperBound { found.append(start..<paragraph.upperBound) }
    }
    return found
  }

  /// The holdings of all chains, in the order of the text; chains that nobody holds are left out.
  func holdings() -> [Holding] {
    var found: [Holding] = []
    var subject: Int?
    var sentence = 0
    var subjectSentence = -1
    for index in chains.indices {
      let start = chains[index].range.lowerBound
      while sentence + 1 < sentences.count, sentences[sentence].upperBound <= start {
        if let first = subjectOccurrence(of: sentence) {
          subject = first
          subjectSentence = sentence
        }
        sentence += 1
      }
      // A subject is kept for the paragraph that it was named in and the next.
      let running = sentence - subjectSentence <= 8 ? subject : nil
      if var holding = holding(of: index, sentence: sentences[sentence], running, found) {
        if isTerm(after: chains[index].range.upperBound) { holding.qualifier = .former }
        if holding.voice != .present { holding.voice = voice(of: holding, in: sentence) }
        found.append(holding)
        if holding.rule == .career || holding.rule == .holder {
          subject = holding.holders.first ?? subject
          subjectSentence = sentence
        }
      }
    }
    return found
  }

  private func holding(
    of index: Int, sentence: Range<Int>, _ subject: Int?, _ found: [Holding]
  ) -> Holding? {
    let chain = chains[index]
    if !following[index].isEmpty {
      let holders = following[index].compactMap { range in
        occurrence(startingAt: range.lowerBound)
      }
      guard !holders.isEmpty else { return nil }
      return Holding(
        chain: index, holders: holders,
        rule: holders.count > 1 ? .officeNames : .officeName,
        qualifier: attributive(endingAt: chain.range.lowerBound))
    }
    let start = chain.range.lowerBound
    return relative(index) ?? nameBefore(index, at: start) ?? removal(index, at: start, sentence)
      ?? counted(index, at: start) ?? collective(index, in: sentence, found) ?? verb(
        index, at: start, in: sentence, subject) ?? apposition(
        index, at: start)
      ?? origin(index, in: sentence, subject)
      ?? continuation(index, found.last) ?? laterInList(index, in: sentence)
  }

  /// What a verb says of the office and name after it, as an attribute: 原任甲县县长乙.
  private func attributive(endingAt end: Int) -> OfficeReading.Qualifier? {
    guard let verb = holderVerb(endingAt: end),
      [0x539F, 0x66FE, 0x5019, 0x62DF].contains(passage.scalar(verb.start))  // 原曾候拟
    else { return nil }
    return verb.qualifier
  }

  // MARK: the rules, most telling first

  /// 时任上海市长的应勇, 任职海基会副董事长的知名台商许某
  private func relative(_ index: Int) -> Holding? {
    let range = chains[index].range
    guard passage.scalar(range.upperBound) == 0x7684 else { return nil }  // 的
    let verb = holderVerb(endingAt: range.lowerBound)
    let direct = occurrence(startingAt: range.upperBound + 1)
    guard let holder = direct ?? (verb == nil ? nil : described(from: range.upperBound + 1)) else {
      return nil
    }
    let first = offices[chains[index].offices[0]]
    guard
      verb != nil || first.qualifier != nil || first.range.lowerBound != (first.body?.start ?? -1)
    else { return nil }
    return Holding(chain: index, holders: [holder], rule: .relative, qualifier: verb?.qualifier)
  }

  /// The name that a few describing words lead to: 知名台商许某.
  private func described(from start: Int) -> Int? {
    guard let next = firstOccurrence(from: start) else { return nil }
    let words = start..<occurrences[next].range.lowerBound
    guard words.count <= 8, words.allSatisfy({ passage.scalar($0).isHan }),
      !words.contains(where: {
        [0x65F6, 0x804C, 0x671F, 0x540E, 0x524D].contains(passage.scalar($0))
      })
    else { return nil }  // 时职期后前
    return next
  }

  /// 王凯省长
  private func nameBefore(_ index: Int, at start: Int) -> Holding? {
    var end = start
    if passage.scalar(end - 1).isSpace { end -= 1 }
    guard let holder = occurrence(endingAt: end) else { return nil }
    return Holding(chain: index, holders: [holder], rule: .nameTitle)
  }

  /// 免去张国清的天津市市长职务, and the others of a list: 免去甲的市长职务、乙的局长职务.
  private func removal(_ index: Int, at start: Int, _ sentence: Range<Int>) -> Holding? {
    guard passage.scalar(start - 1) == 0x7684, let holder = occurrence(endingAt: start - 1) else {
      return nil
    }
    let isRelieved =
      holderVerb(endingAt: occurrences[holder].range.lowerBound)?.qualifier == .former
      || follows("职务", chains[index].range.upperBound) && holds("免去", sentence.lowerBound..<start)
    guard isRelieved else { return nil }
    return Holding(chain: index, holders: [holder], rule: .removal, qualifier: .former)
  }

  /// 应勇调任湖北省委书记
  private func verb(
    _ index: Int, at start: Int, in sentence: Range<Int>, _ subject: Int?
  ) -> Holding? {
    guard let verb = holderVerb(endingAt: start) ?? naming(endingAt: start) else { return nil }
    let year = year(before: verb.start, from: sentence.lowerBound)
    if let named = subjectBefore(verb.start, from: sentence.lowerBound) {
      let clause = occurrences[named].range.upperBound..<verb.start
      let qualifier = verb.qualifier ?? (isExpected(clause) ? .incoming : nil)
      let names = list(endingWith: named)
      return Holding(
        chain: index, holders: names, rule: .holder, qualifier: qualifier, year: year,
        isRespective: names.count > 1 && holds("分别", clause),
        leaves: ["转任", "调任", "改任"].contains { follows($0, verb.start) })
    }
    guard let subject,
      isShort(clauseStart(before: verb.start, from: sentence.lowerBound)..<verb.start)
    else { return nil }
    return Holding(
      chain: index, holders: [subject], rule: .career, qualifier: verb.qualifier, year: year)
  }

  /// Whether a clause leaves no room for a subject of its own before its verb.
  private func isShort(_ clause: Range<Int>) -> Bool {
    let dates: Set<UInt32> = [0x5E74, 0x6708, 0x65E5, 0x81F3, 0x8D77, 0x4ED6, 0x5979]  // 年月日至起他她
    return clause.lazy.filter { passage.scalar($0).isHan && !dates.contains(passage.scalar($0)) }
      .count <= 8
  }

  /// 庹震（人民日报社社长）, 龚正，上海市委副书记
  private func apposition(_ index: Int, at start: Int) -> Holding? {
    let mark = passage.scalar(start - 1)
    guard mark.isComma || [0x28, 0xFF08, 0xFF1A, 0x3A].contains(mark),
      let holder = occurrence(endingAt: start - 1),
      // 甲，俄罗斯总统乙: letters after the office are a name of its own.
      !passage.scalar(chains[index].range.upperBound).isHan
    else { return nil }
    return Holding(chain: index, holders: [holder], rule: .nameApposition)
  }

  /// 莱普雷特（Olivier Leprêtre）是渔业协会会长
  private func copula(_ index: Int, at start: Int) -> Holding? {
    guard [0x662F, 0x7CFB].contains(passage.scalar(start - 1)) else { return nil }  // 是系
    var end = start - 1
    if [0x66FE, 0x4E5F, 0x539F, 0x73B0].contains(passage.scalar(end - 1)) { end -= 1 }  // 曾也原现
    guard let holder = lastOccurrence(before: end), bracketed(holder) == end else { return nil }
    return Holding(chain: index, holders: [holder], rule: .copula)
  }

  /// 由青海省委书记调任云南省委书记, 以市长身份: the office that the person in play comes from or
  /// stands in.
  private func origin(_ index: Int, in sentence: Range<Int>, _ subject: Int?) -> Holding? {
    let range = chains[index].range
    let isBound = passage.hasTerm(endingAt: range.lowerBound) { term in
      if case .boundary = term { true } else { false }
    }
    guard isBound else { return nil }
    let next = passage.scalar(range.upperBound) == 0x7684 ? range.upperBound + 1 : range.upperBound
    let moves = passage.end(ofTermAt: next) { if case .holder = $0 { true } else { false } } != nil
    guard moves || passage.string(next..<min(next + 2, passage.count)) == "身份" else { return nil }
    let named = subjectBefore(range.lowerBound, from: sentence.lowerBound)
    let isOpening = range.lowerBound - sentence.lowerBound <= 8
    guard let holder = named ?? (isOpening ? subject : nil) else { return nil }
    return Holding(
      chain: index, holders: [holder], rule: .career, qualifier: moves ? .former : nil)
  }

  /// A career told on: 曾任天津海关副关长，海关总署副署长，浙江省副省长; with jobs between that are
  /// no offices: 先后任中学教师、团委副书记.
  private func continuation(_ index: Int, _ last: Holding?) -> Holding? {
    guard let last, index > 0,
      last.rule == .holder || last.rule == .career
        || last.rule == .nameApposition
    else { return nil }
    let gap = chains[last.chain].range.upperBound..<chains[index].range.lowerBound
    guard isListed(gap) || last.voice == .biography && isCareerList(gap) else { return nil }
    var holding = last
    holding.chain = index
    holding.rule = .career
    return holding
  }

  /// 先后任中学教师、团委副书记: the first office of a list that a verb and jobs that are no offices open.
  private func laterInList(_ index: Int, in sentence: Range<Int>) -> Holding? {
    let start = chains[index].range.lowerBound
    let limit = max(sentence.lowerBound, start - 40)
    for place in stride(from: start - 2, to: limit, by: -1) {
      guard let verb = listVerb(endingAt: place), isCareerList(place..<start),
        let named = subjectBefore(verb.start, from: sentence.lowerBound)
      else { continue }
      return Holding(
        chain: index, holders: [named], rule: .career, qualifier: verb.qualifier,
        year: year(before: verb.start, from: sentence.lowerBound))
    }
    return nil
  }

  /// A verb that opens a list of what somebody was: 历任, 先后任, 曾任.
  private func listVerb(
    endingAt end: Int
  ) -> (start: Int, qualifier: OfficeReading.Qualifier?)? {
    guard let verb = holderVerb(endingAt: end), verb.qualifier == .former, end - verb.start > 1
    else { return nil }
    return verb
  }

  private func isListed(_ gap: Range<Int>) -> Bool {
    gap.count <= 4 && Self.joints.contains(passage.string(gap))
  }

  /// Whether a gap between two offices of a career holds only further members of its list: it ends
  /// with a mark of lists, and names nobody.
  private func isCareerList(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty, gap.count <= 40, let mark = gap.last.map(passage.scalar),
      mark.isListMark || mark.isComma || mark == 0xFF1B || mark == 0x3B,
      !gap.contains(where: { [0x3002, 0x0A].contains(passage.scalar($0)) })
    else { return false }
    guard let next = firstOccurrence(from: gap.lowerBound) else { return true }
    return occurrences[next].range.lowerBound >= gap.upperBound
  }

  private static let joints: Set<String> = [
    "，", ",", "、", "；", ";", "以及", "及", "和", "，以及", "、以及", "等，", "，并", "，后", " ", "， ",
  ]

  // MARK: the voice of the text

  /// How the text speaks at an office: of a career where its sentence, or one before it in the
  /// paragraph, holds a word of careers or an earlier year.
  private func voice(of holding: Holding, in sentence: Int) -> Held.Voice {
    let start = chains[holding.chain].range.lowerBound
    if let verb = holderVerb(endingAt: start), passage.scalar(verb.start) == 0x73B0 {  // 现任
      return .present
    }
    if holding.rule != .holder, holding.rule != .career {
      return isScene(sentences[sentence]) ? .scene : .news
    }
    return biographies.contains(sentence) ? .biography : .news
  }

  /// Whether a sentence opens with an earlier year: 2014年，…
  private func isScene(_ sentence: Range<Int>) -> Bool {
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 7, sentence.upperBound)
    return opening.contains { place in
      guard passage.scalar(place) == 0x5E74, let year = passage.year(endingAt: place) else {
        return false
      }
      return year < published?.year ?? .min
    }
  }

  /// The sentences of careers.
  private static func biographies(
    _ sentences: [Range<Int>], in passage: Passage, published: PartialDate?
  ) -> Set<Int> {
    var found: Set<Int> = []
    for (index, sentence) in sentences.enumerated() {
      let isNew = index == 0 || passage.scalar(sentence.lowerBound - 1) == 0x0A
      if !isNew && found.contains(index - 1) || isBiography(sentence, in: passage, published) {
        found.insert(index)
      }
    }
    return found
  }

  private static func isBiography(
    _ sentence: Range<Int>, in passage: Passage, _ published: PartialDate?
  ) -> Bool {
    sentence.contains { place in
      if passage.scalar(place) == 0x5E74, let year = passage.year(endingAt: place) {  // 年
        guard let published, year == published.year, let month = published.month else {
          return year < published?.year ?? .max
        }
        // 2020年2月 in an article of November 2020.
        return passage.number(at: place + 1).map { $0 < month } ?? false
      }
      return passage.starting(at: place).contains {
        if case .biography = passage.term($0) { true } else { false }
      }
    }
  }

  /// Whether an office is told as the time of something else: 担任市长期间.
  private func isTerm(after end: Int) -> Bool {
    ["期间", "任内", "任上", "时期", "时，", "的时候"].contains { follows($0, end) }
  }

  // MARK: words around the office

  /// A verb that gives an office, right before it: 任, 出任中共…, 担任过, 任命…为.
  func holderVerb(
    endingAt end: Int
  ) -> (start: Int, qualifier: OfficeReading.Qualifier?)? {
    var end = end
    for _ in 0..<3 {
      for match in passage.ending(at: end) {
        // 荣 in 甲荣任: a letter of a name is no part of a verb.
        if case .holder(let qualifier) = passage.term(match), !liesInName(Int(match.start)),
          !isCounted(match)
        {
          return (Int(match.start), qualifier)
        }
      }
      // 为, 了, 过, 着 and opening quotes stand between a verb and its office.
      guard [0x4E3A, 0x4E86, 0x8FC7, 0x7740, 0x201C, 0x20].contains(passage.scalar(end - 1)) else {
        return nil
      }
      end -= 1
    }
    return nil
  }

  /// The name that a verb at `end` speaks of: the last one in its clause, or the last that opens a
  /// clause before it in its sentence; never the object of another verb.
  func subjectBefore(_ end: Int, from start: Int) -> Int? {
    var index = lastOccurrence(before: end)
    var fallback: Int?
    let clause = clauseStart(before: end, from: start)
    while let candidate = index, occurrences[candidate].range.lowerBound >= start {
      let place = occurrences[candidate].range.lowerBound
      if !isReplaced(place), !isPeriod(occurrences[candidate].range.upperBound) {
        if place >= clause || opensClause(candidate, from: start) { return candidate }
        fallback = fallback ?? candidate
      }
      index = candidate > 0 ? candidate - 1 : nil
    }
    return fallback
  }

  /// Whether a name only tells a time or a staff: 在克林顿任期内, 蔡某麾下.
  private func isPeriod(_ end: Int) -> Bool {
    ["任期", "任内", "麾下", "政府", "时代", "执政", "团队", "手下", "时期"].contains { follows($0, end) }
  }

  /// The place after the last comma before a place, or the start of its sentence.
  private func clauseStart(before end: Int, from start: Int) -> Int {
    var place = end
    while place > start, !passage.scalar(place - 1).isComma { place -= 1 }
    return place
  }

  /// Whether a name is the first of its clause, alone or after its offices.
  private func opensClause(_ candidate: Int, from start: Int) -> Bool {
    let name = occurrences[candidate].range.lowerBound
    let clause = clauseStart(before: name, from: start)
    if name - clause <= 3 { return true }
    guard let chain = chains.last(where: { $0.range.upperBound <= name }) else { return false }
    return name - chain.range.upperBound <= 2 && chain.range.lowerBound - clause <= 4
  }

  /// Whether a clause speaks of what is to come: 将, 料, 拟, 有望.
  private func isExpected(_ clause: Range<Int>) -> Bool {
    guard let first = clause.first else { return false }
    return [0x5C06, 0x6599, 0x62DF].contains(passage.scalar(first))
      || passage.string(first..<min(first + 2, clause.upperBound)) == "有望"
  }

  /// Those who are followed in an office: 接替于伟国出任, and 升任书记，接替刘赐贵.
  func predecessors(of holding: Holding) -> [Int] {
    guard holding.rule == .holder || holding.rule == .career else { return [] }
    let chain = chains[holding.chain].range
    var found: [Int] = []
    if let last = lastOccurrence(before: chain.lowerBound),
      chain.lowerBound - occurrences[last].range.upperBound < 8,
      isReplaced(occurrences[last].range.lowerBound)
    {
      found.append(last)
    }
    if let next = firstOccurrence(from: chain.upperBound),
      occurrences[next].range.lowerBound - chain.upperBound < 8,
      isReplaced(occurrences[next].range.lowerBound)
    {
      found.append(next)
    }
    return found
  }

  /// Whether a name is that of the one who is followed in office: 接替陈吉宁任.
  func isReplaced(_ start: Int) -> Bool {
    ["接替", "取代", "接棒", "顶替", "继", "接"].contains { word in
      let codes = word.unicodeScalars.map(\.value)
      return start >= codes.count
        && Array(passage.scalars[start - codes.count..<start]) == codes
    }
  }

  /// The name that a sentence is about: its first, unless that is one of the others in play.
  private func subjectOccurrence(of sentence: Int) -> Int? {
    let range = sentences[sentence]
    guard let first = firstOccurrence(from: range.lowerBound),
      occurrences[first].range.lowerBound < range.upperBound
    else { return nil }
    // 甲说，乙仍然希望…: what follows speaks of 乙.
    if speaks(occurrences[first].range.upperBound), first + 1 < occurrences.count,
      occurrences[first + 1].range.lowerBound < range.upperBound,
      opensClause(first + 1, from: range.lowerBound)
    {
      return first + 1
    }
    return first
  }

  /// Whether a verb of speech stands at a place.
  private func speaks(_ place: Int) -> Bool {
    passage.end(ofTermAt: place) { if case .speech = $0 { true } else { false } } != nil
      || passage.scalar(place) == 0x8BF4 || passage.scalar(place) == 0x79F0  // 说称
  }

  /// A year of four digits printed before a verb in its clause.
  private func year(before end: Int, from start: Int) -> Int? {
    var place = end - 1
    while place - 4 >= start {
      if passage.scalar(place) == 0x5E74, let year = passage.year(endingAt: place) { return year }
      place -= 1
    }
    return nil
  }

  /// 下一任, 首任: 任 as a measure word is no verb.
  private func isCounted(_ match: Lexicon.Match) -> Bool {
    guard match.length == 1 else { return false }
    let before = passage.scalar(Int(match.start) - 1)
    return before.isDigit
      || [0x4E0B, 0x4E0A, 0x4E00, 0x9996, 0x4E24, 0x5386, 0x6BCF, 0x8FD9, 0x672C, 0x4E8C, 0x4E09]
        .contains(before)  // 下上一首两历每这本二三
  }

  /// Whether a place lies in a name, beyond its first letter.
  private func liesInName(_ place: Int) -> Bool {
    guard let last = lastOccurrence(startingBefore: place) else { return false }
    return occurrences[last].range.upperBound > place
  }

  // MARK: occurrences by place

  private func lastOccurrence(startingBefore place: Int) -> Int? {
    let next = firstOccurrence(from: place) ?? occurrences.count
    return next > 0 ? next - 1 : nil
  }

  func occurrence(startingAt place: Int) -> Int? {
    guard let index = firstOccurrence(from: place), occurrences[index].range.lowerBound == place
    else { return nil }
    return index
  }

  func occurrence(endingAt place: Int) -> Int? {
    guard let index = lastOccurrence(before: place), occurrences[index].range.upperBound == place
    else { return nil }
    return index
  }

  /// The first occurrence that begins at a place or after it.
  func firstOccurrence(from place: Int) -> Int? {
    var low = 0
    var high = occurrences.count
    while low < high {
      let middle = (low + high) / 2
      if occurrences[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low < occurrences.count ? low : nil
  }

  /// The last occurrence that ends at a place or before it.
  func lastOccurrence(before place: Int) -> Int? {
    let next = firstOccurrence(from: place) ?? occurrences.count
    return occurrences[..<next].lastIndex { $0.range.upperBound <= place }
  }
}
