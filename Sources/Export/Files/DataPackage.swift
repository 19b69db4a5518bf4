package import Model
package import Storage

/// `datapackage.json`: what every file of the export holds, as a Frictionless Data Package v2.
///
/// It says nothing that differs between two runs over the same input.
package struct DataPackage: Sendable {
  package static let fileName = "datapackage.json"

  private let tables: [TableDescription]
  private let files: [WrittenFile]
  private let schemaVersion: String
  private let isComplete: Bool

  /// `schemaVersion` is that of the tables; `isComplete` is false where documents were rejected.
  package init(
    tables: [TableDescription], files: [WrittenFile], schemaVersion: String, isComplete: Bool
  ) {
    self.tables = tables
    self.files = files
    self.schemaVersion = schemaVersion
    self.isComplete = isComplete
  }

  package func write(to folder: OutputFolder) throws(StorageFailure) {
    let file = try folder.file(Self.fileName)
    try file.write(document.document)
    _ = try file.close()
  }

  package var document: JSONValue {
    [
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
      "name": "dibao",
      "title": "邸报 · Dibao",
      "description": .string(
        Bilingual(
          "新闻中的官员与职务，逐表列出；每一项都可回到原文。",
          "Officials and offices read from news articles; every cell leads back to its words."
        ).paragraphs),
      "version": .string(schemaVersion),
      "dibao:schema_version": .string(schemaVersion),
      "dibao:complete": .boolean(isComplete),
      "resources": .array(
        files.compactMap { file in
          tables.first { $0.name == file.table }.map { resource(file, of: $0) }
        }),
    ]
  }

  private func resource(_ file: WrittenFile, of table: TableDescription) -> JSONValue {
    .members([
      "name": .string(file.name.resource),
      "type": "table",
      "title": .string(table.title.label),
      "description": .string(table.description.paragraphs),
      "path": .string(file.entry.name),
      "format": .string(file.name.format.fileExtension),
      "mediatype": .string(file.name.format.mediaType),
      "encoding": "utf-8",
      "compression": file.entry.plain == nil ? nil : "gz",
      "bytes": .integer(file.entry.bytes),
      "hash": .string("sha256:" + file.entry.sha256),
      "dialect": file.name.format.dialect,
      "schema": schema(of: table, in: file.name),
      "dibao:table": .string(table.name),
      "dibao:rows": .integer(file.rows),
      "dibao:content_bytes": file.entry.plain.map { .integer($0.bytes) },
      "dibao:content_hash": file.entry.plain.map { .string("sha256:" + $0.sha256) },
      "dibao:guarded_cells": .integer(file.changes.guarded),
      "dibao:cut_cells": .integer(file.changes.cut),
      "dibao:removed_characters": .integer(file.changes.removedCharacters),
    ])
  }

  private func schema(of table: TableDescription, in file: TableFileName) -> JSONValue {
    let keys = table.foreignKeys.compactMap { foreignKey($0, of: table, in: file) }
    return .members([
      "fields": .array(table.columns.map { field($0, of: table, in: file.format) }),
      "fieldsMatch": "exact",
      // A text without characters is a text in JSON; CSV readers cannot tell it from nothing.
      "missingValues": file.format == .jsonl ? [] : [""],
      "primaryKey": table.primaryKey.isEmpty ? nil : .list(table.primaryKey),
      "foreignKeys": keys.isEmpty ? nil : .array(keys),
    ])
  }

  private func field(
    _ column: ColumnDescription, of table: TableDescription, in format: TableFileName.Format
  ) -> JSONValue {
    let isList = column.type == .list
    return .members([
      "name": .string(column.name),
      "type": .string(Self.type(of: column.type, in: format)),
      "dibao:list_separator": isList && format != .jsonl ? .string(CSVText.listSeparator) : nil,
      "title": .string(column.title.label),
      "description": .string(column.description.paragraphs),
      "constraints": constraints(
        column, isKey: table.primaryKey == [column.name], in: format),
      "dibao:item_words": isList ? column.words.map { .list($0) } : nil,
    ])
  }

  private static func type(of type: ColumnType, in format: TableFileName.Format) -> String {
    switch type {
    // Cut to what is known, `2024-12` is no date to a reader that wants all three parts.
    case .text, .date: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    // The type `list` of version 2 ends the validation of readers that know version 1.
    case .list: format == .jsonl ? "array" : "string"
    }
  }

  private func constraints(
    _ column: ColumnDescription, isKey: Bool, in format: TableFileName.Format
  ) -> JSONValue? {
    var constraints: [JSONValue.Member] = []
    // A list without items is nothing in CSV.
    let mayBeNothing = column.type == .list && format != .jsonl
    if column.isRequired, !mayBeNothing { constraints.append(.init("required", true)) }
    if isKey { constraints.append(.init("unique", true)) }
    if let words = column.words, column.type != .list {
      constraints.append(.init("enum", .list(words)))
    }
    return constraints.isEmpty ? nil : .object(constraints)
  }

  /// Nil where the other table is not in the export, or in several parts, which a key cannot name;
  /// and for lists, whose items a key cannot name either.
  private func foreignKey(
    _ key: ForeignKey, of table: TableDescription, in file: TableFileName
  ) -> JSONValue? {
    let column = table.columns.first { $0.name == key.column }
    guard column?.type != .list, let resource = resource(for: key.table, from: file) else {
      return nil
    }
    // A key into the same table leaves the resource out.
    let isOwn = key.table == table.name
    return [
      "fields": [.string(key.column)],
      "reference": .members([
        "resource": isOwn ? nil : .string(resource), "fields": [.string(key.key)],
      ]),
    ]
  }

  private func resource(for table: String, from file: TableFileName) -> String? {
    var same = file
    same.table = table
    same.part = 1
    let candidates = files.map(\.name).filter { $0.table == table }
    guard let target = candidates.first(where: { $0 == same }) ?? candidates.first else {
      return nil
    }
    let parts = candidates.filter { $0.format == target.format && $0.isGzipped == target.isGzipped }
    return parts.count == 1 ? target.resource : nil
  }
}

extension TableFileName {
  /// `persons-csv`, `documents-excel-part2-csv-gz`.
  fileprivate var resource: String { text.replacing(".", with: "-") }
}

extension TableFileName.Format {
  fileprivate var mediaType: String {
    switch self {
    case .csv, .excel: "text/csv"
    case .jsonl: "application/jsonl"
    }
  }

  fileprivate var dialect: JSONValue {
    switch self {
    case .csv, .excel:
      [
        "header": true, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"",
        "doubleQuote": true, "skipInitialSpace": false,
      ]
    case .jsonl: ["itemType": "object"]
    }
  }
}

extension Bilingual {
  /// `姓名 · Name`
  fileprivate var label: String { "\(chinese) · \(english)" }
  /// Two paragraphs.
  fileprivate var paragraphs: String { "\(chinese)\n\n\(english)" }
}
