import Model

/// Web archives are files that hold many documents: each page of one is a find of its own, called
/// `crawl.warc.gz#000017` after the archive and the number of the record in it.
extension Find {
  /// Whether its name is that of an archive.
  var isArchive: Bool {
    guard case .file = outcome else { return false }
    return Self.isNamedGzip(archive: path) != nil
  }

  /// What is found in an archive; of any other file, the file.
  var pages: [Find] {
    guard case .file = outcome, let isNamedGzip = Self.isNamedGzip(archive: path),
      let text = String(validating: location, as: UTF8.self)
    else { return [self] }
    return WarcScan.entries(of: text, isNamedGzip: isNamedGzip).map { entry in
      switch entry.outcome {
      case .page(let part, let size): page(entry.number, .page(part, size: size))
      case .reject(let fault): page(entry.number, .reject(fault.code, detail: fault.detail))
      }
    }
  }

  private func page(_ number: Int, _ outcome: Outcome) -> Find {
    Find(
      path: number == 0 ? path : path + Self.suffix(number), location: location, identity: nil,
      input: input, outcome: outcome)
  }

  /// Six digits, so that the order of paths is that of the archive.
  private static func suffix(_ number: Int) -> [UInt8] {
    let digits = String(number).utf8
    return [UInt8(ascii: "#")] + repeatElement(0x30, count: max(0, 6 - digits.count)) + digits
  }

  /// Whether the name says that the archive is gzipped; nil for a name of no archive.
  private static func isNamedGzip(archive path: [UInt8]) -> Bool? {
    let end = path.suffix(8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if end.elementsEqual(".warc.gz".utf8) { return true }
    return end.suffix(5).elementsEqual(".warc".utf8) ? false : nil
  }
}
