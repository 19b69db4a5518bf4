/// Numbers of one name in the text form of Prometheus (0.0.4); all of them are gauges.
struct MetricFamily: Hashable, Sendable {
  /// One number, told from the others of its family by its labels.
  struct Sample: Hashable, Sendable {
    var labels: [Label] = []
    /// As it is written.
    var value: String
  }

  struct Label: Hashable, Sendable {
    var name: String
    var value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    var text: String { "\(name)=\"\(Self.escaped(value))\"" }

    /// A backslash, a quotation mark and the end of a line would end the value, or more.
    private static func escaped(_ value: String) -> String {
      value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n")
    }
  }

  var name: String
  /// One sentence without line ends and backslashes: the same in every file, or the node exporter
  /// finds two descriptions of one name.
  var help: String
  var samples: [Sample]

  /// Empty where there is no number: a description of nothing helps nobody.
  func text(_ common: Label) -> String {
    guard !samples.isEmpty else { return "" }
    let lines = samples.map { "\(Self.series(name, $0.labels, common)) \($0.value)\n" }
    return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + lines.joined()
  }

  /// What stands before the number.
  static func series(_ name: String, _ labels: [Label], _ common: Label) -> String {
    "\(name){\(([common] + labels).map(\.text).joined(separator: ","))}"
  }
}

/// The numbers of an earlier file, by what stands before them.
struct EarlierMetrics: Sendable {
  private var values: [String: String] = [:]

  /// Takes what it can read: a file that is damaged only tells less.
  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard !line.hasPrefix("#"), let space = line.lastIndex(of: " ") else { continue }
      let value = line[line.index(after: space)...]
      guard let number = Double(value), number.isFinite else { continue }
      values[String(line[..<space])] = String(value)
    }
  }

  subscript(series: String) -> String? { values[series] }
}
