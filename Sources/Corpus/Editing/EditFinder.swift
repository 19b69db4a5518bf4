import Model

/// What differs between an article and a copy of it.
struct Edit: Hashable, Sendable {
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case headline, sentence, person, office, number
  }

  enum Op: String, Hashable, Sendable, CaseIterable { case added, removed, changed }

  /// A sentence of one of the two texts.
  struct Place: Hashable, Sendable {
    var paragraph: Int
    var span: Span
    var text: String
  }

  var kind: Kind
  var op: Op
  var rule: EditRule
  /// What the article has; nil where the copy added it.
  var original: String?
  /// What the copy has; nil where it was removed.
  var copy: String?
  var person: People.Identity?
  var office: OfficeName?
  /// The sentence of the article that has it, and that of the copy; none for headlines.
  var originalPlace: Place?
  var copyPlace: Place?
}

/// What an office is called, and its id.
struct OfficeName: Hashable, Sendable {
  var id: String
  var name: String
}

/// By what an edit is known.
enum EditRule: String, CaseIterable, Sendable {
  /// The two headlines, folded, are not one.
  case headline = "other-headline"
  /// No sentence of the other text is like it.
  case alone = "sentence-alone"
  /// A stretch of many sentences, none of which the other text has.
  case passage = "passage-alone"
  /// The sentence of the other text that is most like it has other words.
  case reworded = "sentence-reworded"
  /// The name stands nowhere in the other text, nor is the person meant there.
  case nameAbsent = "name-absent"
  /// The office is given to nobody in the other text, and its words before the name are not there.
  case officeAbsent = "office-absent"
  /// Between the same words stands another number.
  case sameContext = "same-context"
  /// The value stands nowhere in the other text.
  case valueAbsent = "value-absent"
}

/// Who and what the readings of one document mean in the corpus.
struct Meaning {
  var person: (NamedPerson.Key) -> People.Identity
  var office: (OfficeReading) -> OfficeName
}

/// One of two texts that are compared, with all that is looked up in it.
struct EditedText {
  let reading: Reading
  let text: ComparedText
  let tokens: PhraseIndex
  let folded: PhraseIndex
  let people: NamedPeople

  init(_ reading: Reading, _ folder: TextFolder, _ meaning: Meaning) {
    self.reading = reading
    text = ComparedText(reading.article, folder)
    tokens = PhraseIndex(text.tokens)
    folded = PhraseIndex(text.folded)
    people = NamedPeople(reading, text, folder, meaning)
  }

  /// The sentence that holds a place of the text.
  func place(of offset: Int) -> Edit.Place? {
    text.sentence(at: offset).map(place(ofSentence:))
  }

  /// From the first of some sentences to the last.
  func place(ofSentences numbers: Range<Int>) -> Edit.Place {
    let (first, last) = (text.sentences[numbers.lowerBound], text.sentences[numbers.upperBound - 1])
    let span = Span(first.span.start, last.span.end)
    return Edit.Place(paragraph: first.paragraph, span: span, text: text.text(span))
  }

  func place(ofSentence number: Int) -> Edit.Place {
    let sentence = text.sentences[number]
    return Edit.Place(
      paragraph: sentence.paragraph, span: sentence.span, text: text.text(sentence.span))
  }
}

/// Finds what was added to, removed from and changed in a copy of an article.
///
/// What stands in both is no edit wherever it stands, so that a reprint in another order has none.
struct EditFinder {
  private let original: EditedText
  private let copy: EditedText
  private let folder: TextFolder
  private let alignment: SentenceAlignment

  init(_ original: EditedText, _ copy: EditedText, _ folder: TextFolder) {
    self.original = original
    self.copy = copy
    self.folder = folder
    alignment = SentenceAlignment(original.text, copy.text, original.tokens, copy.tokens)
  }

  /// By kind, in the order of the article, then of the copy.
  func edits() -> [Edit] {
    headlines() + sentences()
      + people(of: original, missingIn: copy, .removed)
      + people(of: copy, missingIn: original, .added)
      + offices(of: original, missingIn: copy, .removed)
      + offices(of: copy, missingIn: original, .added)
      + NumberEdits(original, copy, alignment).edits()
  }

  // MARK: headlines and sentences

  /// A page whose headline was not found says nothing of the headline.
  private func headlines() -> [Edit] {
    guard let mine = original.reading.article.title, let other = copy.reading.article.title,
      folder.folded(Headline.bare(mine)) != folder.folded(Headline.bare(other))
    else { return [] }
    return [
      Edit(kind: .headline, op: .changed, rule: .headline, original: mine, copy: other)
    ]
  }

