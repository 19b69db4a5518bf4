package import Model
package import Storage

/// Reads an export again and tells everything in it that does not hold: sums, sizes, rows, keys,
/// references, and spans that are not exactly their words.
///
/// Nothing stops it short of a folder that is not there. Files are streamed; what is held in memory
/// is two words for each key and each row, and the text of as many documents as `textBudget`
/// allows at a time.
package struct Verifier: Sendable {
  package let tables: [TableDescription]
  /// Bytes.
  let textBudget: Int

  package init(tables: [TableDescription]) {
    self.init(tables: tables, textBudget: 128 << 20)
  }

  init(tables: [TableDescription], textBudget: Int) {
    self.tables = tables
    self.textBudget = textBudget
  }

  package func verify(_ folder: String) throws(StorageFailure) -> Verification {
    let log = FindingLog()
    let files = try ExportFiles(in: folder, log)
    let sources = files.names.compactMap { source($0, in: folder) }

    let chosen = tables.compactMap { Self.authority(for: $0, among: sources) }

    SumsCheck(files: files, log: log).run()
    var rows: [String: TableCheck.Result] = [:]
    var keys: [String: Set<KeyDigest>] = [:]
    for source in sources {
      var result = TableCheck(source: source, log: log).run()
      // Where a row could not be made out, what refers to it would be told as well.
      if result.isAtEnd, result.isWhole, chosen.contains(where: { $0.file == source.file }) {
        keys[source.table.name] = result.keys
      }
      result.keys = []
      rows[source.file] = result
    }
    ManifestCheck(files: files, rows: rows.mapValues(\.rows), log: log).run()
    PackageCheck(files: files, tables: tables, rows: rows.mapValues(\.rows), log: log).run()
    for table in tables { compare(sources.filter { $0.table == table }, rows, log) }
    ReferenceCheck(sources: chosen, primaryKeys: keys, log: log).run()
    SpanCheck(sources: chosen, textBudget: textBudget, log: log).run()
    BundleCheck(files: files, log: log).run()

    return Verification(
      findings: log.findings, counts: log.counts, files: files.names.count,
      bytes: files.contents.values.reduce(0) { $0 + $1.bytes },
      rows: chosen.reduce(0) { $0 + (rows[$1.file]?.rows ?? 0) })
  }

  private func source(_ name: String, in folder: String) -> TableSource? {
    guard let parsed = TableFileName(name) else { return nil }
    return tables.first { $0.name == parsed.table }.map {
      TableSource(parsed, of: $0, in: folder)
    }
  }

  /// The file that speaks for a table, where several hold it; never a sheet's, whose cells may be
  /// cut.
  private static func authority(
    for table: TableDescription, among sources: [TableSource]
  ) -> TableSource? {
    let raw = sources.filter { $0.table == table && $0.name.format != .excel }
    return raw.first { !$0.name.isGzipped } ?? raw.first
  }

  /// All files of one table have the same rows; those of a sheet only as many.
  private func compare(
    _ sources: [TableSource], _ results: [String: TableCheck.Result], _ log: FindingLog
  ) {
    guard let first = Self.authority(for: sources.first?.table, among: sources),
      let whole = results[first.file], whole.isAtEnd
    else { return }
    for source in sources where source.name.format != .excel && source.name != first.name {
      guard let other = results[source.file], other.isAtEnd else { continue }
      compare(whole, other, FindingPlace(source.file), first.file, log)
    }
    for isGzipped in [false, true] {
      let parts = sources.filter { $0.name.format == .excel && $0.name.isGzipped == isGzipped }
      let counted = parts.compactMap { results[$0.file] }.filter(\.isAtEnd)
      guard let name = parts.first?.file, counted.count == parts.count else { continue }
      let rows = counted.reduce(0) { $0 + $1.rows }
      checkCount(whole.rows, rows, FindingPlace(name), first.file, log)
    }
  }

  private static func authority(
    for table: TableDescription?, among sources: [TableSource]
  ) -> TableSource? {
    table.flatMap { authority(for: $0, among: sources) }
  }

  private func compare(
    _ whole: TableCheck.Result, _ other: TableCheck.Result, _ place: FindingPlace, _ first: String,
    _ log: FindingLog
  ) {
    checkCount(whole.rows, other.rows, place, first, log)
    guard whole.isWhole, other.isWhole else { return }
    for (index, (one, two)) in zip(whole.digests, other.digests).enumerated() where one != two {
      log.add(
        .tableContent, FindingPlace(place.file, row: index + 1),
        expected: "the row of \(first)", found: "another")
      // Rows that were moved differ everywhere; the first tells where to look.
      break
    }
  }

  private func checkCount(
    _ expected: Int, _ found: Int, _ place: FindingPlace, _ first: String, _ log: FindingLog
  ) {
    guard expected != found else { return }
    log.add(.tableRows, place, expected: "\(expected) rows as in \(first)", found: "\(found)")
  }
}

/// What lies in the folder of an export.
struct ExportFiles {
  let folder: String
  /// Relative to the folder, in the order of their bytes.
  let names: [String]
  /// Size and sum of each file that can be read.
  let contents: [String: Content]

  init(in folder: String, _ log: FindingLog) throws(StorageFailure) {
    self.folder = folder
    names = try Self.names(in: folder, below: "")
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var contents: [String: Content] = [:]
    for name in names {
      do {
        contents[name] = try Disk.digest(of: folder + "/" + name)
      } catch {
        log.add(.fileUnreadable, FindingPlace(name), expected: "a file", found: "\(error.kind)")
      }
    }
    self.contents = contents
  }

  private static func names(
    in folder: String, below prefix: String
  ) throws(StorageFailure) -> [String] {
    var names: [String] = []
    for name in try Disk.list(folder) {
      let path = folder + "/" + name
      if Disk.isFolder(path) {
        names += try self.names(in: path, below: prefix + name + "/")
      } else {
        names.append(prefix + name)
      }
    }
    return names
  }

  /// Those that sums and manifest speak of.
  var described: [String] {
    names.filter { $0 != Checksums.fileName && $0 != Checksums.runFileName }
  }

  /// A small file, whole; nil if it is not there or cannot be read.
  func read(_ name: String, _ log: FindingLog) -> [UInt8]? {
    guard names.contains(name) else { return nil }
    do {
      return try Disk.readWhole(folder + "/" + name)
    } catch {
      log.add(.fileUnreadable, FindingPlace(name), expected: "a file", found: "\(error.kind)")
      return nil
    }
  }
}
