import Testing

@testable import Storage

/// What runs keep for the next.
@Suite struct StateTests {
  private let folder: TemporaryFolder
  private let era = StateKey(of: ["this build"])

  init() throws { folder = try TemporaryFolder() }

  private var file: StateFile { StateFile(root: folder.path) }

  private func open(fresh: Bool = false) throws -> State {
    try State(in: folder.path, era: era, readers: 2, fresh: fresh)
  }

  private func key(_ number: Int) -> StateKey { StateKey(of: ["document \(number)"]) }

  private func value(_ number: Int) -> [UInt8] {
    (0..<(200 + number * 37 % 9_000)).map { UInt8(truncatingIfNeeded: $0 &* number) }
  }

  private func fill(_ count: Int, run: String? = "run-1") throws {
    let state = try open()
    for number in 0..<count { try state.keep(value(number), for: key(number)) }
    if let run { try state.settle(PublishedRun(id: run)) }
    #expect(try state.close() == nil)
  }

  /// Overwrites bytes of the closed file.
  private func patch(_ change: (inout [UInt8]) -> Void) throws {
    var bytes = try Disk.readWhole(file.path)
    change(&bytes)
    try folder.write("\(StateFile.folder)/\(StateFile.name)", bytes)
  }

  // MARK: Keeping

  @Test func `what a run has kept the next one finds, byte for byte`() throws {
    try fill(600)
    #expect(try Disk.list(folder.path + "/.dibao") == ["state.sqlite"])
    let state = try open()
    #expect(state.damage == nil)
    #expect(state.published?.id == "run-1")
    for number in 0..<600 {
      #expect(state.reader.value(for: key(number))?.value == value(number))
    }
    #expect(state.reader.value(for: key(600)) == nil)
    #expect(try state.size().rows == 600)
    _ = try state.close()
  }

  @Test func `what a published run had no use for goes, and nothing before`() throws {
    try fill(100)
    let second = try open()
    for number in stride(from: 0, to: 100, by: 3) {
      second.use(try #require(second.reader.value(for: key(number))).row)
    }
    try second.keep([7], for: key(1_000))
    #expect(try second.size().rows == 100)
    #expect(try second.settle(PublishedRun(id: "run-2")) == 66)
    #expect(try second.size().rows == 35)
    #expect(second.reader.value(for: key(1)) == nil)
    #expect(second.reader.value(for: key(3))?.value == value(3))
    #expect(second.reader.value(for: key(1_000))?.value == [7])
    _ = try second.close()
    #expect(try open().published?.id == "run-2")
  }

  @Test func `a run that fails leaves what it has read, and takes nothing away`() throws {
    try fill(10)
    let failed = try open()
    try failed.keep([1], for: key(50))
    _ = try failed.close()
    let next = try open()
    #expect(next.published?.id == "run-1")
    #expect(next.reader.value(for: key(50))?.value == [1])
    #expect(try next.size().rows == 11)
    _ = try next.close()
  }

  @Test func `of a run that is killed all shards are there but the last`() throws {
    let killed = try open()
    for number in 0..<(2 * State.shardCount + 5) { try killed.keep([9], for: key(number)) }
    // Another connection sees what is written, as the next run would.
    #expect(try killed.size().rows == 2 * State.shardCount)
    _ = try killed.close()
  }

  @Test func `fresh begins anew`() throws {
    try fill(10)
    let state = try open(fresh: true)
    #expect(try state.size().rows == 0)
    #expect(state.published == nil)
    _ = try state.close()
  }

  @Test func `trimming takes other builds, and what unfinished runs have left`() throws {
    try fill(10)
    let other = try State(
      in: folder.path, era: StateKey(of: ["another build"]), readers: 1)
    try other.keep([1], for: key(20))
    _ = try other.close()
    let unfinished = try open()
    try unfinished.keep([2], for: key(30))
    _ = try unfinished.close()

    let state = try open()
    try state.trim(current: "a run that this state is not of")
    #expect(try state.size().rows == 11)
    try state.trim(current: "run-1")
    #expect(try state.size().rows == 10)
    #expect(state.reader.value(for: key(3))?.value == value(3))
    _ = try state.close()
  }

  // MARK: Versions

  /// Where SQLite has the two numbers in the head of a file, highest byte first.
  private static let (formPlace, idPlace) = (60..<64, 68..<72)

  @Test func `the file says whose it is, and of which form`() throws {
    try fill(1)
    let head = try Disk.readWhole(file.path)
    #expect(head[Self.idPlace].elementsEqual("Diba".utf8))
    #expect(head[Self.formPlace].elementsEqual([0, 0, 0, UInt8(StateFile.form)]))
  }

  @Test func `a newer form is refused, and left as it is`() throws {
    try fill(5)
    try patch { $0.replaceSubrange(Self.formPlace, with: [0, 0, 0, 99]) }
    let before = try Disk.readWhole(file.path)
    let failure = #expect(throws: StorageFailure.self) { try open() }
    #expect(failure?.kind == .newer)
    #expect(failure?.detail?.contains("form 99") == true)
    #expect(try Disk.readWhole(file.path) == before)
    _ = try open(fresh: true).close()
  }

  @Test func `an older form is brought to this one`() throws {
    try fill(5)
    try patch { $0.replaceSubrange(Self.formPlace, with: [0, 0, 0, 0]) }
    let state = try open()
    #expect(state.damage == nil)
    #expect(try state.size().rows == 0)
    try state.keep([1], for: key(1))
    try state.settle(PublishedRun(id: "run-2"))
    #expect(state.reader.value(for: key(1))?.value == [1])
    _ = try state.close()
    #expect(try Disk.readWhole(file.path)[Self.formPlace].last == UInt8(StateFile.form))
  }

  // MARK: Damage

  static let wrecks: [(name: String, wreck: @Sendable (inout [UInt8]) -> Void)] = [
    ("no database", { $0 = Array("this was a database once".utf8) }),
    ("no head", { $0.replaceSubrange(0..<16, with: [UInt8](repeating: 0, count: 16)) }),
    ("cut", { $0 = Array($0.prefix(5_000)) }),
    ("another program's", { $0.replaceSubrange(idPlace, with: [1, 2, 3, 4]) }),
  ]

  @Test(arguments: wrecks)
  func `what is damaged is set aside, and the run goes on`(
    _ wreck: (name: String, wreck: @Sendable (inout [UInt8]) -> Void)
  ) throws {
    try fill(50)
    try patch(wreck.wreck)
    let state = try open()
    #expect(state.damage != nil, "\(wreck.name)")
    try state.keep([1], for: key(1))
    try state.settle(PublishedRun(id: "run-2"))
    #expect(state.reader.value(for: key(1))?.value == [1])
    #expect(try state.close() == nil)
    #expect(try Disk.list(folder.path + "/.dibao") == ["state.sqlite", "state.sqlite.damaged"])
  }

  @Test func `an empty file is a new state`() throws {
    try folder.write("\(StateFile.folder)/\(StateFile.name)", [])
    let state = try open()
    #expect(state.damage == nil)
    #expect(try state.size().rows == 0)
    _ = try state.close()
  }

  /// Bytes changed anywhere: what is found is what was written, or nothing is.
  @Test func `a failing disk gives no wrong value`() throws {
    try fill(60)
    let whole = try Disk.readWhole(file.path)
    var chance = SeededNumbers(7)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<4 {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
      }
      try folder.write("\(StateFile.folder)/\(StateFile.name)", bytes)
      do {
        let state = try open()
        for number in 0..<60 {
          if let kept = state.reader.value(for: key(number)) {
            #expect(kept.value == value(number))
            state.use(kept.row)
          } else {
            try state.keep(value(number), for: key(number))
          }
        }
        try state.settle(PublishedRun(id: "run-2"))
        _ = try state.close()
      } catch let error as StorageFailure {
        #expect(error.kind == .newer, "\(error)")
      }
    }
  }

