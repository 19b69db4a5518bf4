import Model

/// What is kept of a tenure between the pass over offices and the pass over persons.
struct TenureRecord {
  let key: Tenure.Key
  let days: SeenDays
  let statedStart: Day?
  let statedEnd: Day?
  let notBefore: Day?
  let notAfter: Day?
  let observations: Int
  let documents: Int
  let endedBy: Tenure.Evidence?
  var conflicts: Set<Tenure.Key>

  init(_ tenure: Tenure) {
    key = tenure.key
    days = SeenDays(tenure.seen, end: tenure.end?.day)
    statedStart = tenure.start?.day
    statedEnd = tenure.end?.day
    notBefore = tenure.notBefore
    notAfter = tenure.notAfter
    observations = tenure.observations
    documents = tenure.documents.count
    endedBy = tenure.endedBy
    conflicts = tenure.conflicts
  }
}

/// The fixed part of a record, and how many sightings and conflicts follow it.
private struct RecordHead: BitwiseCopyable {
  let key: Tenure.Key
  let statedStart: Day?
  let statedEnd: Day?
  let notBefore: Day?
  let notAfter: Day?
  let observations: Int32
  let documents: Int32
  let event: PackedID?
  let sighting: Int32?
  let successor: Tenure.Key?
  let seen: Int32
  let conflicts: Int32
}

// Bytes as they lie in memory: they are read back by the same process.
extension TenureRecord {
  var bytes: [UInt8] {
    var event: PackedID?
    var sighting: Int32?
    var successor: Tenure.Key?
    switch endedBy {
    case .event(let id): event = id
    case .sighting(let number): sighting = number
    case .successor(let key): successor = key
    case nil: break
    }
    let head = RecordHead(
      key: key, statedStart: statedStart, statedEnd: statedEnd, notBefore: notBefore,
      notAfter: notAfter, observations: Int32(truncatingIfNeeded: observations),
      documents: Int32(truncatingIfNeeded: documents), event: event, sighting: sighting,
      successor: successor, seen: Int32(days.seen.count), conflicts: Int32(conflicts.count))
    var bytes: [UInt8] = []
    withUnsafeBytes(of: head) { bytes.append(contentsOf: $0) }
    days.seen.withUnsafeBytes { bytes.append(contentsOf: $0) }
    Array(conflicts).withUnsafeBytes { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Nil where the bytes are none that were written.
  init?(_ bytes: [UInt8]) {
    let size = MemoryLayout<RecordHead>.size
    guard bytes.count >= size else { return nil }
    let head = bytes.withUnsafeBytes { $0.loadUnaligned(as: RecordHead.self) }
    let (seen, conflicts) = (Int(head.seen), Int(head.conflicts))
    let seenSize = MemoryLayout<Tenure.Seen>.stride * seen
    guard bytes.count == size + seenSize + MemoryLayout<Tenure.Key>.stride * conflicts else {
      return nil
    }
    func list<Element: BitwiseCopyable>(_ count: Int, at place: Int) -> [Element] {
      bytes.withUnsafeBytes { all in
        (0..<count).map { index in
          all.loadUnaligned(
            fromByteOffset: place + index * MemoryLayout<Element>.stride, as: Element.self)
        }
      }
    }
    key = head.key
    statedStart = head.statedStart
    statedEnd = head.statedEnd
    notBefore = head.notBefore
    notAfter = head.notAfter
    observations = Int(head.observations)
    documents = Int(head.documents)
    endedBy =
      head.event.map(Tenure.Evidence.event) ?? head.sighting.map(Tenure.Evidence.sighting)
      ?? head.successor.map(Tenure.Evidence.successor)
    days = SeenDays(list(seen, at: size), end: head.statedEnd)
    self.conflicts = Set(list(conflicts, at: size + seenSize))
  }
}