  private func sentences() -> [Edit] {
    var edits = alone(alignment.mine, .removed)
    for (number, fate) in alignment.mine.enumerated() {
      if case .changed(let other) = fate { edits.append(changed(number, other)) }
    }
    edits.sort { ($0.originalPlace?.span.start ?? 0) < ($1.originalPlace?.span.start ?? 0) }
    var added = alone(alignment.others, .added)
    for (number, fate) in alignment.others.enumerated() {
      // Told above where the article's sentence changed as well.
      guard case .changed(let mine) = fate, alignment.mine[mine] != .changed(number) else {
        continue
      }
      added.append(changed(mine, number))
    }
    added.sort { ($0.copyPlace?.span.start ?? 0) < ($1.copyPlace?.span.start ?? 0) }
    return edits + added
  }

  /// More sentences in a row that only one text has are told as one passage.
  private static let mostInRow = 20

  /// The sentences that the other text does not have.
  private func alone(_ fates: [SentenceAlignment.Fate], _ op: Edit.Op) -> [Edit] {
    let text = op == .removed ? original : copy
    var edits: [Edit] = []
    var start = 0
    while start < fates.count {
      guard fates[start] == .gone else {
        start += 1
        continue
      }
      let end = fates[start...].firstIndex { $0 != .gone } ?? fates.count
      if end - start > Self.mostInRow {
        edits.append(alone(text.place(ofSentences: start..<end), op, .passage))
      } else {
        edits += (start..<end).map { alone(text.place(ofSentence: $0), op, .alone) }
      }
      start = end
    }
    return edits
  }

  private func alone(_ place: Edit.Place, _ op: Edit.Op, _ rule: EditRule) -> Edit {
    let isMine = op == .removed
    return Edit(
      kind: .sentence, op: op, rule: rule, original: isMine ? place.text : nil,
      copy: isMine ? nil : place.text, originalPlace: isMine ? place : nil,
      copyPlace: isMine ? nil : place)
  }

  private func changed(_ mine: Int, _ other: Int) -> Edit {
    let (from, to) = (original.place(ofSentence: mine), copy.place(ofSentence: other))
    return Edit(
      kind: .sentence, op: .changed, rule: .reworded, original: from.text, copy: to.text,
      originalPlace: from, copyPlace: to)
  }

  // MARK: persons and offices

  private func people(
    of one: EditedText, missingIn other: EditedText, _ op: Edit.Op
  ) -> [Edit] {
    one.people.persons.compactMap { person in
      guard !other.people.ids.contains(person.identity.id),
        !person.forms.contains(where: other.folded.contains)
      else { return nil }
      return edit(
        .person, op, .nameAbsent, person.identity.name, at: person.place, of: one,
        person: person.identity)
    }
  }

  private func offices(
    of one: EditedText, missingIn other: EditedText, _ op: Edit.Op
  ) -> [Edit] {
    one.people.offices.compactMap { office in
      guard !other.people.officeIDs.contains(office.name.id),
        !office.wordings.contains(where: other.folded.contains),
        !office.holders.contains(where: other.people.hasOffice)
      else { return nil }
      return edit(
        .office, op, .officeAbsent, office.name.name, at: office.place, of: one,
        person: office.person, office: office.name)
    }
  }

  private func edit(
    _ kind: Edit.Kind, _ op: Edit.Op, _ rule: EditRule, _ value: String, at offset: Int,
    of text: EditedText, person: People.Identity, office: OfficeName? = nil
  ) -> Edit? {
    guard let place = text.place(of: offset) else { return nil }
    let isMine = op == .removed
    return Edit(
      kind: kind, op: op, rule: rule, original: isMine ? value : nil, copy: isMine ? nil : value,
      person: person, office: office, originalPlace: isMine ? place : nil,
      copyPlace: isMine ? nil : place)
  }
}

/// Headlines as pages have them.
enum Headline {
  private static let separators: Set<Unicode.Scalar> = ["_", "|", "-", "－", "—", "｜"]

  /// Without the name of the site behind the last separator: 某省长赴某市调研_某网.
  static func bare(_ title: String) -> String {
    let scalars = Array(title.unicodeScalars)
    guard let cut = scalars.lastIndex(where: separators.contains), cut >= 6,
      scalars.count - cut <= 12
    else { return title }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[..<cut])
    return String(view)
  }
}
