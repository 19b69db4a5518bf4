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
    /// The shingles that are kept.
    let sample: Int
    let sampleCount: Int32
    let shingleCount: Int32
    /// Of the folded text.
    let length: Int32
    let isCopied: Bool
  }

  private let records: SpilledBytes
  private let samples: SpilledBytes
  private let sketches: SpilledList<Sketch>
  /// By place, as candidates are looked at.
  private let signatures: SpilledList<Signature>
  private(set) var entries: [Entry] = []
  /// By place, in memory: of millions of pairs, most are not worth a look at the disk.
  private var glimpses: [Glimpse] = []
  private let cache = NoteCache()
  private let recent = RecentSamples()

  init(_ space: any ScratchSpace) {
    records = SpilledBytes(space)
    samples = SpilledBytes(space)
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
        sample: samples.append(numbers: fingerprint.sample),
        sampleCount: Int32(fingerprint.sample.count),
        shingleCount: Int32(truncatingIfNeeded: fingerprint.shingleCount),
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

  /// Whether two documents are worth a look at their signatures, by what is in memory.
  ///
  /// - Parameter counts: how many different shingles each of the two has.
  func mayBeAlike(_ one: Int32, _ other: Int32, _ rule: SketchRule, counts: (Int32, Int32)) -> Bool
  {
    rule.mayBeAlike(glimpses[Int(one)], glimpses[Int(other)], counts: counts)
  }

  /// Whether two that may be alike at a glance are worth a comparison: a look that costs less than
  /// their shingles.
  func mayStillBeAlike(_ one: Int, _ other: Int, _ rule: SketchRule) -> Bool {
    rule.mayStillBeAlike(
      signatures[one], signatures[other],
      counts: (entries[one].shingleCount, entries[other].shingleCount))
  }

  /// As `Likeness` tells it, without the notes. Fast where `one` is that of the call before, and
  /// `other` of the same stretch.
  func overlap(_ one: Int, _ other: Int) -> (similarity: Double, containment: Double) {
    recent.first(one, read: sample).overlap(recent.second(other, read: sample))
  }

  private func sample(_ place: Int) -> ShingleSample {
    let entry = entries[place]
    return ShingleSample(
      count: Int(entry.shingleCount),
      smallest: samples.numbers(Int(entry.sampleCount), at: entry.sample))
  }

  /// Calls `body` with the place and the sketch of each document.
  func forEachSketch(_ body: (Int32, Sketch) -> Void) {
    var places = [Int32](repeating: 0, count: count)
    for (place, entry) in entries.enumerated() { places[Int(entry.number)] = Int32(place) }
    for number in 0..<count { body(places[number], sketches[number]) }
  }
}

/// The samples that are asked for again and again, as pairs come: by the stretch of their seconds,
/// and in each by their firsts.
private final class RecentSamples {
  private var known: (place: Int, sample: ShingleSample)?
  private var stretch = -1
  private var seconds: [ShingleSample?] = []

  func first(_ place: Int, read: (Int) -> ShingleSample) -> ShingleSample {
    if let known, known.place == place { return known.sample }
    let sample = read(place)
    known = (place, sample)
    return sample
  }

  func second(_ place: Int, read: (Int) -> ShingleSample) -> ShingleSample {
    let size = 1 << CandidatePairs.stretch
    if place / size != stretch {
      stretch = place / size
      seconds = Array(repeating: nil, count: size)
    }
    if let sample = seconds[place % size] { return sample }
    let sample = read(place)
    seconds[place % size] = sample
    return sample
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
