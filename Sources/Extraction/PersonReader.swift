import Model
import Reference

/// Reads one article: its offices, its names, who holds what, and what each leaves out.
struct PersonReader {
  let passage: Passage
  let article: Article
  /// Takes down what is turned down, where somebody asks.
  private let log: ExaminationLog?
  private let published: PartialDate?

  init(_ passage: Passage, article: Article, log: ExaminationLog? = nil) {
    self.passage = passage
    self.article = article
    self.log = log
    published = article.publishedOn
  }

  /// What is read of the persons of an article.
  struct People {
    /// In the order of the text.
    var mentions: [Mention]
    /// The offices that somebody is told to take or to leave.
    var steps: [Step]
    var dates: PassageDates
    /// The place that the article is about.
    var subject: Frame
    var states: StatesNamed
  }

  /// The persons of the article and their offices.
  func people() -> People {
    let offices = OfficeFinder(passage: passage).offices()
    let chains = OfficeChain.chains(of: offices, in: passage)
    let rules = NameRules(passage, log: log)
    let following = chains.map { chain in namesAfter(chain, offices, rules) }

    var book = NameBook()
    for names in following {
      for name in names {
        book.add(name, names.count > 1 ? .officeNames : .officeName, in: passage)
      }
    }
    addAppointed(chains, rules, to: &book)
    addNamesBefore(chains, offices, rules, to: &book)
    addBareNames(to: &book, rules, chains)
    let taken = offices.map(\.range)
    let families = FamilyNames(of: book.list, in: passage)
    for part in families.parts { book.expect(part) }
    let occurrences = families.joined(book.occurrences(in: passage, outside: taken))
      .filter { $0.isRead || !rules.isRefusedCredit($0.range) }
    let finder = HolderFinder(
      passage, offices: offices, chains: chains, following: following, occurrences: occurrences,
      published: published)
    let holdings = finder.holdings()
    log?.note(offices, chains, holdings)
    let subject = SubjectPlace(passage, title: article.title).frame
    let states = StatesNamed(passage)
    let held = resolved(holdings, offices, chains, finder, subject: subject, states: states)
    let people = Namesakes(passage: passage, held: held)
      .told(occurrences)
    let told = Careers(held, people, published: published).told()
    let surnames = SurnameMentions(passage: passage, offices: offices, chains: chains)
      .mentions(of: told, people, taken: Set(holdings.map(\.chain)))
    let mentions = (mentions(people, told) + surnames.map(mention))
      .sorted { $0.evidence.span.start < $1.evidence.span.start }
    return People(
      mentions: mentions, steps: steps(told, people, chains), dates: finder.dates,
      subject: subject, states: states)
  }

  private func steps(
    _ told: [Held], _ people: [NameBook.Occurrence], _ chains: [OfficeChain]
  ) -> [Step] {
    let rules: Set<Rule> = [.holder, .career, .removal, .officeListed, .successor, .seat]
    return told.filter { rules.contains($0.rule) }.map { held in
      let person = people[held.occurrence]
      return Step(
        person: person.person, named: person.range, office: held.office,
        range: chains[held.chain].range, rule: held.rule, date: held.date, voice: held.voice)
    }
  }

  private func namesAfter(
    _ chain: OfficeChain, _ offices: [PrintedOffice], _ rules: NameRules
  ) -> [Range<Int>] {
    // 时任上海市长的应勇: the rule for relative clauses asks for the name to be known.
    guard passage.scalar(chain.range.upperBound) != 0x7684 else { return [] }  // 的
    let names = rules.names(after: chain.range.upperBound)
    // 特拉维总统·曾明确表示: a title with a name before it needs none behind it.
    if names.count == 1, chain.offices.count == 1, offices[chain.offices[0]].body == nil,
      rules.isBareClaim(names[0]), rules.name(before: chain.range.lowerBound) != nil
    {
      return []
    }
    return names
  }

  /// Names that a verb of appointment tells.
  private func addAppointed(_ chains: [OfficeChain], _ rules: NameRules, to book: inout NameBook) {
    for chain in chains {
      let start = chain.range.lowerBound
      if let name = rules.departedName(after: chain.range) {
        book.add(name, .relative, in: passage)
      }
      for name in rules.appointedNames(before: start) { book.add(name, .holder, in: passage) }
      if let name = rules.risingName(before: start) { book.add(name, .holder, in: passage) }
    }
  }

  /// Names right before titles that have no body of their own.
  private func addNamesBefore(
    _ chains: [OfficeChain], _ offices: [PrintedOffice], _ rules: NameRules, to book: inout NameBook
  ) {
    for chain in chains where offices[chain.offices[0]].body == nil {
      if let name = rules.name(before: chain.range.lowerBound) {
        book.add(name, .nameTitle, in: passage)
      }
    }
  }

