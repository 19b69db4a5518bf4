import Foundation
import Testing

/// Holds every `import` line of the sources against the table of modules: what Package.swift
/// declares, SwiftPM lets pass through other modules.
@Suite struct WallTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What each module may import.
  static let walls: [String: Set<String>] = [
    "Model": [],
    "Reference": ["Model", "CReference"],
    "Cleaning": ["Model", "CLibxml2", "Yams", "Glibc"],
    "Extraction": ["Model", "Reference"],
    "Corpus": ["Model", "Reference", "Collections", "Crypto"],
    "Storage": ["Model", "CZlib", "Crypto", "Glibc", "SystemPackage"],
    "Export": ["Model", "Storage"],
    "Batch": [
      "Model", "Reference", "Cleaning", "Extraction", "Corpus", "Storage", "Export", "Logging",
      "Glibc", "Dispatch", "Synchronization",
    ],
    "dibao": ["Batch", "Model", "ArgumentParser"],
  ]

  private func swiftFiles(in folder: String) throws -> [URL] {
    let base = Self.root.appendingPathComponent(folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return paths.filter { $0.hasSuffix(".swift") }.map { base.appendingPathComponent($0) }
  }

  private func imports(of file: URL) throws -> Set<String> {
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter {
      $0.hasPrefix("import ") || $0.hasPrefix("package import ") || $0.hasPrefix("internal import ")
    }
    return Set(lines.compactMap { $0.split(separator: " ").last.map(String.init) })
  }

  @Test(arguments: walls.keys.sorted())
  func `a module imports only what its wall allows`(_ module: String) throws {
    let allowed = try #require(Self.walls[module])
    let files = try swiftFiles(in: "Sources/" + module)
    #expect(!files.isEmpty)
    for file in files {
      let beyond = try imports(of: file).subtracting(allowed)
      #expect(beyond.isEmpty, "\(file.lastPathComponent) imports \(beyond.sorted())")
    }
  }

  @Test func `only one file knows libxml2`() throws {
    let files = try swiftFiles(in: "Sources/Cleaning").filter {
      try imports(of: $0).contains("CLibxml2")
    }
    #expect(files.map(\.lastPathComponent) == ["HTMLTree.swift"])
  }

  @Test func `no source forces, casts by force, or swallows an error`() throws {
    for file in try swiftFiles(in: "Sources") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in ["try!", "as!", "try?"] {
        let lines = text.split(separator: "\n").filter {
          $0.contains(word) && !$0.drop { $0 == " " }.hasPrefix("//")
        }
        #expect(lines.isEmpty, "\(file.lastPathComponent): \(lines.first ?? "")")
      }
    }
  }

  @Test func `the top level holds what the design names`() throws {
    let allowed: Set<String> = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "Fixtures", "pipeline.json",
      "Makefile", "README.md", "out",
    ]
    let entries = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
    let beyond = Set(entries.filter { !$0.hasPrefix(".") }).subtracting(allowed)
    #expect(beyond.isEmpty, "\(beyond.sorted())")
  }
}
