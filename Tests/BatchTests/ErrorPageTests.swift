import Export
import Model
import Storage
import Testing

@testable import Batch

/// Every code that the program can print has a page.
@Suite struct ErrorPageTests {
  private static let codes = Set(ErrorPage.all.map(\.code))

  @Test func `pages are sorted, and each says what it means and what to do`() {
    #expect(ErrorPage.all.map(\.code) == Self.codes.sorted())
    for page in ErrorPage.all {
      #expect(page.meaning.hasSuffix("."), "\(page.code): \(page.meaning)")
      #expect(page.remedy.hasSuffix("."), "\(page.code): \(page.remedy)")
      #expect(page.code.split(separator: ".").count == 2)
    }
  }

  @Test func `rejects, findings and failures of the disk have theirs`() {
    for (code, _) in Reject.Code.all { #expect(Self.codes.contains(code.rawValue)) }
    for code in Finding.Code.allCases { #expect(Self.codes.contains(code.rawValue)) }
    for kind in StorageFailure.Kind.allCases {
      let line = ErrorWording.lines(for: .output(StorageFailure(kind, .open, path: "a")))[0]
      let code = line.split(separator: " ").last.map { String($0.dropLast()) } ?? ""
      #expect(Self.codes.contains(code), "\(line)")
    }
  }

  /// Of the sources: what ends a message, and what tells the faults of a pipeline file apart.
  @Test func `no code of a message is without a page, and no page without a message`() throws {
    var printed: Set<String> = []
    let files = [
      "Batch/ErrorWording", "Batch/ConfigFault", "Batch/KeptReadings", "Batch/LookupFiles",
      "Batch/Site", "Export/JSON/JSONProblem",
    ]
    for file in files {
      let text = try Folder.bytes(of: "\(ShippedFileTests.top)/Sources/\(file).swift")
      printed.formUnion(Self.codes(in: text))
    }
    #expect(printed.count > 60)
    #expect(printed.subtracting(Self.codes).isEmpty, "\(printed.subtracting(Self.codes).sorted())")
    let known =
      printed.union(Reject.Code.all.map(\.code.rawValue))
      .union(Finding.Code.allCases.map(\.rawValue))
    let others = Self.codes.subtracting(known).filter {
      !$0.hasPrefix("storage.") && !$0.hasPrefix("limit.")
    }
    #expect(others.isEmpty, "\(others.sorted())")
  }

  /// `"config.missing-key"` and `… (config.missing)"`, but not the names of files.
  private static func codes(in text: [UInt8]) -> [String] {
    String(decoding: text, as: UTF8.self).split(separator: "\"").map(code).filter { code in
      let parts = code.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 2 && !fileNames.contains(String(parts[1]))
        && parts.allSatisfy { $0.utf8.count > 2 && $0.utf8.allSatisfy(isLetter) }
    }
  }

  /// What may be a code in a literal: all of it, or what stands in brackets at its end.
  private static func code(of words: Substring) -> String {
    guard words.hasSuffix(")") else { return String(words) }
    let pieces = words.split(separator: "(")
    // After a backslash stands the value of a name.
    guard pieces.dropLast().last?.hasSuffix("\\") != true else { return "" }
    return String(pieces.last?.dropLast() ?? "")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
  }

  private static let fileNames: Set<String> = ["json", "csv", "sqlite"]

  @Test func `the command prints the page, the list, and what is near`() throws {
    let binary = Binary(folder: try Folder().path)
    let page = try binary.run("errors", "assert.max-drop")
    #expect(page.code == 0)
    #expect(page.output.hasPrefix("assert.max-drop (exit 65)\nA table would have"))
    #expect(page.output.contains("\nWhat to do: "))
    let list = try binary.run("errors")
    #expect(list.output.split(separator: "\n").count == ErrorPage.all.count)
    let wrong = try binary.run("errors", "asert.max-drop")
    #expect(wrong.code == 64)
    #expect(
      wrong.words.contains(
        "\"asert.max-drop\" is no code of a message; did you mean assert.max-drop?"
          + " (errors.unknown-code)"))
    let reject = try binary.run("errors", "fetch.empty")
    #expect(reject.output.hasPrefix("fetch.empty (no end of a run)\nA document was rejected: "))
  }
}
