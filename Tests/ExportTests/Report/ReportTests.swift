import Model
import Storage
import Testing

@testable import Export

/// Rows of the real tables in a folder, put there without a run.
struct ReportedExport {
  let folder: TemporaryFolder

  init(_ rows: [(table: String, cells: [String: Cell])]) throws {
    folder = try TemporaryFolder()
    for table in Tables.all {
      let own = rows.filter { $0.table == table.name }
      guard !own.isEmpty else { continue }
      let encoder = CSVEncoder(table)
      var bytes: [UInt8] = []
      encoder.appendHeader(to: &bytes)
      for row in own {
        encoder.append(table.columns.map { row.cells[$0.name] ?? .null }, to: &bytes)
      }
      try folder.write(bytes, to: table.name + ".csv")
    }
  }

  func page(_ limits: EventPacking.Limits = EventPacking.Limits()) throws -> String {
    let report = Report(of: folder.path, tables: Tables.all, limits: limits)
    return String(decoding: try report.bytes(), as: UTF8.self)
  }

  static func event(
    _ number: Int, date: String = "2024-05-01", text: String = "河滨市市长会见客人。",
    cluster: String? = nil
  ) -> (table: String, cells: [String: Cell]) {
    (
      "events",
      [
        "event_id": .text("evt_\(number)"), "document_id": .text("doc_\(number)"),
        "type": .text("meeting"), "status": .text("actual"), "date_start": .text(date),
        "start": .integer(10), "text": .text(text), "event_cluster_id": .optional(cluster),
      ]
    )
  }

  static func party(
    _ number: Int, _ name: String, _ span: Range<Int>
  ) -> (table: String, cells: [String: Cell]) {
    (
      "participants",
      [
        "event_id": .text("evt_\(number)"), "document_id": .text("doc_\(number)"),
        "person_name": .text(name), "role": .text("host"), "start": .integer(span.lowerBound),
        "end": .integer(span.upperBound),
      ]
    )
  }
}

@Suite struct ReportTests {
  private static let hostile =
    "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>&amp;\u{2028}\"'"

  private static let rows: [(table: String, cells: [String: Cell])] = [
    (
      "documents",
      [
        "document_id": .text("doc_1"), "title": .text(hostile), "url": .text("javascript:alert(3)"),
        "is_canonical": .boolean(true),
      ]
    ),
    (
      "persons",
      ["person_id": .text("per_1"), "name": .text(hostile), "documents": .integer(1)]
    ),
    (
      "agreements",
      ["agreement_id": .text("agr_1"), "name": .text(hostile), "parties": .list([hostile])]
    ),
    ("contradictions", ["kind": .text("two_holders"), "detail": .text(hostile)]),
    ("rejects", ["stage": .text("clean"), "code": .text(hostile)]),
    (
      "tenures",
      [
        "tenure_id": .text("ten_1"), "person_name": .text(hostile), "office_id": .text("off_1"),
        "office_name": .text(hostile), "first_observed": .text("2020-01-01"),
        "observations": .integer(2),
      ]
    ),
    (
      "relations",
      [
        "source_person_id": .text("per_1"), "source_name": .text(hostile),
        "target_person_id": .text("per_2"), "target_name": .text(hostile), "events": .integer(1),
        "weight": .number(1),
      ]
    ),
    ReportedExport.event(1, text: hostile), ReportedExport.party(1, hostile, 10..<12),
  ]

  @Test func `no text of an article becomes markup`() throws {
    let page = try ReportedExport(Self.rows).page()
    #expect(page.components("<script").count == 4)
    #expect(page.components("</script>").count == 4)
    #expect(page.components("<img").count == 1)
    #expect(page.components("<!--").count == 1)
    #expect(!page.unicodeScalars.contains("\u{2028}") || !Self.data(of: page).contains("\u{2028}"))
    #expect(page.components("&lt;img").count > 5)
  }

  @Test func `the events in the page are those of the tables, to the sign`() throws {
    let data = Self.data(of: try ReportedExport(Self.rows).page())
    let document = JSONDocument(Array(data.utf8))
    #expect(document.problems.isEmpty)
    let texts = document.tree?["s"]?.items?.compactMap(\.text) ?? []
    #expect(texts.contains(Self.hostile))
    #expect(document.tree?["e"]?.items?.count == 1)
    // Person, no office, no body, role, no side, and the two signs that are marked.
    #expect(data.contains("-1,-1,"))
    #expect(data.contains(",0,0,2]]"))
  }

