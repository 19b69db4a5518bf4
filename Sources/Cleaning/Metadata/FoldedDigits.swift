/// A text whose digits are all ASCII: ２０２４年 and 二〇二四年十一月十二日 become 2024年11月12日.
struct FoldedDigits {
  private(set) var text: [UInt8] = []
  /// For each byte of `text`, and for its end, where it stood before.
  private(set) var places: [Int] = []

  /// Nil where there is nothing to fold.
  init?(_ bytes: [UInt8]) {
    guard Self.mayFold(bytes) else { return nil }
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let digit = Self.wide(bytes, index) {
        append(digit, at: index)
        index += 3
      } else if let (number, end) = Self.number(bytes, index) {
        for digit in number.utf8 { append(digit, at: index) }
        index = end
      } else {
        append(bytes[index], at: index)
        index += 1
      }
    }
    places.append(bytes.count)
    if text == bytes { return nil }
  }

  private mutating func append(_ byte: UInt8, at place: Int) {
    text.append(byte)
    places.append(place)
  }

  /// Wide digits, or 年 behind a character that is one: asked of every line, so one plain pass.
  private static func mayFold(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 2 < bytes.count {
        let byte = bytes[index]
        if byte == 0xEF, bytes[index + 1] == 0xBC, (0x90...0x99).contains(bytes[index + 2]) {
          return true
        }
        if byte == 0xE5, bytes[index + 1] == 0xB9, bytes[index + 2] == 0xB4, index >= 3,
          bytes[index - 3] >= 0xE3
        {
          return true
        }
        index += 1
      }
      return false
    }
  }

  /// ０ to ９, ：and ．
  private static func wide(_ bytes: [UInt8], _ index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xBC,
      (0x8E...0x9A).contains(bytes[index + 2])
    else { return nil }
    return bytes[index + 2] - 0x60
  }

  /// A number in characters before 年, 月 or 日.
  private static func number(_ bytes: [UInt8], _ start: Int) -> (String, end: Int)? {
    var values: [Int] = []
    var index = start
    while let value = character(bytes, index), values.count < 5 {
      values.append(value)
      index += 3
    }
    guard !values.isEmpty, let unit = units.first(where: { bytes[index...].starts(with: $0.utf8) })
    else { return nil }
    if unit == "年" {
      guard values.count == 4, !values.contains(10) else { return nil }
      return (values.map(String.init).joined(), index)
    }
    return small(values).map { ("\($0)", index) }
  }

  /// 十二, 二十三, 三十, 七.
  private static func small(_ values: [Int]) -> Int? {
    switch values.count {
    case 1: values[0]
    case 2 where values[0] == 10: 10 + values[1]
    case 2 where values[1] == 10: values[0] * 10
    case 3 where values[1] == 10: values[0] * 10 + values[2]
    default: nil
    }
  }

  private static func character(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index >= 0, index + 2 < bytes.count, bytes[index] >= 0xE2 else { return nil }
    return values[String(decoding: bytes[index..<index + 3], as: UTF8.self)]
  }

  private static let units = ["年", "月", "日"]
  private static let values: [String: Int] = [
    "〇": 0, "零": 0, "○": 0, "Ｏ": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9, "十": 10, "元": 1,
  ]
}
