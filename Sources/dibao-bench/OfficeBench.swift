import Extraction
import Model
import Reference

/// Times the resolution of offices: of a body and a title, and of written words.
struct OfficeBench {
  let almanac: Almanac
  let extractor: Extractor

  func report(now: () -> Double) {
    let readings = self.readings
    let hierarchy = almanac.hierarchy
    report("offices of a body and a title", now) {
      for reading in readings
      where hierarchy.office(reading.body, title: reading.title).title.isEmpty {
        print("no title: \(reading)")
      }
      return readings.count
    }
    let written = readings.map { hierarchy.office($0.body, title: $0.title).name }
    report("written offices", now) {
      written.reduce(0) { $0 + (extractor.office(written: $1) == nil ? 0 : 1) }
    }
  }

  private func report(_ name: String, _ now: () -> Double, _ round: () -> Int) {
    var best = Double.infinity
    var count = 0
    for _ in 0..<5 {
      let start = now()
      count = round()
      best = min(best, now() - start)
    }
    print("\(name): \(count), \(Int(Double(count) / best)) a second")
  }

  /// Offices of every live division and of every listed body with a rank.
  private var readings: [OfficeReading] {
    var readings: [OfficeReading] = []
    for division in almanac.divisions.all where division.validTo == nil && division.rank != nil {
      for (kind, titles) in Self.local {
        let body = Body.local(kind, division: division.id)
        readings += titles.map { OfficeReading(body: body, title: $0) }
      }
      let department = Body.part(
        of: .local(.partyCommittee, division: division.id), name: "组织部")
      readings.append(OfficeReading(body: department, title: "部长"))
    }
    for body in almanac.organizations.all where body.rank != nil {
      readings.append(OfficeReading(body: .listed(body.id), title: "副主任"))
    }
    return readings
  }

  private static let local: [(LocalBody, [String])] = [
    (.partyCommittee, ["书记", "副书记", "常委"]), (.congress, ["主任", "副主任"]),
    (.consultative, ["主席", "副主席"]), (.discipline, ["书记"]), (.court, ["院长"]),
  ]
}
