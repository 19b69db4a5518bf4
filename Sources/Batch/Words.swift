import Glibc
import Synchronization

/// Standard error: lines of words, and on a terminal a bar below them.
package final class Words: Sendable {
  package static let standardError = Words(descriptor: STDERR_FILENO)

  private let descriptor: Int32
  /// True while a bar stands in the last line.
  private let hasBar = Mutex(false)

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// True where a person reads the words as they come.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Says one line, above the bar where there is one. Words that nobody can read are not worth
  /// failing for.
  package func say(_ line: String) {
    hasBar.withLock { hasBar in
      tell((hasBar ? Self.wipe : "") + line + "\n")
      hasBar = false
    }
  }

  /// Draws a bar in place of the last one; nil takes it away.
  func draw(bar: String?) {
    hasBar.withLock { hasBar in
      guard bar != nil || hasBar else { return }
      tell(Self.wipe + (bar ?? ""))
      hasBar = bar != nil
    }
  }

  /// Back to the start of the line, and clear it.
  private static let wipe = "\r\u{1B}[K"

  private func tell(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
