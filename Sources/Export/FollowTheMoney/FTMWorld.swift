import Model

/// The rows that stand for things in the world, and what is made of all articles, as entities.
struct FTMWorld {
  /// The names of divisions and their parents, by code: a few thousand at most, as many as there
  /// are in the standard.
  private var divisions: [String: (name: String, parent: String?)] = [:]

  mutating func learn(division row: RowCells) {
    guard let code = row.text("division_code"), let name = row.text("name") else { return }
    divisions[code] = (name, row.text("parent_code"))
  }

  /// 湖南省衡阳市, from the province down.
  private func area(_ code: String?) -> String? {
    var names: [String] = []
    var next = code
    while let code = next, let division = divisions[code], names.count < 8 {
      names.append(division.name)
      next = division.parent
    }
    return names.isEmpty ? nil : names.reversed().joined()
  }

  static func person(_ row: RowCells) -> [FTMEntity] {
    guard let id = row.text("person_id") else { return [] }
    var person = FTMEntity(id, .person)
    person.add("name", FTMText.name(row.text("name")))
    person.add("alias", FTMText.name(row.text("name_pinyin")))
    person.add("alias", all: row.list("aliases").compactMap(FTMText.name))
    person.add(
      "summary",
      row.text("homonym").map {
        "同名者之一，以此区分：\($0) · one of several persons of this name, told apart by this"
      }.flatMap(FTMText.text))
    person.add(
      "notes",
      columns: [
        "first_seen", "last_seen", "documents", "mentions", "latest_office", "highest_rank",
        "pinyin_basis",
      ], of: row)
    return [person]
  }

  func position(_ row: RowCells) -> FTMEntity? {
    guard let id = row.text("office_id") else { return nil }
    let division = row.text("division_code")
    var position = FTMEntity(id, .position)
    position.add("name", FTMText.name(row.text("full_name")))
    for other in ["name", "name_en"] where row.text(other) != row.text("full_name") {
      position.add("alias", FTMText.name(row.text(other)))
    }
    position.refer("organization", to: row.text("organization_id"))
    position.add("subnationalArea", FTMText.text(area(division)))
    position.add("country", FTMTopics.country(of: row))
    position.add("topics", all: FTMTopics.of(office: row))
    position.add("numberOfSeats", row.isTrue("single_seat") ? "1" : nil)
    position.add(
      "notes",
      columns: [
        "title", "rank", "rank_order", "level", "system", "division_code", "is_head", "is_deputy",
        "superior_office_id",
      ], of: row)
    return position
  }

  /// A body is in the country of its offices.
  static func country(ofBodyOf office: RowCells) -> FTMEntity? {
    guard let id = office.text("organization_id") else { return nil }
    var body = FTMEntity(id, nil)
    body.add("country", FTMTopics.country(of: office))
    return body
  }

  func organization(_ row: RowCells) -> [FTMEntity] {
    guard let id = row.text("organization_id") else { return [] }
    let division = row.text("division_code")
    var body = FTMEntity(
      id, FTMTopics.isPublic(row.text("kind") ?? "") ? .publicBody : .organization)
    body.add("name", FTMText.name(row.text("name")))
    for other in ["short_name", "name_en"] where row.text(other) != row.text("name") {
      body.add("alias", FTMText.name(row.text(other)))
    }
    body.add("country", FTMTopics.country(ofKind: row.text("kind") ?? "", division: division))
    body.add("incorporationDate", FTMText.date(row.text("valid_from")))
    body.add("dissolutionDate", FTMText.date(row.text("valid_to")))
    body.add("notes", columns: ["kind", "rank", "division_code", "mentions"], of: row)
    return [body] + [Self.membership(row), Self.succession(row)].compactMap { $0 }
  }

  private static func membership(_ row: RowCells) -> FTMEntity? {
    guard let id = row.text("organization_id"), let parent = row.text("parent_id") else {
      return nil
    }
    var membership = FTMEntity("\(id)-parent", .membership)
    membership.refer("member", to: id)
    membership.refer("organization", to: parent)
    membership.add("role", "subordinate")
    return membership
  }

  private static func succession(_ row: RowCells) -> FTMEntity? {
    guard let id = row.text("organization_id"), let successor = row.text("successor_id") else {
      return nil
    }
    var succession = FTMEntity("\(id)-successor", .succession)
    succession.refer("predecessor", to: id)
    succession.refer("successor", to: successor)
    succession.add("date", FTMText.date(row.text("valid_to")))
    return succession
  }

  /// A doubtful choice that kept two persons of one name apart; FollowTheMoney's own word for it,
  /// `Similar`, does not say so, and `criteria` does. No score is made up.
  static func similar(_ row: RowCells) -> [FTMEntity] {
    guard let id = row.text("namesake_id"), let person = row.text("person_id"),
      let other = row.text("other_person_id"), row.text("decision") == "apart"
    else { return [] }
    var similar = FTMEntity(id, .similar)
    similar.refer("candidate", to: person)
    similar.refer("match", to: other)
    similar.add(
      "criteria",
      "同名，判为两人 · of one name, held to be two persons · \(row.text("rule") ?? "")")
    similar.add("matcher", FTMEntity.dataset)
    return [similar]
  }

  static func contradiction(_ row: RowCells) -> [FTMEntity] {
    guard let id = row.text("contradiction_id") else { return [] }
    var note = FTMEntity(id, .note)
    note.add("name", FTMText.name(row.text("kind").map { "矛盾 · contradiction · \($0)" }))
    note.refer("entity", to: row.text("subject_id"))
    note.add("description", FTMText.text(row.text("detail")))
    note.add("notes", columns: ["mention_ids"], of: row)
    return [note]
  }
}
