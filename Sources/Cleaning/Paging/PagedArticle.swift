package import Model

/// The pages of one article, saved in files of their own.
///
/// Pages are joined only where they say themselves that they belong together: one title, links
/// from each to the next or back, and no link to a page that is not there.
package enum PagedArticle {
  /// Set on an article that was joined from its pages.
  static let isJoined = "pages.joined"
  /// Set on a page of an article of which another is missing.
  static let isIncomplete = "pages.incomplete"

  /// Puts one article in the place of its pages, where all are there: with the path and metadata
  /// of the first page, the texts in order, and `sum` of their sums. What is incomplete is marked
  /// so. `articles` have related names, in the order of the pages; gives how many went into others.
  package static func join(_ articles: inout [Article], sum: ([String]) -> String) -> Int {
    guard articles.contains(where: { !$0.pageLinks.isEmpty }) else { return 0 }
    let series = PageSeries(articles)
    for index in articles.indices { articles[index].pageLinks = [] }
    for index in series.incomplete {
      articles[index].quality = (articles[index].quality + [isIncomplete]).sorted()
    }
    guard let first = series.complete.first else { return 0 }
    articles[first] = joined(series.complete.map { articles[$0] }, sum)
    for index in series.complete.dropFirst().reversed() { articles.remove(at: index) }
    return series.complete.count - 1
  }

  private static func joined(_ pages: [Article], _ sum: ([String]) -> String) -> Article {
    var article = pages[0]
    article.title = article.title.map(PageTitle.withoutNumber)
    article.bytes = pages.reduce(0) { $0 + $1.bytes }
    article.sha256 = sum(pages.map(\.sha256))
    article.text = pages.map(\.text).joined(separator: "\n")
    // What a later page lacks, the first one has.
    let later = pages.dropFirst().flatMap(\.quality)
      .filter { !$0.hasPrefix("title.") && !$0.hasPrefix("date.") }
    article.quality = Set(article.quality + later + [isJoined]).sorted()
    return article
  }
}

/// Which of some pages with related names belong to one article, and whether all of it is there.
private struct PageSeries {
  /// The places of the pages that make up a whole article, in order; empty where there is none.
  private(set) var complete: [Int] = []
  /// The places of pages of an article of which another page is missing.
  private(set) var incomplete: [Int] = []

  /// By place: what a page is called, by its file and by its address.
  private let names: [[PageName]]
  /// By place: where its page links lead.
  private let links: [[PageName]]

  init(_ articles: [Article]) {
    var kinds = [articles.map { PageName($0.path) }]
    // Pages that all give the first one's address are not told apart by it.
    let addresses = articles.compactMap(\.url).map { PageName($0) }
    if Set(addresses.map(\.whole)).count == articles.count { kinds.append(addresses) }
    names = articles.indices.map { index in kinds.map { $0[index] } }
    links = articles.indices.map { index in
      articles[index].pageLinks.compactMap { kinds[kinds.count - 1][index].link(to: $0) }
    }
    let firsts = Set(kinds.compactMap { first(of: $0) })
    guard let title = articles[0].title.map(PageTitle.withoutNumber) else { return }
    let related = articles.indices.filter { index in
      articles[index].title.map(PageTitle.withoutNumber) == title
        && targets(of: index, firsts).contains { !isName($0, of: index) }
    }
    let linked = related.flatMap { targets(of: $0, firsts) }
    if linked.contains(where: { target in !articles.indices.contains { isName(target, of: $0) } }) {
      incomplete = related
    } else if related.count > 1, isInOrder(related), isChain(related),
      linked.allSatisfy({ target in related.contains { isName(target, of: $0) } }),
      Set(related.map { articles[$0].text }).count == related.count
    {
      complete = related
    }
  }

  /// What the first page of the series is called. Where a page is by itself, its links must tell
  /// that it is one of several.
  private func first(of names: [PageName]) -> String? {
    let name = names[0]
    if names.count > 1 { return names[1].stem == name.whole ? name.whole : name.stem }
    if links[0].contains(where: { $0.stem == name.whole }) { return name.whole }
    guard let stem = name.stem else { return nil }
    return links[0].contains { $0.whole == stem || $0.stem == stem && $0.number == 1 } ? stem : nil
  }

  /// The pages of the series that a page links to, which may be itself.
  private func targets(of page: Int, _ firsts: Set<String>) -> [PageName] {
    links[page].filter { firsts.contains($0.whole) || $0.stem.map(firsts.contains) ?? false }
  }

  private func isName(_ name: PageName, of page: Int) -> Bool {
    names[page].contains { $0.whole == name.whole }
  }

  /// The first page, and then one number after another: some sites call the second page 1.
  private func isInOrder(_ pages: [Int]) -> Bool {
    let names = pages.map { self.names[$0][0] }
    let numbers = names.dropFirst().compactMap(\.number)
    guard numbers.count == names.count - 1, let second = numbers.first else { return false }
    let isStem = names[1].stem == names[0].whole
    guard isStem ? second <= 2 : names[0].number == 1 && second == 2 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// Of each two pages in a row, one links to the other.
  private func isChain(_ pages: [Int]) -> Bool {
    zip(pages, pages.dropFirst()).allSatisfy { page, next in
      links[page].contains { isName($0, of: next) } || links[next].contains { isName($0, of: page) }
    }
  }
}

/// The title that all pages of an article have.
enum PageTitle {
  /// Without the page's number at the end: （2）, (2/3), _2, 第2页, _第2页.
  static func withoutNumber(_ title: String) -> String {
    var rest = title[...]
    while let last = rest.last, "）)】]页頁0123456789".contains(last) {
      guard let shorter = withoutMark(rest) else { break }
      rest = shorter
    }
    return String(rest)
  }

  private static func withoutMark(_ title: Substring) -> Substring? {
    for (opening, closing) in marks where title.hasSuffix(closing) {
      let inner = title.dropLast(closing.count)
      let number = String(inner.reversed().prefix { $0.isASCII && $0.isNumber || $0 == "/" })
      let before = inner.dropLast(number.count)
      guard (1...5).contains(number.count), before.hasSuffix(opening),
        number.split(separator: "/").allSatisfy({ $0.count <= 2 })
      else { continue }
      let kept = before.dropLast(opening.count)
      let end = kept.reversed().drop { " _-—|".contains($0) }.count
      return end > 0 ? kept.prefix(end) : nil
    }
    return nil
  }

  private static let marks = [
    ("（第", "页）"), ("(第", "页)"), ("第", "页"), ("第", "頁"), ("（", "）"), ("(", ")"), ("【", "】"),
    ("[", "]"), ("_", ""),
  ]
}
