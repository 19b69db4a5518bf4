import Model

/// Texts as FollowTheMoney keeps them.
///
/// Its tools clean every value that they load, and drop in silence what they cannot take; so a value
/// is given in the form that its type is cleaned to, or not as a value of that type at all.
enum FTMText {
  /// A text without what is removed from each: control characters, marks of direction, white space
  /// at its ends. Nil where nothing is left.
  static func text(_ text: String?) -> String? {
    guard let text else { return nil }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isWideSpace(scalar) {
        clean.append(" ")
      } else if !isRemoved(scalar) {
        clean.append(scalar)
      }
    }
    let ends = clean.drop { $0.properties.isWhitespace }
    guard let last = ends.lastIndex(where: { !$0.properties.isWhitespace }) else { return nil }
    return String(String.UnicodeScalarView(ends[...last]))
  }

  /// A name: on one line, and not in quotation marks of ASCII, as those at both ends are taken off.
  static func name(_ name: String?) -> String? {
    guard let name = line(name) else { return nil }
    let marks: Set<Unicode.Scalar> = ["\"", "'"]
    let scalars = name.unicodeScalars
    guard scalars.count > 1, let first = scalars.first, let last = scalars.last,
      marks.contains(first), marks.contains(last)
    else { return name }
    return Self.name(String(scalars.dropFirst().dropLast()))
  }

  /// An address: without the semicolons and commas that would be read as its parts.
  static func address(_ address: String?) -> String? {
    line(
      address.map { text in
        String(
          String.UnicodeScalarView(
            text.unicodeScalars.map { ";,".unicodeScalars.contains($0) ? " " : $0 }))
      })
  }

  /// A date cut to what is known; nil for what is none, as a day without its year.
  static func date(_ date: String?) -> String? {
    guard let date else { return nil }
    return PartialDate(iso: date.prefix { $0 != "T" && $0 != " " })?.iso
  }

  /// A time in UTC, as all times are there; of a time in another zone or in none its day alone, as it
  /// was printed.
  static func moment(_ moment: String?) -> String? {
    guard let day = date(moment), let moment else { return nil }
    let isUTC = day.utf8.count == 10 && moment.utf8.count == 20 && moment.hasSuffix("Z")
    return isUTC ? String(moment.dropLast()) : day
  }

  /// An id: there they are of letters, digits, `-` and `.`, and a reference to any other is dropped;
  /// `per_x` is `per-x`.
  static func id(_ id: String) -> String { id.replacing("_", with: "-") }

  /// An address of the web that no cleaning changes; nil for others.
  static func url(_ url: String?) -> String? {
    guard let url, let scheme = ["https://", "http://"].first(where: url.hasPrefix) else {
      return nil
    }
    let rest = url.utf8.dropFirst(scheme.utf8.count)
    let host = rest.prefix { $0 != UInt8(ascii: "/") }
    guard !host.isEmpty, host.allSatisfy(isOfHost), host.contains(UInt8(ascii: ".")),
      rest.count > host.count, rest.allSatisfy(isOfPath), rest.last != UInt8(ascii: "?")
    else { return nil }
    return url
  }

  private static func line(_ text: String?) -> String? {
    guard let text = Self.text(text) else { return nil }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !scalar.properties.isWhitespace {
        line.append(scalar)
      } else if line.last != " " {
        line.append(" ")
      }
    }
    return String(line)
  }

  private static func isWideSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2000...0x200A, 0x2028, 0x2029, 0x0A00, 0x1680, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x061C,
      0x2060...0x2064, 0xAD, 0xFEFF:
      true
    default: false
    }
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isOfPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "/._-~?&=%+,!@".utf8.contains(byte)
    }
  }
}
