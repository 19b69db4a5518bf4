import Model

/// Events by month, as bars.
struct TimelineChart {
  private let months: [Int: Int]
  /// The first and last month that is drawn.
  private let range: ClosedRange<Int>?
  private let left: Int

  private static let (width, height, foot, margin) = (960, 220, 24, 44)

  /// Of a few stray dates far from all others the axis takes no notice; they are counted in a note.
  init(_ months: [Int: Int]) {
    self.months = months
    let total = months.values.reduce(0, +)
    let stray = total / 200
    let keys = months.keys.sorted()
    let first = Self.first(keys, months, past: stray)
    let last = Self.first(keys.reversed(), months, past: stray)
    range = first.flatMap { first in last.map { first...max(first, $0) } }
    left =
      range.map { range in
        total - months.reduce(0) { range.contains($1.key) ? $0 + $1.value : $0 }
      } ?? 0
  }

  private static func first(_ keys: [Int], _ months: [Int: Int], past stray: Int) -> Int? {
    var sum = 0
    return keys.first { key in
      sum += months[key] ?? 0
      return sum > stray
    }
  }

  func append(to page: inout HTMLText) {
    guard let range else { return page.nothing() }
    let peak = range.compactMap { months[$0] }.max() ?? 1
    page.raw(
      "<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"时间线 Timeline\">"
        + "<svg class=\"chart\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\" "
        + "aria-labelledby=\"timeline-t timeline-d\">")
    page.element("title", "id=\"timeline-t\"", "每月事件数 Events per month")
    page.element(
      "desc", "id=\"timeline-d\"",
      "\(Self.name(range.lowerBound)) – \(Self.name(range.upperBound)); 最多 at most \(peak)")
    appendGrid(peak, to: &page)
    for month in range { appendBar(month, range, peak, to: &page) }
    appendYears(range, to: &page)
    page.raw("</svg></div>")
    if left > 0 {
      page.element(
        "p", "class=\"note\"",
        Bilingual("另有 \(left) 件在此期间之外，未画出。", "\(left) more lie outside this time."))
    }
  }

  private func appendGrid(_ peak: Int, to page: inout HTMLText) {
    for share in [0.5, 1] {
      let y = Self.y(Double(peak) * share, peak)
      page.raw("<path class=\"grid\" d=\"M\(Self.margin) \(y)H\(Self.width)\"/>")
      page.raw("<text x=\"\(Self.margin - 6)\" y=\"\(y + 4)\" text-anchor=\"end\">")
      page.raw("\(Int(Double(peak) * share))</text>")
    }
  }

  private func appendBar(
    _ month: Int, _ range: ClosedRange<Int>, _ peak: Int, to page: inout HTMLText
  ) {
    guard let count = months[month], count > 0 else { return }
    let (x, next) = (Self.x(month, range), Self.x(month + 1, range))
    let y = Self.y(Double(count), peak)
    let wide = Swift.max(1, next - x - (next - x > 4 ? 1 : 0))
    page.raw("<rect class=\"bar\" x=\"\(x)\" y=\"\(y)\" width=\"\(wide)\" ")
    page.raw("height=\"\(Self.height - Self.foot - y)\"><title>\(Self.name(month)): \(count)")
    page.raw("</title></rect>")
  }

  private func appendYears(_ range: ClosedRange<Int>, to page: inout HTMLText) {
    let years =
      (range.lowerBound + 11)
      / 12...Swift.max(
        (range.lowerBound + 11) / 12, range.upperBound / 12)
    let step = Swift.max(1, years.count / 16)
    for year in years where year % step == 0 {
      let x = Self.x(year * 12, range)
      page.raw("<path class=\"grid\" d=\"M\(x) \(Self.height - Self.foot)v5\"/>")
      page.raw("<text x=\"\(x)\" y=\"\(Self.height - 5)\">\(year)</text>")
    }
  }

  private static func x(_ month: Int, _ range: ClosedRange<Int>) -> Int {
    margin + (month - range.lowerBound) * (width - margin) / range.count
  }

  private static func y(_ count: Double, _ peak: Int) -> Int {
    let room = Double(height - foot - 14)
    return height - foot - Int((room * count / Double(Swift.max(1, peak))).rounded(.up))
  }

  private static func name(_ month: Int) -> String {
    "\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
  }
}
