import Model
import Testing

@testable import Storage

@Suite struct DiskSpaceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ scratch: any Scratch, _ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      scratch.read(UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
      count = range.count
    }
  }

  @Test func `what is appended comes back from any place, and no file is to be seen`() throws {
    let space = DiskSpace(folder.path, limit: 1)
    let (one, other) = (space.scratch(), space.scratch())
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for start in stride(from: 0, to: bytes.count, by: 9_999) {
      bytes[start..<min(bytes.count, start + 9_999)].withUnsafeBytes { one.append($0) }
    }
    [7, 8, 9].withUnsafeBytes { other.append($0) }
    #expect(read(one, 0..<bytes.count) == bytes)
    #expect(read(one, 54_321..<54_400) == Array(bytes[54_321..<54_400]))
    #expect(try Disk.list(folder.path) == [])
    try space.check()
  }

  @Test func `what cannot be had is zeros, and is told`() throws {
    let space = DiskSpace(folder.path, limit: 1)
    let scratch = space.scratch()
    [1, 2, 3].map(UInt8.init).withUnsafeBytes { scratch.append($0) }
    #expect(read(scratch, 1..<5) == [2, 3, 0, 0])
    #expect(throws: StorageFailure.self) { try space.check() }
  }

  @Test func `a folder that is not there is told at the next check`() throws {
    let space = DiskSpace(folder.path + "/nowhere", limit: 1)
    let scratch = space.scratch()
    [1, 2, 3].map(UInt8.init).withUnsafeBytes { scratch.append($0) }
    #expect(read(scratch, 0..<3) == [0, 0, 0])
    let failure = #expect(throws: StorageFailure.self) { try space.check() }
    #expect(failure?.path.contains("nowhere") == true)
  }
}
