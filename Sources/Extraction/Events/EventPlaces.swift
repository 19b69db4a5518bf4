import Model
import Reference

/// Tells where a doing took place: the place named with it, else the one that the article told
/// last.
struct EventPlaces {
  private let passage: Passage
  private var words: PlaceWords { passage.terms.wordings.places }
  private let dates: PassageDates
  private let mentions: [PlaceMention]
  private var divisions: Divisions { passage.terms.almanac.divisions }

  /// - Parameter mentions: in the order of the text.
  init(_ passage: Passage, _ mentions: [PlaceMention], dates: PassageDates) {
    self.passage = passage
    self.mentions = mentions
    self.dates = dates
  }

  /// The place of a doing told by a word; of several that one word tells of, the one around them or
  /// the first.
  ///
  /// - Parameter start: where the clause of the doing begins, if the sentence tells of others before
  ///   it: 甲赴河滨市，乙赴东山市调研.
  func place(of word: Range<Int>, in scene: EventScene, from start: Int? = nil) -> Event.Place? {
    places(of: word, in: scene, from: start).first
  }

  /// The places of the doings that one word tells: several where a list has them that stands in no
  /// place told before, as 赴甲市、乙市调研 does and 在丙省考察，先后到甲市、乙市 does not.
  func places(
    of word: Range<Int>, in scene: EventScene, from start: Int? = nil, isApart: Bool = false
  ) -> [Event.Place] {
    if let index = mention(of: word, in: scene, from: start) {
      return meant(by: index, in: scene, isApart: isApart)
    }
    if isSitting(word, scene) { return [] }
    if let index = carried(to: first(from: word.lowerBound), scene) {
      return meant(by: index, in: scene, isApart: isApart)
    }
    return following(scene).map { [told($0)] } ?? []
  }

  /// The place of a doing that its own sentence names.
  func named(with word: Range<Int>, in scene: EventScene) -> Event.Place? {
    mention(of: word, in: scene, from: nil).flatMap { meant(by: $0, in: scene).first }
  }

  /// The places of the list that a mention stands in, or the one around them.
  private func meant(
    by index: Int, in scene: EventScene, isApart: Bool = false
  ) -> [Event.Place] {
    let list = list(around: index)
    guard list.count > 1 else { return [told(index)] }
    if !isApart,
      let around = last(
        before: list.lowerBound,
        where: { outer in
          mentions[list].allSatisfy { contains(outer, $0) }
        })
    {
      return [around.place]
    }
    // Which of the places of another sentence is meant cannot be told.
    return scene.sentence.contains(mentions[index].range.lowerBound) ? list.map(told) : []
  }

  /// The court that deals with somebody: of the sentence, of the paragraph, for what an article opens
  /// with the first that it names.
  func court(of word: Range<Int>, in scene: EventScene) -> Event.Place? {
    for stretch in [scene.sentence, passage.paragraphs[scene.paragraph]] {
      let near = mentions[indices(in: stretch)].filter { $0.role == .court }
      if let court = near.last(where: { $0.range.upperBound <= word.lowerBound }) ?? near.first {
        return court.place
      }
    }
    guard scene.paragraph < 3 else { return nil }
    return mentions.first { $0.role == .court }?.place
  }

  /// Where somebody goes to take an office: 空降甲省, 赴甲省任副书记. Nil where the text tells the office
  /// alone.
  ///
  /// - Parameter area: the id of the division that the office belongs to, of one in it or around it.
  func post(of office: Range<Int>, area: String?, in scene: EventScene) -> Event.Place? {
    let here = scene.sentence.lowerBound..<max(office.upperBound, scene.sentence.lowerBound)
    let last = mentions[indices(in: here)].last { mention in
      mention.role == .post && office.lowerBound - mention.range.upperBound < 24
    }
    if let last {
      guard let place = last.area, area.map({ province(of: $0) == province(of: place) }) ?? true
      else { return nil }
      return last.place
    }
    let near =
      max(here.lowerBound, office.lowerBound - 16)..<max(here.lowerBound, office.lowerBound)
    guard let area, passage.holds(words.moves, in: near) else { return nil }
    let home = province(of: area)
    return passage.terms.almanac.name(ofArea: home).map { Event.Place(name: $0, area: home) }
  }

  // MARK: which is meant

