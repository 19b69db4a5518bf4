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
  private let orders: [String: Int]

  init(_ table: TableReader) {
    var all: [Rank] = []
    table.forEachRow { row in
      if let order = Int(row[0]) {
        all.append(Rank(order: order, name: row[1], nameEnglish: row[2], aliases: row.list(3)))
      }
    }
    self.all = all
    orders = Dictionary(
      all.map { ($0.name, $0.order) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a rank on the ladder.
  package func order(of name: String) -> Int? { orders[name] }

  /// The rank so many steps below another; nil off the ladder.
  package func rank(_ steps: Int, below name: String?) -> String? {
    guard let name, let order = order(of: name) else { return nil }
    if steps == 0 { return name }
    // The table tells the steps in their order, from 1.
    let place = order + steps - 1
    return all.indices.contains(place) ? all[place].name : nil
  }
}