  private func addBareNames(to book: inout NameBook, _ rules: NameRules, _ chains: [OfficeChain]) {
    let reader = NameReader(passage: passage)
    for chain in chains {
      let end = chain.range.upperBound
      if passage.scalar(end) == 0x7684, let name = reader.name(at: end + 1), name.score > 10 {
        book.add(name.range, .relative, in: passage)
      }
    }
    let held = book
    for range in rules.eminentNames(
      outside: chains.map(\.range), known: { held.knows($0) })
    {
      book.add(range, .eminentName, in: passage)
    }
    let named = book
    for range in rules.glossedNames(
      outside: chains.map(\.range), known: { named.knows($0) })
    {
      book.add(range, .glossedName, in: passage)
    }
    let known = book
    for (range, rule) in rules.bareNames(
      outside: chains.map(\.range), known: { known.knows($0) })
    {
      book.add(range, rule, in: passage)
    }
    for range in Transcriptions(rules).names(outside: chains.map(\.range)) {
      book.add(range, .transcribedName, in: passage)
    }
  }

  // MARK: offices, resolved in the order of the text

  /// The offices held, in the order of the text.
  private func resolved(
    _ holdings: [Holding], _ offices: [PrintedOffice], _ chains: [OfficeChain],
    _ finder: HolderFinder, subject: Frame, states: StatesNamed
  ) -> [Held] {
    let occurrences = finder.occurrences
    var resolver = OfficeResolver(
      passage, subject: subject,
      published: published, home: OfficeResolver.home(of: article.publisher, in: passage),
      states: states)
    for holding in holdings {
      let names = holding.holders.map { occurrences[$0].name }
      for office in chains[holding.chain].offices { resolver.foresee(offices[office], names) }
    }
    var sections = SectionReader(passage)
    var held: [Held] = []
    var next = 0
    for (index, chain) in chains.enumerated() {
      if let division = sections.division(before: chain.range.lowerBound) {
        resolver.enterSection(division)
      }
      while next < holdings.count, holdings[next].chain < index { next += 1 }
      let holding = next < holdings.count && holdings[next].chain == index ? holdings[next] : nil
      if let holding, holding.isOfEach {
        held += own(chain.offices.map { offices[$0] }, holding, occurrences, &resolver)
        continue
      }
      let placed = placedOffices(chain.offices.map { offices[$0] }, holding)
      let resolved = placed.indices.map { at in
        readings(
          of: placed[at], holding?.single(at, of: placed.count), occurrences, &resolver,
          after: holding?.isContinued == true ? held.last?.office : nil)
      }
      guard let holding else { continue }
      held += Self.shares(holding, resolved)
      guard let last = resolved.last else { continue }
      for reading in last.map({ $0.qualified(.former) }) {
        for holder in finder.predecessors(of: holding) {
          held.append(Held(occurrence: holder, office: reading, rule: .predecessor, chain: index))
        }
      }
      if last.contains(where: { ($0.qualifier ?? holding.qualifier) == .former }) {
        for holder in finder.successors(of: holding) {
          held += last.map {
            Held(occurrence: holder, office: $0.qualified(nil), rule: .successor, chain: index)
          }
        }
      }
    }
    return held
  }

  /// The offices of a chain, once for each place of the list that it was printed with, where the
  /// holders are as many or one told of all: 由甲、乙出任吉林、湖南省委书记.
  private func placedOffices(_ printed: [PrintedOffice], _ holding: Holding?) -> [[PrintedOffice]] {
    guard let holding, let first = printed.first, !first.listedPlaces.isEmpty, first.body != nil,
      holding.holders.count == first.listedPlaces.count + 1
        || holding.holders.count == 1 && [.holder, .career].contains(holding.rule)
    else { return [printed] }
    let elsewhere = first.listedPlaces.map { place in
      var offices = printed
      offices[0].body?.places = [place]
      return offices
    }
    return elsewhere + [printed]
  }

  /// An office that each holder has in the place of the office read before: 四人都兼任省长.
  private func own(
    _ printed: [PrintedOffice], _ holding: Holding, _ occurrences: [NameBook.Occurrence],
    _ resolver: inout OfficeResolver
  ) -> [Held] {
    var held: [Held] = []
    for holder in holding.holders {
      resolver.enterPlace(of: occurrences[holder].name)
      var single = holding
      single.holders = [holder]
      held += Self.shares(single, [readings(of: printed, single, occurrences, &resolver)])
    }
    return held
  }

