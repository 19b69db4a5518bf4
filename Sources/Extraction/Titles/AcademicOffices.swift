import Model
import Reference

/// Professors, who are of their university and not of the school or the field they are told with.
extension OfficeResolver {
  /// 河滨大学法学院教授: of 河滨大学; 国际关系教授 after 河滨大学: of it too. The head of a department
  /// (历史系主任) is of the department, and of the university named before it.
  func academic(_ reading: OfficeReading, _ printed: PrintedOffice) -> OfficeReading {
    if case .written(let name, _) = reading.body, name.hasSuffix("系"), !name.contains("大学"),
      let body = printed.body, let university = universityBefore(body.start),
      !reading.title.hasSuffix("教授")
    {
      var reading = reading
      reading.body = .part(of: university, name: name)
      return reading
    }
    guard reading.title.hasSuffix("教授") || reading.title.hasSuffix("讲师"), let body = printed.body,
      let university = university(of: reading.body, before: body)
    else { return reading }
    var reading = reading
    reading.body = university
    return reading
  }

  private func university(of body: Body, before printed: PrintedBody) -> Body? {
    switch body {
    case .listed: return nil
    case .part(let whole, _): return isUniversity(whole.root) ? whole.root : nil
    case .written(let name, let division):
      if let end = name.end(of: "大学"), end < name.endIndex {
        return written(String(name[..<end]), division)
      }
      if name.hasSuffix("大学") { return nil }
      return universityBefore(printed.start)
    default: return universityBefore(printed.start)
    }
  }

  private func written(_ name: String, _ division: String?) -> Body {
    let ids = passage.terms.almanac.organizations.ids(written: name)
    return ids.isEmpty ? .written(name, division: division) : .listed(period(of: ids))
  }

  private func isUniversity(_ body: Body) -> Bool {
    body.id.flatMap { passage.terms.almanac.organizations[$0]?.kind }?.hasPrefix("university")
      ?? false
  }

  /// The last university named in the clause before a place.
  private func universityBefore(_ start: Int) -> Body? {
    let finder = OfficeFinder(passage: passage)
    let limit = max(places.sentenceStart, start - 60)
    for end in stride(from: start, to: limit + 1, by: -1) {
      if passage.scalar(end).isComma { return nil }
      for match in passage.ending(at: end, if: .listed) {
        guard case .listed(let ids) = passage.term(match) else { continue }
        let body = Body.listed(period(of: ids))
        if isUniversity(body) { return body }
      }
      guard passage.scalar(end - 1) == 0x5B66, passage.scalar(end - 2) == 0x5927,  // 大学
        let named = finder.namedBody(endingAt: end, limit: limit), named.start < end - 2
      else { continue }
      return written(passage.string(named.start..<end), nil)
    }
    return nil
  }
}

extension String {
  /// The place after the first occurrence of a word.
  fileprivate func end(of word: String) -> Index? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(word) { return rest.index(rest.startIndex, offsetBy: word.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
