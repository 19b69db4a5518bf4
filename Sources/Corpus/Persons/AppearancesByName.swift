import Model

/// An appearance of a person, with all that its document says of the person's offices.
struct NamedAppearance {
  /// Into the appearances of the register.
  let number: Int32
  /// The name that the document gives, into the names of the register.
  let name: Int32
  /// Into the documents of the register.
  let document: Int32
  let documentID: PackedID
  /// When the document was published.
  let day: Day?
  let mentions: Int32
  let homonym: String?
  let sightings: [PersonRegister.Sighting]
}

/// All appearances, name by name: sorted once, on the disk where they are many, so that what is told
/// of a name is read in one stretch. To follow the numbers of the register instead costs a page of
/// the disk for nearly each.
final class AppearancesByName {
  private struct Entry: BitwiseCopyable, Comparable {
    let rank: Int32
    let number: Int32
    let name: Int32
    let document: Int32
    let documentID: PackedID
    let day: Day?
    let mentions: Int32
    let sightings: Int32

    static func < (a: Self, b: Self) -> Bool { (a.rank, a.number) < (b.rank, b.number) }
  }

  private struct Seen: BitwiseCopyable, Comparable {
    let rank: Int32
    let number: Int32
    let sighting: PersonRegister.Sighting

    static func < (a: Self, b: Self) -> Bool { (a.rank, a.number) < (b.rank, b.number) }
  }

  private let register: PersonRegister
  private let entries: Sorter<Entry>
  private let seen: Sorter<Seen>

  /// - Parameter rank: the place of a name among all; one for a name and its other forms.
  init(_ register: PersonRegister, _ space: any ScratchSpace, rank rankOf: (Int32) -> Int32) {
    self.register = register
    entries = Sorter(space)
    seen = Sorter(space)
    for document in register.documents.indices {
      let about = register.documents[document]
      for number in register.appearances(in: document) {
        let appearance = register.appearances[number]
        let rank = rankOf(appearance.name)
        entries.append(
          Entry(
            rank: rank, number: number, name: appearance.name, document: Int32(document),
            documentID: about.packedID, day: about.day, mentions: appearance.mentions,
            sightings: appearance.sightings))
        for sighting in appearance.sighting..<appearance.sighting + appearance.sightings {
          seen.append(Seen(rank: rank, number: sighting, sighting: register.sightings[sighting]))
        }
      }
    }
  }

  /// Calls `body` with the rank of each name, in order, and its appearances in that of the register.
  func forEach<Problem: Error>(
    _ body: (Int32, [NamedAppearance]) throws(Problem) -> Void
  ) throws(Problem) {
    var entries = entries.sorted()
    var seen = seen.sorted()
    while let rank = entries.head?.rank {
      var appearances: [NamedAppearance] = []
      while let head = entries.head, head.rank == rank, let entry = entries.next() {
        appearances.append(appearance(entry, &seen))
      }
      try body(rank, appearances)
    }
  }

  private func appearance(_ entry: Entry, _ seen: inout SortedElements<Seen>) -> NamedAppearance {
    NamedAppearance(
      number: entry.number, name: entry.name, document: entry.document,
      documentID: entry.documentID, day: entry.day, mentions: entry.mentions,
      homonym: register.homonyms[entry.number],
      // What a failing disk gives back is no sighting; the run ends before the next step then.
      sightings: (0..<entry.sightings).compactMap { _ in seen.next()?.sighting })
  }
}
