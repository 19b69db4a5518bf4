/// The numbers of a text, each with the words around it: what tells a template from a reprint.
///
/// Two reports in the same words about two days differ in a number between the same words
/// (确诊病例215例, 确诊病例547例); two versions of one report hardly ever do.
struct NumberContexts: Hashable, Sendable {
  /// How many are kept, those with the smallest hashes: the same ones of every text.
  static let limit = 256
  /// How many characters before and after a number make its context.
  static let reach = 4

  /// Context in the high half, value in the low one; ascending.
  let entries: [UInt64]
  /// The hashes of the values, ascending, each once.
  let values: [UInt32]

  /// Reads the numbers of a folded text; 30 and 三十 are one number.
  init(_ text: [UInt32]) {
    let (masked, numbers) = Self.masked(text)
    var entries: [UInt64] = []
    entries.reserveCapacity(numbers.count)
    for (place, value) in numbers {
      var hash = StableHash.seed
      for near in max(0, place - Self.reach)..<place { hash = StableHash.step(hash, masked[near]) }
      hash = StableHash.step(hash, 0)
      for near in place + 1..<min(masked.count, place + 1 + Self.reach) {
        hash = StableHash.step(hash, masked[near])
      }
      entries.append(StableHash.mix(hash) & 0xFFFF_FFFF_0000_0000 | UInt64(Self.hash(of: value)))
    }
    self.entries = Array(Set(entries).sorted().prefix(Self.limit))
    values = Array(Set(numbers.map { Self.hash(of: $0.value) }).sorted().prefix(Self.limit))
  }

  /// Of what was kept of a text.
  init(entries: [UInt64], values: [UInt32]) {
    self.entries = entries
    self.values = values
  }

  private static func hash(of value: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: StableHash.mix(value ^ StableHash.seed))
  }

  /// The text with `#` for each number, and the numbers with their places in it.
  private static func masked(
    _ text: [UInt32]
  ) -> (text: [UInt32], numbers: [(place: Int, value: UInt64)]) {
    var masked: [UInt32] = []
    masked.reserveCapacity(text.count)
    var numbers: [(place: Int, value: UInt64)] = []
    var place = 0
    while place < text.count {
      if let (value, end) = Numeral.read(text, at: place) {
        numbers.append((masked.count, value))
        masked.append(0x23)
        place = end
      } else {
        masked.append(text[place])
        place += 1
      }
    }
    return (masked, numbers)
  }
}

extension NumberContexts {
  /// How the contexts that two texts share are filled.
  struct Agreement: Hashable, Sendable {
    var same = 0
    var different = 0
    /// Values that stand in one text only, and in both.
    var onlyMine = 0
    var onlyOther = 0
    var shared = 0
  }

  func agreement(with other: NumberContexts) -> Agreement {
    var agreement = Agreement()
    compareEntries(other, &agreement)
    var (mine, others) = (values[...], other.values[...])
    while let a = mine.first, let b = others.first {
      if a <= b { mine.removeFirst() }
      if b <= a { others.removeFirst() }
      if a == b { agreement.shared += 1 }
    }
    agreement.onlyMine = values.count - agreement.shared
    agreement.onlyOther = other.values.count - agreement.shared
    return agreement
  }

  /// A context agrees where one of its values stands in both texts.
  private func compareEntries(_ other: NumberContexts, _ agreement: inout Agreement) {
    var (mine, others) = (0, 0)
    while mine < entries.count, others < other.entries.count {
      let (a, b) = (entries[mine] >> 32, other.entries[others] >> 32)
      if a < b {
        mine += 1
      } else if b < a {
        others += 1
      } else {
        let these = Self.run(of: a, in: entries, from: &mine)
        let those = Self.run(of: a, in: other.entries, from: &others)
        if these.contains(where: those.contains) {
          agreement.same += 1
        } else {
          agreement.different += 1
        }
      }
    }
  }

  /// The entries of one context, from a place that is moved behind them.
  private static func run(
    of context: UInt64, in entries: [UInt64], from place: inout Int
  ) -> ArraySlice<UInt64> {
    let start = place
    while place < entries.count, entries[place] >> 32 == context { place += 1 }
    return entries[start..<place]
  }
}

/// A number as the news writes it: 215, 三十, 第二.
enum Numeral {
  /// The number that begins at a place of a folded text, and where it ends; nil for none.
  ///
  /// One character alone (一) is a number only after 第 or before a measure: 统一 and 一些 are words.
  static func read(_ text: [UInt32], at start: Int) -> (value: UInt64, end: Int)? {
    if isDigit(text[start]) { return digits(text, at: start) }
    guard digit(text[start]) != nil || unit(text[start]) != nil else { return nil }
    var end = start
    while end < text.count, digit(text[end]) != nil || unit(text[end]) != nil { end += 1 }
    let isAlone = end == start + 1
    let isOrdinal = start > 0 && text[start - 1] == 0x7B2C  // 第
    let isMeasured = end < text.count && measures.contains(text[end])
    guard !isAlone || isOrdinal || isMeasured else { return nil }
    return (value(of: text[start..<end]), end)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  private static func digits(_ text: [UInt32], at start: Int) -> (value: UInt64, end: Int) {
    var value: UInt64 = 0
    var end = start
    while end < text.count, isDigit(text[end]) {
      value = value &* 10 &+ UInt64(text[end] - 0x30)
      end += 1
    }
    return (value, end)
  }

  /// 二〇二〇 and 三十 alike.
  private static func value(of numeral: ArraySlice<UInt32>) -> UInt64 {
    guard numeral.contains(where: { unit($0) != nil }) else {
      return numeral.reduce(0) { $0 &* 10 &+ (digit($1) ?? 0) }
    }
    var (total, current): (UInt64, UInt64) = (0, 0)
    for scalar in numeral {
      if let unit = unit(scalar) {
        total &+= max(current, 1) &* unit
        current = 0
      } else {
        current = digit(scalar) ?? 0
      }
    }
    return total &+ current
  }

  private static func digit(_ scalar: UInt32) -> UInt64? {
    switch scalar {
    case 0x96F6, 0x3007: 0  // 零 〇
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2  // 二 两
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func unit(_ scalar: UInt32) -> UInt64? {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    default: nil
    }
  }

  private static let measures = Set("年月日号时点分届次位名人例度个架艘辆岁期至".unicodeScalars.map(\.value))
}
