/// Reads the few strings needed from a page's JSON-LD, without trusting it to be good JSON: pages
/// break it with raw line ends and trailing commas more often than one would think.
enum LinkedData {
  static func read(_ json: String, into metas: inout [String: String]) {
    guard json.hasAny(["Article", "NewsArticle", "BlogPosting", "datePublished", "pubDate"]) else {
      return
    }
    for (key, name) in [
      ("headline", "ld:headline"), ("datePublished", "ld:datepublished"),
      ("pubDate", "ld:datepublished"), ("articleSection", "ld:articlesection"),
    ] where metas[name] == nil {
      if let value = string(json, key: key) { metas[name] = value }
    }
    if metas["ld:author"] == nil, let value = named(json, key: "author") {
      metas["ld:author"] = value
    }
    if metas["ld:publisher"] == nil, let value = named(json, key: "publisher") {
      metas["ld:publisher"] = value
    }
  }

  /// The string after `"key":`.
  static func string(_ json: String, key: String) -> String? {
    guard let (_, rest) = json.cut(at: "\"\(key)\"") else { return nil }
    var scalars = rest.unicodeScalars[...]
    scalars = scalars.drop { $0.isBlank || $0 == ":" || $0 == "[" }
    guard scalars.first == "\"" else { return nil }
    let text = unescaped(scalars.dropFirst()).tidy
    return text.isEmpty ? nil : text
  }

  /// The name inside the object, or the string itself, after `"key":`.
  private static func named(_ json: String, key: String) -> String? {
    if let plain = string(json, key: key) { return plain }
    guard let (_, rest) = json.cut(at: "\"\(key)\""), let (object, _) = rest.cut(at: "}") else {
      return nil
    }
    return string(object, key: "name")
  }

  private static func unescaped(_ scalars: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var rest = scalars
    while let scalar = rest.popFirst(), scalar != "\"" {
      guard scalar == "\\", let escape = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch escape {
      case "n", "r", "t", "b", "f": result.append(" ")
      case "u":
        let digits = String(rest.prefix(4))
        rest = rest.dropFirst(4)
        if let code = UInt32(digits, radix: 16), let decoded = Unicode.Scalar(code) {
          result.append(decoded)
        }
      default: result.append(escape)
      }
    }
    return String(result)
  }
}
