/// The official names of the departments that the press gives by short forms: 国资委 is
/// 国有资产监督管理委员会.
package struct Departments: Sendable {
  package struct Department: Hashable, Sendable {
    /// The form that stands for all: 国资委.
    package let form: String
    package let name: String
    /// The name that the news gives most, where it is not the form: 应急管理厅, but 卫健委.
    package let news: String
    /// Further written forms.
    package let aliases: [String]
    /// The side of a committee that it belongs to: `party`, `government`, `any`.
    package let side: String
    /// Nil for the system of the body that it is a department of.
    package let system: OfficeSystem?
  }

  package let all: [Department]
  private let indices: [String: Int]

  init(_ table: TableReader) {
    var all: [Department] = []
    table.forEachRow { row in
      all.append(
        Department(
          form: row[0], name: row[1], news: row.optional(3) ?? row[0], aliases: row.list(2),
          side: row[4], system: OfficeSystem(rawValue: row[5])))
    }
    self.all = all
    indices = Dictionary(
      all.enumerated().map { ($1.form, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The department of a form that stands for all.
  package subscript(_ form: String) -> Department? { indices[form].map { all[$0] } }
}

/// Written forms that several bodies share (机构简称的歧义), and the body that each is where nothing
/// beside it tells.
package struct Ambiguities: Sendable {
  package struct Meaning: Hashable, Sendable {
    /// Bodies of the organisations table, by id.
    package let listed: [String]
    /// Whether every place has such a body.
    package let isLocal: Bool
    /// The body that it is where no place is in play.
    package let standard: String?
    /// The titles that it is said with; empty for all.
    package let titles: Set<String>
  }

  private let meanings: [String: [Meaning]]

  init(_ table: TableReader) {
    var meanings: [String: [Meaning]] = [:]
    table.forEachRow { row in
      let list = row.list(1)
      meanings[row[0], default: []].append(
        Meaning(
          listed: list.filter { $0 != "*" }, isLocal: list.contains("*"), standard: row.optional(2),
          titles: Set(row.list(3))))
    }
    self.meanings = meanings
  }

  package var forms: [String] { meanings.keys.sorted() }

  /// Whether a form is known to be of both of two listed bodies.
  package func isShared(_ form: String, by ids: [String]) -> Bool {
    (meanings[form] ?? []).contains { meaning in ids.allSatisfy(meaning.listed.contains) }
  }

  /// What a form may be when it is said with a title.
  package func meanings(of form: String, title: String) -> [Meaning] {
    let all = meanings[form] ?? []
    let titled = all.filter { $0.titles.contains(title) }
    return titled.isEmpty ? all.filter(\.titles.isEmpty) : titled
  }
}
