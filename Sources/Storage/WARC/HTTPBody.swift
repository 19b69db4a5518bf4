import CZlib
import Model

/// Undoes what a server did to a page to send it.
struct HTTPBody {
  /// The largest content, in bytes.
  let limit: Int

  /// The page, for its chunks joined and unpacked.
  func content(of answer: HTTPAnswer) throws(RecordFault) -> [UInt8] {
    var body = Array(answer.body)
    if answer.isChunked, let joined = try Self.joined(body) { body = joined }
    guard answer.contentCodings.count <= 4 else {
      throw RecordFault("the page is packed \(answer.contentCodings.count) times over; left out")
    }
    for coding in answer.contentCodings.reversed() {
      guard !HTTPAnswer.looksLikeMarkup(body[...]) else { break }
      body = try unpacked(body, coding)
    }
    return try checked(body)
  }

  /// The same page, if it is not too large.
  func checked(_ page: [UInt8]) throws(RecordFault) -> [UInt8] {
    guard page.count <= limit else {
      throw RecordFault(
        "\(page.count) bytes, the limit is \(limit); raise max_bytes if it is an article",
        code: .tooLarge)
    }
    return page
  }

  private func unpacked(_ body: [UInt8], _ coding: String) throws(RecordFault) -> [UInt8] {
    switch coding {
    case "gzip", "x-gzip": return GzipReader.isGzip(body) ? try gunzipped(body) : body
    case "deflate": return try inflated(body)
    default:
      throw RecordFault(
        "the page is packed as \(coding.prefix(20)), which is not read here; crawl it again with"
          + " Accept-Encoding: gzip")
    }
  }

  private func gunzipped(_ body: [UInt8]) throws(RecordFault) -> [UInt8] {
    do throws(GzipDamage) {
      return try GzipReader.content(of: body, limit: limit)
    } catch {
      guard error.kind != .tooLarge else { throw bomb(body.count) }
      throw RecordFault("of the answer's body, \(error.words); crawl the page again")
    }
  }

  /// With zlib's wrapping, as the standard wants it, or without, as many servers send it.
  private func inflated(_ body: [UInt8]) throws(RecordFault) -> [UInt8] {
    guard let first = body.first, body.count > 1 else { return body }
    let isWrapped = first & 0x0F == 8 && (Int(first) << 8 | Int(body[1])) % 31 == 0
    let (content, code) = Inflation.content(of: body, isWrapped: isWrapped, limit: limit)
    guard code != Inflation.tooLarge else { throw bomb(body.count) }
    guard code == Z_STREAM_END else {
      throw RecordFault(
        "the deflate stream of the answer's body is cut or damaged; crawl the page again")
    }
    return content
  }

  private func bomb(_ size: Int) -> RecordFault {
    RecordFault(
      "\(size) bytes of the answer's body grow past the limit of \(limit); raise max_bytes if it"
        + " is an article", code: .gzipBomb)
  }
}

extension HTTPBody {
  /// The chunks of a body joined; nil for a body that was joined before it was archived.
  static func joined(_ body: [UInt8]) throws(RecordFault) -> [UInt8]? {
    guard chunkHead(body[...]) != nil else { return nil }
    var rest = body[...]
    var joined: [UInt8] = []
    joined.reserveCapacity(body.count)
    while let (size, length) = chunkHead(rest) {
      guard size > 0 else { return joined }
      guard size <= rest.count - length else { throw cutChunk(joined.count) }
      rest = rest.dropFirst(length)
      joined += rest.prefix(size)
      rest = rest.dropFirst(size)
      if rest.first == 0x0D { rest = rest.dropFirst() }
      if rest.first == 0x0A { rest = rest.dropFirst() }
    }
    throw cutChunk(joined.count)
  }

  private static func cutChunk(_ read: Int) -> RecordFault {
    RecordFault(
      "the chunks of the answer's body are cut or damaged after \(read) bytes; crawl the page again"
    )
  }

  /// `1a0;extension` and the end of the line: the chunk's size, and the length of its head.
  private static func chunkHead(_ bytes: ArraySlice<UInt8>) -> (size: Int, length: Int)? {
    var size = 0
    var digits = 0
    var index = bytes.startIndex
    while index < bytes.endIndex, let digit = bytes[index].hexDigit {
      guard digits < 12 else { return nil }
      size = size << 4 | digit
      digits += 1
      index += 1
    }
    guard digits > 0, let end = bytes[index...].prefix(1_000).firstIndex(of: 0x0A) else {
      return nil
    }
    let after = bytes[index..<end].first { $0 > 0x20 }
    guard after == nil || after == UInt8(ascii: ";") else { return nil }
    return (size, end + 1 - bytes.startIndex)
  }
}

extension UInt8 {
  fileprivate var hexDigit: Int? {
    switch self {
    case 0x30...0x39: Int(self) - 0x30
    case 0x41...0x46, 0x61...0x66: Int(self | 0x20) - 0x57
    default: nil
    }
  }
}

/// zlib's stream without gzip around it.
enum Inflation {
  /// Stands beside zlib's own codes.
  static let tooLarge: Int32 = 1_000

  /// What unpacks, and zlib's last word: `Z_STREAM_END` where the stream is whole.
  static func content(
    of bytes: [UInt8], isWrapped: Bool, limit: Int
  ) -> (content: [UInt8], code: Int32) {
    var stream = z_stream()
    var content: [UInt8] = []
    var code = dibao_inflate_init(&stream, isWrapped ? 15 : -15)
    guard code == Z_OK else { return ([], code) }
    defer { inflateEnd(&stream) }
    bytes.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(min(input.count, 1 << 30))
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64 << 10) { room in
        repeat {
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          code = inflate(&stream, Z_NO_FLUSH)
          content += room[..<(room.count - Int(stream.avail_out))]
          if content.count > limit { code = tooLarge }
        } while code == Z_OK
      }
    }
    return (content, code)
  }
}
