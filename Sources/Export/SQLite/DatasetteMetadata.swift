import Model

/// What Datasette shows of the database: titles and meanings of tables and columns, where to search,
/// and ready questions. `datasette dibao.sqlite -m dibao.metadata.json`.
struct DatasetteMetadata {
  /// The database's name: that of its file, without the ending.
  let database: String
  let tables: [TableDescription]

  var value: JSONValue {
    [
      "title": "邸报 · Dibao",
      "description": "新闻中的官员与职务 · Officials and offices read from news articles",
      "databases": .object([
        JSONValue.Member(
          database,
          [
            "tables": .object(tables.map { .init($0.name, Self.value(of: $0)) } + views),
            "queries": .object(Self.queries),
          ])
      ]),
    ]
  }

  private static func value(of table: TableDescription) -> JSONValue {
    .members([
      "title": .string("\(table.title.chinese) · \(table.title.english)"),
      "description": .string("\(table.description.chinese) \(table.description.english)"),
      "columns": .object(
        table.columns.map { column in
          .init(
            column.name,
            .string(
              "\(column.title.chinese) · \(column.title.english): "
                + column.description.english))
        }),
      "label_column": table.columns.contains { $0.name == "name" } ? "name" : nil,
      "fts_table": table.name == "documents" ? .string(DatabaseSearch.table) : nil,
      "fts_pk": table.name == "documents" ? "rowid" : nil,
    ])
  }

  private var views: [JSONValue.Member] {
    DatabaseViews.views(of: tables).map { view in
      .init(view.name, ["description": .string("\(view.chinese) \(view.english)")])
    }
  }

  private static var queries: [JSONValue.Member] {
    [
      query(
        "documents_with_words", "含有某词语的文章 · Articles with words, of any length",
        DatabaseSearch.query),
      query(
        "person_timeline", "某人的任职 · The offices of a person",
        "SELECT * FROM tenure_timeline WHERE person_name = :name ORDER BY \"start\""),
      query(
        "who_met", "某人会见了谁 · Whom a person met",
        "SELECT * FROM who_met_whom WHERE source_name = :name OR target_name = :name "
          + "ORDER BY date_start"),
      query(
        "mentions_of", "某人的每次提及 · Each mention of a person, in its context",
        "SELECT * FROM mentions_in_context WHERE person_name = :name ORDER BY published_at"),
    ]
  }

  private static func query(_ name: String, _ title: String, _ sql: String) -> JSONValue.Member {
    .init(name, ["title": .string(title), "sql": .string(sql)])
  }
}
