import Model

/// The year of an article that gives no date, by a session that it dates: 3月4日全国政协十四届一次会议开幕 is of
/// 2023.
///
/// The National People's Congress and the national CPPCC have met each March since 1985, in terms of
/// five years, the eighth from 1993; the plenums of the Party's Central Committee are listed.
struct DatedSessions {
  let passage: Passage

  /// The year of the first session printed right behind a month and day.
  func year(_ dates: [DateParser.Found]) -> Int? {
    for date in dates {
      guard case .number(let month)? = date.start.month, date.start.year == nil else { continue }
      let near = date.range.upperBound..<min(date.range.upperBound + 16, passage.count)
      if let year = session(in: near, month: month) { return year }
    }
    return nil
  }

  private func session(in near: Range<Int>, month: Int) -> Int? {
    guard let mark = near.first(where: { passage.scalar($0) == 0x5C4A }),  // 届
      let term = number(before: mark)
    else { return nil }
    let rest = mark..<min(mark + 12, passage.count)
    if let plenum = rest.first(where: { passage.stands("中全会", at: $0) }),
      let number = number(before: plenum)
    {
      return Self.plenums[term]?.dropFirst(number - 1).first
    }
    let isNational = (near.lowerBound..<rest.upperBound).contains {
      passage.stands("全国人", at: $0) || passage.stands("全国政协", at: $0)
    }
    guard month == 3, isNational, term >= 8,
      let meeting = rest.first(where: { passage.stands("次会议", at: $0) }),
      let number = number(before: meeting), number <= 5
    else { return nil }
    return 1993 + (term - 8) * 5 + number - 1
  }

  /// The years of the plenums of each Central Committee, from the first on.
  private static let plenums: [Int: [Int]] = [
    17: [2007, 2008, 2008, 2009, 2010, 2011, 2012],
    18: [2012, 2013, 2013, 2014, 2015, 2016, 2017],
    19: [2017, 2018, 2018, 2019, 2020, 2021, 2022],
    20: [2022, 2023, 2024, 2025],
  ]

  /// A number of one or two Chinese numerals, or 二十 and the like, before a place.
  private func number(before end: Int) -> Int? {
    var place = end
    while place > end - 3, Self.numerals[passage.scalar(place - 1)] != nil { place -= 1 }
    let digits = (place..<end).compactMap { Self.numerals[passage.scalar($0)] }
    switch digits.count {
    case 1: return digits[0]
    case 2 where digits[0] == 10: return 10 + digits[1]
    case 2 where digits[1] == 10: return digits[0] * 10
    case 3 where digits[1] == 10: return digits[0] * 10 + digits[2]
    default: return nil
    }
  }

  private static let numerals: [UInt32: Int] = [
    0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8,
    0x4E5D: 9, 0x5341: 10,
  ]
}
