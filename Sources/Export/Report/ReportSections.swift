import Model
import Storage

/// The sections of the page that are tables.
enum ReportSections {
  private static let personsShown = 30
  private static let agreementsShown = 100

  // MARK: Counts and quality

  static func quality(
    _ overview: ReportOverview, _ activity: ReportActivity, to page: inout HTMLText
  ) {
    page.section("quality", Bilingual("数量与质量", "Counts and quality"))
    tiles(overview, activity, to: &page)
    types(activity, to: &page)
    fills(overview, to: &page)
    rejects(overview, to: &page)
    contradictions(overview, to: &page)
    page.endSection()
  }

  private static func tiles(
    _ overview: ReportOverview, _ activity: ReportActivity, to page: inout HTMLText
  ) {
    let figures: [(Bilingual, Int?)] = [
      (Bilingual("读入文件", "Documents read"), overview.input),
      (Bilingual("导出文档", "Documents"), overview.rows("documents")),
      (Bilingual("相同文件", "Same bytes, joined"), overview.duplicates),
      (Bilingual("其中转载", "Of them reprints"), overview.copies),
      (Bilingual("拒收", "Rejects"), overview.rows("rejects")),
      (Bilingual("人物", "Persons"), overview.rows("persons")),
      (Bilingual("职务", "Offices"), overview.rows("offices")),
      (Bilingual("提及", "Mentions"), overview.rows("mentions")),
      (Bilingual("事件", "Events"), overview.rows("events")),
      (Bilingual("去重事件", "Distinct events"), activity.distinct),
      (Bilingual("协议", "Agreements"), overview.rows("agreements")),
      (Bilingual("矛盾", "Contradictions"), overview.rows("contradictions")),
    ]
    page.raw("<dl class=\"tiles\">")
    for (label, figure) in figures {
      guard let figure else { continue }
      page.raw("<div><dt>")
      page.label(label)
      page.raw("</dt>")
      page.element("dd", "", figure.grouped)
      page.raw("</div>")
    }
    page.raw("</dl>")
    if overview.isComplete == false {
      page.element(
        "p", "class=\"warning\"",
        Bilingual(
          "本次导出不完整：有文档被拒收。", "This export is not complete: documents were rejected."))
    }
  }

  private static func types(_ activity: ReportActivity, to page: inout HTMLText) {
    guard activity.types.total > 0 else { return }
    page.element("h3", "", Bilingual("事件类型", "Events by type"))
    page.table(
      Bilingual("去重后的事件数", "Distinct events"),
      [Bilingual("类型", "Type"), Bilingual("事件", "Events"), Bilingual("占比", "Share")]
    ) { page in
      for (type, count) in activity.types.sorted {
        page.raw("<tr>")
        page.element("th", "scope=\"row\"", ReportWords.label(type, in: ReportWords.types))
        page.number(count)
        share(count, of: activity.types.total, to: &page)
        page.raw("</tr>")
      }
    }
  }

  private static func fills(_ overview: ReportOverview, to page: inout HTMLText) {
    page.element("h3", "", Bilingual("填充率", "Fill rates"))
    page.table(
      Bilingual("各表重要列有值的行", "Rows with something in the columns that matter"),
      [
        Bilingual("表", "Table"), Bilingual("列", "Column"), Bilingual("有值", "Filled"),
        Bilingual("占比", "Share"),
      ]
    ) { page in
      for table in overview.tables {
        for (place, fill) in table.fills.enumerated() {
          page.raw("<tr>")
          if place == 0 {
            page.raw("<th scope=\"rowgroup\" rowspan=\"\(table.fills.count)\">")
            page.label(table.description.title)
            page.raw("<br><small>\(table.rows.grouped)</small></th>")
          }
          page.element("th", "scope=\"row\"", fill.column.title)
          page.number(fill.filled)
          share(fill.filled, of: table.rows, to: &page)
          page.raw("</tr>")
        }
      }
    }
  }

