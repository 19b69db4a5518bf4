import Reference

/// Says who speaks, for a verb of attribution and its clause.
struct SpeakerFinder {
  let passage: Passage
  private var words: SpeechWords { passage.terms.wordings.speech }
  let people: PersonPlaces
  let clauses: Clauses

  struct Found {
    var speakers: [Int]
    var rule: QuoteRule
  }

  /// What was attributed last: to whom, and up to where.
  struct Last {
    var speakers: [Int] = []
    var stretch = 0..<0
    /// Where the clause of its verb begins.
    var clause = -1
    /// Where its sentence begins, and who was the first to speak in that.
    var sentence = -1
    var openers: [Int] = []
  }

  /// The speakers of a verb, nil where they are nobody with a name.
  func speakers(of verb: Int, clause: Int, after last: Last) -> Found? {
    let named = people.indices(in: clause..<verb)
    if let source = source(of: verb, in: named, from: clause) {
      return Found(speakers: [source], rule: .subject)
    }
    if let subject = subject(of: named, from: clause) {
      let group = group(from: subject, in: named, to: verb)
      guard let end = group.last.map({ people.ranges[$0].upperBound }), joins(end, verb) else {
        return nil
      }
      return Found(speakers: group, rule: .subject)
    }
    let start = clauses.skippingAdverbs(from: clause, to: verb)
    if isPronoun(start), named.isEmpty || joins(start + 1, verb) {
      guard joins(start + 1, verb) else { return nil }
      if goesOn(at: clause, start, last) { return Found(speakers: last.speakers, rule: .pronoun) }
      return running(before: clause, last).map { Found(speakers: $0, rule: .pronoun) }
    }
    if let end = passage.end(of: words.pairs, at: start), joins(end, verb) {
      if last.stretch.contains(verb) { return nil }
      return pair(before: start, last).map { Found(speakers: $0, rule: .pronoun) }
    }
    guard start == verb || isCircumstance(start..<verb, hasNames: !named.isEmpty) else {
      return nil
    }
    return elided(clause, last).map { Found(speakers: $0, rule: .elided) }
  }

  // MARK: in the clause

  /// The first of some persons that may be a subject.
  private func subject(of named: Range<Int>, from start: Int) -> Int? {
    var from = start
    for index in named {
      let range = people.ranges[index]
      let clause = max(from, clauses.start(before: range.lowerBound))
      if !isGoverned(from: clause, to: range.lowerBound), !isOwner(index, in: named) {
        return index
      }
      from = range.upperBound
    }
    return nil
  }

  /// Whether a person only says whose somebody is who is named behind: 甲办公室发言人乙, 甲的妻子乙.
  private func isOwner(_ index: Int, in named: Range<Int>) -> Bool {
    guard index + 1 < named.upperBound else { return false }
    let (end, next) = (people.ranges[index].upperBound, people.ranges[index + 1].lowerBound)
    guard end < next, next - end <= 20 else { return false }
    let place = end + (passage.scalar(end) == 0x7684 ? 1 : 0)  // 的
    // 甲办公室发言人乙, 甲国家安全委员会顾问乙: those around the first.
    guard
      passage.end(of: words.households, at: place) != nil
        || passage.start(of: words.retainers, before: next) != nil
          && passage.end(of: words.prepositions, at: place) == nil
          && passage.end(of: words.governors, at: place) == nil
    else { return false }
    return !(end..<next).contains {
      let scalar = passage.scalar($0)
      return scalar.isListMark || scalar.isComma || scalar == 0x548C || scalar == 0x4E0E  // 和与
        || scalar == 0x53CA || scalar.opensBracket  // 及
    }
  }

  /// Whom 根据甲介绍 and 援引甲的话说 name.
  private func source(of verb: Int, in named: Range<Int>, from clause: Int) -> Int? {
    guard let last = named.last else { return nil }
    let range = people.ranges[last]
    let place = clauses.skippingAdverbs(from: range.upperBound, to: verb)
    if place == verb {
      let isAccount = passage.end(of: words.accounts, at: verb) != nil
      return isAccount && named.count == 1 && passage.stands("根据", at: clause) ? last : nil
    }
    guard passage.scalar(place) == 0x7684,  // 的
      let end = passage.end(of: words.sayings, at: place + 1),
      clauses.skippingAdverbs(from: end, to: verb) == verb,
      passage.holds(words.citations, in: clause..<range.lowerBound)
    else { return nil }
    return last
  }

