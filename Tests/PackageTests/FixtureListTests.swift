import Testing

/// Holds the lists of Fixtures/README.md against the folders.
@Suite struct FixtureListTests {
  @Test func `every fixture stands in the list, and everything in the list is there`() throws {
    let listed = Self.listed(in: try Project.text("Fixtures/README.md"))
    let found = try Project.files(in: "Fixtures").map { String($0.dropFirst("Fixtures/".count)) }
      .filter { !Self.isOwn($0) }
    #expect(Set(listed).subtracting(found).isEmpty)
    #expect(Set(found).subtracting(listed).isEmpty)
    #expect(listed.count == Set(listed).count)
  }

  @Test func `the demo corpus is large enough`() throws {
    #expect(try Project.files(in: "Fixtures/articles").count >= 36)
  }

  /// The first cell of each row, below the folder in the heading before it.
  private static func listed(in readme: String) -> [String] {
    var folder = ""
    var paths: [String] = []
    for line in readme.split(separator: "\n") {
      let quoted = line.split(separator: "`", omittingEmptySubsequences: false)
      guard quoted.count > 1 else { continue }
      if line.hasPrefix("## `") { folder = String(quoted[1]) }
      if line.hasPrefix("| `") { paths.append(folder + quoted[1]) }
    }
    return paths
  }

  /// Files of the folder itself, and what `make golden` records.
  private static func isOwn(_ path: String) -> Bool {
    ["README.md", ".gitattributes"].contains(path) || path.hasPrefix("golden/")
  }
}
