package import Model

/// What the corpus as a whole says, and the rows that follow from it: those of the dimensions are
/// there, those of a document are made from its reading, which passes a second time.
package struct World {
  /// What corrections no document had a use for.
  package let unusedCorrections: [Corrections.Place]
  private let register: PersonRegister
  private let clusters: Clusters?
  let directory: Directory
  private let people: People
  private let events: EventIndex
  private let folder: TextFolder
  private let personRows: PersonRows
  private let relationCounter: RelationCounter
  private let tenureTable: TenureTable

  init(
    register: PersonRegister, clusters: Clusters?, directory: Directory, people: People,
    events: EventIndex, folder: TextFolder, personRows: PersonRows,
    relationCounter: RelationCounter, tenureTable: TenureTable,
    unusedCorrections: [Corrections.Place]
  ) {
    self.register = register
    self.clusters = clusters
    self.directory = directory
    self.people = people
    self.events = events
    self.folder = folder
    self.personRows = personRows
    self.relationCounter = relationCounter
    self.tenureTable = tenureTable
    self.unusedCorrections = unusedCorrections
  }

  // MARK: dimensions

  /// By name, then by id.
  package func forEachPerson<Problem: Error>(
    _ body: (PersonRow) throws(Problem) -> Void
  ) throws(Problem) {
    try personRows.forEach(body)
  }

  /// By source, target and kind.
  package func forEachRelation<Problem: Error>(
    _ body: (RelationRow) throws(Problem) -> Void
  ) throws(Problem) {
    try relationCounter.forEachRow(body)
  }

  /// Tenures by person, then by office; what contradicts itself in the order of the tenures.
  package func forEachTenure<Problem: Error>(
    _ body: ([TenureRow], [ContradictionRow]) throws(Problem) -> Void
  ) throws(Problem) {
    try tenureTable.forEachPerson(body)
  }

  /// By cluster, document and method.
  package func forEachDuplicate<Problem: Error>(
    _ body: (DuplicateRow) throws(Problem) -> Void
  ) throws(Problem) {
    try clusters?.forEachDuplicate(body)
  }

  /// By cluster and event.
  package func forEachEventCluster<Problem: Error>(
    _ body: (EventClusterRow) throws(Problem) -> Void
  ) throws(Problem) {
    try events.forEachRow(body)
  }

  /// By name, rule and persons.
  package func forEachNamesake<Problem: Error>(
    _ body: (NamesakeRow) throws(Problem) -> Void
  ) throws(Problem) {
    try people.judgements.forEachRow(body)
  }

  /// By name, then by id.
  package var offices: [OfficeRow] { directory.offices }
  /// By name, then by id.
  package var organizations: [OrganizationRow] { directory.organizations }
  /// By code.
  package var divisions: [DivisionRow] { directory.divisions }

  // MARK: all at once, for small corpora

  package var persons: [PersonRow] { rows(forEachPerson) }
  package var relations: [RelationRow] { rows(forEachRelation) }
  package var duplicates: [DuplicateRow] { rows(forEachDuplicate) }
  package var namesakes: [NamesakeRow] { rows(forEachNamesake) }
  package var eventClusters: [EventClusterRow] { rows(forEachEventCluster) }

  package var tenures: [TenureRow] {
    var rows: [TenureRow] = []
    forEachTenure { tenures, _ in rows += tenures }
    return rows
  }

  package var contradictions: [ContradictionRow] {
    var rows: [ContradictionRow] = []
    forEachTenure { _, contradictions in rows += contradictions }
    return rows
  }

  private func rows<Row>(_ forEach: ((Row) -> Void) -> Void) -> [Row] {
    var rows: [Row] = []
    forEach { rows.append($0) }
    return rows
  }

  // MARK: documents

  /// The rows of a document, by its number in the order of noting.
  package func rows(of reading: Reading, number: Int) -> DocumentRows {
    DocumentRows(
      reading, group: clusters?[number], directory: directory, cast: people.cast(of: number),
      standing: events.standing(in: number))
  }

  /// As above, where the number is not at hand, or the document was not noted. O(documents).
  package func rows(of reading: Reading) -> DocumentRows {
    let id = PackedID(StableID.document(sha256: reading.article.sha256))
    let number = register.documents.indices.first { register.documents[$0].packedID == id }
    return DocumentRows(
      reading, group: number.flatMap { clusters?[$0] }, directory: directory,
      cast: people.cast(of: number), standing: number.map { events.standing(in: $0) } ?? [:])
  }

  // MARK: copies

  /// The articles that have copies, each with them, by number in the order of noting: by cluster.
  package var copyGroups: [CopyGroup] { clusters?.copyGroups ?? [] }

  /// What tells the edits in copies of a reading, by its number.
  package func edits(of canonical: Reading, number: Int) -> EditRows {
    EditRows(
      canonical, people.cast(of: number), folder: folder, directory: directory)
  }

  /// What was edited in a copy, by its number.
  package func edits(_ rows: EditRows, of copy: Reading, number: Int) -> [EditRow] {
    rows.rows(of: copy, people.cast(of: number))
  }
}
