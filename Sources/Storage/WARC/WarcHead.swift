import Model

/// The head of a WARC record, and with it that of the HTTP answer in its block.
struct WarcHead {
  /// More than any server sends.
  static let longest = 64 << 10

  private let fields: MessageHead
  /// How long the block is.
  let length: Int

  init(_ bytes: some Sequence<UInt8>) throws(RecordFault) {
    fields = MessageHead(bytes)
    guard let text = fields["content-length"] else {
      throw RecordFault("the record has no Content-Length; \(RecordFault.again)")
    }
    guard text.utf8.count < 16, let length = Int(text), length >= 0,
      text.utf8.first != UInt8(ascii: "+")
    else {
      throw RecordFault(
        "the record's Content-Length is no length (\(Self.shown(text))); \(RecordFault.again)")
    }
    self.length = length
  }

  /// `response`, `request` and so on, in small letters.
  var kind: String { fields["warc-type"]?.lowercased() ?? "" }

  /// Some crawlers put brackets around it.
  var address: String? {
    let text = fields["warc-target-uri"].map { $0.hasPrefix("<") ? $0.dropFirst() : $0[...] }
    let address = text.map { String($0.hasSuffix(">") ? $0.dropLast() : $0) } ?? ""
    return address.hasPrefix("http://") || address.hasPrefix("https://") ? address : nil
  }

  var contentType: MediaType? { fields.contentType }

  /// What the crawler found the body to be.
  var payloadType: MediaType? { fields["warc-identified-payload-type"].map { MediaType($0) } }

  var isCut: Bool { fields["warc-truncated"] != nil }
  private var isSegment: Bool { fields["warc-segment-number"] != nil }

  /// True where the block is an HTTP answer.
  var isAnswer: Bool { kind == "response" && contentType?.name == "application/http" }

  /// What is read of a record: nothing, its block, or the body of the answer in its block.
  enum Reading: Equatable { case nothing, block, answer }

  /// `block` is its beginning, as far as an HTTP head can reach.
  func reading(_ block: ArraySlice<UInt8>) throws(RecordFault) -> Reading {
    let reading = try wish(block)
    guard reading != .nothing, isSegment else { return reading }
    throw RecordFault("the record is one segment of several; join them with a WARC tool")
  }

  private func wish(_ block: ArraySlice<UInt8>) throws(RecordFault) -> Reading {
    if kind == "resource" || kind == "conversion" {
      return contentType?.isHTML == true ? .block : .nothing
    }
    // A list for crawlers, and the one text that every site has.
    guard isAnswer, address?.hasSuffix("/robots.txt") != true else { return .nothing }
    let answer = MessageHead(block.prefix { $0 != 0x0A })
    guard answer.firstLine.hasPrefix("HTTP/") else {
      throw RecordFault("the block is no HTTP answer; \(RecordFault.again)")
    }
    guard answer.firstLine.split(separator: " ").dropFirst().first == "200" else { return .nothing }
    return try isPage(try HTTPAnswer(block)) ? .answer : .nothing
  }

  private func isPage(_ answer: HTTPAnswer) throws(RecordFault) -> Bool {
    if let type = answer.contentType ?? payloadType {
      return type.isHTML || ["text/plain", "text/markdown"].contains(type.name)
    }
    return answer.looksLikeMarkup
  }

  /// A piece of a value for messages, without what could harm a terminal.
  private static func shown(_ text: String) -> String {
    let safe = text.unicodeScalars.prefix(20).filter {
      $0.value > 0x1F && !(0x7F..<0xA0).contains($0.value)
    }
    return "\"" + String(String.UnicodeScalarView(safe)) + "\""
  }
}

/// The answer of a server as a record's block holds it: a head, and a body as it was sent.
struct HTTPAnswer {
  private let head: MessageHead
  let body: ArraySlice<UInt8>

  init(_ block: ArraySlice<UInt8>) throws(RecordFault) {
    guard let length = MessageHead.length(in: block.prefix(WarcHead.longest)) else {
      throw RecordFault("the head of the HTTP answer has no end; \(RecordFault.again)")
    }
    head = MessageHead(block.prefix(length))
    body = block.dropFirst(length)
  }

  var contentType: MediaType? { head.contentType }

  /// In the order in which they were done.
  var contentCodings: [String] { codings(head["content-encoding"]) }
  var isChunked: Bool { codings(head["transfer-encoding"]).contains("chunked") }

  private func codings(_ value: String?) -> [String] {
    (value ?? "").lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
      .filter { $0 != "identity" }
  }

  /// Archives that hold bodies decoded often keep the head that says how they were sent.
  var looksLikeMarkup: Bool { Self.looksLikeMarkup(body) }

  static func looksLikeMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    rest = rest.prefix(256).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard rest.first == UInt8(ascii: "<"), let next = rest.dropFirst().first else { return false }
    return next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || (0x61...0x7A).contains(next | 0x20)
  }
}
