import Logging

/// Puts log messages on standard error, one a line: `dibao: warning: …`.
struct StandardErrorLog: LogHandler {
  let words: Words
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  init(_ words: Words, level: Logger.Level) {
    self.words = words
    logLevel = level
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    words.say("dibao: \(Self.prefix(event.level))\(event.message)")
  }

  private static func prefix(_ level: Logger.Level) -> String {
    switch level {
    case .trace, .debug, .info, .notice: ""
    case .warning: "warning: "
    case .error, .critical: "error: "
    }
  }
}
