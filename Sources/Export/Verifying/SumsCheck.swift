import Storage

/// Holds `SHA256SUMS` against the files.
struct SumsCheck {
  let files: ExportFiles
  let log: FindingLog

  func run() {
    guard let bytes = files.read(Checksums.fileName, log) else {
      return log.add(
        .sumsMissing, FindingPlace(Checksums.fileName), expected: "the sums", found: "nothing")
    }
    let sums = lines(of: bytes)
    checkOrder(of: sums.map(\.name))
    for sum in sums { check(sum) }
    let listed = Set(sums.map(\.name))
    for name in files.described where !listed.contains(name) {
      log.add(.sumsUnlisted, FindingPlace(name), expected: "a sum", found: "none")
    }
  }

  private struct Sum {
    let sha256: String
    let name: String
    let line: Int
  }

  private func lines(of bytes: [UInt8]) -> [Sum] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true {
      lines.removeLast()
    } else {
      log.add(
        .sumsMalformed, FindingPlace(Checksums.fileName, line: lines.count),
        expected: "a newline at the end", found: "none")
    }
    return lines.enumerated().compactMap { index, line in
      if let sum = Checksums.Sum(line) {
        return Sum(sha256: sum.sha256, name: sum.name, line: index + 1)
      }
      log.add(
        .sumsMalformed, FindingPlace(Checksums.fileName, line: index + 1),
        expected: "64 digits, two spaces, a name", found: String(decoding: line, as: UTF8.self))
      return nil
    }
  }

  private func checkOrder(of names: [String]) {
    for (index, (one, two)) in zip(names, names.dropFirst()).enumerated()
    where !one.utf8.lexicographicallyPrecedes(two.utf8) {
      log.add(
        .sumsOrder, FindingPlace(Checksums.fileName, line: index + 2),
        expected: "a name after \(one)", found: two)
    }
  }

  private func check(_ sum: Sum) {
    let place = FindingPlace(Checksums.fileName, line: sum.line)
    guard files.names.contains(sum.name) else {
      return log.add(.sumsAbsent, place, expected: sum.name, found: "nothing")
    }
    guard let content = files.contents[sum.name], content.sha256 != sum.sha256 else { return }
    log.add(
      .sumsMismatch, FindingPlace(sum.name), expected: sum.sha256, found: content.sha256)
  }
}
