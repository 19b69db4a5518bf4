import Model

/// What the report calls the words of the tables, in both languages.
enum ReportWords {
  static let types: [(word: String, label: Bilingual)] = [
    ("meeting", Bilingual("会见", "Meeting")),
    ("inspection", Bilingual("调研", "Inspection")),
    ("visit", Bilingual("出访", "Visit")),
    ("signing", Bilingual("签约", "Signing")),
    ("conference", Bilingual("会议", "Conference")),
    ("appointment", Bilingual("任命", "Appointment")),
    ("removal", Bilingual("免职", "Removal")),
    ("discipline", Bilingual("查处", "Discipline")),
    ("other", Bilingual("其他", "Other")),
  ]

  static let statuses: [(word: String, label: Bilingual)] = [
    ("actual", Bilingual("已发生", "Took place")),
    ("planned", Bilingual("计划", "Planned")),
    ("denied", Bilingual("否认", "Denied")),
  ]

  static let roles: [(word: String, label: Bilingual)] = [
    ("host", Bilingual("主方", "Host")),
    ("guest", Bilingual("客方", "Guest")),
    ("principal", Bilingual("主体", "Principal")),
    ("attendee", Bilingual("参加", "Attendee")),
    ("speaker", Bilingual("讲话", "Speaker")),
    ("signatory", Bilingual("签署", "Signatory")),
    ("witness", Bilingual("见证", "Witness")),
    ("chair", Bilingual("主持", "Chair")),
    ("subject", Bilingual("当事人", "Subject")),
  ]

  static let contradictions: [(word: String, label: Bilingual)] = [
    ("two_holders", Bilingual("一职同时两人", "Two holders of a single seat at once")),
    ("two_offices", Bilingual("一人同时在两地任职", "One person in two places at once")),
    ("acting_after_full", Bilingual("正式任职后又称代理", "Acting after holding in full")),
    ("held_after_former", Bilingual("称“原”之后又在任", "In office after being called former")),
    ("held_after_end", Bilingual("离任之后又在任", "In office after leaving it")),
    ("body_gone", Bilingual("机构已不存在", "The body was gone")),
  ]

  static func label(_ word: String, in list: [(word: String, label: Bilingual)]) -> Bilingual {
    list.first { $0.word == word }?.label ?? Bilingual(word, "")
  }

  /// For the script: `{"meeting": ["会见", "Meeting"]}` of each list.
  static var json: JSONValue {
    func object(_ list: [(word: String, label: Bilingual)]) -> JSONValue {
      .object(
        list.map { JSONValue.Member($0.word, .list([$0.label.chinese, $0.label.english])) })
    }
    return [
      "types": object(types), "statuses": object(statuses), "roles": object(roles),
    ]
  }
}
