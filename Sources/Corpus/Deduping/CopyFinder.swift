package import Model
package import Reference

/// The search for copies by itself, without the tables of a corpus: what a benchmark times.
package struct CopyFinder {
  private let options: DedupeOptions
  private let taker: NoteTaker
  private let space: any ScratchSpace
  private var notes: NoteStore

  package init(
    _ almanac: Almanac, options: DedupeOptions = DedupeOptions(),
    space: any ScratchSpace = MemorySpace()
  ) {
    self.options = options
    self.space = space
    taker = NoteTaker(almanac)
    notes = NoteStore(space)
  }

  /// Notes a reading; no two may have the same digest of their bytes.
  package mutating func note(_ reading: Reading) {
    notes.append(taker.note(of: reading), isCopied: false)
  }

  /// The cluster of each reading, in their order.
  package consuming func clusters() -> [String] {
    notes.close()
    let clusters = Deduper(notes, options: options, space: space).clusters()
    return (0..<notes.count).map { clusters[$0].clusterID }
  }
}
