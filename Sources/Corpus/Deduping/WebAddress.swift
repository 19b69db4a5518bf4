/// The canonical form of a web address: what stays the same when a page is linked from elsewhere.
enum WebAddress {
  /// Without scheme, `www.`, fragment, tracking parameters and the last slash; nil for an address
  /// of a whole site.
  static func canonical(_ address: String) -> String? {
    var rest = Substring(address)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    let parts = rest.split(separator: "?", maxSplits: 1)
    guard let location = parts.first else { return nil }
    let slash = location.firstIndex(of: "/") ?? location.endIndex
    var host = location[..<slash].lowercased()
    for prefix in ["www.", "m.", "wap."] where host.hasPrefix(prefix) {
      host.removeFirst(prefix.count)
    }
    let path = location[slash...].split(separator: "/").joined(separator: "/")
    guard !host.isEmpty, !path.isEmpty else { return nil }
    let query = parts.count > 1 ? kept(parts[1]) : ""
    return host + "/" + path + (query.isEmpty ? "" : "?" + query)
  }

  private static func kept(_ query: Substring) -> String {
    query.split(separator: "&")
      .filter { part in
        !["utm_", "from=", "spm=", "share", "wechat"].contains { part.hasPrefix($0) }
      }
      .sorted().joined(separator: "&")
  }
}
