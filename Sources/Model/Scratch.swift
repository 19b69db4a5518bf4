/// Bytes that are appended, read back from any place, and gone at the end of the run: on the disk,
/// or in memory.
///
/// Nothing throws: who gave the space knows of a disk that fails, and is asked between two steps.
/// What cannot be read back is zeros then.
package protocol Scratch: AnyObject {
  func append(_ bytes: UnsafeRawBufferPointer)

  /// Fills the whole buffer with what was appended from `place` on, in bytes.
  func read(_ buffer: UnsafeMutableRawBufferPointer, at place: Int)
}

/// Where what outgrows memory goes.
package protocol ScratchSpace: AnyObject, Sendable {
  /// So many bytes a list may hold in memory before it goes to a scratch; a sort four times as many.
  var limit: Int { get }

  func scratch() -> any Scratch
}

/// Memory, for corpora that fit: single documents, tests.
package final class MemorySpace: ScratchSpace {
  package let limit: Int

  /// A limit other than the standard makes lists move to a scratch as they would on a disk.
  package init(limit: Int = .max / 8) { self.limit = limit }

  package func scratch() -> any Scratch { MemoryScratch() }
}

private final class MemoryScratch: Scratch {
  private var bytes: [UInt8] = []

  func append(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }

  func read(_ buffer: UnsafeMutableRawBufferPointer, at place: Int) {
    precondition(place >= 0 && place + buffer.count <= bytes.count, "read past the end")
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: .init(rebasing: $0[place..<place + buffer.count]))
    }
  }
}
