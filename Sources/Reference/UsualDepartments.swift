import Model

/// The departments that committees and governments of a level have as a rule.
package struct UsualDepartments: Sendable {
  private struct Row {
    let body: String
    let levels: [String]
    let name: String
    let lifetime: Lifetime
  }

  private let rows: [Row]

  init(_ table: TableReader) {
    var rows: [Row] = []
    table.forEachRow { row in
      rows.append(
        Row(
          body: row[0], levels: row.list(1), name: row[2],
          lifetime: Lifetime(from: row.optional(3), to: row.optional(4))))
    }
    self.rows = rows
  }

  /// In the usual order of precedence.
  func names(of body: LocalBody, in division: Division, on date: PartialDate?) -> [String] {
    let level =
      switch division.level {
      case .province: division.kind == "直辖市" ? "municipality" : "province"
      case .subprovincial, .prefecture: "city"
      case .county, .zone: "county"
      case .country, .township: ""
      }
    return rows.filter { row in
      row.body == body.rawValue && row.levels.contains(level)
        && (date.map { row.lifetime.holds($0) } ?? (row.lifetime.to == nil))
    }.map(\.name)
  }
}
