import Storage

/// Bytes that are made of others by a seed: the same seed gives the same bytes.
struct Mutation {
  /// At least one.
  let seeds: [[UInt8]]

  /// What has grown past this is cut: the time goes into many bytes, not into few large ones.
  private static let largest = 64 << 10

  /// What is put between: ends of C strings and lines, steering of terminals, marks of markup and of
  /// front matter, halves of characters.
  private static let foreign: [[UInt8]] =
    [
      "\0", "\r", "\r\n", "\n---\n", "\u{1B}[2J", "\u{7F}", "\t", "<", ">", "\"", "'", "&#0;",
      "&#x110000;", "&", "<!--", "-->", "<![CDATA[", "<script>", "</div>", "<p>", "]]>", "{", "}",
      "[", "\\", "\u{202E}", "\u{FEFF}", "\u{2028}", "#", "|", "· ", "（", "》", "20241112",
      "2024年13月32日", "任", "、", "999999999999999999999999",
    ].map { Array($0.utf8) } + [[0xE4], [0xE4, 0xB8], [0xFF], [0xFE, 0xFF], [0x81, 0x30]]

  private static let labels = [
    "gbk", "gb18030", "big5", "utf-8", "utf-16", "utf-16le", "shift_jis", "iso-8859-1", "euc-kr",
    "none-such", "",
  ].map { Array($0.utf8) }

  /// One to three changes. Of packed bytes, half of the time it is the content that is changed.
  func bytes(seed: Int) throws -> [UInt8] {
    var random = SplitMix(state: UInt64(truncatingIfNeeded: seed))
    let original = seeds[Int.random(in: seeds.indices, using: &random)]
    guard GzipReader.isGzip(original), Bool.random(using: &random) else {
      return changed(original, &random)
    }
    return try Gzip.packed(changed(try GzipReader.content(of: original), &random))
  }

  private func changed(_ original: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...3, using: &random) { change(&bytes, &random) }
    return Array(bytes.prefix(Self.largest))
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return bytes = seeds[0] }
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<11, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[place] = .random(in: .min ... .max, using: &random)
    case 2: bytes.removeSubrange(place...)
    case 3: bytes.removeSubrange(block(at: place, of: bytes, &random))
    case 4:
      let block = block(at: place, of: bytes, &random)
      bytes.insert(contentsOf: Array(bytes[block]), at: block.upperBound)
    case 5: splice(&bytes, at: place, &random)
    case 6, 7: bytes.insert(contentsOf: Self.foreign.randomElement(using: &random) ?? [], at: place)
    case 8: relabel(&bytes, &random)
    case 9: bytes = Self.wide(bytes, &random)
    default: repeatBlock(&bytes, at: place, &random)
    }
  }

  private func block(
    at place: Int, of bytes: [UInt8], _ random: inout SplitMix
  ) -> Range<Int> {
    place..<min(bytes.count, place + Int.random(in: 1...512, using: &random))
  }

  /// The beginning of this and the end of another.
  private func splice(_ bytes: inout [UInt8], at place: Int, _ random: inout SplitMix) {
    let other = seeds[Int.random(in: seeds.indices, using: &random)]
    bytes.replaceSubrange(
      place..., with: other[Int.random(in: 0...other.count, using: &random)...])
  }

  /// Few bytes, over and over: what is nested or repeated without end.
  private func repeatBlock(_ bytes: inout [UInt8], at place: Int, _ random: inout SplitMix) {
    let piece = Array(bytes[place...].prefix(Int.random(in: 1...12, using: &random)))
    let times = Int.random(in: 2...2_000, using: &random)
    bytes.insert(contentsOf: repeatElement(piece, count: times).joined(), at: place)
  }

  /// Says another encoding than that of the bytes.
  private func relabel(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let label = Self.labels.randomElement(using: &random) ?? []
    let key = Array("charset=".utf8)
    guard let place = bytes.firstRange(of: key)?.upperBound else {
      return bytes.insert(
        contentsOf: Array("<meta charset=\"".utf8) + label + Array("\">".utf8), at: 0)
    }
    let end = bytes[place...].dropFirst().prefix { $0 | 0x20 >= 0x61 || $0 == 0x2D }.endIndex
    bytes.replaceSubrange(place..<end, with: label)
  }

  /// UTF-8 as UTF-16, or as UTF-8 that was taken for Latin-1 and encoded once more.
  private static func wide(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      return bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
    case 1: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }
}

/// Sebastiano Vigna's SplitMix64.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
