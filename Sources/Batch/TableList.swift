import Export
import Model

/// All tables of an export, from the one description that the writers use.
package enum TableList {
  package static var json: String {
    let value: JSONValue = [
      "schema_version": .integer(Program.schemaVersion),
      "tables": .array(Tables.all.map(\.json)),
    ]
    return String(decoding: value.document, as: UTF8.self)
  }

  package static var markdown: String {
    Tables.all.map(\.markdown).joined(separator: "\n")
  }
}

extension Bilingual {
  fileprivate var json: JSONValue { ["zh": .string(chinese), "en": .string(english)] }
}

extension TableDescription {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "title": title.json, "description": description.json,
      "columns": .array(columns.map(\.json)), "primary_key": .list(primaryKey),
      "foreign_keys": .array(
        foreignKeys.map { key in
          [
            "column": .string(key.column), "table": .string(key.table), "key": .string(key.key),
          ]
        }),
    ]
  }

  fileprivate var markdown: String {
    let rows = columns.map { column in
      let words = column.words.map { " (\($0.joined(separator: ", ")))" } ?? ""
      let description = column.description.english.replacing("|", with: "\\|")
      return "| `\(column.name)` | \(column.title.chinese) | \(column.type.rawValue)"
        + " | \(description)\(words) |"
    }
    let head = [
      "### \(name) (\(title.chinese))", "", description.english, "",
      "| column | 列 | type | what it holds |", "|---|---|---|---|",
    ]
    return (head + rows).joined(separator: "\n") + "\n"
  }
}

extension ColumnDescription {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "type": .string(type.rawValue), "required": .boolean(isRequired),
      "words": words.map { .list($0) }, "title": title.json, "description": description.json,
    ])
  }
}
