import Model
import Storage

/// Who held the busiest offices and when: a bar for each tenure, office by office.
struct TenureChart {
  private struct Tenure {
    let id: String
    let person: String
    let isActing: Bool
    let observations: Int
    /// In days; what was observed, and what was stated where that is more.
    let seen: ClosedRange<Int>?
    let stated: ClosedRange<Int>?
    let words: String

    var whole: ClosedRange<Int>? {
      guard let seen else { return stated }
      guard let stated else { return seen }
      return min(seen.lowerBound, stated.lowerBound)...max(seen.upperBound, stated.upperBound)
    }
  }

  private struct Office {
    let id: String
    let name: String
    var tenures: [Tenure]
    var left: Int
  }

  private let offices: [Office]

  private static let (officesShown, tenuresShown) = (12, 12)
  private static let (width, line, names) = (960, 20, 150)

  init(_ tables: [TableDescription], in folder: String) throws(StorageFailure) {
    let table = ReportTable("tenures", among: tables, in: folder)
    let chosen = try Self.busiest(table, singleSeats: Self.singleSeats(tables, folder))
    var rows: [String: BestRows<Tenure>] = [:]
    var counts: [String: Int] = [:]
    try table.forEach([
      "tenure_id", "person_name", "office_id", "acting", "first_observed", "last_observed",
      "stated_start", "stated_end", "observations",
    ]) { row in
      guard let office = row.text(2), chosen.contains(where: { $0.id == office }),
        let tenure = Self.tenure(row)
      else { return }
      counts[office, default: 0] += 1
      let empty = BestRows<Tenure>(Self.tenuresShown) { a, b in
        a.observations != b.observations ? a.observations > b.observations : a.id < b.id
      }
      rows[office, default: empty].add(tenure)
    }
    offices = chosen.compactMap { office in
      guard let own = rows[office.id]?.items else { return nil }
      let sorted = own.sorted { a, b in
        let (one, two) = (a.whole?.lowerBound ?? 0, b.whole?.lowerBound ?? 0)
        return one != two ? one < two : a.id < b.id
      }
      return Office(
        id: office.id, name: office.name, tenures: sorted,
        left: (counts[office.id] ?? 0) - own.count)
    }
  }

  private static func singleSeats(
    _ tables: [TableDescription], _ folder: String
  ) throws(StorageFailure) -> Set<String> {
    var seats: Set<String> = []
    let table = ReportTable("offices", among: tables, in: folder)
    try table.forEach(["office_id", "single_seat"]) { row in
      if row.isTrue(1), let id = row.text(0) { seats.insert(id) }
    }
    return seats
  }

  /// Those seen most often; offices of one seat before others, whose holders say less.
  private static func busiest(
    _ table: ReportTable, singleSeats: Set<String>
  ) throws(StorageFailure) -> [(id: String, name: String)] {
    var counts: [String: (name: String, seen: Int)] = [:]
    try table.forEach(["office_id", "office_name", "first_observed", "observations"]) { row in
      guard let id = row.text(0), row.isFilled(2) else { return }
      counts[id, default: (row.text(1) ?? id, 0)].seen += row.integer(3) ?? 1
    }
    let sorted = counts.sorted { a, b in
      let (one, two) = (singleSeats.contains(a.key), singleSeats.contains(b.key))
      if one != two { return one }
      return a.value.seen != b.value.seen ? a.value.seen > b.value.seen : a.key < b.key
    }
    return sorted.prefix(officesShown).map { ($0.key, $0.value.name) }
  }

  private static func tenure(_ row: ReportRow) -> Tenure? {
    let days = (4...7).map { place in row.text(place).flatMap { ReportDay.number($0) } }
    let tenure = Tenure(
      id: row.text(0) ?? "", person: row.text(1) ?? "?", isActing: row.isTrue(3),
      observations: row.integer(8) ?? 1, seen: Self.range(days[0], days[1]),
      stated: Self.range(days[2], days[3]),
      words: (4...7).map { row.text($0) ?? "?" }.joined(separator: " "))
    return tenure.whole == nil ? nil : tenure
  }

