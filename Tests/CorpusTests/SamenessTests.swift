import Model
import Reference
import Testing

@testable import Corpus

/// The rules by which two of one name are one person or two, each by itself.
@Suite struct SamenessTests {
  private static let resolver = CorrectedOffices(.shared)

  private static func circle(
    _ document: Int32, _ seats: [(Body, String, String, String)]
  ) -> (profiles: [SeatProfile], make: (Int32) -> Circle) {
    let profiles = seats.map { SeatProfile(Seat(body: $0.0, title: $0.1), .shared, resolver) }
    return (
      profiles,
      { first in
        var circle = Circle()
        circle.documents = [document, document + 1]
        for (index, seat) in seats.enumerated() {
          var days: Days?
          for text in [seat.2, seat.3] {
            guard let day = PartialDate(iso: text).map(Day.init) else { continue }
            days.include(day)
            circle.days.include(day)
          }
          circle.seats[first + Int32(index)] = .some(days)
          circle.highest = [circle.highest, profiles[index].rankOrder].compactMap { $0 }.min()
          circle.states.insert(profiles[index].state)
        }
        return circle
      }
    )
  }

  private func verdict(
    _ kind: NameKind, _ one: (Body, String, String, String), _ other: (Body, String, String, String)
  ) -> SamenessRule {
    let (mine, theirs) = (Self.circle(0, [one]), Self.circle(10, [other]))
    return SamenessRules(profiles: mine.profiles + theirs.profiles, name: kind)
      .verdict(mine.make(0), theirs.make(1))
  }

  private static let changchun = Body.local(.government, division: "div:220100")
  private static let yueyang = Body.local(.government, division: "div:430600")
  private static let hunan = Body.local(.government, division: "div:430000")

  @Test func `full-time posts in two places at one time are two persons of any name`() {
    let one = (Self.changchun, "市长", "2018-01-01", "2018-12-01")
    let other = (Self.yueyang, "市长", "2018-03-01", "2018-06-01")
    #expect(verdict(.rare, one, other) == .seatsAtOnce)
    #expect(verdict(.common, one, other) == .seatsAtOnce)
  }

  @Test func `one post told in two states is a misread state`() {
    let one = (Body.listed("org:mfa"), "部长", "2018-01-01", "2018-12-01")
    let other = (Body.part(of: .listed("state:JP"), name: "外交部"), "部长", "2018-03-01", "2018-06-01")
    #expect(verdict(.rare, one, other) == .rareName)
    #expect(verdict(.foreignSurname, one, other) == .rareName)
    let senator = (Body.listed("state:US"), "总统", "2018-03-01", "2018-06-01")
    #expect(verdict(.foreignSurname, one, senator) == .states)
  }

  @Test func `nobody climbs four steps in two years`() {
    let one = (Self.yueyang, "副市长", "2018-01-01", "2018-01-01")
    let other = (Body.listed("org:sc"), "副总理", "2019-01-01", "2019-01-01")
    #expect(verdict(.common, one, other) == .rankGap)
  }

  @Test func `a name says how much may be taken for granted`() {
    let one = (Self.changchun, "副市长", "2015-01-01", "2015-12-01")
    let other = (Self.yueyang, "市长", "2018-03-01", "2018-06-01")
    #expect(verdict(.rare, one, other) == .rareName)
    #expect(verdict(.common, one, other) == .commonName)
    let above = (Self.hunan, "副省长", "2020-03-01", "2020-06-01")
    #expect(verdict(.common, other, above) == .place)
  }

  @Test func `bodies without a table entry are one where one name holds the other`() {
    let one = (Body.written("甲水集团", division: nil), "董事长", "2015-01-01", "2015-12-01")
    let other = (Body.written("甲水集团有限公司", division: nil), "总经理", "2018-03-01", "2018-06-01")
    #expect(verdict(.common, one, other) == .bodyName)
  }

  static let kinds: [(name: String, kind: NameKind)] = [
    ("张伟", .common), ("王建国", .common), ("张竹筠", .rare), ("欧阳竹筠", .rare), ("尉迟伟", .rare),
    ("约翰逊", .foreignSurname), ("甲乙丙·丁", .rare),
  ]

  @Test(arguments: kinds) func `names are common, rare or foreign surnames`(
    _ wanted: (name: String, kind: NameKind)
  ) {
    #expect(NameKinds(.shared).kind(of: wanted.name) == wanted.kind)
  }

  @Test func `every rule that leaves a doubt is a word of the table`() {
    #expect(
      Set(SamenessRule.allCases.filter(\.isDoubtful).map(\.rawValue)) == Set(NamesakeRow.rules))
  }
}