  private func readings(
    of printed: [PrintedOffice], _ holding: Holding?, _ occurrences: [NameBook.Occurrence],
    _ resolver: inout OfficeResolver, after listed: OfficeReading? = nil
  ) -> [OfficeReading] {
    let names = holding?.holders.map { occurrences[$0].name } ?? []
    let isRespective = holding?.isRespective == true && names.count == printed.count
    var readings: [OfficeReading] = []
    for (at, office) in printed.enumerated() {
      let holder = OfficeResolver.Holder(
        names: isRespective ? [names[at]] : names, isBefore: holding?.rule == .nameTitle)
      let reading = resolver.office(office, after: readings.last ?? listed, holder: holder)
      if let reading { readings.append(reading) }
      if holding != nil { log?.note(office, reading) }
    }
    let former: OfficeReading.Qualifier? = readings.first?.qualifier == .former ? .former : nil
    return readings.map { $0.qualified($0.qualifier ?? holding?.qualifier ?? former) }
  }

  /// Who of the holders has which of the offices.
  private static func shares(_ holding: Holding, _ placed: [[OfficeReading]]) -> [Held] {
    func held(_ holder: Int, _ office: OfficeReading, _ rule: Rule) -> Held {
      Held(
        occurrence: holder, office: office, rule: rule, chain: holding.chain, date: holding.date,
        voice: holding.voice, leaves: holding.leaves)
    }
    let holders = holding.holders
    if placed.count > 1, placed.count == holders.count {
      return zip(holders, placed).flatMap { holder, offices in
        offices.map { held(holder, $0, .officeListed) }
      }
    }
    let all = placed.flatMap { $0 }
    if holding.isRespective, holders.count == all.count {
      return zip(holders, all).map { held($0, $1, .officeListed) }
    }
    return all.flatMap { office in holders.map { held($0, office, holding.rule) } }
  }

  // MARK: rows

  private func mentions(
    _ occurrences: [NameBook.Occurrence], _ told: [Held]
  ) -> [Mention] {
    var held = [[Int]](repeating: [], count: occurrences.count)
    for (index, office) in told.enumerated() { held[office.occurrence].append(index) }
    let remark = RankRemark(passage)
    var mentions: [Mention] = []
    mentions.reserveCapacity(occurrences.count + told.count)
    var paragraph = 0
    for (index, occurrence) in occurrences.enumerated() {
      while paragraph + 1 < passage.paragraphs.count,
        passage.paragraphs[paragraph].upperBound <= occurrence.range.lowerBound
      { paragraph += 1 }
      let rank = remark.rank(beside: occurrence.range)
      if held[index].isEmpty {
        mentions.append(mention(occurrence, paragraph, rank, occurrence.rule ?? .knownName))
      }
      for (count, at) in held[index].enumerated() {
        let office = told[at]
        let isSaid = held[index][..<count].contains { told[$0].office.says(office.office) }
        if isSaid { continue }
        mentions.append(
          mention(occurrence, paragraph, rank, office.rule, office.office, office.date))
      }
    }
    return mentions
  }

  private func mention(_ surname: SurnameMentions.Mention) -> Mention {
    let paragraph = passage.paragraphs.lastIndex { $0.lowerBound <= surname.range.lowerBound } ?? 0
    let occurrence = NameBook.Occurrence(
      range: surname.range, name: surname.name, rule: nil, homonym: surname.homonym)
    return mention(occurrence, paragraph, nil, .surnameTitle, surname.office)
  }

  private func mention(
    _ occurrence: NameBook.Occurrence, _ paragraph: Int, _ rank: String?, _ rule: Rule,
    _ office: OfficeReading? = nil, _ date: PartialDate? = nil
  ) -> Mention {
    let evidence = Evidence(
      paragraph: paragraph,
      span: Span(occurrence.range.lowerBound, occurrence.range.upperBound),
      text: String(passage.written[occurrence.range]), rule: rule.name)
    return Mention(
      evidence: evidence, personName: occurrence.name, homonym: occurrence.homonym,
      office: office, personalRank: rank, asOf: date,
      confidence: rule.confidence)
  }
}

extension OfficeReading {
  func qualified(_ qualifier: Qualifier?) -> OfficeReading {
    var reading = self
    reading.qualifier = qualifier
    return reading
  }

  /// Whether two are one office but for a note of what was inferred: said twice of one name, they
  /// are one row.
  fileprivate func says(_ other: OfficeReading) -> Bool {
    title == other.title && qualifier == other.qualifier && body == other.body
  }
}
