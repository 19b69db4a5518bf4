import Glibc
import Model

/// Lists the pages of a web archive by one pass that keeps their places and nothing else.
///
/// A record that cannot be read is listed with the reason. Reading goes on with the next gzip
/// member where there is one; elsewhere nothing tells where the next record begins, so the rest of
/// the archive is given up, which the reason says.
struct WarcScan {
  struct Entry {
    enum Outcome {
      case page(FilePart, size: Int)
      case reject(RecordFault)
    }

    /// Of the record, from 1; 0 for the whole file.
    let number: Int
    let outcome: Outcome
  }

  /// A record that holds if another follows or the archive ends.
  private struct Record {
    let start: Int
    let member: MemberStart?
    let length: Int
    let isPage: Bool
    let fault: RecordFault?
  }

  private static let mark = Array("WARC/".utf8)

  /// Damaged records after which the rest of an archive is given up.
  static let mostFaults = 1_000

  private let bytes: ArchiveBytes
  private let status: FileStatus
  private var entries: [Entry] = []
  private var number = 0
  private var faults = 0
  private var start = 0
  private var last: Record?

  /// The pages of the archive at `location` in the order of the file, and what is no page for a
  /// fault.
  static func entries(of location: String, isNamedGzip: Bool) -> [Entry] {
    do throws(StorageFailure) {
      // Without O_NONBLOCK, a pipe that took the file's place would hold the run for ever.
      let descriptor = try Descriptor.open(location, O_RDONLY | O_NONBLOCK)
      var head: [UInt8] = []
      _ = try descriptor.read(2, at: 0, onto: &head)
      guard !head.isEmpty else {
        return whole(
          RecordFault("0 bytes; fetch the archive again or remove the file", code: .empty))
      }
      let isPacked = GzipReader.isGzip(head)
      guard isPacked || !isNamedGzip else {
        return whole(
          RecordFault(
            "named .gz, but it does not start as gzip does; rename it without .gz if it is plain",
            code: .badGzip))
      }
      let status = try descriptor.status()
      let bytes = ArchiveBytes(descriptor, isPacked: isPacked, to: status.size)
      var scan = WarcScan(bytes, status)
      return scan.run()
    } catch {
      return whole(RecordFault(error.detail ?? error.kind.rawValue, code: .unreadable))
    }
  }

  private static func whole(_ fault: RecordFault) -> [Entry] {
    [Entry(number: 0, outcome: .reject(fault))]
  }

  private init(_ bytes: ArchiveBytes, _ status: FileStatus) {
    self.bytes = bytes
    self.status = status
  }

  private mutating func run() -> [Entry] {
    var goesOn = true
    while goesOn {
      do throws(RecordFault) {
        goesOn = try readRecord()
      } catch {
        goesOn = giveUpRecord(error)
      }
    }
    return entries
  }

  /// Reads one record; false at the end of the archive.
  private mutating func readRecord() throws(RecordFault) -> Bool {
    while bytes.fill(1), let byte = bytes.ready.first, byte == 0x0D || byte == 0x0A {
      bytes.drop(1)
    }
    guard bytes.fill(1) else {
      try checkTroubleBetween()
      guard number > 0 else { throw noRecord() }
      settle()
      return false
    }
    guard startsRecord else {
      try checkTroubleBetween()
      throw noRecord()
    }
    settle()
    number += 1
    start = bytes.position
    let member = bytes.member()
    let head = try WarcHead(try takeHead())
    let (isPage, fault) = looksAt(head)
    try skipBlock(head.length)
    last = Record(
      start: start, member: member, length: bytes.position - start, isPage: isPage, fault: fault)
    return true
  }

  private var startsRecord: Bool {
    bytes.fill(5) && bytes.ready.starts(with: Self.mark)
  }

  private mutating func takeHead() throws(RecordFault) -> ArraySlice<UInt8> {
    guard let length = headLength(upTo: WarcHead.longest) else {
      try checkTrouble()
      throw RecordFault(
        bytes.fill(WarcHead.longest)
          ? "the record's head has no end; \(RecordFault.again)"
          : "the archive ends inside the record's head; \(RecordFault.again)")
    }
    if let next = bytes.nextMember, next < length,
      bytes.ready.dropFirst(next).starts(with: Self.mark)
    {
      throw RecordFault("the record's gzip member ends inside its head; \(RecordFault.again)")
    }
    let head = bytes.ready.prefix(length)
    bytes.drop(length)
    return head
  }

  /// How long the head is that lies next; looks no further than it must.
  private func headLength(upTo limit: Int) -> Int? {
    var wanted = min(2_048, limit)
    while true {
      let isThere = bytes.fill(wanted)
      if let length = MessageHead.length(in: bytes.ready.prefix(limit)) { return length }
      guard isThere, wanted < limit else { return nil }
      wanted = min(wanted * 4, limit)
    }
  }

