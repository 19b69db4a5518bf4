/// A new file in an output folder: buffered, counted and hashed while it is written.
///
/// It counts as written when `close()` has returned, and not before.
package final class OutputFile: ByteSink {
  private enum State {
    case open
    case closed
    case failed(StorageFailure)
  }

  package let name: String
  private let descriptor: Descriptor
  private let onClose: (FileEntry) -> Void
  private var state = State.open
  private var buffer: [UInt8] = []
  private var counter = ContentCounter()

  /// An export has dozens of files open at once.
  private static let bufferSize = 256 << 10

  init(name: String, descriptor: Descriptor, onClose: @escaping (FileEntry) -> Void = { _ in }) {
    self.name = name
    self.descriptor = descriptor
    self.onClose = onClose
  }

  package func write(_ bytes: [UInt8]) throws(StorageFailure) {
    try ensureOpen()
    buffer += bytes
    if buffer.count >= Self.bufferSize { try attempt { () throws(StorageFailure) in try flush() } }
  }

  package func close() throws(StorageFailure) -> FileEntry {
    try close(plain: nil)
  }

  func close(plain: Content?) throws(StorageFailure) -> FileEntry {
    try ensureOpen()
    try attempt { () throws(StorageFailure) in
      try flush()
      try descriptor.sync()
      try descriptor.close()
    }
    state = .closed
    let content = counter.content
    let entry = FileEntry(
      name: name, bytes: content.bytes, sha256: content.sha256, plain: plain)
    onClose(entry)
    return entry
  }

  private func flush() throws(StorageFailure) {
    guard !buffer.isEmpty else { return }
    try descriptor.write(buffer)
    counter.add(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func ensureOpen() throws(StorageFailure) {
    switch state {
    case .open: return
    case .failed(let failure): throw failure
    case .closed:
      throw StorageFailure(
        .io, .write, path: descriptor.path, detail: "the file is closed already")
    }
  }

  private func attempt(_ work: () throws(StorageFailure) -> Void) throws(StorageFailure) {
    do {
      try work()
    } catch {
      state = .failed(error)
      throw error
    }
  }
}

extension ByteSink {
  package func write(_ text: String) throws(StorageFailure) {
    try write(Array(text.utf8))
  }
}