  /// The mention in the sentence of a doing.
  private func mention(
    of word: Range<Int>, in scene: EventScene, from start: Int?
  ) -> Int? {
    let opening = start ?? scene.sentence.lowerBound
    let here = indices(in: opening..<scene.sentence.upperBound)
    let before = here.last {
      mentions[$0].role == .scene && mentions[$0].range.upperBound <= word.lowerBound
    }
    let object = here.first { mentions[$0].role == .scene && mentions[$0].verb.overlaps(word) }
    // 在甲市考察乙省成果: the preposition tells more than the verb.
    if let object {
      let looks = passage.end(of: words.looks, at: mentions[object].verb.lowerBound) != nil
      return looks ? before ?? object : object
    }
    if let before { return before }
    return here.first {
      mentions[$0].role == .scene && mentions[$0].range.lowerBound >= word.upperBound
    } ?? here.first { mentions[$0].role == .host }
  }

  private func isSitting(_ word: Range<Int>, _ scene: EventScene) -> Bool {
    let start = max(word.lowerBound - 16, scene.sentence.lowerBound)
    let end = min(word.upperBound + 24, scene.sentence.upperBound)
    return start < end && passage.holds(words.sittings, in: start..<end)
  }

  /// The place told last. Where another day begins, that is the place that the trip goes through and
  /// not its last stop.
  private func carried(to end: Int, _ scene: EventScene) -> Int? {
    let day = dates.last(before: scene.sentence.upperBound, from: scene.sentence.lowerBound)?
      .date.start
    guard let last = lastIndex(before: end, where: { isOfTime($0, day) }) else {
      return lastIndex(before: end) { $0.role == .dateline }
    }
    guard let day, let told = mentions[last].day, day != told else { return last }
    if let one = CalendarDay(day.date), let other = CalendarDay(told.date),
      abs(one.number - other.number) > 10
    {
      return nil
    }
    return lastIndex(before: last) { isOfTime($0, day) && contains($0, mentions[last]) } ?? last
  }

  /// Whether a place is one of what is told, and not of other years.
  private func isOfTime(_ mention: PlaceMention, _ day: DayName?) -> Bool {
    guard mention.role == .scene else { return false }
    guard let told = mention.day?.date else { return true }
    guard let day = day?.date else { return told.day != nil }
    return told.year == day.year && (told.day != nil || day.day == nil)
  }

  /// The first place that a paragraph, or the next, names behind a sentence.
  private func following(_ scene: EventScene) -> Int? {
    let end = scene.sentence.upperBound
    let next = min(scene.paragraph + 1, passage.paragraphs.count - 1)
    let rest = end..<max(end, passage.paragraphs[next].upperBound)
    return indices(in: rest).first { mentions[$0].role == .scene }
  }

  /// A place as the article tells it: a district by the city that it told before.
  private func told(_ index: Int) -> Event.Place {
    let mention = mentions[index]
    guard let district = mention.area.flatMap({ divisions[$0] }),
      district.kind == "市辖区" || district.level == .zone,
      let city = last(
        before: index,
        where: { outer in
          guard outer.role == .scene, outer.isWhole, outer.area != mention.area,
            let area = outer.area.flatMap({ divisions[$0] })
          else { return false }
          let isCity =
            area.kind == "直辖市" || area.level == .prefecture || area.level == .subprovincial
          return isCity && contains(outer, mention)
        })
    else { return mention.place }
    return Event.Place(name: city.name, area: district.code == nil ? city.area : mention.area)
  }

  private func list(around index: Int) -> Range<Int> {
    let list = mentions[index].list
    var (start, end) = (index, index + 1)
    while start > 0, mentions[start - 1].list == list { start -= 1 }
    while end < mentions.count, mentions[end].list == list { end += 1 }
    return start..<end
  }

  // MARK: areas

  /// Whether a place lies in another.
  private func contains(_ outer: PlaceMention, _ inner: PlaceMention) -> Bool {
    guard outer.isWhole, let area = outer.area, let place = inner.area else { return false }
    if area == place { return !inner.isWhole }
    guard let division = divisions[place] else { return false }
    return divisions.path(of: division).contains { $0.id == area }
  }

  private func province(of area: String) -> String {
    divisions[area].flatMap { divisions.province(of: $0)?.id } ?? area
  }

  // MARK: looking up

  private func last(before end: Int, where test: (PlaceMention) -> Bool) -> PlaceMention? {
    lastIndex(before: end, where: test).map { mentions[$0] }
  }

  /// Not sought in all of a long text: what was told a hundred places ago is over.
  private func lastIndex(before end: Int, where test: (PlaceMention) -> Bool) -> Int? {
    mentions[max(0, end - 100)..<end].lastIndex(where: test)
  }

  private func indices(in stretch: Range<Int>) -> Range<Int> {
    let start = first(from: stretch.lowerBound)
    return start..<max(start, first(from: stretch.upperBound))
  }

  /// The first mention that begins at a place of the text or behind it.
  private func first(from place: Int) -> Int {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
