import Model
import Reference

/// Resolves offices, as the hierarchy knows them and as people have corrected them.
struct CorrectedOffices: Sendable {
  private let hierarchy: OfficeHierarchy
  private let corrections: Corrections

  init(_ almanac: Almanac, _ corrections: Corrections = Corrections()) {
    hierarchy = almanac.hierarchy
    self.corrections = corrections
  }

  func organization(_ body: Body) -> Organization { hierarchy.organization(body) }

  /// What a correction says of an office.
  func fix(of seat: Seat) -> Corrections.OfficeFix? {
    guard !corrections.offices.isEmpty else { return nil }
    return fix(of: hierarchy.office(seat.body, title: seat.title))
  }

  private func fix(of office: Office) -> Corrections.OfficeFix? {
    corrections.fix(of: [office.name, office.fullName, StableID.office(key: office.key)])
  }

  func office(_ seat: Seat) -> Office {
    var office = hierarchy.office(seat.body, title: seat.title)
    guard !corrections.offices.isEmpty, let fix = fix(of: office) else { return office }
    if let rank = fix.rank {
      office.rank = rank
      office.rankOrder = hierarchy.order(ofRank: rank)
    }
    if let isSingle = fix.singleSeat { office.singleSeat = isSingle }
    return office
  }
}