  @Test func `the page lets nothing in from outside`() throws {
    let page = try ReportedExport(Self.rows).page()
    #expect(page.contains("default-src 'none'; script-src 'sha256-"))
    #expect(!page.contains("unsafe-inline"))
    let escaped = page.replacing("&lt;img src=", with: "").replacing("\\u003cimg src=", with: "")
    #expect(!escaped.contains("src="))
    #expect(!page.contains("style=\""))
    #expect(!ReportScript.source.contains("innerHTML"))
  }

  @Test func `the same export gives the same bytes`() throws {
    let export = try ReportedExport(Self.rows)
    #expect(try export.page() == export.page())
  }

  @Test func `an export without tables gives a page without rows`() throws {
    let page = try ReportedExport([]).page()
    #expect(page.contains("本导出中没有"))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test func `rows are counted, and reports of one event are one`() throws {
    let events = (1...4).map { ReportedExport.event($0, cluster: $0 < 3 ? "evc_1" : "evc_\($0)") }
    let folder = try ReportedExport(events).folder
    let activity = try ReportActivity(Tables.all, in: folder.path)
    #expect(activity.events == 4)
    #expect(activity.distinct == 3)
    #expect(activity.months == [2024 * 12 + 4: 3])
    let overview = try ReportOverview(Tables.all, in: folder.path)
    #expect(overview.rows("events") == 4)
    #expect(overview.rows("mentions") == nil)
    let filled = overview.tables.first?.fills.map { "\($0.column.name) \($0.filled)" }
    #expect(filled == ["date_start 4", "place 0", "division_code 0", "topic 0"])
  }

  @Test func `of many events the newest are in the page, packed`() throws {
    let events = (1...30).map {
      ReportedExport.event($0, date: "20\($0 + 10)", text: "第\($0)次会见")
    }
    let export = try ReportedExport(events)
    var limits = EventPacking.Limits()
    limits.events = 10
    let few = try export.page(limits)
    #expect(Self.data(of: few).contains("第21次会见") && Self.data(of: few).contains("第30次会见"))
    #expect(!few.contains("第20次会见"))
    #expect(few.contains("30 in the export; the newest 10 are on this page."))
    limits.plain = 5
    let packed = try export.page(limits)
    #expect(packed.components("data-events=\"gzip\"").count == 2 && !packed.contains("第30次会见"))
    limits.bytes = 10
    #expect(try export.page(limits).contains("the newest 0 are on this page."))
  }

  @Test func `what is packed in memory is what comes out of it`() throws {
    let bytes = Array(String(repeating: "河滨市，", count: 20_000).utf8)
    let folder = try TemporaryFolder()
    try folder.write(try Gzip.packed(bytes), to: "x.gz")
    let reader = try ByteReader(folder.path + "/x.gz", gunzip: true)
    var found: [UInt8] = []
    while let piece = try reader.next() { found += piece }
    #expect(found == bytes)
  }

  @Test func `nodes get the same places each time, all within the frame`() {
    let edges = (0..<49).map { ForceLayout.Edge(from: $0, to: $0 / 2 + 1, strength: 0.5) }
    let (one, two) = (ForceLayout(nodes: 50, edges: edges), ForceLayout(nodes: 50, edges: edges))
    #expect(one.places.map(\.x) == two.places.map(\.x))
    #expect(one.places.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
    #expect(Set(one.places.map(\.x)).count == 50)
  }

  @Test func `a date is a day, cut dates are their beginning, and others are none`() {
    #expect(ReportDay.number("2024-03-01") == ReportDay.number("2024-02-29").map { $0 + 1 })
    #expect(ReportDay.number("2024") == ReportDay.number("2024-01-01"))
    #expect(ReportDay.number("--12-13") == nil)
    #expect(ReportDay.number("soon") == nil)
    #expect(ReportDay.number("2023-12-31").map(ReportDay.year) == 2023)
    #expect(ReportDay.number("2024-01-01").map(ReportDay.year) == 2024)
  }

  /// What stands in the element of the events.
  private static func data(of page: String) -> String {
    let after = page.components("data-events=\"plain\">").last ?? ""
    return after.components("</script>").first ?? ""
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
