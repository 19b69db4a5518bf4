package import Model
import Reference

/// What the whole corpus tells, and the rows that it gives to each reading.
package struct World {
  let almanac: Almanac
  let officeIndex: OfficeIndex
  let personIndex: PersonIndex
  let copies: Copies

  init(almanac: Almanac, offices: OfficeIndex, persons: PersonIndex, copies: Copies) {
    self.almanac = almanac
    officeIndex = offices
    personIndex = persons
    self.copies = copies
  }

  // MARK: rows of one reading

  package func document(_ reading: Reading, copies paths: [String]) -> DocumentRow {
    let article = reading.article
    let id = StableID.document(sha256: article.sha256)
    let member = copies.members[id]
    let isCanonical = member.map { $0.canonicalID == id } ?? true
    return DocumentRow(
      documentID: id, path: article.path, copies: paths, format: article.format.rawValue,
      encoding: article.encoding, bytes: article.bytes, sha256: article.sha256, url: article.url,
      publisher: article.publisher, author: article.author, publishedAt: article.publishedAt,
      publishedBasis: article.publishedBasis?.rawValue, headline: article.title,
      section: article.section, tags: article.tags, script: article.script?.rawValue,
      characters: article.text.unicodeScalars.count, text: article.text,
      clusterID: member?.clusterID, isCanonical: isCanonical,
      duplicateOf: isCanonical ? nil : member?.canonicalID,
      similarity: isCanonical ? nil : member?.link?.similarity.rounded3, quality: article.quality)
  }

  /// In the order of the text.
  package func mentions(_ reading: Reading) -> [MentionRow] {
    let id = StableID.document(sha256: reading.article.sha256)
    return reading.mentions.map { row($0, in: id, published: reading.article.publishedOn) }
  }

  private func row(_ mention: Mention, in document: String, published: PartialDate?) -> MentionRow {
    let evidence = mention.evidence
    let office = mention.office
    let entry = office.flatMap {
      officeIndex.entries[OfficeIndex.Key(body: $0.body, title: $0.title)]
    }
    let place = "\(evidence.span.start)-\(evidence.span.end)"
    let held = [entry?.office.key ?? "", office?.qualifier?.rawValue ?? ""]
    return MentionRow(
      mentionID: StableID.mention([document, place, mention.personName] + held),
      documentID: document, paragraph: evidence.paragraph, start: evidence.span.start,
      end: evidence.span.end, text: evidence.text,
      personID: StableID.person(name: mention.personName), personName: mention.personName,
      officeID: entry?.officeID, organizationID: entry?.organizationID,
      organizationName: entry?.office.organization.name, post: office?.title,
      qualifier: office?.qualifier?.rawValue, personalRank: mention.personalRank,
      inferred: office?.inferred.map(\.rawValue) ?? [],
      asOf: asOf(mention, published)?.iso, confidence: mention.confidence, rule: evidence.rule)
  }

  /// A former office is not asserted for the day of the article.
  private func asOf(_ mention: Mention, _ published: PartialDate?) -> PartialDate? {
    guard let office = mention.office else { return nil }
    return mention.asOf ?? (office.qualifier == .former ? nil : published)
  }

  // MARK: rows of the whole corpus

  /// By name.
  package var persons: [PersonRow] { personIndex.rows(almanac) }
  /// By id.
  package var offices: [OfficeRow] { officeIndex.officeRows }
  /// By id.
  package var organizations: [OrganizationRow] { officeIndex.organizationRows }
  /// By code.
  package var divisions: [DivisionRow] { officeIndex.divisionRows }
  /// By group.
  package var duplicates: [DuplicateRow] { copies.rows }
}
