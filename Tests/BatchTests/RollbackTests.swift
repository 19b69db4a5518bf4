import Export
import Storage
import Testing

@testable import Batch

/// The way back to an earlier export.
@Suite struct RollbackTests {
  private let folder: Folder
  private let binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
    try Documents.write(to: folder)
  }

  private func publish() throws -> String {
    let result = try binary.run("run", "--input", "in", "--output", "out", "--write", "csv")
    #expect(result.code == 0, "\(result.words)")
    return try #require(current)
  }

  /// Two exports that differ.
  private func publishTwice() throws -> (first: String, second: String) {
    let first = try publish()
    try folder.write("in/more.md", Documents.articles[1].text + "\n\n市长王子安也出席了会议。\n")
    return (first, try publish())
  }

  private var current: String? { Publication.currentRun(of: folder.path + "/out") }

  @Test func `the export before is the current one again, and nothing is removed`() throws {
    let (first, second) = try publishTwice()
    let back = try binary.run("rollback", "out")
    #expect(back.code == 0 && back.output.isEmpty)
    #expect(back.lastWords == "dibao: out/current is \(first) again; \(second) is kept beside it")
    #expect(current == first)
    #expect(folder.list("out/runs").sorted() == [first, second])
    #expect(try binary.run("verify", "out").code == 0)
  }

  @Test func `a run may be named, also to go forward again`() throws {
    let (first, second) = try publishTwice()
    #expect(try binary.run("rollback", "out", "-q").words.isEmpty)
    #expect(try binary.run("rollback", "out", "--to", second).code == 0)
    #expect(current == second)
    let same = try binary.run("rollback", "out", "--to", second)
    #expect(same.code == 0 && same.words.contains("is the current export already"))
    #expect(try binary.run("rollback", "out", "--to", first).code == 0)
    #expect(current == first)
  }

  @Test func `a run after it publishes what a run would have`() throws {
    let (_, second) = try publishTwice()
    let before = try folder.bytes("out/runs/\(second)/mentions.csv")
    #expect(try binary.run("rollback", "out").code == 0)
    let third = try publish()
    #expect(third > second)
    #expect(try folder.bytes("out/current/mentions.csv") == before)
    #expect(try binary.run("verify", "out").code == 0)
  }

  @Test func `where there is no way back, it is said what there is`() throws {
    let none = try binary.run("rollback", "out")
    #expect(none.code == 66 && none.words.contains("(rollback.no-output)"))
    #expect(!folder.exists("out"))

    let only = try publish()
    let first = try binary.run("rollback", "out")
    #expect(first.code == 66)
    #expect(
      first.words.contains(
        "out/runs: no run before the current one; there is \(only) (rollback.no-run)"))
    let unknown = try binary.run("rollback", "out", "--to", "../../etc")
    #expect(unknown.code == 66 && unknown.words.contains("no run \"../../etc\"; there is \(only)"))
    #expect(current == only)
  }

  @Test func `an export that was damaged is not gone back to`() throws {
    let (first, second) = try publishTwice()
    let name = "out/runs/\(first)/persons.csv"
    try folder.write(name, try folder.bytes(name).dropLast())
    let result = try binary.run("rollback", "out")
    #expect(result.code == 65 && result.words.contains("(verify.damaged)"))
    #expect(current == second)
  }

  @Test func `while a run works on the output nothing is changed`() throws {
    let (_, second) = try publishTwice()
    let lock = try RunLock(root: folder.path + "/out")
    #expect(try binary.run("rollback", "out").code == 75)
    #expect(current == second)
    try lock.release()
    #expect(try binary.run("rollback", "out").code == 0)
  }
}
