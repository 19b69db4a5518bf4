import Model

/// Who held which office, as FollowTheMoney's occupancy.
///
/// What was observed is no start and no end: `date` has the first and the last day for which articles
/// give the office, and `startDate` and `endDate` only what an article states.
enum FTMTenure {
  static func occupancy(_ row: RowCells) -> [FTMEntity] {
    guard let id = row.text("tenure_id"), let person = row.text("person_id"),
      let office = row.text("office_id")
    else { return [] }
    var occupancy = FTMEntity(id, .occupancy)
    occupancy.refer("holder", to: person)
    occupancy.refer("post", to: office)
    for column in ["first_observed", "last_observed"] {
      occupancy.add("date", FTMText.date(row.text(column)))
    }
    occupancy.add("startDate", FTMText.date(row.text("stated_start")))
    occupancy.add("endDate", FTMText.date(row.text("stated_end")))
    occupancy.add("status", HeldOffice.status(of: row))
    occupancy.add("summary", FTMText.text(summary(of: row)))
    occupancy.add("recordId", id)
    occupancy.add(
      "description",
      columns: [
        "acting", "first_observed", "last_observed", "stated_start", "stated_end", "not_before",
        "not_after", "observations", "documents", "ended_by", "conflicts_with",
      ], of: row)
    var holder = FTMEntity(person, nil)
    holder.add(
      "position",
      FTMText.text(row.text("office_name").map { HeldOffice.title($0, of: row) }))
    return [occupancy, holder]
  }

  private static func summary(of row: RowCells) -> String {
    var parts = [observed(row)]
    if row.isTrue("acting") { parts.append("代理 acting") }
    if let start = row.text("stated_start") { parts.append("文中写明始于 stated start \(start)") }
    if let end = row.text("stated_end") { parts.append("文中写明止于 stated end \(end)") }
    if let day = row.text("not_before") { parts.append("不早于 not before \(day)") }
    if let day = row.text("not_after") { parts.append("不晚于 not after \(day)") }
    return parts.joined(separator: "；")
  }

  private static func observed(_ row: RowCells) -> String {
    let count =
      "（mentions \(row.text("observations") ?? "0"), documents \(row.text("documents") ?? "0")）"
    guard let first = row.text("first_observed") else {
      return "无日期：原任、曾任，或文章无日期 no date: a former office, or articles without a date" + count
    }
    let last = row.text("last_observed") ?? first
    return "见于 observed \(first == last ? first : "\(first) – \(last)")" + count
  }

  /// The articles in which the office was seen first and last.
  static func proof(of tenure: RowCells, _ first: String?, _ last: String?) -> FTMEntity? {
    guard let id = tenure.text("tenure_id") else { return nil }
    var occupancy = FTMEntity(id, nil)
    occupancy.refer("proof", to: first)
    occupancy.refer("proof", to: last)
    return occupancy
  }

  /// What an office tells of who held it.
  static func holder(_ tenure: RowCells, _ office: RowCells) -> FTMEntity? {
    guard let id = tenure.text("person_id") else { return nil }
    var person = FTMEntity(id, nil)
    person.add("country", FTMTopics.country(of: office))
    if FTMTopics.isPublicOffice(office) { person.add("topics", "role.pep") }
    return person
  }
}
