import Model

extension SettingType {
  /// What a value must be, as an error and the README say it.
  var words: String {
    switch self {
    case .string: "a text"
    case .integer(let range) where range.count == 1: "\(range.lowerBound)"
    case .integer(let range): "a whole number \(Self.words(range.lowerBound, range.upperBound))"
    case .number(let range):
      "a number \(Self.words(Self.plain(range.lowerBound), Self.plain(range.upperBound)))"
    case .boolean: "true or false"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .strings: "a list of texts"
    case .size(let range):
      "a size \(Self.words(SettingValue.size(range.lowerBound), SettingValue.size(range.upperBound)))"
    }
  }

  /// `1` rather than `1.0`.
  static func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private static func words<Bound>(_ low: Bound, _ high: Bound) -> String {
    "from \(low) to \(high)"
  }
}

extension SettingValue {
  /// A size as one would write it: `512M` for 536870912, plain digits where no unit fits.
  static func size(_ bytes: Int) -> String {
    for (unit, shift) in [("G", 30), ("M", 20), ("K", 10)]
    where bytes > 0 && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(unit)"
    }
    return "\(bytes)"
  }

  /// `512M`, `64K`, `2G` or plain digits as bytes; nil for anything else.
  static func bytes(_ text: String) -> Int? {
    let shifts: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let shift = text.last.flatMap { shifts[$0] }
    let digits = shift == nil ? text[...] : text.dropLast()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(digits)
    else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << (shift ?? 0))
    return overflow ? nil : bytes
  }
}
