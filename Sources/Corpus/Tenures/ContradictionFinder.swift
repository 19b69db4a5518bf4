import Model

/// Finds what the tenures say together that cannot all be so.
struct ContradictionFinder {
  /// One find: a kind, the tenures it is about, and the sightings that show it.
  struct Find {
    let kind: ContradictionRow.Kind
    /// By number, the one that the detail begins with first.
    let tenures: [Int]
    /// In the order of their days.
    let seen: [Tenure.Seen]
  }

  let history: SeatHistory

  /// In the order of the tenures.
  func finds() -> [Find] {
    var finds: [Find] = []
    for own in history.byOffice.values { finds += twoHolders(own) }
    for own in history.byPerson.values { finds += ofOnePerson(own) }
    finds += history.tenures.indices.flatMap(ofOneTenure)
    return finds.sorted { one, other in
      one.tenures == other.tenures
        ? one.kind.rawValue < other.kind.rawValue
        : one.tenures.lexicographicallyPrecedes(other.tenures)
    }
  }

  // MARK: two holders

  private func twoHolders(_ own: [Int]) -> [Find] {
    guard own.count > 1, history.profile(of: history.tenures[own[0]]).singleSeat else { return [] }
    // Each is held against the surest holder of its time: of a seat that many are given by mistake,
    // one row for each of them is enough.
    let full = history.surestFirst(own)
    return full.indices.dropFirst().compactMap { place in
      full[..<place].lazy.compactMap { twoAtOnce($0, full[place]) }.first
    }
  }

  private func twoAtOnce(_ one: Int, _ other: Int) -> Find? {
    let (mine, theirs) = (history.tenures[one], history.tenures[other])
    return mine.isContested(by: theirs) ? overlap(one, other, .twoHolders) : nil
  }

  /// What shows that one of two tenures was seen within the other.
  private func overlap(_ one: Int, _ other: Int, _ kind: ContradictionRow.Kind) -> Find? {
    let (mine, theirs) = (history.tenures[one], history.tenures[other])
    if let seen = interruption(of: mine, by: theirs) {
      return Find(kind: kind, tenures: [one, other], seen: seen)
    }
    return interruption(of: theirs, by: mine).map {
      Find(kind: kind, tenures: [other, one], seen: $0)
    }
  }

  private func pairs(of numbers: [Int]) -> [(Int, Int)] {
    numbers.indices.flatMap { first in
      numbers[(first + 1)...].map { (numbers[first], $0) }
    }
  }

  /// The first sighting of one tenure that falls within another, between the two around it; the
  /// second is left out where only a stated end comes after.
  private func interruption(of tenure: Tenure, by other: Tenure) -> [Tenure.Seen]? {
    guard let middle = other.seen.first(where: { tenure.isInterrupted(on: $0.day) }),
      let before = tenure.seen.last(where: { $0.day.isBefore(middle.day) })
    else { return nil }
    let after = tenure.seen.first { middle.day.isBefore($0.day) }
    return [before, middle] + (after.map { [$0] } ?? [])
  }

  // MARK: one person

  private func ofOnePerson(_ own: [Int]) -> [Find] {
    pairs(of: own).compactMap { one, other in
      let (mine, theirs) = (history.tenures[one], history.tenures[other])
      if mine.key.office == theirs.key.office {
        return mine.key.isActing ? actingAfterFull(other, one) : actingAfterFull(one, other)
      }
      guard !mine.key.isActing, !theirs.key.isActing,
        history.profile(of: mine).excludes(history.profile(of: theirs))
      else { return nil }
      return overlap(one, other, .twoOffices)
    }
  }

  private func actingAfterFull(_ full: Int, _ acting: Int) -> Find? {
    let (mine, theirs) = (history.tenures[full], history.tenures[acting])
    guard !mine.key.isActing, theirs.key.isActing, let first = mine.seen.first,
      let later = theirs.seen.first(where: { first.day.isBefore($0.day) })
    else { return nil }
    return Find(kind: .actingAfterFull, tenures: [full, acting], seen: [first, later])
  }

  // MARK: one tenure

  private func ofOneTenure(_ index: Int) -> [Find] {
    let tenure = history.tenures[index]
    return [
      held(.heldAfterFormer, index, after: tenure.over.first),
      tenure.end.flatMap { end in
        (tenure.seen + tenure.late).first { end.day.isBefore($0.day) }.map {
          Find(kind: .heldAfterEnd, tenures: [index], seen: [$0])
        }
      },
      history.profile(of: tenure).goneOn.flatMap { gone in
        tenure.seen.first { gone.isBefore($0.day) }.map {
          Find(kind: .bodyGone, tenures: [index], seen: [$0])
        }
      },
    ].compactMap { $0 }
  }

  private func held(
    _ kind: ContradictionRow.Kind, _ index: Int, after gone: Tenure.Seen?
  ) -> Find? {
    let tenure = history.tenures[index]
    guard let gone,
      let later = (tenure.seen + tenure.late).first(where: { gone.day.isBefore($0.day) })
    else { return nil }
    return Find(kind: kind, tenures: [index], seen: [gone, later])
  }
}
