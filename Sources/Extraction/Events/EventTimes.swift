import Model

/// Tells when what a sentence tells took place.
struct EventTimes {
  let passage: Passage
  private var words: EventWords { passage.terms.wordings.events }
  let dates: PassageDates
  private let quoted: QuotedStretches
  private let article: PartialDate?

  init(
    passage: Passage, dates: PassageDates, quoted: QuotedStretches, published: PartialDate?
  ) {
    self.quoted = quoted
    self.passage = passage
    self.dates = dates
    article = published
  }

  /// The date of the article, for what it reports without another.
  var published: Event.Time {
    guard let article else { return Event.Time() }
    return Event.Time(start: DayName(article), end: DayName(article), basis: .publication)
  }

  /// The date printed last before a place of a sentence.
  func printed(before place: Int, in sentence: Range<Int>) -> Event.Time? {
    dates.last(before: place, from: sentence.lowerBound) { !isSince($0, before: place) }.map(time)
  }

  /// The same of an office, which is held since its date: 2009年7月以来任.
  func begun(before place: Int, in sentence: Range<Int>) -> Event.Time? {
    dates.last(before: place, from: sentence.lowerBound).map(time)
  }

  /// 自2005年以来: whether a date only opens the time in which something was done.
  private func isSince(_ date: Int, before place: Int) -> Bool {
    let near = date..<min(date + Self.sinceReach, place)
    guard let end = near.first(where: { passage.end(of: words.since, at: $0) != nil }) else {
      return false
    }
    return !(date..<end).contains { passage.scalar($0).isComma }
  }

  /// How far behind its date 以来 may stand: 自1989年民主转型以来.
  private static let sinceReach = 24

  /// The date printed last in a sentence, by the article itself and none whom it quotes.
  func printed(in sentence: Range<Int>) -> Event.Time? {
    dates.last(before: sentence.upperBound, from: sentence.lowerBound) {
      !quoted.holds($0) && !isSince($0, before: sentence.upperBound)
    }
    .map(time)
  }

  /// The date printed last before a place of a sentence, of those that are asked for.
  func dated(
    before place: Int, in sentence: Range<Int>, where isMeant: (Int) -> Bool
  ) -> PassageDates.Dated? {
    dates.last(before: place, from: sentence.lowerBound, where: isMeant)
  }

  /// The dates that a sentence prints, in order.
  func dates(in sentence: Range<Int>) -> ArraySlice<PassageDates.Dated> { dates.all(in: sentence) }

  /// The date of what an article reports and its sentence does not date: of the report that it goes
  /// on to name (网站今天发布上述消息), else of the days told last before it, if they are of the week
  /// before the article.
  func news(of scene: EventScene, after place: Int) -> Event.Time {
    if let day = dates.first(from: place, to: scene.sentence.upperBound), isRecent(day) {
      return time(day)
    }
    let end = min(scene.sentence.upperBound + Self.reach, passage.count)
    var from = scene.sentence.upperBound
    while let day = dates.first(from: from, to: end) {
      if isRecent(day), isOfReport(day) { return time(day) }
      from = day.range.upperBound
    }
    if let month = lately(before: place, in: scene.sentence) { return month }
    if let last = recent(before: scene.sentence.lowerBound) {
      var time = time(last)
      time.basis = .inherited
      time.text = nil
      return time
    }
    return Event.Time()
  }

  /// The last day of the week before the article that stands before a place.
  private func recent(before place: Int) -> PassageDates.Dated? {
    var place = place
    for _ in 0..<4 {
      guard let last = dates.last(before: place, from: 0) else { return nil }
      if isRecent(last) { return last }
      place = last.range.lowerBound
    }
    return nil
  }

  /// How far behind an event the sentence may stand that names its report.
  private static let reach = 200

  /// Whether the sentence of a date speaks of what was told before: 网站今天发布上述消息.
  private func isOfReport(_ day: PassageDates.Dated) -> Bool {
    var place = day.range.upperBound
    while place < passage.count, !passage.scalar(place).endsSentence {
      if let noun = passage.end(of: words.reports, at: place),
        passage.end(of: words.reported, at: noun) != nil
          || passage.end(of: words.reported, at: noun + 1) != nil
      {
        return true
      }
      place += 1
    }
    return false
  }

  /// 近日, 日前, 连日来: the month of the article, or of the date told last where it has none.
  func lately(before place: Int, in sentence: Range<Int>) -> Event.Time? {
    let near = sentence.lowerBound..<max(sentence.lowerBound, place)
    guard let word = latelyWord(in: near) else { return nil }
    let last = article == nil ? dates.last(before: word.lowerBound, from: 0)?.date.end : nil
    guard let day = article.map(DayName.init) ?? last,
      let month = DayName(year: day.year, month: day.month, day: nil)
    else { return nil }
    return Event.Time(
      start: month, end: month, basis: article == nil ? .inherited : .relative,
      text: String(passage.written[word]))
  }

