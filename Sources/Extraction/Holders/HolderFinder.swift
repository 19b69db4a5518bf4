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
  /// The date printed before the office in its sentence.
  var date: PartialDate?
  /// 分别: the first office is of the first name, the second of the second.
  var isRespective = false
  /// The office is of each holder's own place: 四人都兼任省长.
  var isOfEach = false
  /// Listed after the office before it, whose body it may share: 历任甲厅科员、办公室主任、，副厅长.
  var isContinued = false
  var voice = Held.Voice.news
  /// Whether the verb takes the holder away from another office.
  var leaves = Held.Leaving.nothing
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
  private let voices: Voices
  let dates: PassageDates

  init(
    _ passage: Passage, offices: [PrintedOffice], chains: [OfficeChain],
    following: [[Range<Int>]], occurrences: [NameBook.Occurrence], published: PartialDate?
  ) {
    self.passage = passage
    self.offices = offices
    self.chains = chains
    self.following = following
    self.occurrences = occurrences
    sentences = passage.outline.sentences
    voices = Voices(passage, sentences: sentences, published: published)
    dates = PassageDates(passage, published: published)
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
        if follows("至今", chains[index].range.upperBound) { holding.voice = .present }
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

  func holding(
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
    if let beside = beside(index, at: start, sentence) { return beside }
    if let list = counted(index, at: start) ?? collective(index, in: sentence, found) {
      return list
    }
    if let seat = seat(index, in: sentence) { return seat }
    if isOfSomebody(start) { return nil }
    if let told = verb(index, at: start, in: sentence, subject, found.last) { return told }
    if let set = apposition(index, at: start) ?? copula(index, at: start, subject) { return set }
    if let origin = origin(index, in: sentence, subject) { return origin }
    return continuation(index, found.last) ?? laterInList(index, in: sentence)
  }

  /// The rules whose name stands right beside the office.
  private func beside(_ index: Int, at start: Int, _ sentence: Range<Int>) -> Holding? {
    relative(index) ?? nameBefore(index, at: start) ?? removal(index, at: start, sentence)
  }

  /// What a verb says of the office and name after it, as an attribute: 原任甲县县长乙.
  func attributive(endingAt end: Int) -> OfficeReading.Qualifier? {
    guard let verb = holderVerb(endingAt: end),
      [0x539F, 0x66FE, 0x5019, 0x62DF].contains(passage.scalar(verb.start))  // 原曾候拟
    else { return nil }
    return verb.qualifier
  }

  // MARK: the voice of the text

  /// How the text speaks at an office: of a career where its sentence, or one before it in the
  /// paragraph, holds a word of careers or an earlier year.
  func voice(of holding: Holding, in sentence: Int) -> Held.Voice {
    let start = chains[holding.chain].range.lowerBound
    if let verb = holderVerb(endingAt: start), passage.scalar(verb.start) == 0x73B0 {  // 现任
      return .present
    }
    if holding.rule != .holder, holding.rule != .career {
      return voices.isScene(sentence) ? .scene : .news
    }
    return voices.isBiography(sentence) ? .biography : .news
  }

  /// Whether an office is told as the time of something else: 担任市长期间.
  func isTerm(after end: Int) -> Bool {
    ["期间", "任内", "任上", "时期", "时，", "的时候", "职务上的便利", "职务便利", "职务之便", "等职务上的便利", "等职务便利"]
      .contains { follows($0, end) }
  }

  // MARK: occurrences by place

  func lastOccurrence(startingBefore place: Int) -> Int? {
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

  /// The last chain of offices that ends at a place or before it.
  func lastChain(endingBefore place: Int) -> Int? {
    var low = 0
    var high = chains.count
    while low < high {
      let middle = (low + high) / 2
      if chains[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The last occurrence that ends at a place or before it.
  func lastOccurrence(before place: Int) -> Int? {
    let next = firstOccurrence(from: place) ?? occurrences.count
    return occurrences[..<next].lastIndex { $0.range.upperBound <= place }
  }
}
