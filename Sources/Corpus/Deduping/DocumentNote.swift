import Model

/// What is kept of a document until all are known.
struct DocumentNote: Sendable {
  var id: String
  var path: String
  /// The address, folded; nil where it says nothing.
  var address: String?
  var published: PartialDate?
  /// Whether further files have the same bytes.
  var hasCopies: Bool
  var fingerprint: Fingerprint
  var titleHash: UInt64
  /// The foreign states that the headline names, ascending.
  var titleStates: [Int32]
  /// The persons named, by their number in the survey, ascending, each once.
  var persons: [Int32]

  /// The day of publication, counted; nil where the day is not known.
  var day: Int? {
    guard let published, let month = published.month, let day = published.day else { return nil }
    return Self.dayNumber(published.year, month, day)
  }

  /// Days since the start of an era, by the civil calendar.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }

  /// Whether this one rather than another stands for their cluster: the earliest, then the
  /// fullest, then by path and id. A total order.
  func precedes(_ other: DocumentNote) -> Bool {
    let (mine, others) = (published?.iso ?? "9999-99", other.published?.iso ?? "9999-99")
    if mine != others { return mine < others }
    if fingerprint.length != other.fingerprint.length {
      return fingerprint.length > other.fingerprint.length
    }
    if !path.utf8.elementsEqual(other.path.utf8) {
      return path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }
    return id < other.id
  }
}

/// Addresses that name the same page.
enum Address {
  /// The address without its scheme, `www.` or `m.`, fragment, closing slash and the parameters that only
  /// tell where a reader came from. Nil for a bare host, which names no article.
  static func folded(_ url: String) -> String? {
    var rest = Substring(url)
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    for scheme in ["https://", "http://", "//"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      break
    }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let slash = parts.first?.firstIndex(of: "/") else { return nil }
    var host = parts[0][..<slash].lowercased()
    for prefix in ["www.", "m.", "wap."] where host.hasPrefix(prefix) {
      host.removeFirst(prefix.count)
    }
    var path = parts[0][slash...]
    while path.hasSuffix("/") { path = path.dropLast() }
    let query = parts.count > 1 ? kept(parts[1]) : ""
    guard !path.isEmpty || !query.isEmpty else { return nil }
    return host + path + query
  }

  private static func kept(_ query: Substring) -> String {
    let kept = query.split(separator: "&").filter { pair in
      let name = pair.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_")
        && !["from", "spm", "share", "wechat", "fbclid"].contains(name)
    }
    return kept.isEmpty ? "" : "?" + kept.sorted().joined(separator: "&")
  }
}
