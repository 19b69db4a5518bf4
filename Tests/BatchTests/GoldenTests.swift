import Glibc
import Testing

@testable import Batch

/// The export of the demo articles, held byte for byte against `Fixtures/golden`, which only
/// `make golden` writes.
@Suite struct GoldenTests {
  private static let golden = ShippedFileTests.top + "/Fixtures/golden"

  @Test(arguments: ["1", "2", "8"])
  func `the demo articles give the golden export with any number of workers`(
    _ jobs: String
  ) throws {
    let folder = try Folder()
    let binary = Binary(folder: folder.path)
    let articles = ShippedFileTests.top + "/Fixtures/articles"
    let result = try binary.run([
      "run", "--input", articles, "--output", "out", "--write", "csv,jsonl", "-j", jobs,
    ])
    #expect(result.code == 0, "\(result.words)")
    let names = folder.list("out/current").filter { $0 != "run.json" }.sorted()
    #expect(names == Folder.names(in: Self.golden).sorted())
    let different = try names.filter { name in
      try folder.bytes("out/current/\(name)") != Folder.bytes(of: Self.golden + "/" + name)
    }
    #expect(different.isEmpty, "`make golden` shows how they differ")
    #expect(try binary.run(["verify", "out"]).code == 0)
  }
}
