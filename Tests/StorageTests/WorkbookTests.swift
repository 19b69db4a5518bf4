import Glibc
import Testing

@testable import Storage

@Suite struct WorkbookTests {
  let folder: TemporaryFolder
  let output: OutputFolder

  init() throws {
    folder = try TemporaryFolder()
    output = OutputFolder(folder.path)
  }

  /// A workbook of two sheets; how many bytes the rows of each have.
  private func twoSheets() throws -> [Int] {
    let book = try output.workbook("a.xlsx", title: "A")
    for name in ["one", "two"] {
      let sheet = try book.sheet(name)
      try sheet.append([.heading("id"), .heading("text")])
      for number in 0..<300 {
        try sheet.append([.text("\(name)_\(number)"), .text(String(repeating: "字", count: number))])
      }
      try sheet.setWidths([10, 20])
      try sheet.finish(columns: 2)
    }
    _ = try book.close()
    let reader = try ZipReader(folder("a.xlsx"))
    var sheets: [String: [UInt8]] = [:]
    while try reader.next({ sheets[$0, default: []] += $1 }) {}
    return try ["one", "two"].indices.map { index in
      let bytes = try #require(sheets["xl/worksheets/sheet\(index + 1).xml"])
      let start = try #require(bytes.firstRange(of: Array("<sheetData>".utf8))).upperBound
      let end = try #require(bytes.firstRange(of: Array("</sheetData>".utf8))).lowerBound
      return end - start
    }
  }

  @Test func `a workbook is counted and hashed, and nothing is beside it`() throws {
    _ = try twoSheets()
    #expect(try Disk.list(folder.path) == ["a.xlsx"])
    let entry = try #require(output.entries.first)
    #expect(
      try Disk.digest(of: folder("a.xlsx")) == Content(bytes: entry.bytes, sha256: entry.sha256))
    try output.seal()
  }

  @Test func `the rows of every sheet are counted again when it is packed`() throws {
    let sizes = try twoSheets()
    let path = folder("a.xlsx")
    try WorkbookCheck(sizesOfRows: sizes).check(path)
    for wrong in [[sizes[0] + 1, sizes[1]], [sizes[0], sizes[1] - 1]] {
      let failure = try #require(throws: StorageFailure.self) {
        try WorkbookCheck(sizesOfRows: wrong).check(path)
      }
      #expect(failure.kind == .noSpace)
    }
    let failure = try #require(throws: StorageFailure.self) {
      try WorkbookCheck(sizesOfRows: sizes + [9]).check(path)
    }
    #expect(failure.kind == .damaged)
  }

  @Test func `a workbook that lost or changed bytes is damaged`() throws {
    let sizes = try twoSheets()
    let bytes = try Disk.readWhole(folder("a.xlsx"))
    var changed = bytes
    changed[bytes.count / 3] ^= 0x10
    for (index, wrong) in [changed, Array(bytes.prefix(bytes.count / 2)), []].enumerated() {
      try folder.write("\(index).xlsx", wrong)
      let failure = try #require(throws: StorageFailure.self) {
        try WorkbookCheck(sizesOfRows: sizes).check(folder("\(index).xlsx"))
      }
      #expect(failure.kind == .damaged)
    }
  }

  @Test func `a folder that went away is told with the path`() throws {
    let book = try output.workbook("inner/a.xlsx", title: "A")
    try book.sheet("one").append([.heading("id")])
    try Disk.removeTree(folder("inner"))
    let failure = try #require(throws: StorageFailure.self) { _ = try book.close() }
    #expect(failure.kind == .notFound)
    #expect(failure.path == folder("inner/a.xlsx"))
  }

  @Test func `a name that is taken, or too long, is a failure`() throws {
    let book = try output.workbook("a.xlsx", title: "A")
    _ = try book.sheet("one")
    for name in ["one", String(repeating: "a", count: 32)] {
      #expect(throws: StorageFailure.self) { try book.sheet(name) }
    }
    #expect(throws: StorageFailure.self) { try output.workbook("a.xlsx", title: "A") }
  }

  @Test func `a workbook that is given up leaves no file open`() throws {
    func files() throws -> Int {
      try Disk.list("/proc/self/fd").filter {
        Disk.target(ofLink: "/proc/self/fd/" + $0)?.hasPrefix(folder.path) == true
      }.count
    }
    var book: WorkbookFile? = try output.workbook("a.xlsx", title: "A")
    var sheet = try book?.sheet("one")
    try sheet?.append([.heading("id")])
    #expect(try files() == 1)
    book = nil
    #expect(try files() == 1)
    sheet = nil
    #expect(try files() == 0)
  }

  @Test func `a closed workbook takes no more`() throws {
    let book = try output.workbook("a.xlsx", title: "A")
    let sheet = try book.sheet("one")
    try sheet.append([.heading("id")])
    _ = try book.close()
    #expect(throws: StorageFailure.self) { try sheet.append([.heading("id")]) }
    #expect(throws: StorageFailure.self) { try book.sheet("two") }
    #expect(throws: StorageFailure.self) { _ = try book.close() }
  }
}