  /// 近日, where it stands last in a stretch.
  private func latelyWord(in stretch: Range<Int>) -> Range<Int>? {
    guard let at = stretch.last(where: { passage.end(of: words.lately, at: $0) != nil }),
      let end = passage.end(of: words.lately, at: at)
    else { return nil }
    return at..<end
  }

  /// The date printed last before a place of a sentence; its month, where 近日 stands between them in
  /// the clause of the place: 10月9日讯】近日.
  private func told(before place: Int, in sentence: Range<Int>) -> Event.Time? {
    guard var time = printed(before: place, in: sentence) else {
      return lately(before: place, in: sentence)
    }
    let start = dates.last(before: place, from: sentence.lowerBound)?.range.upperBound ?? place
    guard let word = latelyWord(in: start..<max(start, place)),
      !(word.upperBound + 1..<max(word.upperBound + 1, place)).contains(where: {
        passage.scalar($0).isComma
      }), let day = time.start,
      let month = DayName(year: day.year, month: day.month, day: nil)
    else { return time }
    time.start = month
    time.end = month
    return time
  }

  /// Whether a word is told as of an earlier time that nothing dates: 曾经访问, 资料照.
  private func isRecalled(_ place: Int, in scene: EventScene) -> Bool {
    let clause = passage.clauseStart(before: place, from: scene.sentence.lowerBound)
    if passage.holds(words.recalling, in: max(clause, place - 12)..<place) { return true }
    let paragraph = passage.paragraphs[scene.paragraph]
    return paragraph.count < 200 && passage.holds(words.archival, in: paragraph)
  }

  /// The date of a sentence, else of its paragraph, else of the article; none where it recalls what
  /// was, or shows an old picture.
  func time(at place: Int, in scene: EventScene) -> Event.Time {
    let sentence = scene.sentence
    if let time = told(before: place, in: sentence) ?? printed(in: sentence) { return time }
    if isRecalled(place, in: scene) { return Event.Time() }
    let paragraph = passage.paragraphs[scene.paragraph].lowerBound
    let near =
      dates.last(before: sentence.lowerBound, from: paragraph)
      ?? dates.last(before: sentence.lowerBound, from: 0).flatMap { isRecent($0) ? $0 : nil }
    guard let near else { return published }
    var time = time(near)
    time.basis = .inherited
    return time
  }

  /// Whether a time is of the two months before the article, as far as both are known: the trip that
  /// it tells, and none of other years that it recalls.
  func isOfLate(_ time: Event.Time) -> Bool {
    guard let today = CalendarDay(article), let day = CalendarDay(time.start?.date) else {
      return article == nil || time.start?.year == article?.year
    }
    return today.number - day.number <= 61
  }

  /// Whether a date of another paragraph is of the week before the article.
  private func isRecent(_ dated: PassageDates.Dated) -> Bool {
    guard let today = CalendarDay(article), let day = CalendarDay(dated.date.start.date) else {
      return false
    }
    return (0...7).contains(today.number - day.number)
  }

  /// Whether a time lies after the article.
  func isAhead(_ time: Event.Time) -> Bool {
    guard let article, let start = time.start?.date else { return false }
    if start.year != article.year { return start.year > article.year }
    guard let month = start.month, let last = article.month else { return false }
    if month != last { return month > last }
    guard let day = start.day, let today = article.day else { return false }
    return day > today
  }

  func time(_ dated: PassageDates.Dated) -> Event.Time {
    Event.Time(
      start: dated.date.start, end: dated.date.end, basis: dated.date.basis,
      text: String(passage.written[dated.range]))
  }
}

extension Event.Time {
  /// The first day of a span: an office is taken on it, however long it was held.
  var begun: Event.Time {
    var begun = self
    begun.end = start
    return begun
  }

  /// Whether a time lies in another and is told more closely: 2018年6月 in 2018年.
  func isFiner(than other: Event.Time) -> Bool {
    guard let fine = start, let coarse = other.start, fine.year == coarse.year,
      start == end || fine.month == end?.month, other.start == other.end
    else { return false }
    if coarse.month == nil { return fine.month != nil }
    return coarse.day == nil && fine.day != nil && fine.month == coarse.month
  }

  /// Whether the text itself gives no day: the article's own was taken, or none, or 近日.
  func isOpen(_ words: EventWords) -> Bool {
    guard let text else { return basis == .publication || basis == .none }
    return words.latelyNames.contains(text)
  }
}
