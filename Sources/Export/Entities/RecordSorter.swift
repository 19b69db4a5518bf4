import Model
import Storage

/// Records by the bytes of their keys, whatever the order in which they came and however many they
/// are: sorted runs wait on the disk and are merged when they are read.
///
/// In memory are the records of a run that is not yet on the disk, and a piece of each run while
/// they are merged.
final class RecordSorter {
  struct Record: Comparable {
    let key: [UInt8]
    let value: [UInt8]

    /// By key, then by value, so that the order of equal keys is one as well.
    static func < (a: Self, b: Self) -> Bool {
      if a.key == b.key { return a.value.lexicographicallyPrecedes(b.value) }
      return a.key.lexicographicallyPrecedes(b.key)
    }
  }

  private let limit: Int
  private let spool: Spool
  private var waiting: [Record] = []
  private var waitingBytes = 0
  /// For each run on the disk, the numbers of its pieces in the spool.
  private var runs: [Range<Int>] = []

  private static let pieceSize = 64 << 10
  /// What a record takes in memory beside its bytes.
  private static let overhead = 96

  /// A run is as large as `limit` bytes.
  init(in folder: OutputFolder, limit: Int = 16 << 20) throws(StorageFailure) {
    self.limit = limit
    spool = try folder.spool()
  }

  func append(_ key: [UInt8], _ value: [UInt8]) throws(StorageFailure) {
    waiting.append(Record(key: key, value: value))
    waitingBytes += key.count + value.count + Self.overhead
    if waitingBytes >= limit { try spill() }
  }

  /// Calls `body` with each record; then nothing is left, and the disk space is given back.
  func drain(_ body: (Record) throws(StorageFailure) -> Void) throws(StorageFailure) {
    waiting.sort()
    var readers: [RunReader] = []
    for run in runs { readers.append(try RunReader(spool, run)) }
    readers.append(RunReader(waiting))
    waiting = []
    var merge = RunMerge(readers)
    while let record = try merge.next() { try body(record) }
    try spool.remove()
  }

  private func spill() throws(StorageFailure) {
    waiting.sort()
    let first = spool.count
    var piece = ByteEncoder()
    for record in waiting {
      piece.put(record.key.count)
      piece.put(record.value.count)
      piece.bytes += record.key
      piece.bytes += record.value
      if piece.bytes.count >= Self.pieceSize {
        try spool.append(piece.bytes)
        piece.bytes.removeAll(keepingCapacity: true)
      }
    }
    if !piece.bytes.isEmpty { try spool.append(piece.bytes) }
    runs.append(first..<spool.count)
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }
}

/// Goes through one run.
private struct RunReader {
  private let spool: Spool?
  /// The pieces that are still on the disk.
  private var pieces: Range<Int>
  private var records: [RecordSorter.Record]
  private var place = 0

  init(_ records: [RecordSorter.Record]) {
    spool = nil
    pieces = 0..<0
    self.records = records
  }

  init(_ spool: Spool, _ pieces: Range<Int>) throws(StorageFailure) {
    self.spool = spool
    self.pieces = pieces
    records = []
    try fill()
  }

  var head: RecordSorter.Record? { place < records.count ? records[place] : nil }

  mutating func advance() throws(StorageFailure) {
    place += 1
    if place == records.count { try fill() }
  }

  private mutating func fill() throws(StorageFailure) {
    guard let spool, let piece = pieces.first else { return }
    pieces = pieces.dropFirst()
    records = Self.records(of: try spool.record(piece))
    place = 0
  }

  private static func records(of piece: [UInt8]) -> [RecordSorter.Record] {
    var records: [RecordSorter.Record] = []
    var place = 0
    while place < piece.count {
      var decoder = ByteDecoder(bytes: Array(piece[place..<min(place + 20, piece.count)]))
      guard let key = decoder.integer(), let value = decoder.integer() else { return records }
      var header = ByteEncoder()
      header.put(key)
      header.put(value)
      let start = place + header.bytes.count
      records.append(
        RecordSorter.Record(
          key: Array(piece[start..<start + key]),
          value: Array(piece[start + key..<start + key + value])))
      place = start + key + value
    }
    return records
  }
}

/// The least record of all runs, again and again: a heap of runs by their heads.
private struct RunMerge {
  private var heap: [RunReader]

  init(_ runs: [RunReader]) {
    heap = runs.filter { $0.head != nil }
    for place in heap.indices.reversed() { sink(place) }
  }

  mutating func next() throws(StorageFailure) -> RecordSorter.Record? {
    guard let record = heap.first?.head else { return nil }
    try heap[0].advance()
    if heap[0].head == nil {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
    }
    sink(0)
    return record
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if precedes(child, least) { least = child }
      }
      guard least != place else { return }
      heap.swapAt(place, least)
      place = least
    }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    guard let mine = heap[a].head, let other = heap[b].head else { return false }
    return mine < other
  }
}