  /// A bar and a percentage.
  private static func share(_ part: Int, of whole: Int, to page: inout HTMLText) {
    guard whole > 0 else { return page.raw("<td></td>") }
    let tenths = part * 1000 / whole
    page.raw("<td class=\"share\"><svg viewBox=\"0 0 100 8\" aria-hidden=\"true\">")
    page.raw("<rect class=\"trough\" width=\"100\" height=\"8\"/>")
    page.raw("<rect class=\"bar\" width=\"\(tenths / 10)\" height=\"8\"/></svg> ")
    page.raw("\(tenths / 10).\(tenths % 10)%</td>")
  }

  private static func rejects(_ overview: ReportOverview, to page: inout HTMLText) {
    page.element("h3", "", Bilingual("拒收原因", "Rejects by reason"))
    guard overview.rejects.total > 0 else { return page.nothing() }
    counts(
      overview.rejects.sorted.map { (Bilingual($0.key, ""), $0.value) },
      Bilingual("拒收的文档", "Rejected documents"), to: &page)
  }

  private static func contradictions(_ overview: ReportOverview, to page: inout HTMLText) {
    page.element("h3", "", Bilingual("矛盾", "Contradictions"))
    guard overview.contradictions.total > 0 else { return page.nothing() }
    counts(
      overview.contradictions.sorted.map {
        (ReportWords.label($0.key, in: ReportWords.contradictions), $0.value)
      }, Bilingual("各篇合看不能并立之处", "What cannot all be so"), to: &page)
    page.raw("<details><summary>")
    page.label(Bilingual("例子", "Examples"))
    page.raw("</summary><ul>")
    for example in overview.examples {
      page.element("li", "lang=\"zh\"", "\(example.subject)：\(example.detail)")
    }
    page.raw("</ul></details>")
  }

  private static func counts(
    _ rows: [(Bilingual, Int)], _ caption: Bilingual, to page: inout HTMLText
  ) {
    page.table(caption, [Bilingual("种类", "Kind"), Bilingual("数量", "Count")]) { page in
      for (label, count) in rows {
        page.raw("<tr>")
        page.element("th", "scope=\"row\"", label)
        page.number(count)
        page.raw("</tr>")
      }
    }
  }

  // MARK: Persons and agreements

  static func persons(_ table: ReportTable, to page: inout HTMLText) throws(StorageFailure) {
    var best = BestRows<ReportRow>(personsShown) { a, b in
      let (one, two) = (a.integer(4) ?? 0, b.integer(4) ?? 0)
      guard one == two else { return one > two }
      let (first, second) = (a.integer(5) ?? 0, b.integer(5) ?? 0)
      return first != second ? first > second : (a.text(0) ?? "") < (b.text(0) ?? "")
    }
    try table.forEach([
      "person_id", "name", "name_pinyin", "latest_office", "documents", "mentions", "first_seen",
      "last_seen",
    ]) { best.add($0) }
    let rows = best.items
    page.section("persons", Bilingual("最活跃的人物", "Most active persons"))
    page.table(
      Bilingual("见于文档最多的人", "Persons in most documents"),
      [
        Bilingual("姓名", "Name"), Bilingual("最近职务", "Latest office"),
        Bilingual("文档", "Documents"), Bilingual("提及", "Mentions"),
        Bilingual("首见", "First seen"), Bilingual("末见", "Last seen"),
      ]
    ) { page in
      for row in rows {
        page.raw("<tr><th scope=\"row\"><span lang=\"zh\">")
        page.text(row.text(1) ?? "")
        page.raw("</span> ")
        page.element("small", "", row.text(2) ?? "")
        page.raw("</th>")
        page.element("td", "lang=\"zh\"", row.text(3) ?? "")
        page.number(row.integer(4) ?? 0)
        page.number(row.integer(5) ?? 0)
        page.element("td", "class=\"d\"", row.text(6) ?? "")
        page.element("td", "class=\"d\"", row.text(7) ?? "")
        page.raw("</tr>")
      }
    }
    page.endSection()
  }

