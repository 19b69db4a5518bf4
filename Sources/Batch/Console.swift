import Storage

/// The two streams of a command: data goes to standard output, words go to standard error.
package final class Console {
  package let words: Words
  private let output = StandardOutput()

  package init(words: Words = .standardError) { self.words = words }

  /// True where a person reads the data as they come.
  var isTerminal: Bool { output.isTerminal }

  /// Writes data; it may wait in a buffer until `flush`. A reader that has gone away is
  /// `Failure.closedOutput`.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    let isWanted = try writing { () throws(StorageFailure) in try output.write(bytes) }
    guard isWanted else { throw .closedOutput }
  }

  package func write(line: String) throws(Failure) { try write(Array(line.utf8) + [10]) }

  package func flush() throws(Failure) {
    let isWanted = try writing { () throws(StorageFailure) in try output.flush() }
    guard isWanted else { throw .closedOutput }
  }
}
