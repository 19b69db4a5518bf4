import Glibc

/// Standard output, buffered, for data that other programs read.
///
/// A reader that goes away (`dibao … | head -1`) is no failure: `write` says so by `false`, and
/// the caller stops. No signal handler is needed or installed for it.
package final class StandardOutput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isGone = false

  private static let bufferSize = 64 << 10
  private static let name = "standard output"

  package convenience init() {
    self.init(descriptor: STDOUT_FILENO)
  }

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// False when the reader has gone: nothing more is wanted.
  @discardableResult
  package func write(_ bytes: [UInt8]) throws(StorageFailure) -> Bool {
    guard !isGone else { return false }
    buffer += bytes
    return buffer.count < Self.bufferSize ? true : try flush()
  }

  /// To be called at the end, and where a reader waits. False when the reader has gone.
  @discardableResult
  package func flush() throws(StorageFailure) -> Bool {
    var written = 0
    while written < buffer.count, !isGone {
      let (result, reason) = withoutPipeSignal { write(from: written) }
      switch (result, reason) {
      case (0..., _): written += result
      case (_, EINTR): continue
      case (_, EAGAIN): waitForReader()
      case (_, EPIPE): isGone = true
      default: throw StorageFailure(.write, path: Self.name, errno: reason)
      }
    }
    buffer.removeAll(keepingCapacity: true)
    return !isGone
  }

  /// Writes what waits and closes the stream: only now is it known that all of it was taken.
  package func close() throws(StorageFailure) -> Bool {
    let isWanted = try flush()
    guard Glibc.close(descriptor) == 0 || errno == EINTR else {
      throw StorageFailure(.close, path: Self.name, errno: errno)
    }
    return isWanted
  }

  private func write(from start: Int) -> (Int, Int32) {
    buffer.withUnsafeBytes { bytes in
      let result = Glibc.write(
        descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      return (result, result < 0 ? errno : 0)
    }
  }

  private func waitForReader() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }

  /// Holds SIGPIPE back from this thread for one call, and takes out the one that the call has
  /// raised, so that `EPIPE` is all that is seen of it.
  private func withoutPipeSignal(_ call: () -> (Int, Int32)) -> (Int, Int32) {
    var pipe = sigset_t()
    var before = sigset_t()
    var pending = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    sigpending(&pending)
    let wasPending = sigismember(&pending, SIGPIPE) == 1
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
    let result = call()
    if result.1 == EPIPE, !wasPending {
      var atOnce = timespec()
      while sigtimedwait(&pipe, nil, &atOnce) < 0, errno == EINTR { continue }
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return result
  }
}
