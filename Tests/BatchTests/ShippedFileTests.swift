import Export
import Glibc
import Testing

@testable import Batch

/// What is shipped at the top of the project says what the program reads.
@Suite struct ShippedFileTests {
  static let top: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  private func plan() throws -> Plan {
    try PlanSource.file(Self.top + "/pipeline.json").plan(Environment([:]))
  }

  @Test func `the shipped pipeline file is right and writes every kind of file`() throws {
    let plan = try plan()
    #expect(plan.inputs.map(\.location) == [Self.top + "/Fixtures/articles"])
    #expect(plan.output.location == Self.top + "/out")
    let files = plan.fileNames
    for name in [
      "documents.csv", "documents.excel.csv", "documents.jsonl", "documents.jsonl.gz",
      "dibao.tar.gz",
    ] {
      #expect(files.contains(name))
    }
  }

  @Test(.enabled(if: access(top + "/README.md", R_OK) == 0))
  func `the README shows a text as inspect does`() throws {
    let readme = String(decoding: try Folder.bytes(of: Self.top + "/README.md"), as: UTF8.self)
    let result = try Binary(folder: Self.top).run(
      "inspect", "--stage", "extract", "Fixtures/articles/jekyll/ministries-tour.md")
    let paragraphs = result.output.split(separator: "\n\n").filter {
      $0.hasPrefix("[5]") || $0.hasPrefix("[7]")
    }
    #expect(paragraphs.count == 2)
    for line in paragraphs.joined(separator: "\n").split(separator: "\n") {
      #expect(readme.contains("    \(line)\n"), "\(line)")
    }
  }

  /// The blocks that the README must hold as they are printed.
  @Test(
    .enabled(if: access(top + "/README.md", R_OK) == 0),
    arguments: [
      ("dibao schema config --markdown", ConfigTable.markdown),
      ("dibao schema exit-codes --markdown", ExitCodeTable.markdown),
    ])
  func `the README holds what the program prints`(_ command: String, _ text: String) throws {
    let readme = String(decoding: try Folder.bytes(of: Self.top + "/README.md"), as: UTF8.self)
    #expect(readme.contains("<!-- \(command) -->\n\(text)"))
  }
}
