import Reference

/// The words that tell events, moves, who holds an office, what only bears a name, places,
/// agreements and speech, as codes. Built once, shared by all readers.
final class Wordings: Sendable {
  let events: EventWords
  let fates: FateWords
  let acts: ActWords
  let moves: MoveWords
  let holders: HolderWords
  let names: NameWords
  let places: PlaceWords
  let topics: TopicWords
  let agreements: AgreementWords
  let speech: SpeechWords
  /// How the table was read.
  let source: WordSource

  init(_ lists: TellingWords) {
    var source = WordSource(lists)
    events = EventWords(&source)
    fates = FateWords(&source)
    acts = ActWords(&source)
    moves = MoveWords(&source)
    holders = HolderWords(&source)
    names = NameWords(&source)
    places = PlaceWords(&source)
    topics = TopicWords(&source)
    agreements = AgreementWords(&source)
    speech = SpeechWords(&source)
    self.source = source
  }
}
