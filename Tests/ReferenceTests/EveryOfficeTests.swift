import Model
import Testing

@testable import Reference

/// Properties over all divisions and all listed bodies.
@Suite struct EveryOfficeTests {
  let almanac = Almanac.shared
  var hierarchy: OfficeHierarchy { almanac.hierarchy }

  @Test
  func `every office of every division resolves in its own body, with a rank and a deputy below`() {
    let local = LocalBodies(divisions: almanac.divisions, ranks: almanac.ranks)
    let bodies: [LocalBody] = [
      .partyCommittee, .government, .congress, .consultative, .discipline, .supervision, .court,
      .procuratorate,
    ]
    for division in almanac.divisions.all
    where division.rank != nil && !division.kind.hasPrefix("兵团") {
      for kind in bodies {
        let body = Body.local(kind, division: division.id)
        let head = local.headTitle(kind, of: division)
        let office = hierarchy.office(body, title: head)
        let deputy = hierarchy.office(body, title: "副" + head)
        let isWhole =
          office.organization.division == division && office.isHead && deputy.isDeputy
          && office.organization.name.contains(division.name)
        let isRanked =
          (office.rankOrder ?? 99) < (deputy.rankOrder ?? 0)
          && office.rank == office.organization.rank
        if !isWhole || !isRanked && division.level != .zone {
          Issue.record("\(division.id) \(kind): \(office.fullName) \(office.rank ?? "")")
        }
      }
    }
  }

  @Test func `every form of every listed body is that body on its own day`() {
    let organizations = almanac.organizations
    for body in organizations.all {
      let day =
        (body.validFrom ?? body.validTo.map { String(Int($0.prefix(4)).map { $0 - 1 } ?? 0) })
        .flatMap { PartialDate(iso: $0) }
      for form in Set([body.name] + body.aliases) {
        let ids = organizations.ids(written: form)
        let id = organizations.id(of: ids, on: day)
        if id != body.id, !almanac.ambiguities.isShared(form, by: [id, body.id]) {
          Issue.record("\(form) on \(day?.iso ?? "today"): \(id), not \(body.id)")
        }
      }
    }
  }

  @Test func `the head of every listed body with a rank has that rank`() {
    let heads = ["部长", "主任", "局长", "书记", "院长", "董事长", "校长", "主席", "司令员", "社长", "检察长"]
    for body in almanac.organizations.all where body.rank != nil {
      let offices = heads.map { hierarchy.office(.listed(body.id), title: $0) }
      let isHeaded = offices.contains { $0.isHead && ($0.rank != nil) } || body.id == "org:npcsc"
      let isOwn = [
        "org:npc", "org:cpc", "org:cpc-cc", "org:sc", "org:politburo", "org:secretariat",
      ].contains(body.id)
      if !isHeaded && !isOwn { Issue.record("\(body.id)") }
    }
  }

  @Test func `the Corps is led by its political commissar`() {
    let corps = Body.local(.government, division: "div:xpcc")
    #expect(hierarchy.office(corps, title: "政委").rank == "正部级")
    #expect(hierarchy.office(corps, title: "司令员").rank == "副部级")
    let division = Body.local(.government, division: "div:xpcc-08")
    let office = hierarchy.office(division, title: "师长")
    #expect(office.organization.name == "新疆生产建设兵团第八师")
    #expect(office.rank == "正厅级")
  }

  @Test func `a division that was renamed says so, and its bodies with it`() throws {
    let old = try #require(almanac.divisions.all.first { $0.name == "襄樊市" })
    let committee = hierarchy.organization(.local(.partyCommittee, division: old.id))
    let successor = try #require(old.successorID)
    #expect(committee.successor == .local(.partyCommittee, division: successor))
    #expect(committee.validTo == old.validTo)
    #expect(almanac.divisions[successor]?.name == "襄阳市")
  }
}
