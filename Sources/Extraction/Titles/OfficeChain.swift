import Model

/// Offices printed in one breath for the same person: 省委副书记、省长; 党组书记、部长.
struct OfficeChain {
  /// Indices into the offices of the text.
  var offices: [Int]
  var range: Range<Int>
}

extension OfficeChain {
  /// Groups offices that only a list mark, 兼 or a space stands between.
  static func chains(of offices: [PrintedOffice], in passage: Passage) -> [OfficeChain] {
    var chains: [OfficeChain] = []
    for (index, office) in offices.enumerated() {
      if office.isWeak, !isJoined(index, offices, passage) { continue }
      if let last = chains.last, !isCounted(last.range.lowerBound, passage),
        joins(last.range.upperBound..<office.range.lowerBound, passage),
        !isOfAnother(office, last.offices.map { offices[$0] }, passage)
      {
        chains[chains.count - 1] = OfficeChain(
          offices: last.offices + [index],
          range: last.range.lowerBound..<office.range.upperBound)
      } else {
        chains.append(OfficeChain(offices: [index], range: office.range))
      }
    }
    return chains
  }

  /// 甲大使和财政部长乙: whether an office is of the name after it, and the one before it of a name
  /// before that.
  private static func isOfAnother(
    _ office: PrintedOffice, _ before: [PrintedOffice], _ passage: Passage
  ) -> Bool {
    guard before.count == 1, before[0].body == nil else { return false }
    let gap = before[0].range.upperBound..<office.range.lowerBound
    guard ["、", "和", "及", "以及"].contains(passage.string(gap)) else { return false }
    let rules = NameRules(passage)
    return rules.name(before: before[0].range.lowerBound) != nil
      && (office.body != nil || !rules.names(after: office.range.upperBound).isEmpty)
  }

  /// Whether only a list mark stands between an office and the one before it.
  private static func isJoined(
    _ index: Int, _ offices: [PrintedOffice], _ passage: Passage
  ) -> Bool {
    guard index > 0 else { return false }
    return joins(offices[index - 1].range.upperBound..<offices[index].range.lowerBound, passage)
  }

  private static let joints: Set<String> = [
    "", "、", "兼", "、兼", "兼任", "、兼任", " ", "，兼", ",兼", "，兼任", ",兼任", "和兼", "暨", "和", "及", "以及",
    "、乡", "、镇", "兼乡", "兼镇",
  ]

  private static func joins(_ gap: Range<Int>, _ passage: Passage) -> Bool {
    let gap = afterRank(gap, passage)
    return gap.count <= 3 && joints.contains(passage.string(gap))
  }

  /// What stands behind a remark on the rank of an office: 主任（正厅级）、.
  private static func afterRank(_ gap: Range<Int>, _ passage: Passage) -> Range<Int> {
    guard passage.scalar(gap.lowerBound).isOpeningBracket,
      let end = gap.prefix(12).first(where: { passage.scalar($0).isClosingBracket }),
      passage.scalar(end - 1) == 0x7EA7, end + 1 < gap.upperBound  // 级
    else { return gap }
    return end + 1..<gap.upperBound
  }

  /// Whether an office is said of several who are not named: 七名·政治局常委.
  private static func isCounted(_ start: Int, _ passage: Passage) -> Bool {
    [0x540D, 0x4F4D, 0x4E2A].contains(passage.scalar(start - 1))  // 名位个
  }
}
