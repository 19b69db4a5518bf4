package import Model
package import Reference

/// The settings of the `enrich` stage.
package struct EnrichmentOptions: Configurable {
  package init() {}

  package static let settings: [Setting<Self>] = []
}

/// The first pass over all readings: keeps small notes on each, so that memory does not grow with
/// the texts.
package struct CorpusSurvey {
  private let almanac: Almanac
  private let deduper: Deduper?
  private var notes: [Note] = []
  private var offices: OfficeIndex
  private var persons = PersonIndex()

  /// Without `dedupe`, every document stands for itself.
  package init(almanac: Almanac, dedupe: DedupeOptions?, enrichment: EnrichmentOptions) {
    self.almanac = almanac
    deduper = dedupe.map(Deduper.init)
    offices = OfficeIndex(almanac)
  }

  /// Notes a reading, and the further paths that have the same bytes. The order of the calls
  /// changes no id and no group.
  package mutating func note(_ reading: Reading, copies: [String]) {
    let article = reading.article
    let number = notes.count
    notes.append(
      Note(
        documentID: StableID.document(sha256: article.sha256), path: article.path,
        published: article.publishedOn, characters: article.text.unicodeScalars.count,
        address: article.url.flatMap(WebAddress.canonical),
        sketch: Sketch(reading, folding: almanac.folding)))
    for mention in reading.mentions {
      let entry = mention.office.map { offices.note($0) }
      persons.note(mention, entry, in: number, published: article.publishedOn)
    }
  }

  /// What the whole corpus tells, once every reading is noted.
  package consuming func close() -> World {
    let clusters = deduper?.clusters(of: notes) ?? []
    return World(
      almanac: almanac, offices: offices, persons: persons,
      copies: Copies(clusters, notes))
  }
}

/// The groups of copies, by document.
struct Copies {
  /// One member of a group.
  struct Member {
    var clusterID: String
    var canonicalID: String
    /// Nil for the canonical document itself.
    var link: Link?
  }

  private(set) var members: [String: Member] = [:]

  init(_ clusters: [(members: [Int], links: [Int: Link])], _ notes: [Note]) {
    for cluster in clusters {
      let canonical = notes[cluster.members[0]].documentID
      let id = StableID.cluster(canonical: canonical)
      for member in cluster.members {
        members[notes[member].documentID] = Member(
          clusterID: id, canonicalID: canonical, link: cluster.links[member])
      }
    }
  }

  /// By group and then by document; the canonical document is like itself.
  var rows: [DuplicateRow] {
    members.map { id, member in
      DuplicateRow(
        clusterID: member.clusterID, documentID: id, canonicalID: member.canonicalID,
        method: member.link?.method.rawValue ?? "text",
        similarity: (member.link?.similarity ?? 1).rounded3,
        containment: (member.link?.containment ?? 1).rounded3)
    }
    .sorted { ($0.clusterID, $0.documentID) < ($1.clusterID, $1.documentID) }
  }
}

extension Double {
  /// Cut to three places: what a sketch can tell.
  var rounded3: Double { (self * 1000).rounded() / 1000 }
}
