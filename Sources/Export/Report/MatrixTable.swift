import Model

/// Which provinces met which bodies of the centre, darker where more often.
struct MatrixTable {
  private let matrix: MeetingMatrix
  private let provinces: [String]
  private let ministries: [String]

  private static let columnsShown = 20

  init(_ matrix: MeetingMatrix) {
    self.matrix = matrix
    provinces = matrix.provinces.sorted.map(\.key)
    ministries = matrix.ministries.sorted.prefix(Self.columnsShown).map(\.key)
  }

  func append(to page: inout HTMLText) {
    guard !provinces.isEmpty else { return page.nothing() }
    page.raw("<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"矩阵 Matrix\">")
    page.raw("<table class=\"matrix\">")
    page.element(
      "caption", "", Bilingual("省与中央机关同场的事件数", "Events of provinces with central bodies"))
    page.raw("<thead><tr><td></td>")
    for ministry in ministries {
      page.raw("<th scope=\"col\"><span>")
      page.text(String(ministry.prefix(16)))
      page.raw("</span></th>")
    }
    page.raw("</tr></thead><tbody>")
    let most = provinces.flatMap { p in ministries.map { matrix.count(p, $0) } }.max() ?? 1
    for province in provinces { appendRow(province, most, to: &page) }
    page.raw("</tbody></table></div>")
  }

  private func appendRow(_ province: String, _ most: Int, to page: inout HTMLText) {
    page.raw("<tr>")
    page.element("th", "scope=\"row\"", province)
    for ministry in ministries {
      let count = matrix.count(province, ministry)
      let heat = Self.heat(count, most)
      page.element("td", "class=\"h\(heat)\"", count == 0 ? "" : count.grouped)
    }
    page.raw("</tr>")
  }

  /// From 0 to 6, a step for each doubling or so: few meet often, and most seldom.
  static func heat(_ count: Int, _ most: Int) -> Int {
    func doublings(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }
    guard count > 0 else { return 0 }
    return doublings(most) <= 6
      ? doublings(count) : 1 + 5 * (doublings(count) - 1) / (doublings(most) - 1)
  }
}