  private static func range(_ start: Int?, _ end: Int?) -> ClosedRange<Int>? {
    guard let first = start ?? end, let last = end ?? start else { return nil }
    return min(first, last)...max(first, last)
  }

  // MARK: Drawing

  func append(to page: inout HTMLText) {
    let spans = offices.flatMap(\.tenures).compactMap(\.whole)
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
      return page.nothing()
    }
    let scale = Scale(first: first, last: Swift.max(first + 30, last))
    let height = Self.line * offices.reduce(2) { $0 + $1.tenures.count + 2 }
    page.raw(
      "<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"任期 Tenures\">"
        + "<svg class=\"chart\" viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\" "
        + "aria-labelledby=\"tenures-t tenures-d\">")
    page.element("title", "id=\"tenures-t\"", "各职务的任期 Tenures by office")
    page.element(
      "desc", "id=\"tenures-d\"",
      offices.map { "\($0.name): \($0.tenures.map(\.person).joined(separator: ", "))" }
        .joined(separator: "; "))
    appendYears(scale, height, to: &page)
    var y = Self.line
    for office in offices {
      append(office, scale, &y, to: &page)
      y += Self.line
    }
    page.raw("</svg></div>")
  }

  private func append(
    _ office: Office, _ scale: Scale, _ y: inout Int, to page: inout HTMLText
  ) {
    y += Self.line
    page.element("text", "class=\"strong\" x=\"0\" y=\"\(y - 5)\"", office.name)
    if office.left > 0 {
      page.element(
        "text", "x=\"\(Self.width)\" y=\"\(y - 5)\" text-anchor=\"end\"",
        "另 \(office.left) 人次 · \(office.left) more")
    }
    for tenure in office.tenures {
      y += Self.line
      append(tenure, scale, y, to: &page)
    }
  }

  private func append(
    _ tenure: Tenure, _ scale: Scale, _ y: Int, to page: inout HTMLText
  ) {
    let label = tenure.isActing ? tenure.person + "（代）" : tenure.person
    page.element("text", "x=\"12\" y=\"\(y - 5)\"", String(label.prefix(10)))
    page.raw("<g>")
    page.element("title", "", "\(label) \(tenure.words) ×\(tenure.observations)")
    for (range, name) in [(tenure.stated, "stated"), (tenure.seen, "bar")] {
      guard let range else { continue }
      let (x, end) = (scale.x(range.lowerBound), scale.x(range.upperBound))
      page.raw("<rect class=\"\(name)\" x=\"\(x)\" y=\"\(y - 15)\" ")
      page.raw("width=\"\(Swift.max(4, end - x))\" height=\"12\" rx=\"2\"/>")
    }
    page.raw("</g>")
  }

  private func appendYears(_ scale: Scale, _ height: Int, to page: inout HTMLText) {
    let years =
      ReportDay.year(scale.first)
      + 1...Swift.max(
        ReportDay.year(scale.first) + 1, ReportDay.year(scale.last))
    let step = Swift.max(1, (years.count + 13) / 14)
    for year in years where year % step == 0 {
      let x = scale.x(ReportDay.number(ofYear: year))
      guard x < Self.width - 20 else { continue }
      page.raw("<path class=\"grid\" d=\"M\(x) 18V\(height)\"/>")
      page.raw("<text x=\"\(x)\" y=\"13\" text-anchor=\"middle\">\(year)</text>")
    }
  }

  private struct Scale {
    let first: Int
    let last: Int

    func x(_ day: Int) -> Int {
      names + (day - first) * (width - names - 8) / (last - first)
    }
  }
}

/// Days counted from one to the next; what is not known of a date is taken as its beginning.
enum ReportDay {
  /// Nil for what is no date, or has no year.
  static func number(_ text: String) -> Int? { PartialDate(iso: text)?.dayNumber }

  /// Of its first day.
  static func number(ofYear year: Int) -> Int {
    PartialDate(year: year)?.dayNumber ?? 365 * year
  }

  static func year(_ number: Int) -> Int {
    var year = number / 365 + 1
    while self.number(ofYear: year) > number { year -= 1 }
    return year
  }
}