  // MARK: What it is made of

  @Test func `the gaps of a set are what is not in it`() {
    var chance = SeededNumbers(3)
    for round in 0..<200 {
      let last = Int.random(in: 0..<600, using: &chance)
      var (set, rows) = (RowSet(), Set<Int>())
      let share = round % 5
      for row in 1...700 where Int.random(in: 0..<4, using: &chance) < share {
        set.insert(row)
        rows.insert(row)
      }
      let gaps = set.gaps(upTo: last)
      #expect(
        gaps.flatMap(Array.init) == (last < 1 ? [] : (1...last).filter { !rows.contains($0) }))
      #expect(zip(gaps, gaps.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound })
      #expect(set.count == rows.count)
    }
  }

  @Test func `no part of a key runs into the next`() {
    let parts: [[String?]] = [
      [], [nil], [""], [nil, "a"], ["a", nil], ["a"], ["ab", "c"], ["a", "bc"], ["abc"],
      ["a", "b", "c"], ["\u{1}"], ["", ""],
    ]
    #expect(Set(parts.map { StateKey(of: $0) }).count == parts.count)
  }

  @Test func `the program is known by what is loaded`() throws {
    let digest = try #require(ProgramIdentity.digest())
    #expect(digest == ProgramIdentity.digest())
  }

  @Test func `a build id is read out of notes, also of damaged ones`() {
    let other: [UInt8] = [4, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 71, 78, 85, 0, 9, 9, 0, 0]
    let id: [UInt8] = [4, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 71, 78, 85, 0, 0xAB, 0xCD, 0xEF, 0]
    #expect(BuildID.id(in: other + id) == "abcdef")
    #expect(BuildID.id(in: other) == nil)
    for length in 0..<id.count - 1 { #expect(BuildID.id(in: Array(id.prefix(length))) == nil) }
    #expect(BuildID.id(in: [UInt8](repeating: 0xFF, count: 40)) == nil)
  }

  @Test func `what killed runs have left is swept, exports stay`() throws {
    let lock = try RunLock(root: folder.path)
    try folder.write("runs/20260101T000000Z-0001-aaaa.tmp/a.csv", Array("12345".utf8))
    try folder.write("runs/20260101T000000Z-0002-aaaa/a.csv", [1])
    try folder.write(".dibao/state.sqlite.damaged", [1, 2])
    #expect(
      try Leftovers.sweep(lock) == [
        .init(name: "runs/20260101T000000Z-0001-aaaa.tmp", bytes: 5),
        .init(name: ".dibao/state.sqlite.damaged", bytes: 2),
      ])
    #expect(try Leftovers.sweep(lock) == [])
    #expect(Disk.isFile(folder("runs/20260101T000000Z-0002-aaaa/a.csv")))
    try lock.release()
  }
}
