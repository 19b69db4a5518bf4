/// Scalar by scalar work on short texts. Swift's own `Character` operations cost twenty times more
/// and read combining marks into pairs that a span must not see.
extension String {
  /// Contains these very bytes.
  func has(_ needle: String) -> Bool {
    utf8Index(of: needle) != nil
  }

  func hasAny(_ needles: [String]) -> Bool {
    needles.contains { has($0) }
  }

  func starts(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  func ends(_ suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// The first place of `needle`.
  func utf8Index(of needle: String, from start: String.Index? = nil) -> String.Index? {
    guard let first = needle.utf8.first else { return nil }
    let view = utf8
    var index = start ?? view.startIndex
    while index < view.endIndex {
      if view[index] == first, view[index...].starts(with: needle.utf8) { return index }
      index = view.index(after: index)
    }
    return nil
  }

  /// What stands before and after the first `needle`.
  func cut(at needle: String) -> (before: String, after: String)? {
    guard let index = utf8Index(of: needle) else { return nil }
    let end = utf8.index(index, offsetBy: needle.utf8.count)
    return (String(self[..<index]), String(self[end...]))
  }

  func replacing(_ needle: String, by other: String) -> String {
    var result = ""
    var rest = self
    while let (before, after) = rest.cut(at: needle) {
      result += before + other
      rest = after
    }
    return result + rest
  }

  /// The number of Unicode scalars.
  var length: Int { unicodeScalars.count }

  /// White space, NBSP, ideographic spaces and zero-width characters gone at the edges, and runs
  /// of them one space inside; zero-width characters gone everywhere.
  var tidy: String {
    var result = String.UnicodeScalarView()
    var isSpaced = false
    for scalar in unicodeScalars {
      if scalar.isInvisible { continue }
      if scalar.isBlank {
        isSpaced = !result.isEmpty
        continue
      }
      if isSpaced { result.append(" ") }
      isSpaced = false
      result.append(scalar)
    }
    return String(result)
  }

  /// Without any white space at all, for comparing.
  var packed: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isBlank && !scalar.isInvisible {
      result.append(scalar)
    }
    return String(result)
  }

  /// Letters and digits alone, ASCII in lower case: the same headline in two spellings.
  var bare: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.properties.isAlphabetic || scalar.isDigit {
      result.append(scalar)
    }
    return String(result).lowercased()
  }

  var hanCount: Int { unicodeScalars.reduce(0) { $0 + ($1.isHan ? 1 : 0) } }

  /// Without these scalars at both ends.
  func trimmed(_ edge: String) -> String {
    let set = Array(edge.unicodeScalars)
    var view = unicodeScalars[...]
    while let first = view.first, set.contains(first) { view.removeFirst() }
    while let last = view.last, set.contains(last) { view.removeLast() }
    return String(view)
  }
}

extension Unicode.Scalar {
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Zero-width marks, soft hyphen, byte order marks, private-use glyphs of icon fonts, controls.
  var isInvisible: Bool {
    switch value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F, 0x80...0x84, 0x86...0x9F, 0xAD, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xE000...0xF8FF, 0xFFF9...0xFFFC:
      true
    default: false
    }
  }

  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF, 0x3007: true
    default: false
    }
  }

  var isDigit: Bool { value >= 0x30 && value <= 0x39 }
  var isASCIILetter: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
}
