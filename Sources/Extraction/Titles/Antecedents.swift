import Model
import Reference

/// Finds the body that a bare ending stands for: 公司董事长 after 华为技术有限公司, 组委会主席 after
/// 第31届世界大学生夏季运动会组委会.
struct Antecedents {
  let passage: Passage
  /// How far back a body is looked for, in scalars.
  private static let reach = 600

  /// The last body named before a place that ends in a unit and is longer than it.
  func body(endingIn unit: Range<Int>, before place: Int) -> PrintedBody? {
    let letters = Array(passage.scalars[unit])
    let finder = OfficeFinder(passage: passage)
    let limit = max(0, place - Self.reach)
    var end = unit.lowerBound
    while end - letters.count >= limit {
      let start = end - letters.count
      if stands(letters, at: start), let body = finder.namedBody(endingAt: end, limit: limit),
        body.start < start
      {
        return body
      }
      if isCompany(letters), let listed = company(endingAt: end) { return listed }
      end -= 1
    }
    return nil
  }

  private func stands(_ letters: [UInt32], at start: Int) -> Bool {
    for (offset, letter) in letters.enumerated() where passage.scalar(start + offset) != letter {
      return false
    }
    return true
  }

  /// 公司 and 集团 are said of any enterprise.
  private func isCompany(_ letters: [UInt32]) -> Bool {
    letters == [0x516C, 0x53F8] || letters == [0x96C6, 0x56E2]
  }

  private func company(endingAt end: Int) -> PrintedBody? {
    for match in passage.ending(at: end) {
      guard case .listed(let ids) = passage.term(match), let id = ids.first,
        let kind = passage.terms.almanac.organizations[id]?.kind,
        kind == "central_soe" || kind == "company"
      else { continue }
      return PrintedBody(start: Int(match.start), listed: ids)
    }
    return nil
  }
}
