/// The ladder of ranks (级别), 1 for 正国级 to 12 for 办事员.
package struct Ranks: Sendable {
  package struct Rank: Hashable, Sendable {
    package let order: Int
    package let name: String
    package let nameEnglish: String
    package let aliases: [String]
  }

  /// Highest first.
  package let all: [Rank]

  init(_ table: TableReader) {
    var all: [Rank] = []
    table.forEachRow { row in
      if let order = Int(row[0]) {
        all.append(Rank(order: order, name: row[1], nameEnglish: row[2], aliases: row.list(3)))
      }
    }
    self.all = all
  }

  /// The place of a rank on the ladder.
  package func order(of name: String) -> Int? { all.first { $0.name == name }?.order }

  /// The rank so many steps below another; nil off the ladder.
  package func rank(_ steps: Int, below name: String?) -> String? {
    guard let name, let order = order(of: name) else { return nil }
    return all.first { $0.order == order + steps }?.name
  }
}
