import Glibc
package import Model
import Synchronization

/// Room on the disk of the output for what outgrows memory: files without names, gone with the
/// process however it ends.
package final class DiskSpace: ScratchSpace {
  package let limit: Int
  private let path: String
  private let state = Mutex(State())

  private struct State {
    var files = 0
    var failure: StorageFailure?
  }

  /// Files are made in the folder `path`, each for a moment.
  init(_ path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  package func scratch() -> any Scratch {
    let number = state.withLock { state in
      state.files += 1
      return state.files
    }
    return ScratchFile("\(path)/.scratch-\(number)", in: self)
  }

  /// Throws the first failure of any of the files.
  package func check() throws(StorageFailure) {
    if let failure = state.withLock(\.failure) { throw failure }
  }

  fileprivate func note(_ failure: StorageFailure) {
    state.withLock { state in state.failure = state.failure ?? failure }
  }
}

private final class ScratchFile: Scratch {
  private let descriptor: Descriptor?
  private let space: DiskSpace
  private var size = 0

  init(_ path: String, in space: DiskSpace) {
    self.space = space
    descriptor = Self.file(path, space)
  }

  /// A new file without a name; nil where the disk gives none.
  private static func file(_ path: String, _ space: DiskSpace) -> Descriptor? {
    do throws(StorageFailure) {
      let file = try Descriptor.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, as: .makeFile)
      try Disk.remove(path)
      return file
    } catch {
      space.note(error)
      return nil
    }
  }

  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let descriptor else { return }
    do throws(StorageFailure) {
      try descriptor.write(bytes)
      size += bytes.count
    } catch {
      space.note(error)
    }
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer, at place: Int) {
    var done = 0
    while let descriptor, done < buffer.count, place + done < size {
      do throws(StorageFailure) {
        let given = try descriptor.read(
          into: .init(rebasing: buffer[done...]), at: place + done)
        guard given > 0 else { break }
        done += given
      } catch {
        space.note(error)
        break
      }
    }
    guard done < buffer.count else { return }
    UnsafeMutableRawBufferPointer(rebasing: buffer[done...]).initializeMemory(
      as: UInt8.self, repeating: 0)
    space.note(
      StorageFailure(
        .damaged, .read, path: descriptor?.path ?? "",
        detail: "fewer bytes came back than were written; the disk may be failing"))
  }
}
