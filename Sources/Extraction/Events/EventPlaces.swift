import Model

/// Tells where a doing took place.
struct EventPlaces {
  let passage: Passage

  /// The last place named after 在, 赴 or 到 in the sentence, up to the word that tells the doing and
  /// a little behind it.
  func place(of word: Range<Int>, in scene: EventScene) -> Event.Place? {
    let end = min(word.upperBound + 8, scene.sentence.upperBound)
    for start in (scene.sentence.lowerBound..<end).reversed() {
      guard let open = passage.end(of: EventWords.prepositions, at: start) else { continue }
      var last: Range<Int>?
      var place = open
      while passage.begins([.place, .state], at: place), let next = longestPlace(at: place) {
        last = place..<next
        place = next
      }
      if let last { return Event.Place(name: String(passage.written[last])) }
    }
    return nil
  }

  private func longestPlace(at place: Int) -> Int? {
    passage.end(ofTermAt: place) { term in
      switch term {
      case .place, .state: true
      default: false
      }
    }
  }
}
