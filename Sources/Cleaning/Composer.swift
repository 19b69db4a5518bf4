import Model

/// Makes the article from a page: drops the furniture, reads the facts, joins the paragraphs.
struct Composer {
  let page: Page
  let hints: InputHints

  func fill(_ article: inout Article) {
    let visible = HeaderReader.read(page.lines)
    article.title = Titles.choose(page)
    article.url = page.facts.urls.first
    fillNames(&article, visible)
    fillDate(&article, visible)
    article.section = page.facts.section
    article.tags = page.facts.tags
    let paragraphs = Paragraphs.keep(page.lines, title: article.title)
    article.text = paragraphs.joined(separator: "\n")
    article.script = ScriptCount.script(of: article.text)
    if article.title == nil { article.quality.append("title.missing") }
    if article.publishedAt == nil { article.quality.append("date.missing") }
    article.quality = Array(Set(article.quality)).sorted()
  }

  /// An outlet that signs as the author is the publisher.
  private func fillNames(_ article: inout Article, _ visible: VisibleFacts) {
    let signed = page.facts.authors.map(\.tidy).filter { !$0.isEmpty && !$0.starts("http") }
    // A feed that files all posts under the name of the outlet signs them with it, too.
    let shelves = page.facts.tags + [page.facts.section].compactMap { $0 }
    let shelf = shelves.count == 2 && shelves[0] == shelves[1] ? [shelves[0]] : []
    let isOutlet: (String) -> Bool = { Names.isOutlet($0) || shelf == [$0] }
    let outlets = signed.filter(isOutlet)
    article.publisher =
      (visible.publishers + page.facts.publishers + outlets + shelf + page.facts.sites
      + [hints.publisher].compactMap { $0 }).map(\.tidy).first { !$0.isEmpty }
    let people = signed.filter { !isOutlet($0) }.flatMap { Names.list($0) ?? [] }
    let authors = visible.authors.isEmpty ? people : visible.authors
    article.author = authors.isEmpty ? nil : authors.joined(separator: ";")
  }

  private func fillDate(_ article: inout Article, _ visible: VisibleFacts) {
    for (text, basis) in page.facts.dates {
      guard let date = DateReader.first(in: text) else { continue }
      (article.publishedAt, article.publishedBasis) = (date.iso, basis)
      if let whole = visible.date, date.iso.utf8.count == 10, whole.starts(date.iso) {
        article.publishedAt = whole
      }
      restateInChinaTime(&article)
      return
    }
    if let date = visible.date {
      (article.publishedAt, article.publishedBasis) = (date, .visible)
    } else if let date = page.facts.weakDates.first {
      (article.publishedAt, article.publishedBasis) = (date, .meta)
    } else if let date = article.url.flatMap(PathDates.date) {
      (article.publishedAt, article.publishedBasis) = (date.iso, .url)
    } else if let date = PathDates.date(in: article.path) {
      (article.publishedAt, article.publishedBasis) = (date.iso, .fileName)
    }
  }
}

extension Composer {
  /// A stamp in UTC late in the day is the next day in China. Where the address has that next
  /// day, the stamp is given in China time; it is the same moment.
  private func restateInChinaTime(_ article: inout Article) {
    guard let stamp = article.publishedAt, stamp.ends("Z"), let day = article.publishedOn,
      let printed = article.url.flatMap(PathDates.date), printed == day.next,
      let hour = Int(String(decoding: Array(stamp.utf8)[11..<13], as: UTF8.self)), hour >= 16
    else { return }
    let rest = String(decoding: Array(stamp.utf8)[13...].dropLast(), as: UTF8.self)
    article.publishedAt = "\(printed.iso)T0\(hour - 16)\(rest)+08:00"
  }
}

extension PartialDate {
  /// The day after a whole day.
  var next: PartialDate? {
    guard let month, let day else { return nil }
    return PartialDate(year: year, month: month, day: day + 1)
      ?? PartialDate(year: year, month: month + 1, day: 1)
      ?? PartialDate(year: year + 1, month: 1, day: 1)
  }
}

/// Dates in addresses and file names: `/2020/12/16/`, `story20201216-1109276`, `/20/0229/18/`.
enum PathDates {
  static func date(in path: String) -> PartialDate? {
    let parts = path.utf8.split { !(0x30...0x39).contains($0) }.map { Array($0) }
    for (index, digits) in parts.enumerated() {
      if digits.count == 8, let date = whole(digits) { return date }
      guard digits.count == 4, let year = number(digits), (1995...2100).contains(year) else {
        continue
      }
      if index + 2 < parts.count, parts[index + 1].count <= 2, parts[index + 2].count <= 2,
        let month = number(parts[index + 1]), let day = number(parts[index + 2]),
        let date = PartialDate(year: year, month: month, day: day)
      {
        return date
      }
      if index + 1 < parts.count, parts[index + 1].count == 4,
        let date = whole(digits + parts[index + 1])
      {
        return date
      }
    }
    return nil
  }

  private static func whole(_ digits: [UInt8]) -> PartialDate? {
    guard let value = number(digits), (1995...2100).contains(value / 10000) else { return nil }
    return PartialDate(year: value / 10000, month: value / 100 % 100, day: value % 100)
  }

  private static func number(_ digits: [UInt8]) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }
}
