/// The bytes of a file as valid UTF-8, and what it took to get there.
struct DecodedText: Sendable {
  /// Valid UTF-8 without NUL; lines end with LF alone.
  var utf8: [UInt8]
  /// The encoding that the bytes were read in: `utf-8`, `gb18030`, `big5`, `utf-16le` …
  var encoding: String
  /// Bytes that mean nothing in that encoding were replaced by U+FFFD.
  var isReplaced: Bool
}

/// Finds the encoding of a file and reads its bytes in it.
///
/// Evidence in this order: the pipeline's hint, a byte order mark, the shape of UTF-16, valid
/// UTF-8 (which no other encoding looks like by chance), the page's own declaration, and at last
/// which of GB18030 and Big5 reads the bytes with fewer faults and more common characters.
enum Charset {
  static func decode(_ bytes: [UInt8], hint: String?) -> DecodedText? {
    if let hint, let encoding = known(hint) { return read(bytes[...], as: encoding) }
    if let (encoding, length) = mark(bytes) {
      return read(bytes[length...], as: encoding)
    }
    if let encoding = shapeOfUTF16(bytes) { return read(bytes[...], as: encoding) }
    if UTF8Check.faults(bytes) == 0 {
      return DecodedText(utf8: tidied(bytes[...]), encoding: "utf-8", isReplaced: false)
    }
    let declared = CharsetDeclaration.find(in: bytes).flatMap(known)
    return read(bytes[...], as: choice(bytes, declared: declared))
  }

  /// The encoding under its IANA name, or nil for a name that is not read here. gb2312 and gbk
  /// are subsets of GB18030, and pages declare the small one while they use the large.
  static func known(_ name: String) -> String? {
    switch name.lowercased().filter({ $0 != "_" && $0 != "-" && $0 != " " }) {
    case "utf8", "usascii", "ascii", "unicode11utf8": "utf-8"
    case "gb2312", "gbk", "gb18030", "gb231280", "cp936", "xgbk", "windows936", "euccn": "gb18030"
    case "big5", "big5hkscs", "cp950", "xxbig5", "cnbig5", "big5eten": "big5"
    case "utf16", "utf16le", "unicode": "utf-16le"
    case "utf16be": "utf-16be"
    case "iso88591", "latin1", "windows1252", "cp1252": "windows-1252"
    case "shiftjis", "sjis", "xsjis", "windows31j": "shift_jis"
    case "eucjp": "euc-jp"
    case "euckr", "ksc56011987", "cp949": "euc-kr"
    case "hz", "hzgb2312", "iso2022cn": nil
    default: nil
    }
  }

  private static func mark(_ bytes: [UInt8]) -> (String, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  /// UTF-16 without a mark: markup and digits leave a zero in every other byte.
  private static func shapeOfUTF16(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    guard head.count >= 16 else { return nil }
    var zeros = [0, 0]
    var newlines = [0, 0]
    for (index, byte) in head.enumerated() {
      if byte == 0 { zeros[index & 1] += 1 }
      if byte == 0x0A || byte == 0x3C || byte == 0x20 { newlines[index & 1] += 1 }
    }
    let few = head.count / 40 + 1
    if zeros[1] >= few, zeros[0] * 8 <= zeros[1], newlines[0] > 0 { return "utf-16le" }
    if zeros[0] >= few, zeros[1] * 8 <= zeros[0], newlines[1] > 0 { return "utf-16be" }
    return nil
  }

  /// Bytes that are not quite UTF-8: nearly UTF-8 stays UTF-8, then the declaration, then evidence.
  private static func choice(_ bytes: [UInt8], declared: String?) -> String {
    if UTF8Check.faults(bytes) * 5 <= UTF8Check.multibyte(bytes) {
      return "utf-8"
    }
    if let declared, declared != "utf-8", !declared.hasPrefix("utf-16") { return declared }
    return CharsetEvidence.isBig5(bytes) ? "big5" : "gb18030"
  }

  private static func read(_ bytes: ArraySlice<UInt8>, as encoding: String) -> DecodedText? {
    if encoding == "utf-8" {
      let sound = UTF8Check.faults(Array(bytes)) == 0
      let text = sound ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)[...]
      return DecodedText(utf8: tidied(text), encoding: encoding, isReplaced: !sound)
    }
    guard let (text, faults) = Iconv.utf8(bytes, from: encoding) else { return nil }
    return DecodedText(utf8: tidied(text[...]), encoding: encoding, isReplaced: faults > 0)
  }

  /// Without NUL and BOM; CR and CRLF become LF.
  private static func tidied(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var last: UInt8 = 0
    for byte in bytes {
      defer { last = byte }
      if byte == 0 || (byte == 0x0A && last == 0x0D) { continue }
      result.append(byte == 0x0D ? 0x0A : byte)
    }
    return result
  }
}

/// UTF-8 by its rules alone.
enum UTF8Check {
  /// How many bytes break the rules. An unfinished character at the very end
  /// (a cut file) counts as one.
  static func faults(_ bytes: [UInt8]) -> Int {
    var faults = 0
    var index = 0
    while index < bytes.count {
      let length = self.length(bytes, at: index)
      if length == 0 { faults += 1 }
      index += max(1, length)
    }
    return faults
  }

  /// How many characters of more than one byte there are.
  static func multibyte(_ bytes: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      let length = self.length(bytes, at: index)
      if length > 1 { count += 1 }
      index += max(1, length)
    }
    return count
  }

  /// The length of the character that begins here; 0 where none does.
  private static func length(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let (length, low, high): (Int, UInt8, UInt8) =
      switch first {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      default: (0, 0, 0)
      }
    guard length > 0, index + length <= bytes.count else { return 0 }
    guard low...high ~= bytes[index + 1] else { return 0 }
    for next in bytes[(index + 2)..<max(index + 2, index + length)] where next & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