  /// Whether the block that lies next is a page; its own fault where that cannot be told.
  private func looksAt(_ head: WarcHead) -> (isPage: Bool, fault: RecordFault?) {
    let limit = min(head.length, WarcHead.longest)
    // The rest of the block is wanted only where the server does not say what it is.
    if head.isAnswer, let length = headLength(upTo: limit) {
      _ = bytes.fill(min(length + 256, limit))
    }
    do throws(RecordFault) {
      return (try head.reading(bytes.ready.prefix(limit)) != .nothing, nil)
    } catch {
      return (false, error)
    }
  }

  /// Passes the block. Where a member begins on the way and in it a record, the length is a lie.
  private mutating func skipBlock(_ length: Int) throws(RecordFault) {
    var left = length
    while left > 0 {
      guard bytes.isPacked else {
        guard bytes.skip(left) else { throw cut() }
        return
      }
      guard bytes.fill(1) else {
        try checkTrouble()
        throw cut()
      }
      if bytes.isMemberStart(), startsRecord {
        throw RecordFault(
          "the record's gzip member ends before its Content-Length; \(RecordFault.again)")
      }
      let step = min(left, bytes.nextMember ?? left, bytes.ready.count)
      bytes.drop(step)
      left -= step
    }
  }

  private func cut() -> RecordFault {
    RecordFault("the archive ends inside the record; \(RecordFault.again)")
  }
}

extension WarcScan {
  /// Takes the last record for good.
  private mutating func settle() {
    guard let record = last else { return }
    last = nil
    if let fault = record.fault { return reject(fault, at: record.start) }
    guard record.isPage else { return }
    let next = bytes.member()
    // The record ends its member where another member or nothing follows.
    let isLast = !bytes.fill(1)
    let ownsMember =
      record.member?.content == record.start && (isLast || next?.content == bytes.position)
    let end = isLast ? bytes.stored : next?.stored ?? 0
    let stored: Int? =
      !bytes.isPacked ? record.length : ownsMember ? end - (record.member?.stored ?? 0) : nil
    let part = FilePart(
      start: record.member?.stored ?? record.start, isPacked: bytes.isPacked,
      skip: record.member.map { record.start - $0.content } ?? 0, length: record.length,
      stored: stored, status: status)
    let size = stored ?? record.length
    entries.append(Entry(number: number, outcome: .page(part, size: size)))
  }

  private func checkTrouble() throws(RecordFault) {
    switch bytes.trouble {
    case nil: return
    case .disk(let failure):
      throw RecordFault(failure.detail ?? failure.kind.rawValue, code: .unreadable)
    case .gzip(let damage):
      throw RecordFault("\(damage.words); \(RecordFault.again)", code: .badGzip)
    case .bomb:
      throw RecordFault(
        "the archive unpacks to more than 200 times its size; unpack it by hand if it is genuine",
        code: .gzipBomb)
    }
  }

  /// Trouble where a record should begin is that of the last one, unless its member was whole.
  private mutating func checkTroubleBetween() throws(RecordFault) {
    guard let trouble = bytes.trouble else { return }
    var isBehind = bytes.member() != last?.member
    if case .gzip(let damage) = trouble, damage.kind == .trailingBytes { isBehind = true }
    if last == nil || isBehind {
      settle()
      start = bytes.position
      number += 1
    }
    try checkTrouble()
  }

  /// What stands where a record should begin. It is the fault of the record before, whose length
  /// does not lead to its end, unless that was its member's.
  private mutating func noRecord() -> RecordFault {
    guard last == nil || bytes.isMemberStart() else {
      return RecordFault(
        "other bytes than a record follow it, so its Content-Length is wrong; \(RecordFault.again)")
    }
    settle()
    start = bytes.position
    guard number > 0 else {
      return RecordFault("it does not begin as a WARC file does; give it the name of what it is")
    }
    number += 1
    return RecordFault(
      "other bytes stand where a record should begin; \(RecordFault.again)")
  }

  /// Notes a fault; true where reading can go on behind it. A file that does not begin with a record
  /// is no archive, whatever stands further on.
  private mutating func giveUpRecord(_ fault: RecordFault) -> Bool {
    last = nil
    faults += 1
    let goesOn =
      number > 0 && faults < Self.mostFaults && bytes.trouble == nil
      && bytes.skipToMember(after: start)
    let rest = goesOn || isOver ? "" : "; what follows is not read"
    reject(RecordFault(fault.detail + rest, code: fault.code), at: start)
    return goesOn
  }

  /// Nothing more is there to be read.
  private var isOver: Bool {
    guard !bytes.fill(1) else { return false }
    if case .gzip(let damage) = bytes.trouble { return damage.kind == .cut }
    return bytes.trouble == nil
  }

  private mutating func reject(_ fault: RecordFault, at place: Int) {
    let unit = bytes.isPacked ? "byte \(place) of the unpacked archive" : "byte \(place)"
    let fault = RecordFault("at \(unit), \(fault.detail)", code: fault.code)
    entries.append(Entry(number: number, outcome: .reject(fault)))
  }
}
