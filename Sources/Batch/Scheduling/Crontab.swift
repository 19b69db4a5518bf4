/// The line of a crontab that starts a schedule.
package struct Crontab {
  let schedule: Schedule

  package init(_ schedule: Schedule) { self.schedule = schedule }

  package var text: String {
    """
    # Dibao: every day at \(schedule.time.text), \(schedule.config)
    # publishes in \(schedule.output). To be put in with `crontab -e`.
    # A run is silent unless it fails; then cron mails what it said. To whom:
    # MAILTO=you@example.org
    \(line)

    """
  }

  /// The one line that counts.
  var line: String {
    let variables = schedule.variables.map { "\($0.name)=\(Self.quoted($0.value)) " }.joined()
    let command = [schedule.binary, "run", "-q", "-c", schedule.config].map(Self.quoted)
    return "\(schedule.time.minute) \(schedule.time.hour) * * *  "
      + variables + command.joined(separator: " ")
  }

  /// A word as both cron and the shell read it.
  ///
  /// To cron a `%` ends the command unless a backslash stands before it; some crons take away one of
  /// two backslashes as well. So no backslash may stand before a `%` or another of the path's own:
  /// the quotation ends and begins anew after each.
  static func quoted(_ word: String) -> String {
    if !word.isEmpty, word.utf8.allSatisfy(isPlain) { return word }
    let inner = word.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\''"
      case "'": "'\\''"
      case "%": "\\%"
      default: String(scalar)
      }
    }
    return "'" + inner.joined() + "'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
