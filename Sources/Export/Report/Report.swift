package import Model
package import Storage

/// One page that shows what an export holds, for a browser without a network.
///
/// It depends on the export alone: the same files give the same bytes. In memory are what is drawn
/// and, while it is counted, two words for each event and each person.
package struct Report {
  private let folder: String
  private let tables: [TableDescription]
  private let limits: EventPacking.Limits

  package init(of folder: String, tables: [TableDescription]) {
    self.init(of: folder, tables: tables, limits: EventPacking.Limits())
  }

  init(of folder: String, tables: [TableDescription], limits: EventPacking.Limits) {
    self.folder = folder
    self.tables = tables
    self.limits = limits
  }

  /// The whole page; below 15 MB whatever the export. A table that breaks its format is `damaged`.
  package func bytes() throws(StorageFailure) -> [UInt8] {
    let activity = try ReportActivity(tables, in: folder)
    var page = HTMLText()
    ReportFrame.begin(&page)
    ReportSections.quality(try ReportOverview(tables, in: folder), activity, to: &page)
    page.section(
      "timeline", Bilingual("活动时间线", "Activity over time"),
      note: Bilingual(
        "已发生的事件，按月计；同一事件的多篇报道只计一次。",
        "Events that took place, by month; several reports of one event count once."))
    TimelineChart(activity.months).append(to: &page)
    page.endSection()
    try appendOffices(&page)
    appendMatrix(activity, &page)
    try appendPersons(&page)
    try ReportSections.agreements(
      ReportTable("agreements", among: tables, in: folder), to: &page)
    try appendEvents(activity, &page)
    ReportFrame.end(&page)
    return page.bytes
  }

  private func appendOffices(_ page: inout HTMLText) throws(StorageFailure) {
    page.section(
      "tenures", Bilingual("任期", "Tenures by office"),
      note: Bilingual(
        "出现最多的职务：深色为报道所见，浅色为文中所述的起止。",
        "The offices seen most: dark is what was observed, light what the texts state."))
    try TenureChart(tables, in: folder).append(to: &page)
    page.endSection()
  }

  private func appendMatrix(_ activity: ReportActivity, _ page: inout HTMLText) {
    page.section(
      "matrix", Bilingual("省 × 部委", "Provinces × central bodies"),
      note: Bilingual(
        "中央机关与某省的官员同在一事件，或在该省参加事件。",
        "Events where officials of a central body met those of a province, or took part there."))
    MatrixTable(activity.matrix).append(to: &page)
    page.endSection()
  }

  private func appendPersons(_ page: inout HTMLText) throws(StorageFailure) {
    page.section(
      "graph", Bilingual("谁与谁会面", "Who met whom"),
      note: Bilingual(
        "会面最多的五十人；线越粗，同场越多。",
        "The fifty who met most; the thicker a line, the more often together."))
    try MeetingGraph(tables, in: folder).append(to: &page)
    page.endSection()
    try ReportSections.persons(ReportTable("persons", among: tables, in: folder), to: &page)
  }

  private func appendEvents(
    _ activity: ReportActivity, _ page: inout HTMLText
  ) throws(StorageFailure) {
    let documents = ReportTable("documents", among: tables, in: folder)
    var packing = EventPacking(limits, events: min(limits.events, activity.events))
    var data = HTMLText()
    try packing.append(
      try EventStream(tables, in: folder), activity.newest(limits.events),
      try documents.rows(DocumentTitle.columns), to: &data)
    ReportSections.events(taken: packing.taken, of: activity.events, to: &page)
    page.raw(data.bytes)
  }
}
