import CZlib

/// Why a gzip stream is not read to its end.
package struct GzipDamage: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// The first bytes are not those of gzip.
    case notGzip
    /// The bytes end inside a member.
    case cut
    /// The words are zlib's.
    case damaged(String)
    /// Bytes after a whole member that are neither a member nor NULs.
    case trailingBytes
    /// More content than the reader was told to take.
    case tooLarge
  }

  package let kind: Kind
  /// Where in the gzip file, in bytes from 0.
  package let offset: Int
  /// Which member of the file, from 1.
  package let member: Int
  /// How much content was read before.
  package let produced: Int
}

extension GzipDamage {
  /// What was found and where, for people.
  package var words: String {
    let place = "at byte \(offset)" + (member > 1 ? " (member \(member))" : "")
    return switch kind {
    case .notGzip: "it does not start as gzip does"
    case .cut: "the gzip stream is cut off \(place)"
    case .damaged(let reason): "the gzip stream is damaged \(place): \(reason)"
    case .trailingBytes: "other bytes follow the gzip stream \(place)"
    case .tooLarge: "the content grows past the limit \(place)"
    }
  }
}

/// Where a member of a gzip file begins: in the file, and in the content.
struct MemberStart: Hashable, Sendable {
  var stored: Int
  var content: Int
}

/// Unpacks a gzip stream of any number of members, and takes nothing for good that is not.
///
/// zlib's own file reader says nothing of a stream cut between members, of bytes after it, and of
/// a file that is no gzip at all; this one checks each. NULs after the last member are padding of
/// tapes and disks: taken and counted in `trailingZeros`. What cannot be seen by any reader is a
/// file that lacks whole members at its end; counts in a manifest show that.
package final class GzipReader {
  private enum State: Equatable {
    /// Before the first byte of a member.
    case between
    case inside
    case zeros
    case failed(GzipDamage)
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let limit: Int
  private var state = State.between
  private var scratch = [UInt8](repeating: 0, count: 64 << 10)

  /// Members begun.
  package private(set) var members = 0
  /// Bytes of gzip read.
  package private(set) var consumed = 0
  /// Bytes of content given.
  package private(set) var produced = 0
  package private(set) var trailingZeros = 0
  /// Where members began since `takeStarts` was called last; kept only where `notesStarts`.
  private var starts: [MemberStart] = []
  private let notesStarts: Bool

  /// Content larger than `limit` is `tooLarge`.
  package init(limit: Int = .max, notesStarts: Bool = false) {
    self.limit = limit
    self.notesStarts = notesStarts
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15: the largest window; 16: gzip and nothing else.
    let code = dibao_inflate_init(stream, 15 + 16)
    if code != Z_OK {
      state = .failed(
        GzipDamage(
          kind: .damaged("zlib does not start (\(code))"), offset: 0, member: 0, produced: 0))
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Takes the next bytes of the file and puts their content onto the end of `output`.
  package func read(
    _ bytes: ArraySlice<UInt8>, onto output: inout [UInt8]
  ) throws(GzipDamage) {
    var rest = bytes
    while let first = rest.first {
      switch state {
      case .failed(let damage): throw damage
      case .inside: try inflate(&rest, onto: &output)
      case .between where first == 0 && members > 0: state = .zeros
      case .between: try begin(with: first)
      case .zeros:
        let zeros = rest.prefix { $0 == 0 }.count
        trailingZeros += zeros
        consumed += zeros
        rest = rest.dropFirst(zeros)
        if !rest.isEmpty { throw fail(.trailingBytes) }
      }
    }
  }

  /// To be called when the file has ended.
  package func finish() throws(GzipDamage) {
    switch state {
    case .failed(let damage): throw damage
    case .inside: throw fail(.cut)
    case .between: if members == 0 { throw fail(.cut) }
    case .zeros: return
    }
  }

  /// The members that began since the last call.
  func takeStarts() -> [MemberStart] {
    defer { starts = [] }
    return starts
  }

  private func begin(with first: UInt8) throws(GzipDamage) {
    guard first == 0x1F else { throw fail(members == 0 ? .notGzip : .trailingBytes) }
    members += 1
    if notesStarts { starts.append(MemberStart(stored: consumed, content: produced)) }
    inflateReset(stream)
    state = .inside
  }

  /// Runs zlib until the bytes or the member are at their end.
  private func inflate(
    _ rest: inout ArraySlice<UInt8>, onto output: inout [UInt8]
  ) throws(GzipDamage) {
    while state == .inside {
      let (code, taken, given) = call(rest)
      consumed += taken
      rest = rest.dropFirst(taken)
      guard given <= limit - produced else { throw fail(.tooLarge) }
      produced += given
      output += scratch[..<given]
      if code == Z_STREAM_END {
        state = .between
      } else if code == Z_BUF_ERROR || (code == Z_OK && rest.isEmpty && given < scratch.count) {
        return
      } else if code != Z_OK {
        throw fail(kind(of: code))
      }
    }
  }

  private func call(_ bytes: ArraySlice<UInt8>) -> (code: Int32, taken: Int, given: Int) {
    bytes.withUnsafeBufferPointer { input in
      scratch.withUnsafeMutableBufferPointer { output in
        let count = min(input.count, 1 << 30)
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        return (
          code, count - Int(stream.pointee.avail_in),
          output.count - Int(stream.pointee.avail_out)
        )
      }
    }
  }

  private func kind(of code: Int32) -> GzipDamage.Kind {
    let words = stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)"
    // A second byte that is not 8B: no member begins here after all.
    guard words == "incorrect header check" else { return .damaged(words) }
    return members == 1 ? .notGzip : .trailingBytes
  }

  private func fail(_ kind: GzipDamage.Kind) -> GzipDamage {
    let damage = GzipDamage(
      kind: kind, offset: consumed, member: max(1, members), produced: produced)
    state = .failed(damage)
    return damage
  }
}

extension GzipReader {
  /// The content of a whole gzip file.
  package static func content(
    of bytes: [UInt8], limit: Int = .max
  ) throws(GzipDamage) -> [UInt8] {
    let reader = GzipReader(limit: limit)
    var content: [UInt8] = []
    content.reserveCapacity(min(limit, bytes.count * 4))
    try reader.read(bytes[...], onto: &content)
    try reader.finish()
    return content
  }

  /// True for the two bytes with which every gzip file starts.
  package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }
}
