package import Model
import Reference

/// A written office: what it is, and what else its words may stand for.
package struct WrittenOffice: Hashable, Sendable {
  /// Nil where the words do not tell it.
  package var reading: OfficeReading?
  /// The other offices of the words: of another place of that name, of another period of the body,
  /// of the body that every place has. In the order of the tables, without `reading`.
  package var alternatives: [OfficeReading] = []
  /// The offices that the words name before it (自治区党委常委、宣传部部长), in their order.
  package var earlier: [OfficeReading] = []
}

extension OfficeResolver {
  /// What an office may be beside its reading.
  func alternatives(
    to reading: OfficeReading?, of printed: PrintedOffice, after previous: OfficeReading?,
    on date: PartialDate?
  ) -> [OfficeReading] {
    var found: [OfficeReading] = []
    let others =
      variants(of: printed, on: date).compactMap { variant in
        var resolver = self
        return resolver.office(variant, after: previous)
      } + (previous == nil ? shared(printed, reading) : [])
    for other in others
    where other.body != reading?.body && !found.contains(where: { $0.body == other.body }) {
      found.append(other)
    }
    return found
  }

  /// The office with each of the places, and each of the bodies, that its words name.
  private func variants(of printed: PrintedOffice, on date: PartialDate?) -> [PrintedOffice] {
    var variants: [PrintedOffice] = []
    if let last = printed.body?.places.last, last.count > 1 {
      let live = last.filter { divisions.isLive(divisions.all[$0], on: date) }
      for index in live.isEmpty ? last : live where isInside(index, printed) {
        var variant = printed
        variant.body?.places = [[index]]
        variants.append(variant)
      }
    }
    for id in listed(printed) {
      var variant = printed
      if case .merged = printed.head {
        variant.head = .post(Post(title: printed.title, reach: nil, isWeak: false))
      }
      variant.body = variant.body ?? PrintedBody(start: printed.range.lowerBound)
      variant.body?.listed = [id]
      variants.append(variant)
    }
    return variants
  }

  /// Whether a division lies in the places that are printed before its name.
  private func isInside(_ index: Int, _ printed: PrintedOffice) -> Bool {
    let outer = printed.body?.places.dropLast().flatMap { $0 } ?? []
    if outer.isEmpty { return true }
    let path = divisions.path(of: divisions.all[index])
    return path.contains { division in outer.contains { divisions.all[$0] == division } }
  }

  /// The listed bodies that the words of an office name, where they are several.
  private func listed(_ printed: PrintedOffice) -> [String] {
    var ids = printed.body?.listed ?? []
    if case .merged(let department) = printed.head, printed.body == nil {
      ids = passage.terms.almanac.organizations.ids(written: department)
    }
    return ids.count > 1 ? ids : []
  }

  /// What a form that several bodies share may be: 国资委, 人大, 纪委 with no place.
  private func shared(_ printed: PrintedOffice, _ reading: OfficeReading?) -> [OfficeReading] {
    guard let body = printed.body, body.places.isEmpty, body.level == nil,
      body.local.map({ $0.reach == .any }) ?? true
    else { return [] }
    let end = bodyEnd(of: printed)
    let form = passage.string(body.start..<end)
    let meanings = passage.terms.almanac.ambiguities.meanings(of: form, title: printed.title)
    return meanings.flatMap { meaning in
      meaning.listed.map { OfficeReading(body: .listed($0), title: printed.title) }
        + (meaning.isLocal ? localBodies(of: body, form) : []).map {
          OfficeReading(body: $0, title: printed.title, inferred: [.division])
        }
    }
  }

  /// Where the body of an office ends and its title begins.
  private func bodyEnd(of printed: PrintedOffice) -> Int {
    if let last = printed.body?.parts.last { return last.range.upperBound }
    return max(
      printed.body?.start ?? 0, printed.range.upperBound - printed.title.unicodeScalars.count)
  }

  /// The bodies of that form of a province, a city and a county that nothing tells.
  private func localBodies(of body: PrintedBody, _ form: String) -> [Body] {
    [Division.Level.province, .prefecture, .county].map { level in
      if let local = body.local { return .unplaced(local.body, level: level) }
      let isParty = body.parts.first?.side == .party
      return .part(
        of: .unplaced(isParty ? .partyCommittee : .government, level: level),
        name: passage.terms.abbreviations[form] ?? form)
    }
  }
}
