import Testing

@testable import Model

@Suite struct TablesTests {
  /// The columns of the contract, in its order.
  static let contract: [(table: String, columns: String)] = [
    (
      "documents",
      """
      document_id path copies format encoding bytes sha256 url publisher author published_at \
      published_basis title section tags script characters text cluster_id is_canonical \
      duplicate_of similarity quality
      """
    ),
    (
      "mentions",
      """
      mention_id document_id paragraph start end text person_id person_name office_id \
      organization_id organization_name title qualifier personal_rank inferred as_of confidence rule
      """
    ),
    (
      "events",
      """
      event_id document_id type status plover cameo date_start date_end date_precision date_basis \
      date_text place division_code place_path topic paragraph start end text event_cluster_id \
      confidence rule
      """
    ),
    (
      "participants",
      """
      event_id document_id position side person_id person_name organization_id organization_name \
      office_id office_name role paragraph start end text rule
      """
    ),
    (
      "agreements",
      "agreement_id document_id event_id name parties party_ids date paragraph start end text"
    ),
    (
      "quotes",
      """
      quote_id document_id event_id paragraph start end text speaker_ids speaker_names \
      speaker_office_ids verb direct addressee
      """
    ),
    (
      "persons",
      """
      person_id name name_pinyin aliases first_seen last_seen documents mentions latest_office_id \
      latest_office highest_rank homonym pinyin_basis
      """
    ),
    (
      "offices",
      """
      office_id name full_name name_en organization_id organization_name title rank rank_order \
      level system division_code is_head is_deputy single_seat superior_office_id
      """
    ),
    (
      "organizations",
      """
      organization_id name short_name name_en kind rank parent_id division_code valid_from valid_to \
      successor_id mentions
      """
    ),
    (
      "divisions",
      "division_code name short_name name_en level kind parent_code valid_from valid_to"
    ),
    (
      "tenures",
      """
      tenure_id person_id person_name office_id office_name acting first_observed last_observed \
      stated_start stated_end not_before not_after observations documents ended_by conflicts_with
      """
    ),
    (
      "relations",
      """
      source_person_id source_name target_person_id target_name kind events weight first_date \
      last_date types documents
      """
    ),
    ("duplicates", "cluster_id document_id canonical_id method similarity containment"),
    (
      "edits",
      """
      cluster_id canonical_id document_id kind op canonical_text copy_text edit_id person_id \
      person_name office_id office_name text_document_id paragraph start end text \
      canonical_paragraph canonical_start canonical_end canonical_sentence rule
      """
    ),
    ("event_clusters", "event_cluster_id event_id document_id rule joined_event_id"),
    (
      "contradictions",
      "contradiction_id kind subject_id subject_name detail mention_ids documents"
    ),
    (
      "namesakes",
      """
      namesake_id name decision rule person_id other_person_id office other_office document_id \
      other_document_id
      """
    ),
    ("rejects", "path bytes stage code message line"),
  ]

  @Test func `the tables are those of the contract, column by column`() {
    #expect(Tables.all.map(\.name) == Self.contract.map(\.table))
    for (table, wanted) in zip(Tables.all, Self.contract) {
      #expect(table.columns.map(\.name) == wanted.columns.split(separator: " ").map(String.init))
    }
  }

  @Test(arguments: contract.map(\.table))
  func `keys name columns that are there and required`(_ name: String) throws {
    let table = try #require(Tables.all.first { $0.name == name })
    for key in table.primaryKey {
      #expect(table.columns.contains { $0.name == key && $0.isRequired })
    }
    for key in table.foreignKeys {
      #expect(table.columns.contains { $0.name == key.column })
      let target = Tables.all.first { $0.name == key.table }
      #expect(target?.primaryKey == [key.key])
    }
  }

  @Test(arguments: contract.map(\.table))
  func `each column is explained in both languages`(_ name: String) throws {
    let table = try #require(Tables.all.first { $0.name == name })
    for column in table.columns {
      #expect(column.title.chinese.unicodeScalars.contains { $0.value > 0x4E00 })
      #expect(column.description.chinese.unicodeScalars.contains { $0.value > 0x4E00 })
      #expect(!column.title.english.isEmpty)
      #expect([".", "…"].contains { column.description.english.hasSuffix($0) })
    }
  }

  @Test func `a row has a cell for each column, and words only of the list`() throws {
    let row = DocumentRow(
      documentID: "doc_a", path: "a.md", copies: [], format: "markdown", encoding: "utf-8",
      bytes: 9, sha256: "f", url: nil, publisher: nil, author: nil, publishedAt: nil,
      publishedBasis: "file name", headline: nil, section: nil, tags: ["一"], script: "hans",
      characters: 3, text: "景俊海", clusterID: "dup_a", isCanonical: true, duplicateOf: nil,
      similarity: nil, quality: [])
    #expect(row.cells.count == DocumentRow.columns.count)
    for (cell, column) in zip(row.cells, DocumentRow.table.columns) {
      if column.isRequired { #expect(cell != .null) }
      if let words = column.words, case .text(let word) = cell { #expect(words.contains(word)) }
    }
    #expect(row.cells[14] == .list(["一"]))
    #expect(row.cells[16] == .integer(3))
  }

  @Test func `words of closed lists are those of the values`() {
    func words(_ table: TableDescription, _ column: String) -> [String]? {
      table.columns.first { $0.name == column }?.words
    }
    #expect(words(DocumentRow.table, "format") == ["html", "markdown", "text"])
    for basis in [Article.DateBasis.frontMatter, .meta, .visible, .url, .fileName] {
      #expect(words(DocumentRow.table, "published_basis")?.contains(basis.rawValue) == true)
    }
    #expect(
      words(DivisionRow.table, "level")
        == Division.Level.allCases.map(\.rawValue).filter { $0 != "country" })
    #expect(words(RejectRow.table, "stage") == StageName.allCases.map(\.rawValue))
  }
}
