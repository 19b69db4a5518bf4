import Export
import Testing

@testable import Batch

/// The shared fixtures: every broken pipeline file, and every hostile document.
@Suite struct FixtureTests {
  private static let fixtures: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Fixtures"
  }()

  private static let environment = Environment([
    "DIBAO_FIXTURE_LINES": "a\nb", "DIBAO_FIXTURE_NUMBER": "8",
  ])

  static let brokenFiles = Folder.names(in: fixtures + "/config").filter {
    $0.hasPrefix("config.") || $0.hasPrefix("json.")
  }

  private func faults(_ name: String) -> [ConfigFault] {
    do {
      _ = try PlanSource.file(Self.fixtures + "/config/" + name).plan(Self.environment)
      return []
    } catch {
      guard case .config(_, let faults) = error else {
        Issue.record(error)
        return []
      }
      return faults
    }
  }

  @Test func `there are broken pipeline files to read`() {
    #expect(Self.brokenFiles.count > 40)
  }

  @Test(arguments: brokenFiles)
  func `a broken pipeline file gives the error that its name tells`(_ name: String) {
    let code = String(name.split(separator: "+")[0]).replacing(".json", with: "")
    let codes = Set(faults(name).map(\.problem.code))
    #expect(codes == [code])
  }

  @Test func `nineteen errors are told at once, in order and each with its place`() {
    let faults = faults("many.json")
    #expect(faults.count == 19)
    #expect(Set(faults.map(\.problem.code)).count == 9)
    let places = faults.map { [$0.line, $0.column] }
    #expect(places.map { $0[0] } == places.map { $0[0] }.sorted())
    #expect(faults.allSatisfy { $0.line > 0 && $0.column > 0 })
  }

  @Test func `the file that is right has every part`() throws {
    #expect(faults("good.json") == [])
  }

  /// What the README of the fixtures says must come of a hostile document.
  private static let hostile: [(name: String, codes: Set<String>)] = {
    let codes: [String: Set<String>] = [
      "empty.html": ["fetch.empty"], "blank.txt": ["fetch.empty", "clean.no-text"],
      "cut.html.gz": ["fetch.bad-gzip"], "bad-checksum.html.gz": ["fetch.bad-gzip"],
      "trailing-bytes.html.gz": ["fetch.bad-gzip"], "not-gzip.html.gz": ["fetch.bad-gzip"],
      "bomb.html.gz": ["fetch.gzip-bomb"], "picture.html": ["clean.binary"],
      "document.txt": ["clean.binary"], "shift-jis.txt": ["clean.unknown-charset"],
      "no-article.html": ["clean.not-article"], "navigation-only.html": ["clean.not-article"],
    ]
    return codes.map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
  }()

  @Test func `a run over hostile documents ends well and loses none`() throws {
    let folder = try Folder()
    var binary = Binary(folder: folder.path)
    // A document that is read for ever fails the test instead of holding it.
    binary.shell = "ulimit -t 240;"
    let result = try binary.run(
      "run", "--input", Self.fixtures + "/hostile", "--output", "out", "--write", "jsonl")
    #expect(result.code == 0, "\(result.words)")
    let found = try folder.read("out/current/rejects.jsonl").split(separator: "\n")
    var codes: [String: String] = [:]
    for line in found {
      let row = try #require(JSONDocument(Array(line.utf8)).tree)
      codes[row["path"]?.text ?? ""] = row["code"]?.text
    }
    for (name, expected) in Self.hostile {
      #expect(expected.contains(codes[name] ?? ""), "\(name): \(codes[name] ?? "an article")")
    }
    #expect(!codes.values.contains("dibao.bug"))
    let documents = try folder.read("out/current/documents.jsonl").split(separator: "\n").count
    #expect(documents + codes.count == Folder.names(in: Self.fixtures + "/hostile").count)
    let check = try Binary(folder: folder.path).run("verify", "out")
    #expect(check.code == 0, "\(check.output)")
  }
}
