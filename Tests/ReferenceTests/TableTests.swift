import CReference
import Model
import Testing

@testable import Reference

/// What the tables promise, over all of their rows.
@Suite struct TableTests {
  let almanac = Almanac.shared
  var bodies: [ListedOrganization] { almanac.organizations.all }
  var divisions: [Division] { almanac.divisions.all }

  @Test func `words stand in the order of their bytes, as who searches them expects`() {
    for (word, next) in zip(almanac.words, almanac.words.dropFirst()) {
      #expect(word.utf8.lexicographicallyPrecedes(next.utf8), "\(word) before \(next)")
    }
    #expect(almanac.words.count > 30_000)
  }

  @Test func `no body is its own superior or its own successor, however far`() {
    for body in bodies {
      for next in [\ListedOrganization.parentID, \.successorID] {
        var steps = 0
        var id = body[keyPath: next]
        while let other = id.flatMap({ almanac.organizations[$0] }), steps < 12 {
          id = other[keyPath: next]
          steps += 1
        }
        #expect(steps < 12, "\(body.id)")
      }
    }
  }

  @Test func `a body begins before it ends, and its successor is there when it ends`() throws {
    for body in bodies {
      if let from = body.validFrom, let to = body.validTo { #expect(from <= to, "\(body.id)") }
      guard let id = body.successorID else { continue }
      let end = try #require(body.validTo, "\(body.id) has a successor and no end")
      let successor = try #require(almanac.organizations[id])
      #expect(year(successor.validFrom) ?? 0 <= (year(end) ?? 0) + 1, "\(body.id)")
      #expect(successor.validTo.map { $0 > end } ?? true, "\(body.id)")
    }
  }

  @Test func `a division begins before it ends, and its successor is there when it ends`() throws {
    for division in divisions {
      if let from = division.validFrom, let to = division.validTo {
        #expect(from <= to, "\(division.id)")
      }
      guard let id = division.successorID else { continue }
      let end = try #require(division.validTo, "\(division.id)")
      let successor = try #require(almanac.divisions[id], "\(division.id)")
      #expect(year(successor.validFrom) ?? 0 <= (year(end) ?? 0) + 1, "\(division.id)")
      #expect(successor.validTo.map { $0 > end } ?? true, "\(division.id)")
    }
  }

  private func year(_ date: String?) -> Int? { date.flatMap { Int($0.prefix(4)) } }

  @Test func `no two bodies that live at one time share a form but those that are told to`() {
    var owners: [String: [ListedOrganization]] = [:]
    for body in bodies {
      for form in Set([body.name] + body.aliases) { owners[form, default: []].append(body) }
    }
    for (form, sharers) in owners where sharers.count > 1 {
      for (place, one) in sharers.enumerated() {
        for other in sharers[(place + 1)...] where overlap(one, other) {
          #expect(
            almanac.ambiguities.isShared(form, by: [one.id, other.id]),
            "\(form): \(one.id), \(other.id)")
        }
      }
    }
  }

  private func overlap(_ one: ListedOrganization, _ other: ListedOrganization) -> Bool {
    let start = max(one.validFrom ?? "0", other.validFrom ?? "0")
    return start < min(one.validTo ?? "9999", other.validTo ?? "9999")
  }

  @Test func `every row says where it is from`() {
    for reader in [Tables.organizations, Tables.divisions, Tables.departments, Tables.ambiguities] {
      reader.rows.forEachRow { row in
        #expect(row.optional(reader.column) != nil, "\(row[0]) in \(reader.name)")
      }
    }
  }

  @Test func `the live rows are as many as the official lists`() {
    let live = divisions.filter { $0.validTo == nil && !$0.id.hasPrefix("div:TW") }
    func count(_ level: Division.Level) -> Int {
      live.filter { $0.level == level && $0.code != nil }.count
    }
    #expect(count(.province) == 34)
    #expect(count(.subprovincial) == 15)
    #expect(count(.subprovincial) + count(.prefecture) == 333)
    #expect(count(.county) == 2847)  // September 2026, with 岑岭县 and 草湖市
  }

  static let counts: [(kind: String, Int)] = [
    ("state_council_department", 26), ("university_vice_ministerial", 31), ("democratic_party", 8),
    ("court", 1), ("procuratorate", 1), ("supervision", 1),
  ]

  @Test(arguments: counts)
  func `the live bodies of a kind are as many as the official list`(_ kind: String, _ count: Int) {
    #expect(bodies.filter { $0.validTo == nil && $0.kind == kind }.count == count)
  }

  @Test func `the enterprises of the list of 2025 are as many as it has, less those merged since`()
  {
    var live = 0
    Tables.organizations.rows.forEachRow { row in
      if row[12] == "sasac-2025", row.optional(9) == nil { live += 1 }
    }
    #expect(live == 99)
  }

  @Test func `every department has one form, and every ambiguous form names bodies of the table`() {
    let departments = almanac.departments.all
    #expect(Set(departments.map(\.form)).count == departments.count)
    for form in almanac.ambiguities.forms {
      let meanings = ["", "校长"].flatMap { almanac.ambiguities.meanings(of: form, title: $0) }
      #expect(!meanings.isEmpty)
      for id in meanings.flatMap({ $0.listed + [$0.standard].compactMap { $0 } }) {
        #expect(almanac.organizations[id] != nil, "\(form) names \(id)")
      }
    }
  }
}

/// The tables as they stand, and the column of their sources.
private enum Tables {
  static var organizations: Source { Source("organizations", dibao_organizations(), column: 12) }
  static var divisions: Source { Source("divisions", dibao_divisions(), column: 14) }
  static var departments: Source { Source("departments", dibao_departments(), column: 6) }
  static var ambiguities: Source { Source("ambiguities", dibao_ambiguities(), column: 5) }

  struct Source {
    let name: String
    let rows: TableReader
    let column: Int

    init(_ name: String, _ table: dibao_table, column: Int) {
      self.name = name
      rows = TableReader(table)
      self.column = column
    }
  }
}
