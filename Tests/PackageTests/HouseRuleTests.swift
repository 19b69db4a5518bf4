import Testing

/// What every file of the project keeps to, beyond what the compiler and the formatter hold.
@Suite struct HouseRuleTests {
  @Test func `no source forces, casts by force, or swallows an error`() throws {
    for file in try Project.swiftFiles(in: "Sources") {
      let lines = try Project.text(file).split(separator: "\n")
      for line in lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in ["try! ", "try? ", "as!", "catch {}", "fatalError("] {
          #expect(!line.contains(word), "\(file): \(line)")
        }
      }
    }
  }

  @Test func `no module imports all of Foundation`() throws {
    for file in try Project.swiftFiles(in: "Sources") {
      let imports = WallTests.imports(in: try Project.text(file))
      #expect(!imports.contains("Foundation"), "\(file)")
    }
  }

  @Test func `a source is found by its name alone`() throws {
    var places: [Substring: String] = [:]
    for file in try Project.swiftFiles(in: "Sources") {
      let name = file.split(separator: "/").last ?? ""
      #expect(places[name] == nil, "\(file) and \(places[name] ?? "")")
      places[name] = file
    }
  }

  @Test func `every module says what it is for`() throws {
    let manifest = try Project.text("Package.swift")
    for module in ModuleTable(manifest: manifest).rows.keys {
      let lines = try Project.text("Sources/\(module)/README.md").split(separator: "\n")
      #expect(lines.first == "# \(module)")
      #expect((4...40).contains(lines.count), "Sources/\(module)/README.md: \(lines.count) lines")
    }
  }

  @Test func `the top level holds what the design names`() throws {
    let allowed: Set<String> = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "Fixtures", "pipeline.json",
      "Makefile", "README.md", "out",
    ]
    #expect(try Project.topLevel().subtracting(allowed).isEmpty)
  }
}
