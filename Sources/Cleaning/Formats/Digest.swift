package import Model

/// A plain text or Markdown file that holds several articles.
///
/// An article that is cut in two is worse than two that stay together: a file is parted only where
/// one of the `DigestRules` finds its marks at every article.
package enum Digest {
  /// The articles of a file as files of their own, in order: `digest.txt#1`, `digest.txt#2`, each
  /// with its own bytes of the file, and `sum` of them. The file itself where it holds one article.
  package static func articles(in file: RawFile, sum: ([UInt8]) -> String) -> [RawFile] {
    guard let pieces = pieces(of: file) else { return [file] }
    return pieces.bytes.enumerated().map { index, bytes in
      var piece = file
      piece.path += "#\(index + 1)"
      piece.bytes = bytes
      piece.size = bytes.count
      piece.sha256 = sum(bytes)
      piece.hints.encoding = pieces.encoding
      return piece
    }
  }

  private static func pieces(of file: RawFile) -> (bytes: [[UInt8]], encoding: String?)? {
    guard !HTML().recognises([], path: file.path),
      MHTML(file.bytes, ending: FileName.ending(of: file.path)) == nil, mayHoldSeveral(file),
      let decoded = decode(file)
    else { return nil }
    let format = InputFormats.format(
      of: decoded.text, path: file.path, type: file.capture?.mediaType)
    guard format is PlainText || format is Markdown else { return nil }
    let text = DigestText(decoded.text[...])
    guard let pieces = DigestRules.pieces(of: text) else { return nil }
    let stored = StoredLines(file.bytes, encoding: Encoding(rawValue: decoded.encoding))
    // Where a repair changed the lines, those of the bytes are not those of the text.
    guard stored.count == text.lines.count else { return nil }
    // Lines in several encodings are told apart one by one, in the piece as in the file.
    let isMixed = decoded.quality.contains("encoding.mixed")
    return (
      pieces.map { Array(file.bytes[stored[$0]]) },
      file.hints.encoding ?? (isMixed ? nil : decoded.encoding)
    )
  }

  /// False only where the marks are missed in the bytes as they are: most files are UTF-8 and hold
  /// one article, and need no decoding to see that.
  private static func mayHoldSeveral(_ file: RawFile) -> Bool {
    guard file.hints.encoding == nil, file.bytes.contains(0x0A), UTF8Check.isValid(file.bytes[...])
    else { return true }
    let mark = Encoding.byteOrderMark(file.bytes)?.count ?? 0
    return DigestRules.pieces(of: DigestText(file.bytes.dropFirst(mark))) != nil
  }

  /// Nil for what cannot be decoded: the cleaner says why.
  private static func decode(_ file: RawFile) -> DecodedText? {
    do {
      return try Charset.decode(file.bytes, named: file.hints.encoding)
    } catch {
      return nil
    }
  }
}

/// The lines of a file's text.
struct DigestText {
  /// Without blanks at either end.
  let lines: [ArraySlice<UInt8>]

  /// More lines than this are no digest but an attack.
  private static let most = 500_000

  /// No lines where there are too many.
  init(_ text: ArraySlice<UInt8>) {
    guard text.count < Self.most || text.count(where: { $0 == 0x0A }) < Self.most else {
      lines = []
      return
    }
    lines = text.lines.map(\.trimmingWideBlanks)
  }

  /// `lines` without blank ones and rulers at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, isEmpty(first) { range = (first + 1)..<range.upperBound }
    while let last = range.last, isEmpty(last) { range = range.lowerBound..<last }
    return range
  }

  private func isEmpty(_ line: Int) -> Bool {
    lines[line].isEmpty || Ruler.mark(of: lines[line]) != nil
  }

  /// Whether a line of these ends as a sentence of running text does.
  func hasSentence(_ range: Range<Int>) -> Bool {
    range.contains { lines[$0].count >= 45 && Sentence.isEnded(lines[$0]) }
  }

  /// Characters that are no spaces, counted as far as `limit`.
  func characters(_ range: Range<Int>, limit: Int) -> Int {
    var count = 0
    for line in range where count < limit {
      count += lines[line].count { $0 > 0x20 && $0 & 0xC0 != 0x80 }
    }
    return count
  }
}

/// Where the lines of a file lie in its bytes.
private struct StoredLines {
  private var starts: [Int]
  private let end: Int

  /// Line ends are CR, LF or both, as in decoded text.
  init(_ bytes: [UInt8], encoding: Encoding?) {
    let mark = Encoding.byteOrderMark(bytes)?.count ?? 0
    let unit = encoding?.unit ?? 1
    let low = encoding == .utf16be ? 1 : 0
    starts = [mark]
    end = bytes.count
    var index = mark
    var previous: UInt8 = 0
    while index + unit <= bytes.count {
      let isASCII = unit == 1 || bytes[index + 1 - low] == 0
      let byte = isASCII ? bytes[index + low] : 0xFF
      index += unit
      switch byte {
      case 0x0A where previous == 0x0D: starts[starts.count - 1] = index
      case 0x0A, 0x0D: starts.append(index)
      default: break
      }
      if byte != 0 { previous = byte }
    }
  }

  var count: Int { starts.count }

  subscript(lines: Range<Int>) -> Range<Int> {
    starts[lines.lowerBound]..<(lines.upperBound < starts.count ? starts[lines.upperBound] : end)
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces, narrow and wide, at either end.
  var trimmingWideBlanks: ArraySlice<UInt8> {
    var rest = trimmingBlanks
    while rest.starts(with: Self.wideBlank) { rest = rest.dropFirst(3).trimmingBlanks }
    while rest.ends(with: Array(Self.wideBlank)) { rest = rest.dropLast(3).trimmingBlanks }
    return rest
  }

  private static let wideBlank: ArraySlice<UInt8> = [0xE3, 0x80, 0x80]
}
