import Glibc
import Testing

@testable import Storage

@Suite struct PublicationTests {
  let folder: TemporaryFolder
  var root: String { folder("out") }

  init() throws { folder = try TemporaryFolder() }

  /// A run that is ready to be published.
  private func run(_ id: String, _ text: String, keep: Int = 3) throws -> Publication {
    let publication = try Publication(root: root, runID: id, keep: keep)
    let file = try publication.folder.file("manifest.json")
    try file.write(text)
    _ = try file.close()
    return publication
  }

  private func publish(_ id: String, _ text: String, keep: Int = 3) throws {
    try run(id, text, keep: keep).publish()
  }

  private func manifest() throws -> String? {
    try Publication.currentFile("manifest.json", in: root)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func names() throws -> [String] { try Disk.list(root) + Disk.list(root + "/runs") }

  @Test func `a run is visible when it is published, and not before`() throws {
    let first = try run("20260101T000000Z-1", "one")
    #expect(try manifest() == nil)
    #expect(Publication.current(in: root) == nil)
    try first.publish()
    #expect(try manifest() == "one")
    #expect(Disk.target(ofLink: root + "/current") == "runs/20260101T000000Z-1")
    #expect(try names() == [".dibao.lock", "current", "runs", "20260101T000000Z-1"])
  }

  @Test func `the next run takes the place of the last`() throws {
    try publish("r1", "one")
    try publish("r2", "two")
    #expect(try manifest() == "two")
    #expect(try Publication.runs(of: root) == ["r1", "r2"])
  }

  @Test func `a run that is discarded leaves the last one whole`() throws {
    try publish("r1", "one")
    let second = try run("r2", "two")
    try second.discard()
    #expect(try manifest() == "one")
    #expect(try names() == [".dibao.lock", "current", "runs", "r1"])
    #expect(throws: StorageFailure.self) { try second.publish() }
  }

  @Test func `discarding a published run does nothing`() throws {
    let first = try run("r1", "one")
    try first.publish()
    try first.discard()
    #expect(try manifest() == "one")
  }

  @Test(arguments: 0..<4)
  func `a run that is killed after any step leaves the old export or the new one`(
    steps: Int
  ) throws {
    try publish("r1", "one")
    do {
      let second = try run("r2", "two")
      if steps > 0 { try second.seal() }
      if steps > 1 { try second.settle() }
      if steps > 2 { try second.swing() }
    }
    #expect(try manifest() == (steps > 2 ? "two" : "one"))
    try publish("r3", "three")
    #expect(try manifest() == "three")
    #expect(try names().allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test func `a failure after the folder has its name can still be discarded`() throws {
    try publish("r1", "one")
    let second = try run("r2", "two")
    try second.seal()
    try second.settle()
    try second.discard()
    #expect(try names() == [".dibao.lock", "current", "runs", "r1"])
  }

  @Test func `what killed runs have left is swept`() throws {
    try publish("r1", "one")
    try folder.write("out/runs/r0.tmp/data/half.csv", "half")
    try folder.link("out/current.tmp", to: "runs/r0")
    let second = try run("r2", "two")
    #expect(try names() == [".dibao.lock", "current", "runs", "r1", "r2.tmp"])
    try second.discard()
  }

  @Test func `runs past the number to keep go, oldest first`() throws {
    for number in 1...5 { try publish("r\(number)", "\(number)", keep: 3) }
    #expect(try Publication.runs(of: root) == ["r3", "r4", "r5"])
    try publish("r6", "6", keep: 1)
    #expect(try Publication.runs(of: root) == ["r6"])
  }

  @Test func `a clock that was set back does not cost the newest runs`() throws {
    for id in ["r5", "r6", "r7", "r1"] { try publish(id, id, keep: 2) }
    #expect(try manifest() == "r1")
    #expect(try Publication.runs(of: root) == ["r1", "r7"])
  }

  @Test func `other files in the output root are left alone`() throws {
    try folder.write("out/notes.txt", "mine")
    try folder.write("out/data/a.csv", "mine")
    try publish("r1", "one")
    #expect(
      try Disk.list(root) == [".dibao.lock", "current", "data", "notes.txt", "runs"])
  }

  @Test(arguments: ["file", "folder", "link"])
  func `a current that is not ours is refused and left alone`(kind: String) throws {
    switch kind {
    case "file": try folder.write("out/current", "mine")
    case "folder": try folder.write("out/current/a", "mine")
    default: try folder.link("out/current", to: "elsewhere")
    }
    let failure = try #require(throws: StorageFailure.self) {
      try Publication(root: root, runID: "r1")
    }
    #expect(failure.kind == .exists)
    #expect(failure.path == root + "/current")
    #expect(failure.detail?.contains("choose another output folder") == true)
    #expect(Disk.exists(root + "/current"))
  }

  @Test func `a folder of runs that is not ours is refused, also at the second try`() throws {
    try folder.write("out/runs/experiment.tmp/weights", "mine")
    for _ in 0..<2 {
      let failure = try #require(throws: StorageFailure.self) {
        try Publication(root: root, runID: "r1")
      }
      #expect(failure.kind == .exists)
      #expect(failure.path == root + "/runs")
    }
    #expect(Disk.isFile(root + "/runs/experiment.tmp/weights"))
  }

  @Test func `a run id is used once`() throws {
    try publish("r1", "one")
    let failure = try #require(throws: StorageFailure.self) { try run("r1", "again") }
    #expect(failure.kind == .exists)
    #expect(try manifest() == "one")
  }

  @Test(arguments: ["", "a/b", "..", "r.tmp", "-r", "跑"])
  func `a run id that is no plain name is refused`(id: String) {
    #expect(throws: StorageFailure.self) { try Publication(root: root, runID: id) }
  }

  @Test func `a file that was never closed is not published`() throws {
    try publish("r1", "one")
    let second = try run("r2", "two")
    _ = try second.folder.file("open.csv")
    #expect(throws: StorageFailure.self) { try second.publish() }
    #expect(try manifest() == "one")
  }

  @Test func `an output root below a file cannot be made`() throws {
    try folder.write("out", "a file")
    let failure = try #require(throws: StorageFailure.self) {
      try Publication(root: root + "/x", runID: "r1")
    }
    #expect(failure.kind == .exists)
  }
}

@Suite struct RunLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a second run is turned away with the holder's number, and gets in after`() throws {
    let first = try RunLock(root: folder("out"))
    let failure = try #require(throws: StorageFailure.self) { try RunLock(root: folder("out")) }
    #expect(failure.kind == .busy)
    #expect(failure.detail?.contains("\(getpid())") == true)
    try first.release()
    _ = try RunLock(root: folder("out"))
  }

  @Test func `a run that is turned away sweeps nothing`() throws {
    let first = try Publication(root: folder("out"), runID: "r1")
    #expect(throws: StorageFailure.self) { try Publication(root: folder("out"), runID: "r2") }
    #expect(Disk.isFolder(folder("out/runs/r1.tmp")))
    try first.publish()
  }

  @Test func `a lock file that a killed run has left locks nothing`() throws {
    try folder.write("out/.dibao.lock", "99999999\n")
    let lock = try RunLock(root: folder("out"))
    #expect(try Disk.readWhole(folder("out/.dibao.lock")) == Array("\(getpid())\n".utf8))
    try lock.release()
  }
}
