import Model

/// Who held which office, as a membership of Popolo.
///
/// The start is that which an article states, else the first day for which articles give the office,
/// and `x_start_basis` and the note of the source say which. There is no end but a stated one:
/// last seen is not left.
enum PopoloTenure {
  static func membership(_ row: RowCells) -> [PopoloObject] {
    guard let id = row.text("tenure_id") else { return [] }
    let start = row.popoloDate("stated_start")
    return [
      PopoloObject(
        .memberships, id,
        [
          "label": row.text("office_name").map { .string(HeldOffice.title($0, of: row)) },
          "person_id": row.json("person_id"),
          "post_id": row.json("office_id"), "start_date": start,
          "end_date": row.popoloDate("stated_end"),
          "x_start_basis": start.map { _ in "stated" },
          "x_status": .string(HeldOffice.status(of: row)),
          "x_person_name": row.json("person_name"), "x_acting": row.json("acting"),
          "x_first_observed": row.json("first_observed"),
          "x_last_observed": row.json("last_observed"), "x_not_before": row.json("not_before"),
          "x_not_after": row.json("not_after"), "x_observations": row.json("observations"),
          "x_documents": row.json("documents"), "x_ended_by": row.json("ended_by"),
          "x_conflicts_with": row.json("conflicts_with"),
        ])
    ]
  }

  /// What the office tells of it.
  static func post(_ tenure: RowCells, _ office: RowCells) -> [PopoloObject] {
    guard let id = tenure.text("tenure_id") else { return [] }
    return [
      PopoloObject(
        more: .memberships, id,
        [
          "role": office.text("title").map { .string(HeldOffice.title($0, of: tenure)) },
          "organization_id": office.json("organization_id"),
          "area_id": office.json("division_code"),
        ])
    ]
  }

  /// An observed start, which is given only where there is an article to show for it.
  static func start(of tenure: RowCells, seenIn document: String?) -> [PopoloObject] {
    guard let id = tenure.text("tenure_id"), document != nil,
      tenure.popoloDate("stated_start") == nil, let first = tenure.popoloDate("first_observed")
    else { return [] }
    // A stated end before the first sighting would make a membership that ends before it begins.
    if let end = tenure.text("stated_end"), let start = tenure.text("first_observed"), end < start {
      return []
    }
    return [
      PopoloObject(
        more: .memberships, id, ["start_date": first, "x_start_basis": "first observed"])
    ]
  }
}