  /// Whether the words before a name take it out of the subject's place.
  private func isGoverned(from start: Int, to name: Int) -> Bool {
    var place = clauses.skippingAdverbs(from: start, to: name)
    if isPronoun(place) { return passage.scalar(place + 1) != 0x7684 }  // 他的秘书甲
    // 在甲陪同下，乙 and 的陪同下乙: what is behind a circumstance is free again.
    if let end = circumstance(in: place..<name) { place = end }
    if let end = passage.end(of: words.governors, at: place), end <= name {
      if passage.end(of: words.relatives, at: place) == end,
        passage.scalars[end..<name].contains(0x7684)  // 的
      {
        return false
      }
      // 和田地区, 大同, 经济: the word is part of a longer one.
      if end == place + 1, passage.beginsLong([.ordinary], at: place) { return false }
      return !passage.begins([.place, .state, .listed], at: place)
    }
    return passage.holds(words.governingVerbs, in: place..<name)
  }

  /// The end of the last 时, 下 or 后 in a stretch.
  private func circumstance(in stretch: Range<Int>) -> Int? {
    stretch.last { place in
      let scalar = passage.scalar(place)
      if scalar == 0x524D { return passage.scalar(place - 1) == 0x4E4B }  // 之前
      return scalar == 0x65F6 || scalar == 0x4E0B || scalar == 0x540E  // 时下后
    }.map { $0 + 1 }
  }

  private func isPronoun(_ place: Int) -> Bool {
    let scalar = passage.scalar(place)
    return (scalar == 0x4ED6 || scalar == 0x5979) && passage.scalar(place + 1) != 0x4EEC  // 他她们
  }

  /// The persons of a list that begins with one: 甲、省长乙也表示.
  private func group(from first: Int, in named: Range<Int>, to verb: Int) -> [Int] {
    var group = [first]
    for index in named where index > first {
      let end = people.ranges[index - 1].upperBound
      let gap = clauses.skippingAdverbs(from: end, to: people.ranges[index].lowerBound)
      let scalar = passage.scalar(gap)
      let own = people.ranges[index].upperBound
      let isLast = clauses.skippingAdverbs(from: own, to: verb) == verb
      let isAnd = scalar == 0x548C || scalar == 0x4E0E || scalar == 0x53CA  // 和与及
      guard scalar.isListMark || isAnd && isLast else { break }
      group.append(index)
    }
    return group
  }

  /// Whether what stands between a subject and a verb leaves them one clause.
  func joins(_ subject: Int, _ verb: Int) -> Bool {
    var place = clauses.skippingAdverbs(from: subject, to: verb)
    if passage.scalar(place) == 0x7684,  // 的
      let end = passage.end(of: words.sayings, at: place + 1), end <= verb
    {
      place = clauses.skippingAdverbs(from: end, to: verb)
    }
    while place < verb, let end = title(at: place), end <= verb {
      place = clauses.skippingAdverbs(from: end, to: verb)
    }
    var verb = verb
    while let adverb = passage.start(of: words.adverbs, before: verb), adverb > place {
      verb = adverb
    }
    if passage.scalar(verb - 1).closesBracket, let open = clauses.bracket(endingAt: verb) {
      verb = max(place, open)
    }
    if place >= verb { return true }
    let scalar = passage.scalar(place)
    if scalar == 0x7684 || scalar.isListMark { return false }  // 的
    if passage.end(of: words.households, at: place) != nil { return false }
    if passage.start(of: words.circumstances, before: verb) != nil { return true }
    if isPassive(place..<verb) { return false }
    if passage.end(of: words.prepositions, at: place) != nil { return true }
    if passage.start(of: words.unnamed, before: verb) != nil { return false }
    return verb - place <= 24
  }

  /// 被中央纪委宣布, 受到各方敦促: the verb is of somebody else.
  private func isPassive(_ gap: Range<Int>) -> Bool {
    gap.contains { place in
      let scalar = passage.scalar(place)
      let next = passage.scalar(place + 1)
      if scalar == 0x88AB { return next != 0x95EE }  // 被, not 被问
      return (scalar == 0x53D7 || scalar == 0x906D) && next == 0x5230  // 受到遭到
    }
  }

  private func title(at place: Int) -> Int? {
    guard passage.begins([.post, .fixed, .merged, .speech], at: place) else {
      return passage.end(of: words.forms, at: place)
    }
    return passage.end(ofTermAt: place) { term in
      switch term {
      case .post, .fixed, .merged: true
      default: false
      }
    } ?? passage.end(of: words.forms, at: place)
  }

