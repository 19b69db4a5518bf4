/// A set of row numbers, a bit each: a million rows take 128 kB.
struct RowSet {
  private var words: [UInt64] = []
  private(set) var count = 0

  mutating func insert(_ row: Int) {
    let (word, bit) = (row >> 6, UInt64(1) << UInt64(row & 63))
    if word >= words.count {
      words += [UInt64](repeating: 0, count: max(word + 1 - words.count, words.count))
    }
    guard words[word] & bit == 0 else { return }
    words[word] |= bit
    count += 1
  }

  func contains(_ row: Int) -> Bool {
    row >> 6 < words.count && words[row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  /// The rows from 1 to `last` that are not in the set, as the longest ranges there are.
  func gaps(upTo last: Int) -> [ClosedRange<Int>] {
    var gaps: [ClosedRange<Int>] = []
    var start: Int?
    var row = 1
    while row <= last {
      // Most words are full, or empty past the end: neither is looked at bit by bit.
      if row & 63 == 0, row + 63 <= last, let step = step(over: row, start: &start) {
        if let gap = step { gaps.append(gap) }
        row += 64
        continue
      }
      if contains(row) {
        if let first = start { gaps.append(first...(row - 1)) }
        start = nil
      } else if start == nil {
        start = row
      }
      row += 1
    }
    if let first = start { gaps.append(first...last) }
    return gaps
  }

  /// Takes 64 rows at once where all or none of them are in the set; nil where they are mixed.
  private func step(over row: Int, start: inout Int?) -> ClosedRange<Int>?? {
    let word = row >> 6 < words.count ? words[row >> 6] : 0
    switch word {
    case 0:
      start = start ?? row
      return .some(nil)
    case .max:
      defer { start = nil }
      return .some(start.map { $0...(row - 1) })
    default: return nil
    }
  }
}
