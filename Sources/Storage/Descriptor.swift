import Glibc

/// An open file: short reads, short writes and interruptions are its own affair.
///
/// Closed at the latest when the last reference to it goes.
final class Descriptor {
  let number: Int32
  /// For messages.
  let path: String
  private var isOpen = true

  init(adopting number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  /// Opens a file; `operation` is what a failure is called.
  static func open(
    _ path: String, _ flags: Int32, as operation: StorageFailure.Operation = .open
  ) throws(StorageFailure) -> Descriptor {
    try Disk.refuseNUL(path, operation)
    while true {
      let number = Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, 0o644)
      if number >= 0 { return Descriptor(adopting: number, path: path) }
      let reason = errno
      guard reason == EINTR else {
        throw StorageFailure(operation, path: path, errno: reason)
      }
    }
  }

  deinit {
    if isOpen { _ = Glibc.close(number) }
  }

  /// Reads up to `count` further bytes onto the end of `bytes`; the number read is 0 at the end
  /// of the file only.
  func read(_ count: Int, onto bytes: inout [UInt8]) throws(StorageFailure) -> Int {
    try fill(count, onto: &bytes) { Glibc.read(self.number, $0, $1) }
  }

  /// As `read`, from a given place and without moving the file's own.
  func read(
    _ count: Int, at offset: Int, onto bytes: inout [UInt8]
  ) throws(StorageFailure) -> Int {
    try fill(count, onto: &bytes) { pread(self.number, $0, $1, offset) }
  }

  /// Reads some of the file from a given place into a buffer, and says how many bytes; 0 at the end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(StorageFailure) -> Int {
    while true {
      let result = pread(number, buffer.baseAddress, buffer.count, offset)
      let reason = errno
      if result >= 0 { return result }
      guard reason == EINTR else { throw StorageFailure(.read, path: path, errno: reason) }
    }
  }

  private func fill(
    _ count: Int, onto bytes: inout [UInt8],
    _ call: (UnsafeMutableRawPointer?, Int) -> Int
  ) throws(StorageFailure) -> Int {
    while true {
      var reason: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        let result = call(buffer.baseAddress, count)
        if result < 0 { reason = errno }
        filled = max(0, result)
      }
      if reason == EINTR { continue }
      guard reason == 0 else { throw StorageFailure(.read, path: path, errno: reason) }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      return piece.count
    }
  }

  /// Writes all of the bytes, in as many calls as it takes.
  func write(_ bytes: [UInt8]) throws(StorageFailure) {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(StorageFailure) in try write(buffer) }
    }
    try result.get()
  }

  /// As above.
  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageFailure) {
    var written = 0
    while written < bytes.count {
      let result = Glibc.write(
        number, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      let reason = errno
      if result >= 0 {
        written += result
      } else if reason != EINTR {
        throw StorageFailure(.write, path: path, errno: reason)
      }
    }
  }

  /// Waits until the disk has what was written. A caller must not try again after a failure: the
  /// system has dropped the pages by then, and a second call would say that all is well.
  func sync() throws(StorageFailure) {
    guard fsync(number) != 0 else { return }
    throw StorageFailure(.sync, path: path, errno: errno)
  }

  func close() throws(StorageFailure) {
    isOpen = false
    let result = Glibc.close(number)
    let reason = errno
    // Linux has let go of the number when it says EINTR.
    guard result == 0 || reason == EINTR else {
      throw StorageFailure(.close, path: path, errno: reason)
    }
  }

  /// What the system knows of the open file.
  func status() throws(StorageFailure) -> FileStatus {
    var info = stat()
    guard fstat(number, &info) == 0 else {
      throw StorageFailure(.find, path: path, errno: errno)
    }
    return FileStatus(info)
  }
}
