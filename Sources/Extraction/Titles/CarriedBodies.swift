import Model
import Reference

/// Bare posts whose body was named before: 董事长沈文涛 after 河滨银行, 党主席 after a party.
extension OfficeResolver {
  /// The office in the body last named that such a post is of; nil where none was.
  func carried(_ post: Post) -> OfficeReading? {
    guard standsAlone else { return nil }
    func office(_ body: Body, _ title: String) -> OfficeReading {
      OfficeReading(body: body, title: title, inferred: [.organization])
    }
    if post.title == "党主席" || post.title == "副党主席" {
      return lastListed(acrossParagraphs: true) { $0.hasPrefix("party:") }
        .map { office(.listed($0), post.title == "党主席" ? "主席" : "副主席") }
    }
    if post.isCorporate { return company().map { office($0, post.title) } }
    return nil
  }

  /// Whether no letters of a body that was not read stand before the office: 、董事长, 及其·创始人.
  private var standsAlone: Bool {
    let before = passage.scalar(place - 1)
    if before == 0x5176 || !before.isNameLetter { return true }  // 其
    return before != 0x7684 && passage.ends([.holder, .boundary], at: place)  // 的
  }

  /// The company of the last office, where it stands near, or the last listed one.
  private func company() -> Body? {
    if let body = frame.body, isCompany(body), place - frame.bodyPlace < 300 { return body }
    return lastListed { id in
      let kind = passage.terms.almanac.organizations[id]?.kind
      return kind == "company" || kind == "central_soe" || kind == "central_financial"
    }.map { .listed($0) }
  }

  private func isCompany(_ body: Body) -> Bool {
    switch body.root {
    case .listed(let id):
      let kind = passage.terms.almanac.organizations[id]?.kind
      return kind == "company" || kind == "central_soe" || kind == "central_financial"
    case .written(let name, _):
      return ["公司", "集团", "银行", "科技", "控股", "证券", "基金", "传媒"].contains {
        name.hasSuffix($0)
      }
    default: return false
    }
  }

  /// Whether an ordinary word begins in a form and ends beyond it: 中·国电·视.
  private func isCrossed(_ match: Lexicon.Match) -> Bool {
    (Int(match.start)..<Int(match.end)).contains { start in
      passage.starting(at: start, if: .word).contains { $0.kind == .word && $0.end > match.end }
    }
  }

  /// The company that a unit of business is of: 消费者业务 after 河滨电器.
  func unitOfBusiness(_ name: String) -> Body? {
    guard ["业务", "产品线", "事业部", "事业群", "业务线"].contains(where: { name.hasSuffix($0) }) else {
      return nil
    }
    return company().map { .part(of: $0.root, name: name) }
  }

  /// The last listed body of a kind before the office in hand, in its paragraph
  /// unless told otherwise.
  private func lastListed(
    acrossParagraphs: Bool = false, where test: (String) -> Bool
  ) -> String? {
    for end in stride(from: place, to: max(0, place - 200), by: -1) {
      if passage.scalar(end - 1) == 0x0A, !acrossParagraphs { return nil }
      for match in passage.ending(at: end, if: .listed) {
        guard case .listed(let ids) = passage.term(match), let id = ids.first, test(id),
          !isCrossed(match)
        else { continue }
        return period(of: ids)
      }
    }
    return nil
  }
}