  /// Whether a clause without a subject tells only when or where: 在致辞中.
  private func isCircumstance(_ stretch: Range<Int>, hasNames: Bool) -> Bool {
    var end = stretch.upperBound
    while let adverb = passage.start(of: words.adverbs, before: end),
      adverb > stretch.lowerBound
    { end = adverb }
    // 针对春耕部分指出: a topic.
    if !hasNames, stretch.count < 40,
      passage.end(
        of: words.topics, at: clauses.skippingAdverbs(from: stretch.lowerBound, to: end))
        != nil
    {
      return true
    }
    guard passage.start(of: words.circumstances, before: end) != nil, stretch.count < 60
    else { return false }
    return hasNames || passage.end(of: words.prepositions, at: stretch.lowerBound) != nil
      || passage.stands("会", at: stretch.lowerBound) && stretch.count <= 8
  }

  // MARK: before the clause

  /// The speaker whom a clause without a subject leaves to the clauses before it.
  private func elided(_ clause: Int, _ last: Last) -> [Int]? {
    let sentence = clauses.sentenceStart(before: clause)
    if last.stretch.contains(max(sentence, clause - 1)) || last.stretch.upperBound == clause {
      // A text that begins with a verb stands behind the end of nothing.
      return last.speakers.isEmpty ? nil : last.speakers
    }
    if passage.holds(words.voices, in: sentence..<clause) { return nil }
    if let subject = opener(of: sentence..<clause) { return [subject] }
    let start = clauses.skippingAdverbs(from: sentence, to: clause)
    if last.stretch.lowerBound >= sentence, last.stretch.upperBound <= clause,
      !last.speakers.isEmpty
    {
      return last.speakers
    }
    if isPronoun(start) { return running(before: sentence, last) }
    // 在河滨大学出席论坛并致辞，强调…: the speaker of the paragraph goes on.
    let goesOn = start >= clause || passage.end(of: words.prepositions, at: start) != nil
    let spoken = last.stretch.lowerBound
    let between = passage.scalars[spoken..<max(spoken, sentence)]
    return goesOn && !last.speakers.isEmpty && !between.contains(0x0A) ? last.speakers : nil
  }

  /// The person who opens a sentence as its subject.
  private func opener(of sentence: Range<Int>) -> Int? {
    let named = people.indices(in: sentence)
    guard let subject = subject(of: named, from: sentence.lowerBound),
      let first = named.first, subject - first <= 2
    else { return nil }
    let range = people.ranges[subject]
    let next = passage.scalar(range.upperBound)
    if next == 0x7684 { return nil }  // 的
    if passage.end(of: words.households, at: range.upperBound) != nil { return nil }
    // The subject stands early in its clause.
    return clauses.start(before: range.lowerBound) + 45 > range.lowerBound ? subject : nil
  }

  /// Whether 他 at the head of a paragraph is whoever spoke in the paragraph before it.
  private func goesOn(at clause: Int, _ pronoun: Int, _ last: Last) -> Bool {
    guard last.speakers.count == 1, pronoun - clause <= 3 else { return false }
    var start = clause
    while passage.scalar(start - 1).isSpace, passage.scalar(start - 1) != 0x0A { start -= 1 }
    guard start > 0, passage.scalar(start - 1) == 0x0A else { return false }
    var before = start - 1
    while before > 0, passage.scalar(before - 1).isSpace || passage.scalar(before - 1) == 0x0A {
      before -= 1
    }
    // Of the paragraph before, at least the end of what was said last.
    let between = passage.scalars[min(last.stretch.upperBound, before)..<before]
    return last.stretch.upperBound > 0 && !between.contains(0x0A)
  }

  /// Whom 他 means: who was the first to speak in its sentence, the subject of the last sentence that
  /// has one, else who spoke last.
  private func running(before clause: Int, _ last: Last) -> [Int]? {
    if last.openers.count == 1, last.sentence == clauses.sentenceStart(before: clause) {
      return last.openers
    }
    var end = clause
    for step in 0..<5 where end > 0 {
      let sentence = clauses.sentenceStart(before: step == 0 ? end : end - 1)
      if last.stretch.contains(max(sentence, 0)) || last.stretch.upperBound + 2 >= end,
        !last.speakers.isEmpty, last.stretch.lowerBound < end, step > 0
      {
        return last.speakers
      }
      if sentence < end, let subject = opener(of: sentence..<end) { return [subject] }
      end = max(0, sentence)
      if step == 0, end == clause { continue }
    }
    return last.speakers.isEmpty ? nil : last.speakers
  }

  /// The two whom 两国元首 means.
  private func pair(before place: Int, _ last: Last) -> [Int]? {
    if last.speakers.count == 2 { return last.speakers }
    var index = people.first(from: place) - 1
    guard index >= 0 else { return nil }
    let second = index
    while index > 0, place - people.ranges[index].lowerBound < 400 {
      index -= 1
      if !people.areOne(index, second) { return [index, second] }
    }
    return nil
  }
}
