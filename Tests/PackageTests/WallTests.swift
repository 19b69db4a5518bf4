import Testing

/// Holds the sources against the rows of Package.swift: SwiftPM lets a module import whatever its
/// imports import, so a row alone is no wall.
@Suite struct WallTests {
  /// What modules import of the system, beyond their rows. Each has a reason.
  static let system: [String: Set<String>] = [
    "Cleaning": ["Glibc"],  // iconv
    // The disk, archives that workers share, bytes as GRDB takes them.
    "Storage": ["Glibc", "Synchronization", "FoundationEssentials"],
    "Batch": ["Glibc", "Dispatch", "Synchronization"],  // workers, signals, the clock
    "dibao-bench": ["Glibc"],  // CPU time
    "dibao-fuzz": ["Glibc"],  // CPU time and its limit
  ]

  /// The calls of Glibc that reach the disk, which Storage alone may make.
  static let fileCalls: Set<String> = [
    "open", "openat", "fopen", "creat", "read", "pread", "pwrite", "rename", "renameat", "unlink",
    "unlinkat", "mkdir", "mkdirat", "rmdir", "opendir", "readdir", "fdopendir", "stat", "fstat",
    "lstat", "fstatat", "readlink", "symlink", "link", "chmod", "fchmod", "truncate", "ftruncate",
    "fsync", "flock", "mkstemp", "mkdtemp", "realpath", "mmap",
  ]

  private let table: ModuleTable

  init() throws {
    table = ModuleTable(manifest: try Project.text("Package.swift"))
  }

  @Test func `the table of modules is read whole`() {
    #expect(table.rows["Model"] == [])
    #expect(table.rows["Export"] == ["Model", "Storage"])
    #expect(table.rows["Cleaning"]?.contains("Yams") == true)
    #expect(table.rows["dibao"]?.contains("ArgumentParser") == true)
  }

  @Test func `a module imports only what its row allows`() throws {
    for (module, row) in table.rows {
      let allowed = row.union(Self.system[module] ?? [])
      let files = try Project.swiftFiles(in: "Sources/" + module)
      #expect(!files.isEmpty, "\(module)")
      for file in files {
        let beyond = Self.imports(in: try Project.text(file)).subtracting(allowed)
        #expect(beyond.isEmpty, "\(file) imports \(beyond.sorted())")
      }
    }
  }

  @Test func `no row lists a module that nothing imports`() throws {
    for (module, row) in table.rows {
      let files = try Project.swiftFiles(in: "Sources/" + module)
      let used = try files.reduce(into: Set<String>()) { used, file in
        used.formUnion(Self.imports(in: try Project.text(file)))
      }
      #expect(row.subtracting(used).isEmpty, "\(module)")
    }
  }

  @Test func `one file knows libxml2, one module the disk`() throws {
    for file in try Project.swiftFiles(in: "Sources") {
      let text = try Project.text(file)
      let imports = Self.imports(in: text)
      if imports.contains("CLibxml2") {
        #expect(file == "Sources/Cleaning/HTMLTree.swift")
      }
      // Without Glibc, `open(` can only be a function of the module's own.
      guard imports.contains("Glibc"), !file.hasPrefix("Sources/Storage/") else { continue }
      let calls = Self.calls(in: text).intersection(Self.fileCalls)
      #expect(calls.isEmpty, "\(file) calls \(calls.sorted())")
    }
  }

  @Test(arguments: [
    ("import Model", "Model"), ("package import Model", "Model"),
    ("@testable import Batch", "Batch"), ("internal import struct Crypto.SHA256", "Crypto"),
    ("  @preconcurrency import Glibc // for iconv", "Glibc"),
  ])
  func `an import is seen in each of its forms`(_ line: String, _ module: String) {
    #expect(Self.imports(in: line) == [module])
  }

  @Test func `a call is told from a method and a declaration`() {
    #expect(Self.calls(in: "let a = open(path, 0)") == ["open"])
    #expect(Self.calls(in: "Glibc.open(path, 0)") == ["open"])
    #expect(Self.calls(in: "writer.open(tables)") == [])
    #expect(Self.calls(in: "func open(_ path: String)") == [])
    #expect(Self.calls(in: "/// Then open(2) it") == [])
  }

  /// The modules that a source imports.
  static func imports(in text: String) -> Set<String> {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "typealias"]
    let before: Set<Substring> = ["package", "internal", "public", "private", "fileprivate"]
    var modules: Set<String> = []
    for line in text.split(separator: "\n") where line.contains("import ") {
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || before.contains($0) }
      guard words.first == "import" else { continue }
      let named = words.dropFirst().drop { kinds.contains($0) }
      if let module = named.first?.split(separator: ".").first { modules.insert(String(module)) }
    }
    return modules
  }

  /// The free functions that a source calls, by name; `Glibc.` before them is one of their forms.
  static func calls(in text: String) -> Set<String> {
    var names: Set<String> = []
    for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      for part in line.split(separator: "(", omittingEmptySubsequences: false).dropLast() {
        let name = part.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let before = part.dropLast(name.count)
        let isFree = !before.hasSuffix(".") || before.hasSuffix("Glibc.")
        if !name.isEmpty, isFree, !before.hasSuffix("func ") {
          names.insert(String(name.reversed()))
        }
      }
    }
    return names
  }
}
