import Model

/// Finding copies piece by piece, for an engine that holds the documents on many machines: what
/// documents meet by, what two of them are, and which of a connected set are one. An engine that
/// puts the pieces together gets what `Deduper` gets on one machine.
package struct CopySearch: Sendable {
  private let options: DedupeOptions
  private let rule: SketchRule

  package init(options: DedupeOptions) {
    self.options = options
    rule = SketchRule(options)
  }

  /// What two documents are to each other.
  package enum Verdict: String, Sendable {
    case same, template, different
  }

  /// The first must stand before the second.
  package func compare(
    _ first: DocumentNote, _ second: DocumentNote
  ) -> (verdict: Verdict, similarity: Double) {
    guard first.mayBeAlike(second, rule) else { return (.different, 0) }
    let likeness = Likeness(first, second)
    let verdict: Verdict =
      switch likeness.verdict(options) {
      case .same: .same
      case .template: .template
      case .different: .different
      }
    return (verdict, likeness.similarity)
  }

  /// So many documents with one text or one address are held against all that come after them;
  /// of `sameAddress` these must be the first, whatever others come in one call.
  package static let versions = Deduper.mostVersions

  /// The places of documents that are one by their address, out of such as have it, in order.
  package func sameAddress(_ notes: [DocumentNote]) -> [(first: Int, second: Int)] {
    Deduper.withFirsts(Array(notes.indices)) { Deduper.areOneByAddress(notes[$0], notes[$1]) }
  }

  /// A link by the places of two documents; `method` is a word of the tables.
  package struct FoundLink: Sendable {
    let link: Link

    /// Nil for an unknown method.
    package init?(first: Int, second: Int, method: String, similarity: Double) {
      guard let method = Link.Method(word: method) else { return nil }
      link = Link(
        first: Int32(first), second: Int32(second), method: method, similarity: similarity)
    }
  }

  /// The copies in a set of documents that is connected by links, of which some pairs must stay
  /// apart. Nil where the notes do not stand in the order of their keys, or a link leads outside.
  package func copies(
    among notes: [DocumentNote], links: [FoundLink], apart: [(Int, Int)]
  ) -> [Copy]? {
    let places = notes.map { DocumentKeys($0).place }
    let all = notes.indices
    guard zip(places, places.dropFirst()).allSatisfy(<),
      links.allSatisfy({ all.contains(Int($0.link.first)) && all.contains(Int($0.link.second)) }),
      apart.allSatisfy({ all.contains($0.0) && all.contains($0.1) })
    else { return nil }
    var store = NoteStore(MemorySpace())
    for note in notes { store.append(note, isCopied: false) }
    store.close()
    var forest = Forest(count: notes.count, apart: apart.map { (Int32($0.0), Int32($0.1)) })
    let kept = links.map(\.link).sorted().filter { forest.join($0.first, $0.second) }
    return Clusters(store, forest.groups(), links: kept).copies
  }

  /// A document that another stands for.
  package struct Copy: Sendable {
    let id: PackedID
    let canonicalID: PackedID
    let linkMethod: Link.Method
    package let similarity: Double
    package let containment: Double

    init(
      id: PackedID, canonical: PackedID, _ method: Link.Method, similarity: Double,
      containment: Double
    ) {
      self.id = id
      canonicalID = canonical
      linkMethod = method
      self.similarity = similarity
      self.containment = containment
    }

    /// Nil for an unknown method.
    package init?(
      document: String, canonical: String, method: String, similarity: Double, containment: Double
    ) {
      guard let method = Link.Method(word: method) else { return nil }
      self.init(
        id: PackedID(document), canonical: PackedID(canonical), method, similarity: similarity,
        containment: containment)
    }

    package var document: String { id.text("doc") }
    package var canonical: String { canonicalID.text("doc") }
    /// The word of the tables.
    package var method: String { linkMethod.word }
  }
}

extension DocumentNote {
  /// As `NoteStore` tells it of documents that it holds.
  fileprivate func mayBeAlike(_ other: DocumentNote, _ rule: SketchRule) -> Bool {
    rule.mayBeAlike(
      Signature(fingerprint.sketch), Signature(other.fingerprint.sketch),
      counts: (Int32(fingerprint.shingleCount), Int32(other.fingerprint.shingleCount)))
  }
}

/// What a document meets others by.
package struct DocumentKeys: Sendable {
  /// Sorts as documents do where one of them is the first: by day, then by id.
  package let place: String
  /// Equal for documents with the same text, of the same length; nil for one without text.
  package let text: UInt64?
  package let length: Int
  package let address: String?
  /// Documents that share one of these are worth comparing.
  package let bands: [UInt64]

  package init(_ note: DocumentNote) {
    let day = String((note.day ?? -1) + 1)
    place = String(repeating: "0", count: max(0, 8 - day.utf8.count)) + day + note.id
    let fingerprint = note.fingerprint
    length = fingerprint.length
    text = Deduper.textKey(
      length: length, text: fingerprint.textHash, title: note.titleHash)
    address = note.address
    bands =
      length > 0
      ? CandidatePairs.keys(fingerprint.sketch, day: note.day) : []
  }
}

extension Link.Method {
  init?(word: String) {
    guard let method = [Self.bytes, .text, .url, .near].first(where: { $0.word == word }) else {
      return nil
    }
    self = method
  }
}
