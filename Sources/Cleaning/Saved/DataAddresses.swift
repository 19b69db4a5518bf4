/// Pictures and fonts that a page holds in its own markup: `data:image/png;base64,iVBORw0…`.
enum DataAddresses {
  /// Takes long ones out before anything else looks at the page: nobody reads them, and they can
  /// be nearly all of it. Their beginning stays.
  static func empty(in bytes: inout [UInt8]) {
    let cuts = bytes.withUnsafeBufferPointer { Self.cuts(in: $0) }
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

  /// Shorter ones cost less than taking them out.
  private static let shortest = 256

  private static let mark = ByteFinder(";base64,")

  private static func cuts(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    isDigit.withUnsafeBufferPointer { isDigit in
      var cuts: [Range<Int>] = []
      var index = 0
      while let found = mark.first(in: bytes, from: index) {
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
