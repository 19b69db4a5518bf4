/// The head of a message as mail, HTTP and web archives write it: lines of `name: value`, a line
/// that begins with a space going on with the one before, and an empty line at the end.
package struct MessageHead: Sendable {
  private let bytes: [UInt8]

  package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// How long the head at the start of `bytes` is with its empty line; nil where it has no end.
  package static func length(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var lineStart = 0
      for index in bytes.indices where bytes[index] == 0x0A {
        let isEmpty = index == lineStart || index == lineStart + 1 && bytes[lineStart] == 0x0D
        if isEmpty { return index + 1 }
        lineStart = index + 1
      }
      return nil
    }
  }

  /// The first line, which in HTTP and WARC says what follows.
  package var firstLine: String {
    String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// The value of the first field of this name, whatever its case.
  package subscript(name: StaticString) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      var value: [UInt8]?
      var start = 0
      while start < bytes.count {
        let end = Self.lineEnd(bytes, start)
        let goesOn = bytes[start] == 0x20 || bytes[start] == 0x09
        if !goesOn, value != nil { break }
        if goesOn {
          value?.append(contentsOf: bytes[start..<end])
        } else if let first = Self.valueStart(bytes, start..<end, name) {
          value = Array(bytes[first..<end])
        }
        start = end + 1
      }
      return value.map { String(decoding: Self.trimmed($0[...]), as: UTF8.self) }
    }
  }

  /// The media type that the field `Content-Type` gives.
  package var contentType: MediaType? { self["content-type"].map { MediaType($0) } }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  private static func valueStart(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ name: StaticString
  ) -> Int? {
    let colon = line.lowerBound + name.utf8CodeUnitCount
    guard colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else { return nil }
    for offset in 0..<name.utf8CodeUnitCount
    where bytes[line.lowerBound + offset].small != name.utf8Start[offset].small {
      return nil
    }
    return colon + 1
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 <= 0x20 }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}

/// What a body is, as its head says: `text/html; charset="gbk"`.
package struct MediaType: Sendable {
  /// Small letters, without parameters.
  package let name: String
  private let parameters: [(name: String, value: String)]

  package init(_ text: String) {
    let parts = Self.parts(of: text)
    name = parts.first.map { Self.word($0).lowercased() } ?? ""
    parameters = parts.dropFirst().map { part in
      let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      return (Self.word(sides.first ?? []).lowercased(), Self.word(sides.dropFirst().first ?? []))
    }
  }

  /// The first parameter of this name; nil where it is empty.
  package subscript(parameter: String) -> String? {
    parameters.first { $0.name == parameter && !$0.value.isEmpty }?.value
  }

  package var charset: String? { self["charset"] }

  package var isHTML: Bool { name == "text/html" || name == "application/xhtml+xml" }

  /// Cut at each `;` that stands in no quotation marks.
  private static func parts(of text: String) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return Array(text.utf8).split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ";") && !isQuoted
    }
  }

  /// Without the space and the quotation marks around it.
  private static func word(_ bytes: ArraySlice<UInt8>) -> String {
    let isOutside = { (byte: UInt8) in
      byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    var rest = bytes.drop(while: isOutside)
    while let last = rest.last, isOutside(last) { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}

extension UInt8 {
  /// The small letter of an ASCII capital.
  fileprivate var small: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
