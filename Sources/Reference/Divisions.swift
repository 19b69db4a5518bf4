package import Model

/// The divisions (行政区划), live and closed, in the order of the table.
package struct Divisions: Sendable {
  package let all: [Division]
  private let indices: [String: Int]
  /// For each division the index of its parent, -1 for none.
  private let parents: [Int32]
  /// For each division the name that tells it from all others.
  private let fullNames: [String]

  init(_ table: TableReader) {
    var all: [Division] = []
    all.reserveCapacity(4500)
    table.forEachRow { row in
      guard let level = Division.Level(rawValue: row[6]) else { return }
      all.append(
        Division(
          id: row[0], code: row.optional(1), name: row[2], shortName: row[3],
          aliases: row.list(4), nameEnglish: row[5], level: level, kind: row[7],
          rank: row.optional(8), parentID: row.optional(9), validFrom: row.optional(10),
          validTo: row.optional(11), successorID: row.list(13).first))
    }
    self.all = all
    var indices = [String: Int](minimumCapacity: all.count)
    var namesakes = [String: Int](minimumCapacity: all.count)
    for (index, division) in all.enumerated() {
      indices[division.id] = index
      if division.validTo == nil { namesakes[division.name, default: 0] += 1 }
    }
    self.indices = indices
    let parents = all.map { division in
      division.parentID.flatMap { indices[$0] }.map(Int32.init) ?? -1
    }
    self.parents = parents
    fullNames = all.enumerated().map { index, division in
      let isShared = namesakes[division.name, default: 0] > 1
      let parent = Int(parents[index])
      guard division.kind == "市辖区" || (division.level == .county && isShared), parent >= 0
      else { return division.name }
      return all[parent].name + division.name
    }
  }

  package subscript(_ id: String) -> Division? { indices[id].map { all[$0] } }

  package func index(of id: String) -> Int? { indices[id] }

  package func parent(of division: Division) -> Division? { division.parentID.flatMap { self[$0] } }

  /// From the province down to the division itself; the country is left out.
  package func path(of division: Division) -> [Division] {
    var path = [division]
    while let parent = parent(of: path[0]), parent.level != .country, path.count < 6 {
      path.insert(parent, at: 0)
    }
    return path
  }

  /// The province of a division, outermost where they lie in one another, by the indices of both.
  package func province(ofIndex index: Int) -> Int? {
    var index = index
    var province: Int?
    for _ in 0..<6 {
      if all[index].level == .province { province = index }
      guard parents[index] >= 0 else { break }
      index = Int(parents[index])
    }
    return province
  }

  package func province(of division: Division) -> Division? {
    path(of: division).first { $0.level == .province }
  }

  /// Whether a division bore its name on a day; without a day, whether it bears it today.
  package func isLive(_ division: Division, on date: PartialDate?) -> Bool {
    guard let date else { return division.validTo == nil }
    return Lifetime(from: division.validFrom, to: division.validTo).holds(date)
  }

  /// The name that tells a division from all others: a district stands after its city (北京市昌平区),
  /// a county only where another has its name.
  package func fullName(of division: Division) -> String {
    indices[division.id].map { fullNames[$0] } ?? division.name
  }
}
