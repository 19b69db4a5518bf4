import Model

/// The rows of the dimensions, and the events, as objects of Popolo.
///
/// What the standard has no word for is in members that begin with `x_` and bear the names of the
/// columns.
enum PopoloRows {
  static func person(_ row: RowCells) -> [PopoloObject] {
    guard let id = row.text("person_id") else { return [] }
    var names = [name(row.text("name_pinyin"), "pinyin")].compactMap { $0 }
    names += row.list("aliases").compactMap { name($0, "alias") }
    return [
      PopoloObject(
        .persons, id,
        [
          "name": row.json("name"), "other_names": names.isEmpty ? nil : .array(names),
          "sort_name": row.json("name_pinyin"), "x_homonym": row.json("homonym"),
          "x_latest_office_id": row.json("latest_office_id"),
          "x_latest_office": row.json("latest_office"),
          "x_highest_rank": row.json("highest_rank"), "x_first_seen": row.json("first_seen"),
          "x_last_seen": row.json("last_seen"), "x_documents": row.json("documents"),
          "x_mentions": row.json("mentions"),
        ])
    ]
  }

  static func organization(_ row: RowCells) -> [PopoloObject] {
    guard let id = row.text("organization_id") else { return [] }
    let names = [
      row.text("short_name") == row.text("name") ? nil : name(row.text("short_name"), "short name"),
      name(row.text("name_en"), "English"),
    ].compactMap { $0 }
    return [
      PopoloObject(
        .organizations, id,
        [
          "name": row.json("name"), "other_names": names.isEmpty ? nil : .array(names),
          "classification": row.json("kind"), "parent_id": row.json("parent_id"),
          "area_id": row.json("division_code"), "founding_date": row.popoloDate("valid_from"),
          "dissolution_date": row.popoloDate("valid_to"), "x_rank": row.json("rank"),
          "x_successor_id": row.json("successor_id"), "x_mentions": row.json("mentions"),
        ])
    ]
  }

  private static func name(_ name: String?, _ note: String) -> JSONValue? {
    name.map { ["name": .string($0), "note": .string(note)] }
  }

  static func post(_ row: RowCells) -> [PopoloObject] {
    guard let id = row.text("office_id") else { return [] }
    return [
      PopoloObject(
        .posts, id,
        [
          "label": row.json("name"), "role": row.json("title"),
          "organization_id": row.json("organization_id"), "area_id": row.json("division_code"),
          "x_full_name": row.json("full_name"), "x_name_en": row.json("name_en"),
          "x_rank": row.json("rank"), "x_rank_order": row.json("rank_order"),
          "x_level": row.json("level"), "x_system": row.json("system"),
          "x_is_head": row.json("is_head"), "x_is_deputy": row.json("is_deputy"),
          "x_single_seat": row.json("single_seat"),
          "x_superior_post_id": row.json("superior_office_id"),
        ])
    ]
  }

  static func area(_ row: RowCells) -> [PopoloObject] {
    guard let id = row.text("division_code") else { return [] }
    return [
      PopoloObject(
        .areas, id,
        [
          "name": row.json("name"), "identifier": row.json("division_code"),
          "classification": row.json("kind"), "parent_id": row.json("parent_code"),
          "x_short_name": row.json("short_name"), "x_name_en": row.json("name_en"),
          "x_level": row.json("level"), "x_valid_from": row.json("valid_from"),
          "x_valid_to": row.json("valid_to"),
        ])
    ]
  }

  /// An event with its parties: persons are attendees, with what each did in members of our own, for
  /// the standard's attendees have no role.
  static func event(_ row: RowCells, parties: [RowCells]) -> [PopoloObject] {
    guard let id = row.text("event_id") else { return [] }
    let host = parties.first {
      row.text("type") == "conference" && $0.text("role") == "host" && $0.text("person_id") == nil
    }
    let event = PopoloObject(
      .events, id,
      [
        "name": .string(EventName.of(row, parties: parties)),
        "description": row.json("text"), "classification": row.json("type"),
        "status": row.json("status"), "start_date": row.popoloDate("date_start"),
        "end_date": row.popoloDate("date_end"),
        "location": row.json("place_path") ?? row.json("place"),
        "organization_id": host?.json("organization_id"), "x_date_start": row.json("date_start"),
        "x_date_end": row.json("date_end"), "x_date_precision": row.json("date_precision"),
        "x_date_basis": row.json("date_basis"), "x_date_text": row.json("date_text"),
        "x_area_id": row.json("division_code"), "x_plover": row.json("plover"),
        "x_cameo": row.json("cameo"), "x_event_cluster_id": row.json("event_cluster_id"),
        "x_confidence": row.json("confidence"), "x_rule": row.json("rule"),
      ])
    return [event] + parties.compactMap { party($0, of: id) }
  }

  private static func party(_ row: RowCells, of event: String) -> PopoloObject? {
    guard let position = row.integer("position") else { return nil }
    let isPerson = row.text("person_id") != nil
    guard let id = row.json(isPerson ? "person_id" : "organization_id") else { return nil }
    return PopoloObject(
      item: .events, event, of: isPerson ? "attendees" : "x_organizations", order: position,
      .members([
        "id": id, "name": row.json(isPerson ? "person_name" : "organization_name"),
        "x_position": row.json("position"), "x_side": row.json("side"), "x_role": row.json("role"),
        "x_post_id": row.json("office_id"), "x_post": row.json("office_name"),
        "x_organization_id": isPerson ? row.json("organization_id") : nil,
      ]))
  }
}
