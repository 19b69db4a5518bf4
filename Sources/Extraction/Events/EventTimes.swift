import Model

/// Tells when what a sentence tells took place.
struct EventTimes {
  let passage: Passage
  let dates: PassageDates
  private let article: PartialDate?

  init(passage: Passage, dates: PassageDates, published: PartialDate?) {
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
    dates.last(before: place, from: sentence.lowerBound).map(time)
  }

  /// The date of a sentence, else of its paragraph, else of the article.
  func time(at place: Int, in scene: EventScene) -> Event.Time {
    let sentence = scene.sentence
    if let time = printed(before: place, in: sentence)
      ?? printed(before: sentence.upperBound, in: sentence)
    {
      return time
    }
    let paragraph = passage.paragraphs[scene.paragraph].lowerBound
    let near =
      dates.last(before: sentence.lowerBound, from: paragraph)
      ?? dates.last(before: sentence.lowerBound, from: 0).flatMap { isRecent($0) ? $0 : nil }
    guard let near else { return published }
    var time = time(near)
    time.basis = .inherited
    return time
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

  private func time(_ dated: PassageDates.Dated) -> Event.Time {
    Event.Time(
      start: dated.date.start, end: dated.date.end, basis: dated.date.basis,
      text: String(passage.written[dated.range]))
  }
}

extension Event.Time {
  /// Whether the text itself gives no date: the article's own was taken, or none.
  var isOpen: Bool { text == nil && (basis == .publication || basis == .none) }
}
