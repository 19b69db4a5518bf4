import Dispatch
import Storage
import Synchronization

/// Standard output of a worker, written behind its back: an engine whose one thread first writes
/// all lines and then reads the answers finds the worker still reading.
///
/// What such an engine leaves unread waits in memory. One that reads as it writes is never ahead
/// by more than the pipes hold, for the worker takes up a line only when the last is answered.
final class WorkerOutput: Sendable {
  /// Belongs to the queue.
  private final class Sink: @unchecked Sendable {
    let stream = StandardOutput()
    var counted = CountedContent()
  }

  private let queue = DispatchQueue(label: "dibao.output")
  private let sink = Sink()
  private let failure = Mutex<StorageFailure?>(nil)

  /// Takes the bytes; throws where earlier ones could not be written.
  func write(_ bytes: [UInt8]) throws(StorageFailure) {
    try check()
    queue.async { [self] in
      guard failure.withLock({ $0 == nil }) else { return }
      sink.counted.add(bytes)
      attempt { () throws(StorageFailure) in
        guard try sink.stream.write(bytes) else { return false }
        return try sink.stream.flush()
      }
    }
  }

  /// Waits until everything is written and taken; gives what it was.
  func close() throws(StorageFailure) -> Content {
    let content = queue.sync { [self] in
      attempt { () throws(StorageFailure) in try sink.stream.close() }
      return sink.counted.content
    }
    try check()
    return content
  }

  /// A reader that goes away is a failure here: it has not got what it asked for.
  private func attempt(_ work: () throws(StorageFailure) -> Bool) {
    do throws(StorageFailure) {
      guard try work() else {
        throw StorageFailure(
          .io, .write, path: "standard output", detail: "its reader has gone away")
      }
    } catch {
      failure.withLock { $0 = $0 ?? error }
    }
  }

  private func check() throws(StorageFailure) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
