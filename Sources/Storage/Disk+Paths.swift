import Glibc

extension Disk {
  static let slash = UInt8(ascii: "/")

  /// The path from the top, without `.`, `..` and doubled slashes. Lexical: no link is looked at.
  ///
  /// `base` is where a relative path starts; nil is the working folder.
  /// Example: `../in//a.html` relative to `/etc/dibao` is `/etc/in/a.html`.
  package static func absolute(_ path: String, relativeTo base: String? = nil) -> String {
    var whole = path
    if path.utf8.first != slash { whole = (base ?? workingFolder) + "/" + path }
    if whole.utf8.first != slash { whole = workingFolder + "/" + whole }
    var parts: [Substring.UTF8View] = []
    for part in Substring(whole).utf8.split(separator: slash) {
      switch Array(part) {
      case [0x2E]: continue
      case [0x2E, 0x2E]: parts = parts.dropLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// The path from the top, if it lies in `root` or is `root`; otherwise `outsideRoot`. Lexical:
  /// no link is looked at.
  package static func confine(
    _ path: String, to root: String
  ) throws(StorageFailure) -> String {
    let root = absolute(root)
    let whole = absolute(path, relativeTo: root)
    guard isWithin(whole, root: root) else {
      throw StorageFailure(
        .outsideRoot, .open, path: whole, detail: "it does not lie in \(root)")
    }
    return whole
  }

  /// True if the path is `root` or lies below it; both as `absolute` gives them.
  package static func isWithin(_ path: String, root: String) -> Bool {
    if root == "/" { return true }
    let rest = path.utf8.dropFirst(root.utf8.count)
    return path.utf8.starts(with: root.utf8) && (rest.isEmpty || rest.first == slash)
  }

  /// The last part of a path: `a.html` of `in/a.html`.
  package static func name(of path: String) -> String {
    guard let last = Substring(path).utf8.split(separator: slash).last else { return path }
    return String(Substring(last))
  }

  /// The folder that a path lies in; `.` for a bare name, `/` for the top itself.
  package static func parent(of path: String) -> String {
    var parts = Substring(path).utf8[...]
    while parts.count > 1, parts.last == slash { parts.removeLast() }
    while let last = parts.last, last != slash { parts.removeLast() }
    while parts.count > 1, parts.last == slash { parts.removeLast() }
    return parts.isEmpty ? "." : String(Substring(parts))
  }

  /// The bytes of a path as text: what is not UTF-8 stands as `\xNN`.
  ///
  /// Example: the GBK name `D6 D0.txt` is `\xd6\xd0.txt`.
  static func rendering(_ path: [UInt8]) -> String {
    if let text = String(validating: path, as: UTF8.self) { return text }
    var text = ""
    var rest = path[...]
    while let first = rest.first {
      if let length = lengthOfScalar(rest) {
        text += String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
      } else {
        text += "\\x" + ContentCounter.hexadecimal([first])
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// The number of bytes of the scalar at the start; nil if there is none.
  private static func lengthOfScalar(_ bytes: ArraySlice<UInt8>) -> Int? {
    (1...4).first { length in
      length <= bytes.count
        && String(validating: bytes.prefix(length), as: UTF8.self)?.unicodeScalars.count == 1
    }
  }

  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
