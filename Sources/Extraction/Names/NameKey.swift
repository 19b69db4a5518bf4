/// A name as a key: its letters, without spaces. Chinese names fit into one number, so that telling
/// them apart makes no string.
enum NameKey: Hashable {
  case short(UInt64)
  case long(String)

  init(_ range: Range<Int>, in passage: Passage) {
    var packed: UInt64 = 0
    var count = 0
    for scalar in passage.scalars[range] where scalar.isNamePart {
      packed = packed << 16 | UInt64(scalar & 0xFFFF)
      count += scalar < 1 << 16 ? 1 : 5
    }
    self = count <= 4 ? .short(packed) : .long(NameBook.name(in: range, passage))
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .short(let packed): hasher.combine(packed)
    case .long(let name): hasher.combine(name)
    }
  }
}

extension UInt32 {
  /// Anything but the spaces that line a name up with longer ones.
  var isNamePart: Bool { self != 0x20 && self != 0x3000 }
}
