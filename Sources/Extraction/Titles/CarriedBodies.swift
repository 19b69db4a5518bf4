import Model
import Reference

/// Bare posts whose body was named before: 董事长沈文涛 after 河滨银行, 党主席 after a party.
extension OfficeResolver {
  /// The office in the body last named that such a post is of; nil where none was.
  func carried(_ post: Post) -> OfficeReading? {
    func office(_ body: Body, _ title: String) -> OfficeReading {
      OfficeReading(body: body, title: title, inferred: [.organization])
    }
    if post.title == "党主席" || post.title == "副党主席" {
      return lastListed { $0.hasPrefix("party:") }
        .map { office(.listed($0), post.title == "党主席" ? "主席" : "副主席") }
    }
    if post.isCorporate { return company().map { office($0, post.title) } }
    return nil
  }

  /// The company of the last office, where it stands in this paragraph or is the only one, or the
  /// last listed one.
  private func company() -> Body? {
    if let body = frame.body, isCompany(body) { return body }
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

  /// The last listed body of a kind before the office in hand, in its paragraph or the one before.
  private func lastListed(where test: (String) -> Bool) -> String? {
    for end in stride(from: place, to: max(0, place - 200), by: -1) {
      for match in passage.ending(at: end, if: .listed) {
        guard case .listed(let ids) = passage.term(match), let id = ids.first, test(id) else {
          continue
        }
        return period(of: ids)
      }
    }
    return nil
  }
}
