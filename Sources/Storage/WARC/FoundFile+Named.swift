package import Model

extension FoundFile {
  /// The document that a user names by its path: a file, or a page of a web archive as it stands
  /// in the tables, `crawl.warc.gz#000017`. An archive of one page is that page.
  package static func named(
    _ path: String, hints: InputHints
  ) throws(StorageFailure) -> Result<FoundFile, Reject> {
    var archive = path
    var number: Int?
    if !Disk.exists(path), let mark = path.lastIndex(of: "#") {
      number = Int(path[path.index(after: mark)...])
      if number != nil { archive = String(path[..<mark]) }
    }
    let file = Find(
      path: Array(Disk.name(of: archive).utf8), location: Array(archive.utf8), identity: nil,
      input: 0, outcome: .file(size: try Disk.size(of: archive)))
    let input = InputFolder(path: archive, hints: hints)
    let pages = file.pages.filter { number == nil || $0.record == number }
    guard pages.count == 1, let page = pages.first else {
      throw StorageFailure(
        .notFound, .find, path: path,
        detail: number == nil
          ? "an archive of \(pages.count) pages; name one of them, as \(archive)#000001"
          : "no record of the archive with this number is a page")
    }
    if let file = page.file(of: input) { return .success(file) }
    if let reject = page.reject { return .failure(reject) }
    throw StorageFailure(.notFound, .find, path: path)
  }
}

extension Find {
  /// The number behind the mark in the path of a page.
  fileprivate var record: Int? {
    guard let mark = path.lastIndex(of: UInt8(ascii: "#")) else { return nil }
    return Int(String(decoding: path[(mark + 1)...], as: UTF8.self))
  }
}
