/// Web archives, byte by byte.
enum Warc {
  /// An HTTP answer.
  static func answer(
    _ body: [UInt8], status: String = "200 OK", type: String? = "text/html; charset=GBK",
    _ fields: String...
  ) -> [UInt8] {
    let type = type.map { ["Content-Type: " + $0] } ?? []
    let lines = ["HTTP/1.1 " + status] + type + fields
    return Array(lines.map { $0 + "\r\n" }.joined().utf8) + [13, 10] + body
  }

  static func answer(_ body: String) -> [UInt8] { answer(Array(body.utf8)) }

  /// A record; `length` stands in its head in place of the true one.
  static func record(
    _ block: [UInt8], kind: String = "response",
    type: String = "application/http; msgtype=response",
    length: String? = nil, _ fields: String...
  ) -> [UInt8] {
    let lines =
      [
        "WARC/1.1", "WARC-Type: " + kind, "WARC-Date: 2024-05-06T07:08:09Z",
        "WARC-Target-URI: http://news.example/\(block.count).html", "Content-Type: " + type,
        "Content-Length: " + (length ?? String(block.count)),
      ] + fields
    return Array(lines.map { $0 + "\r\n" }.joined().utf8) + [13, 10] + block + [13, 10, 13, 10]
  }

  /// The record of a page.
  static func page(_ text: String) -> [UInt8] { record(answer("<p>" + text)) }

  static let information = record(
    Array("software: a crawler\r\n".utf8), kind: "warcinfo", type: "application/warc-fields")
  static let request = record(
    Array("GET / HTTP/1.1\r\n\r\n".utf8), kind: "request",
    type: "application/http; msgtype=request")

  static func chunked(_ body: [UInt8], by size: Int = 7) -> [UInt8] {
    var chunks: [UInt8] = []
    var rest = body[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(size)
      chunks += Array((String(chunk.count, radix: 16) + ";x=y\r\n").utf8) + chunk + [13, 10]
      rest = rest.dropFirst(size)
    }
    return chunks + Array("0\r\n\r\n".utf8)
  }

  /// Deflate without wrapping, stored.
  static func deflated(_ body: [UInt8]) -> [UInt8] {
    let low = UInt8(body.count & 0xFF)
    let high = UInt8(body.count >> 8)
    return [1, low, high, ~low, ~high] + body
  }

  /// The same with zlib's head and checksum.
  static func wrapped(_ body: [UInt8]) -> [UInt8] {
    var a: UInt32 = 1
    var b: UInt32 = 0
    for byte in body {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    let sum = [b >> 8, b, a >> 8, a].map { UInt8(truncatingIfNeeded: $0) }
    return [0x78, 0x01] + deflated(body) + sum
  }
}
