/// What a page carries in its markup that nobody reads, and that can be nearly all of it.
enum Ballast {
  /// Takes long style sheets, pictures and fonts (`data:image/png;base64,iVBORw0…`) out before
  /// anything else looks at the page. Their beginnings and ends stay.
  static func drop(from bytes: inout [UInt8]) {
    cut(bytes.withUnsafeBufferPointer { styles(in: $0) }, from: &bytes)
    cut(bytes.withUnsafeBufferPointer { data(in: $0) }, from: &bytes)
  }

  /// Shorter ones cost less than taking them out.
  private static let shortest = 256

  private static func cut(_ cuts: [Range<Int>], from bytes: inout [UInt8]) {
    guard let first = cuts.first else { return }
    var end = first.lowerBound
    bytes.withUnsafeMutableBufferPointer { bytes in
      for (number, cut) in cuts.enumerated() {
        let next = number + 1 < cuts.count ? cuts[number + 1].lowerBound : bytes.count
        let kept = UnsafeMutableBufferPointer(rebasing: bytes[end..<(end + next - cut.upperBound)])
        _ = kept.update(fromContentsOf: bytes[cut.upperBound..<next])
        end += next - cut.upperBound
      }
    }
    bytes.removeLast(bytes.count - end)
  }

  // MARK: Style sheets

  private static let styleStart = ByteFinder("<style")

  /// The insides of `<style>` elements that hold no `<`: so a mark that stands in a script or in a
  /// comment leads to nothing worse than a shorter script.
  private static func styles(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var cuts: [Range<Int>] = []
    var index = 0
    while let found = styleStart.first(in: bytes, from: index) {
      index = found + 6
      guard let tagEnd = next(UInt8(ascii: ">"), in: bytes, from: index),
        let end = next(UInt8(ascii: "<"), in: bytes, from: tagEnd)
      else { break }
      index = end
      let close = UnsafeBufferPointer(rebasing: bytes[end..<min(end + 7, bytes.count)])
      if close.elementsEqual("</style".utf8), end - tagEnd > shortest {
        cuts.append((tagEnd + 1)..<end)
      }
    }
    return cuts
  }

  private static func next(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  // MARK: Data

  private static let dataStart = ByteFinder(";base64,")

  private static func data(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    isDigit.withUnsafeBufferPointer { isDigit in
      var cuts: [Range<Int>] = []
      var index = 0
      while let found = dataStart.first(in: bytes, from: index) {
        index = found + 8
        guard isData(UnsafeBufferPointer(rebasing: bytes[max(0, found - 100)..<found])) else {
          continue
        }
        let start = index
        while index < bytes.count, isDigit[Int(bytes[index])] { index += 1 }
        if index - start >= shortest { cuts.append(start..<index) }
      }
      return cuts
    }
  }

  /// Ends in `data:` and a media type.
  private static func isData(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let type = bytes.reversed().prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 && $0 != 0x22 }
    let before = bytes.dropLast(type.count)
    return before.count > 4 && before.suffix(5).map { $0 | 0x20 } == Array("data:".utf8)
  }

  /// What base64 is written in, and what of it is escaped in addresses.
  private static let isDigit: [Bool] = (0..<256).map { byte in
    let byte = UInt8(byte)
    return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte) || "+/=%-_".utf8.contains(byte)
  }
}