  static func agreements(_ table: ReportTable, to page: inout HTMLText) throws(StorageFailure) {
    var best = BestRows<ReportRow>(agreementsShown) { a, b in
      let (one, two) = (a.text(1) ?? "", b.text(1) ?? "")
      return one != two ? one > two : (a.text(0) ?? "") < (b.text(0) ?? "")
    }
    var (all, distinct) = (0, Set<KeyDigest>())
    try table.forEach(["agreement_id", "date", "name", "parties", "text"]) { row in
      all += 1
      guard distinct.insert(KeyDigest([row.cells[1], row.cells[2], row.cells[3]])).inserted else {
        return
      }
      best.add(row)
    }
    let rows = best.items
    page.section(
      "agreements", Bilingual("协议", "Agreements"),
      note: Bilingual(
        "共 \(all.grouped) 条，去重后 \(distinct.count.grouped)；列出最新的 \(rows.count)。",
        "\(all.grouped) rows, \(distinct.count.grouped) distinct; the newest \(rows.count) are here."
      ))
    page.table(
      Bilingual("签署的协议", "Agreements that were signed"),
      [
        Bilingual("日期", "Date"), Bilingual("协议", "Agreement"), Bilingual("各方", "Parties"),
        Bilingual("原句", "Sentence"),
      ], class: "wide"
    ) { page in
      for row in rows {
        page.raw("<tr>")
        page.element("td", "class=\"d\"", row.text(1) ?? "")
        page.element("th", "scope=\"row\" lang=\"zh\"", row.text(2) ?? "—")
        page.element("td", "lang=\"zh\"", row.list(3).joined(separator: "；"))
        page.element("td", "lang=\"zh\"", row.text(4) ?? "")
        page.raw("</tr>")
      }
    }
    page.endSection()
  }

  // MARK: Events

  /// The frame of the table that the script fills.
  static func events(taken: Int, of all: Int, to page: inout HTMLText) {
    page.section(
      "events", Bilingual("事件", "Events"),
      note: taken == all
        ? Bilingual("共 \(all.grouped) 件。", "\(all.grouped) in all.")
        : Bilingual(
          "导出共 \(all.grouped) 件；此页载最新的 \(taken.grouped) 件。",
          "\(all.grouped) in the export; the newest \(taken.grouped) are on this page."))
    page.raw("<form class=\"filters\" id=\"filters\" role=\"search\" hidden>")
    page.raw("<p><label for=\"search\">")
    page.label(Bilingual("搜索", "Search"))
    page.raw("</label><input id=\"search\" type=\"search\" autocomplete=\"off\" ")
    page.raw("spellcheck=\"false\" aria-controls=\"rows\"></p>")
    for (id, label) in [("type", Bilingual("类型", "Type")), ("year", Bilingual("年份", "Year"))] {
      page.raw("<p><label for=\"\(id)\">")
      page.label(label)
      page.raw("</label><select id=\"\(id)\" aria-controls=\"rows\"><option value=\"\">")
      page.raw("全部 All</option></select></p>")
    }
    page.raw("</form><p id=\"count\" role=\"status\" aria-live=\"polite\">")
    page.label(Bilingual("正在读取…", "Loading…"))
    page.raw("</p><noscript><p class=\"warning\">")
    page.label(
      Bilingual("事件表需要 JavaScript。", "The table of events needs JavaScript."))
    page.raw("</p></noscript>")
    page.table(
      Bilingual("事件；点日期展开原句", "Events; the date unfolds the sentence"),
      [
        Bilingual("日期", "Date"), Bilingual("类型", "Type"), Bilingual("人物", "Who"),
        Bilingual("地点", "Where"), Bilingual("文章", "Article"),
      ], class: "events"
    ) { _ in }
    page.raw("<p class=\"pages\" id=\"pages\" hidden><button type=\"button\" id=\"previous\">")
    page.raw("← 上一页 Previous</button> <span id=\"page\"></span> ")
    page.raw("<button type=\"button\" id=\"next\">下一页 Next →</button></p>")
    page.endSection()
  }
}
