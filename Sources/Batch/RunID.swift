import Storage

/// The name of a run: `20261121T021500Z-0007-ab12`, its moment, its number in the output root and
/// some chance.
enum RunID {
  static func next(in root: String) throws(StorageFailure) -> String {
    let chance = String(UInt16.random(in: .min ... .max), radix: 16)
    return after(try Publication.runs(of: root).last, now: Moment.now, chance: chance)
  }

  /// Sorts after the last run, also where the clock was set back in between.
  static func after(_ last: String?, now: Moment, chance: String) -> String {
    let parts = last?.split(separator: "-").map(String.init) ?? []
    let stamp = max(now.stamp, parts.first ?? "")
    let number = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + 1
    return "\(stamp)-\(padded("\(number)"))-\(padded(chance))"
  }

  private static func padded(_ text: String) -> String {
    String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}
