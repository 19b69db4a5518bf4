import Glibc
import Synchronization

/// Whether somebody has asked the program to stop, with Ctrl-C or SIGTERM.
///
/// The first signal is noted, and the work looks for it between documents: nothing half-made is
/// left. The second ends the program at once.
package struct StopSignal: Sendable {
  private let asked: @Sendable () -> Int32

  /// The signals that this process receives, from here on. SIGPIPE and SIGXFSZ are ignored from
  /// here on: a reader that goes away, and a limit on the size of files, are seen by the write
  /// that fails.
  package static func install() -> StopSignal {
    _ = noted.load(ordering: .relaxed)  // made now, not inside of the handler
    for number in [SIGINT, SIGTERM] { signal(number, handler) }
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    return StopSignal { noted.load(ordering: .relaxed) }
  }

  /// Lets this thread receive all signals, also those that whoever started the program had blocked.
  static func unblock() {
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
  }

  /// Nobody asks.
  package static let never = StopSignal { 0 }

  /// For tests: asks as soon as the condition holds.
  static func when(_ isAsked: @escaping @Sendable () -> Bool) -> StopSignal {
    StopSignal { isAsked() ? SIGINT : 0 }
  }

  package var isSet: Bool { asked() != 0 }

  package func check() throws(Failure) {
    switch asked() {
    case 0: return
    case SIGTERM: throw .stopped(.terminate)
    default: throw .stopped(.interrupt)
    }
  }
}

private let noted = Atomic<Int32>(0)

/// Does only what a signal handler may: an atomic exchange, and `_exit`.
private let handler: @convention(c) (Int32) -> Void = { number in
  if noted.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
}
