/// Every table of an export, in the order in which a reader would open them.
package enum Tables {
  package static let all: [TableDescription] = [
    DocumentRow.table, MentionRow.table, EventRow.table, ParticipantRow.table,
    AgreementRow.table, QuoteRow.table,
    PersonRow.table, OfficeRow.table, OrganizationRow.table, DivisionRow.table,
    TenureRow.table, RelationRow.table, DuplicateRow.table, EditRow.table, EventClusterRow.table,
    ContradictionRow.table, NamesakeRow.table, RejectRow.table,
  ]

  /// The table of a name.
  package static func named(_ name: String) -> TableDescription? { all.first { $0.name == name } }
}
