import Glibc

/// A file's text as valid UTF-8 without NUL, lines ended by `\n`.
struct DecodedText: Sendable {
  var text: [UInt8]
  /// An IANA name in lower case.
  var encoding: String
  var quality: Set<String> = []
  /// Of the text, where it has been made already.
  var survey: TextSurvey?
}

enum CharsetFault: Error {
  /// Not text; with what it is.
  case binary(String)
  /// A name that is no encoding.
  case unknown(String)
}

/// Finds out a file's encoding and decodes it.
///
/// In order: the byte order mark; what the pipeline file says; UTF-8 where the bytes are valid,
/// whatever the page declares (gb2312 on UTF-8 pages is common); what the page or its server
/// declares, where the bytes bear it out; GB18030 or Big5 by how usual the characters are that come out.
enum Charset {
  static func decode(
    _ bytes: [UInt8], named hint: String? = nil, served: String? = nil
  ) throws(CharsetFault) -> DecodedText {
    if let kind = BinaryKind.of(bytes) { throw .binary(kind) }
    var decoded: DecodedText
    if let hint {
      guard let encoding = Encoding(name: hint) else { throw .unknown(hint) }
      decoded = text(bytes, encoding)
    } else {
      decoded = try detected(bytes, served: served)
    }
    guard !isBinary(decoded.text) else { throw .binary("control characters") }
    if decoded.encoding == "utf-8" { undoDoubleEncoding(&decoded) }
    decoded.text.cleanLines()
    return decoded
  }

  private static func undoDoubleEncoding(_ decoded: inout DecodedText) {
    let survey = decoded.survey ?? TextSurvey(decoded.text)
    if let repaired = DoubleEncoding.repaired(decoded.text, survey) {
      decoded.text = repaired
      decoded.quality.insert("encoding.repaired")
    } else if DoubleEncoding.isGarbled(decoded.text, survey) {
      decoded.quality.insert("encoding.garbled")
    }
  }

  private static func detected(
    _ bytes: [UInt8], served: String?
  ) throws(CharsetFault) -> DecodedText {
    if let mark = Encoding.byteOrderMark(bytes) {
      return text(Array(bytes[mark.count...]), mark.encoding)
    }
    let stated = Encoding.declared(in: bytes)
    let survey = TextSurvey(bytes)
    if survey.isUTF8, !Wide.isLikely(bytes) {
      return DecodedText(
        text: bytes, encoding: "utf-8", quality: misdeclared(.utf8, stated), survey: survey)
    }
    if let wide = Wide.order(of: bytes) { return text(bytes, wide) }
    if let mixed = MixedLines.decoded(bytes) { return mixed }
    let declared = agreed(stated, served.flatMap { Encoding(name: $0) })
    let encoding = chosen(bytes, declared)
    var decoded = text(bytes, encoding)
    // No set of the Chinese ones makes words of these bytes.
    guard encoding == declared || encoding == .utf8 || Usage.isPlausible(decoded.text) else {
      throw .unknown("no encoding makes words of the bytes; name it in `encoding` of the input")
    }
    decoded.quality.formUnion(misdeclared(encoding, declared))
    return decoded
  }

  /// What the page and its server declare together. Neither is to be trusted more where one says
  /// GB18030 and the other Big5: then the characters that come out decide.
  private static func agreed(_ stated: Encoding?, _ served: Encoding?) -> Encoding? {
    guard let served, served != .utf8, served != .latin1 else { return stated }
    guard let stated, stated != .utf8, stated != .latin1 else { return served }
    return Set([stated, served]) == [.gb18030, .big5] ? nil : stated
  }

  private static func misdeclared(_ found: Encoding, _ declared: Encoding?) -> Set<String> {
    guard let declared, declared != found else { return [] }
    return ["encoding.misdeclared"]
  }

  /// For bytes that are not valid UTF-8.
  private static func chosen(_ bytes: [UInt8], _ declared: Encoding?) -> Encoding {
    // A page in UTF-8 with a few bytes cut or mixed in stays one; of other sets, hardly a byte
    // looks like UTF-8.
    if UTF8Check.damage(bytes) < 0.3 { return .utf8 }
    if let declared, declared != .utf8, declared != .latin1 { return declared }
    return Usage.likelier(bytes)
  }

  private static func text(_ bytes: [UInt8], _ encoding: Encoding) -> DecodedText {
    let (text, replaced) =
      encoding == .utf8 ? UTF8Check.repaired(bytes) : Converter.utf8(bytes, from: encoding)
    return DecodedText(
      text: text, encoding: encoding.rawValue, quality: replaced > 0 ? ["encoding.replaced"] : [])
  }

  /// Control characters where letters should be.
  private static func isBinary(_ text: [UInt8]) -> Bool {
    let (control, size) = text.withUnsafeBufferPointer { text in
      let head = text.prefix(65_536)
      return (head.reduce(0) { $0 &+ (isControl($1) ? 1 : 0) }, head.count)
    }
    return control * 20 > size
  }

  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B
  }
}

/// The encodings that are read; the names are IANA's in small letters.
enum Encoding: String, Hashable, Sendable {
  case utf8 = "utf-8"
  case gb18030
  case big5
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case latin1 = "windows-1252"
  case cyrillic = "windows-1251"
  case koi8 = "koi8-r"
  case centralEuropean = "windows-1250"
  case shiftJIS = "shift_jis"
  case eucJP = "euc-jp"
  case eucKR = "euc-kr"

