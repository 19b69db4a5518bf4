import Model

/// A page that a browser saved with all its parts in one file, as mail is written: MHTML.
///
/// Bodies stay where they are until one is asked for: a page's pictures are never unpacked.
struct MHTML {
  /// A part that was taken out.
  struct Page {
    let bytes: [UInt8]
    let charset: String?
    let mediaType: String
    let address: String?
  }

  private struct Part {
    let head: MessageHead
    let body: Range<Int>

    var type: MediaType { head.contentType ?? MediaType("text/plain") }
    var address: String? { SavedAddress.http(head["content-location"]) }
  }

  private let bytes: [UInt8]
  private let head: MessageHead
  private var parts: [Part] = []
  /// The file ends before its last boundary.
  private(set) var isCut = false

  private static let longestHead = 64 << 10
  private static let mostParts = 20_000
  private static let deepest = 4

  /// Nil for a file that is no MHTML, by its head; `ending` is that of its name.
  init?(_ bytes: [UInt8], ending: String) {
    let start = bytes.prefix(1_000).firstIndex { $0 > 0x20 && $0 < 0x80 } ?? 0
    guard Self.beginsAsHead(bytes[start...]),
      let length = MessageHead.length(in: bytes[start...].prefix(Self.longestHead))
    else { return nil }
    head = MessageHead(bytes[start..<(start + length)])
    let type = head.contentType
    let isNamed = ending == "mht" || ending == "mhtml"
    guard let type, type.name.hasPrefix("multipart/") || isNamed && type.isHTML,
      isNamed || head["mime-version"] != nil || head["snapshot-content-location"] != nil
    else { return nil }
    self.bytes = bytes
    add(Part(head: head, body: (start + length)..<bytes.count), depth: 0)
  }

  /// `Name:` before anything else.
  private static func beginsAsHead(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.prefix { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D }
    return name.count > 1 && name.endIndex < bytes.endIndex
      && bytes[name.endIndex] == UInt8(ascii: ":")
  }

  /// Notes a part or, of one that is made of parts, each of them.
  private mutating func add(_ part: Part, depth: Int) {
    guard parts.count < Self.mostParts else { return isCut = true }
    guard part.type.name.hasPrefix("multipart/"), let boundary = part.type["boundary"],
      depth < Self.deepest
    else { return parts.append(part) }
    let (bodies, isClosed) = bytes.withUnsafeBufferPointer {
      Self.bodies(in: $0, part.body, boundary: boundary)
    }
    if !isClosed { isCut = true }
    for body in bodies {
      let length = MessageHead.length(in: bytes[body].prefix(Self.longestHead)) ?? 0
      let start = body.lowerBound + length
      add(
        Part(head: MessageHead(bytes[body.lowerBound..<start]), body: start..<body.upperBound),
        depth: depth + 1)
    }
  }

  /// What stands between the lines that are the boundary, and whether the last one closes.
  private static func bodies(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, boundary: String
  ) -> (bodies: [Range<Int>], isClosed: Bool) {
    let finder = ByteFinder("--" + boundary)
    let piece = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var bodies: [Range<Int>] = []
    var start: Int?
    var index = range.lowerBound
    while let found = finder.first(in: piece, from: index), bodies.count < mostParts {
      index = found + boundary.utf8.count + 2
      guard found == range.lowerBound || piece[found - 1] == 0x0A else { continue }
      if let start { bodies.append(start..<max(start, lineEnd(piece, before: found))) }
      if index + 1 < piece.count, piece[index] == 0x2D, piece[index + 1] == 0x2D {
        return (bodies, true)
      }
      while index < piece.count, piece[index] != 0x0A { index += 1 }
      index = min(index + 1, piece.count)
      start = index
    }
    if let start { bodies.append(start..<piece.count) }
    return (bodies, false)
  }

  /// The line end before a boundary belongs to it.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Int {
    var end = index
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}

extension MHTML {
  /// The page; where it is but a frame around others, the one with most text. Nil where no part is
  /// a text.
  var article: Page? {
    let pages = parts.filter(\.type.isHTML)
    guard let root = root(of: pages) else { return nil }
    let page = self.page(root, address: SavedAddress.http(head["snapshot-content-location"]))
    guard Self.isFrameset(page.bytes) else { return page }
    let framed = pages.filter { $0.body != root.body }.prefix(50).map {
      self.page($0, address: nil)
    }
    let longest = framed.max { Self.textLength($0.bytes) < Self.textLength($1.bytes) }
    return longest ?? page
  }

  private func root(of pages: [Part]) -> Part? {
    if let start = head.contentType?["start"],
      let root = pages.first(where: { $0.head["content-id"] == start })
    {
      return root
    }
    return pages.first ?? parts.first { $0.type.name.hasPrefix("text/") }
  }

  private func page(_ part: Part, address: String?) -> Page {
    Page(
      bytes: content(of: part), charset: part.type.charset, mediaType: part.type.name,
      address: address ?? part.address ?? SavedAddress.http(head["content-location"]))
  }

  private func content(of part: Part) -> [UInt8] {
    switch part.head["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": TransferEncoding.quotedPrintable(bytes[part.body])
    case "base64": TransferEncoding.base64(bytes[part.body])
    default: Array(bytes[part.body])
    }
  }

  /// A page that parts the window among others has no body of its own.
  private static func isFrameset(_ page: [UInt8]) -> Bool {
    let head = page.prefix(256 << 10).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return head.withUnsafeBufferPointer { head in
      guard let frames = ByteFinder("<frameset").first(in: head, from: 0) else { return false }
      return frames < ByteFinder("<body").first(in: head, from: 0) ?? head.count
    }
  }

  /// About how much is written outside of tags; Chinese counts for more than scripts do.
  private static func textLength(_ page: [UInt8]) -> Int {
    var isInside = false
    var length = 0
    for byte in page {
      if byte == UInt8(ascii: "<") { isInside = true }
      if !isInside, byte > 0x20 { length += byte < 0x80 ? 1 : 8 }
      if byte == UInt8(ascii: ">") { isInside = false }
    }
    return length
  }
}

/// An address that stands for a page on the web.
enum SavedAddress {
  static func http(_ text: String?) -> String? {
    guard let text, text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
    return text
  }
}
