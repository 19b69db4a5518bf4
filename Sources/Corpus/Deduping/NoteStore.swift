import Model

/// The notes of all documents, by their place: on the disk but for some numbers of each.
///
/// Places are in the order of the days, then of the ids: documents that may be copies lie near one
/// another, and the order does not depend on that in which they were noted.
struct NoteStore {
  /// What is kept of a document in memory.
  struct Entry: BitwiseCopyable {
    let id: PackedID
    /// As in `DocumentNote.day`; -1 for none.
    let day: Int32
    /// The number of the document, in the order in which they were noted.
    let number: Int32
    let record: Int
    let textHash: UInt64
    let titleHash: UInt64
    let addressHash: UInt64
    /// Of the folded text.
    let length: Int32
    let isCopied: Bool
  }

  private let records: SpilledBytes
  private let sketches: SpilledList<Sketch>
  /// By place, as candidates are looked at.
  private let signatures: SpilledList<Signature>
  private(set) var entries: [Entry] = []
  /// By place, in memory: of millions of pairs, most are not worth a look at the disk.
  private var glimpses: [Glimpse] = []
  private let cache = NoteCache()

  init(_ space: any ScratchSpace) {
    records = SpilledBytes(space)
    sketches = SpilledList(space)
    signatures = SpilledList(space)
  }

  /// - Parameter isCopied: whether further files have the same bytes.
  mutating func append(_ note: DocumentNote, isCopied: Bool) {
    var record: [UInt8] = []
    note.encoded(into: &record)
    let fingerprint = note.fingerprint
    entries.append(
      Entry(
        id: PackedID(note.id), day: Int32(note.day ?? -1), number: Int32(entries.count),
        record: records.append(record), textHash: fingerprint.textHash, titleHash: note.titleHash,
        addressHash: note.address.map { StableHash.of($0.utf8.lazy.map(UInt32.init)) } ?? 0,
        length: Int32(truncatingIfNeeded: fingerprint.length), isCopied: isCopied))
    sketches.append(fingerprint.sketch)
  }

  /// Puts the entries in the order of their places: to be called once, after the last note.
  mutating func close() {
    entries.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    glimpses.reserveCapacity(entries.count)
    for entry in entries {
      let signature = Signature(sketches[entry.number])
      signatures.append(signature)
      glimpses.append(Glimpse(signature))
    }
  }

  var count: Int { entries.count }

  func note(_ place: Int) -> DocumentNote {
    // What a failing disk gives back is no note; the run ends before the next step then.
    cache.note(place) {
      DocumentNote(decoding: records.record(at: entries[place].record)) ?? .unreadable
    }
  }

  /// Whether the sketches of two documents are so much alike that the texts may be: a look that costs
  /// less than their notes.
  func mayBeAlike(_ one: Int, _ other: Int, _ similarity: Double) -> Bool {
    signatures[one].mayBeAlike(signatures[other], similarity, shorter: shorter(one, other))
  }

  /// As above, by what is in memory: says yes to some more.
  func mayBeAlike(_ one: Int, _ other: Int, _ least: Glimpse.Least) -> Bool {
    glimpses[one].mayBeAlike(glimpses[other], least, shorter: shorter(one, other))
  }

  private func shorter(_ one: Int, _ other: Int) -> Int {
    Int(min(entries[one].length, entries[other].length))
  }

  /// Calls `body` with the place and the sketch of each document.
  func forEachSketch(_ body: (Int32, Sketch) -> Void) {
    var places = [Int32](repeating: 0, count: count)
    for (place, entry) in entries.enumerated() { places[Int(entry.number)] = Int32(place) }
    for number in 0..<count { body(places[number], sketches[number]) }
  }
}

/// The notes that were asked for last.
private final class NoteCache {
  private static let size = 2048
  private var slots: [(place: Int, note: DocumentNote)?] = Array(repeating: nil, count: size)

  func note(_ place: Int, _ read: () -> DocumentNote) -> DocumentNote {
    let slot = place % Self.size
    if let known = slots[slot], known.place == place { return known.note }
    let note = read()
    slots[slot] = (place, note)
    return note
  }
}
