/// How far a run is, in one line.
struct Progress: Hashable, Sendable {
  var stage: String
  var done: Int
  var total: Int
  var rejects: Int
  /// Since the stage began.
  var seconds: Double

  /// Documents a second; nil before there is anything to measure.
  var rate: Double? { done > 0 && seconds >= 0.1 ? Double(done) / seconds : nil }

  /// `extract 640 of 12000, 412/s, ETA 0:28, 3 rejects`.
  var line: String {
    var parts = ["\(stage) \(done) of \(total)"]
    if let rate {
      parts.append(rate >= 10 ? "\(Int(rate))/s" : "\(Self.tenths(rate))/s")
      if done < total { parts.append("ETA \(Self.clock(Double(total - done) / rate))") }
    }
    if rejects > 0 { parts.append(ErrorWording.counted(rejects, "reject")) }
    return parts.joined(separator: ", ")
  }

  /// The line with a bar before it, cut to `width` columns.
  func bar(width: Int) -> String {
    let cells = 20
    let full = total > 0 ? min(cells, done * cells / total) : 0
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: cells - full)
    return String("[\(bar)] \(line)".prefix(max(0, width - 1)))
  }

  /// `0:28`, `12:05`, `3:00:00`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let parts = [whole / 3600, whole / 60 % 60, whole % 60]
    let shown = parts[0] > 0 ? parts : Array(parts.dropFirst())
    return shown.enumerated().map { index, part in
      index > 0 && part < 10 ? "0\(part)" : "\(part)"
    }.joined(separator: ":")
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// When and how progress is shown.
package struct ProgressDisplay: Hashable, Sendable {
  package enum Choice: String, Sendable, CaseIterable { case auto, never, always }

  enum Style: Hashable, Sendable {
    case none
    /// A bar that is drawn over and over in the last line of a terminal.
    case bar(width: Int)
    /// A line now and then.
    case lines
  }

  let style: Style

  /// A bar needs a person at a terminal that can wipe a line; where there is none, `always` gives
  /// plain lines. NO_COLOR, TERM=dumb and CI ask for a plain terminal.
  package init(_ choice: Choice, isTerminal: Bool, environment: Environment) {
    let isPlain =
      !isTerminal || !environment.has("TERM") || environment["TERM"] == "dumb"
      || environment.has("NO_COLOR") || environment.has("CI")
    style =
      switch (choice, isPlain) {
      case (.never, _), (.auto, true): .none
      case (.always, true): .lines
      case (.auto, false), (.always, false): .bar(width: Self.width(environment["COLUMNS"]))
      }
  }

  /// Seconds between two signs of life.
  var interval: Double {
    switch style {
    case .none: .infinity
    case .bar: 0.1
    case .lines: 30
    }
  }

  private static func width(_ columns: String?) -> Int {
    guard let columns, let width = Int(columns), width > 0 else { return 80 }
    return width
  }
}