  /// Nil for a name that is no encoding read here. GB2312 and GBK are parts of GB18030.
  init?(name: String) {
    switch name.lowercased().filter({ $0 != "_" && $0 != " " }) {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii": self = .utf8
    case "gb18030", "gbk", "gb2312", "gb-2312", "x-gbk", "gb231280", "csgb2312", "cp936", "chinese",
      "ms936", "hz-gb-2312", "euc-cn", "gb2312-80", "windows-936":
      self = .gb18030
    case "big5", "big5-hkscs", "big5hkscs", "cn-big5", "x-x-big5", "csbig5", "cp950", "big-5":
      self = .big5
    case "utf-16", "utf-16le", "utf16", "utf16le", "unicode", "ucs-2": self = .utf16le
    case "utf-16be", "utf16be": self = .utf16be
    case "windows-1252", "iso-8859-1", "latin1", "latin-1", "cp1252", "iso8859-1": self = .latin1
    case "windows-1251", "cp1251": self = .cyrillic
    case "koi8-r", "koi8": self = .koi8
    case "windows-1250", "cp1250", "iso-8859-2", "latin2": self = .centralEuropean
    case "shiftjis", "shift-jis", "sjis", "x-sjis", "cp932", "windows-31j": self = .shiftJIS
    case "euc-jp", "eucjp": self = .eucJP
    case "euc-kr", "euckr", "ks-c-5601-1987", "cp949": self = .eucKR
    default: return nil
    }
  }

  /// The name that iconv has for it.
  var converterName: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .utf16le: "UTF-16LE"
    case .utf16be: "UTF-16BE"
    case .latin1: "WINDOWS-1252"
    case .cyrillic: "WINDOWS-1251"
    case .koi8: "KOI8-R"
    case .centralEuropean: "WINDOWS-1250"
    case .shiftJIS: "CP932"
    case .eucJP: "EUC-JP"
    case .eucKR: "CP949"
    }
  }

  /// The bytes of one unit: what is skipped at a bad byte.
  var unit: Int { self == .utf16le || self == .utf16be ? 2 : 1 }

  static func byteOrderMark(_ bytes: [UInt8]) -> (encoding: Encoding, count: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }

  /// What the first kilobytes declare: `charset=` of a meta element, `encoding=` of an XML
  /// declaration. A page that declares two keeps the first.
  static func declared(in bytes: [UInt8]) -> Encoding? {
    let head = bytes.prefix(8_192).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for key in ["charset=", "charset =", "encoding="] {
      var start = head.startIndex
      while let found = head[start...].range(of: key.utf8) {
        start = found.upperBound
        // The charset of a script or stylesheet is not the page's.
        let tag = head[..<found.lowerBound].lastIndex(of: UInt8(ascii: "<")) ?? 0
        let isOther =
          head[tag...].starts(with: "<script".utf8) || head[tag...].starts(with: "<link".utf8)
        let name = head[start...].drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
          .prefix {
            $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3E && $0 != 0x2F
              && $0 != 0x3F
          }
        if !isOther, let encoding = Encoding(name: String(decoding: name, as: UTF8.self)) {
          return encoding
        }
      }
    }
    return nil
  }
}

/// Files that are no text, by their first bytes.
enum BinaryKind {
  static func of(_ bytes: [UInt8]) -> String? {
    for (magic, kind) in kinds where bytes.starts(with: magic) { return kind }
    return nil
  }

  private static let kinds: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
    ([0x1F, 0x8B], "a gzip stream"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("Rar!".utf8), "a RAR archive"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"), ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    (Array("RIFF".utf8), "a RIFF file"), (Array("SQLite format 3".utf8), "a database"),
    (Array("BZh".utf8), "a bzip2 stream"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz stream"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd stream"), (Array("{\\rtf".utf8), "an RTF document"),
    (Array("OggS".utf8), "an Ogg file"), (Array("ID3".utf8), "an MP3 file"),
    (Array("wOFF".utf8), "a font"), (Array("bplist".utf8), "a property list"),
  ]
}

extension [UInt8] {
  /// NUL gone, CR and CRLF made LF; nothing is copied where there is none.
  mutating func cleanLines() {
    if contains(byte: 0) { removeAll { $0 == 0 } }
    guard contains(byte: 0x0D) else { return }
    let end = withUnsafeMutableBufferPointer { Self.endLines(in: $0) }
    removeLast(count - end)
  }

  private func contains(byte: UInt8) -> Bool {
    withUnsafeBytes { $0.baseAddress.map { memchr($0, Int32(byte), count) != nil } ?? false }
  }

  /// Moves what stands between the carriage returns down over them; gives the new end.
  private static func endLines(in buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var end = 0
    var start = 0
    while start < buffer.count {
      let found = memchr(base + start, 0x0D, buffer.count - start)
      let next = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? buffer.count
      if end != start { memmove(base + end, base + start, next - start) }
      end += next - start
      start = next + 1
      guard next < buffer.count else { break }
      // The LF that follows is the line's end already.
      if start < buffer.count, buffer[start] == 0x0A { continue }
      buffer[end] = 0x0A
      end += 1
    }
    return end
  }
}
