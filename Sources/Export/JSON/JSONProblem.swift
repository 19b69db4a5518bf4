/// Something in a text that is not JSON (RFC 8259), or more than is read here.
package struct JSONProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    // After these, reading goes on as if the text were right.
    case byteOrderMark
    case comment
    case trailingComma
    case missingComma
    case duplicateKey(first: JSONTree.Place)
    case badEscape(String)
    case controlCharacter(UInt8)
    case loneSurrogate(String)
    case notUTF8

    // After these there is no telling what was meant.
    case badNumber(String)
    case unknownWord(String)
    case unexpected(found: String, expected: String)
    case unexpectedEnd(expected: String)
    case tooDeep(limit: Int)
    case trailingText(String)
  }

  package let kind: Kind
  package let pointer: String
  package let place: JSONTree.Place

  /// The stable word of this kind of problem.
  package var code: String {
    switch kind {
    case .byteOrderMark: "json.byte-order-mark"
    case .comment: "json.comment"
    case .trailingComma: "json.trailing-comma"
    case .missingComma: "json.missing-comma"
    case .duplicateKey: "json.duplicate-key"
    case .badEscape: "json.bad-escape"
    case .controlCharacter: "json.control-character"
    case .loneSurrogate: "json.lone-surrogate"
    case .notUTF8: "json.not-utf8"
    case .badNumber: "json.bad-number"
    case .unknownWord: "json.unknown-word"
    case .unexpected: "json.unexpected"
    case .unexpectedEnd: "json.unexpected-end"
    case .tooDeep: "json.too-deep"
    case .trailingText: "json.trailing-text"
    }
  }

  /// What was found and what to do, for people; without the place.
  package var message: String {
    switch kind {
    case .byteOrderMark: "the text starts with a byte order mark; save it as UTF-8 without BOM"
    case .comment: "JSON has no comments; take it out"
    case .trailingComma: "a comma after the last item; take it out"
    case .missingComma: "a comma is missing before this"
    case .duplicateKey(let first): "this key stands already in line \(first.line)"
    case .badEscape(let found):
      "\(found) is no escape of JSON; write a backslash itself as \\\\"
    case .controlCharacter(let byte):
      "a raw control character (\(Self.hexadecimal(byte))) in a string; write it as an escape"
    case .loneSurrogate(let found): "\(found) is half a character; its other half is missing"
    case .notUTF8: "bytes that are not UTF-8"
    case .badNumber(let found): "\(found) is no number of JSON"
    case .unknownWord(let found): "\(found) is no value of JSON" + Self.hint(for: found)
    case .unexpected(let found, let expected): "found \(found) where \(expected) should stand"
    case .unexpectedEnd(let expected): "the text ends where \(expected) should stand"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    case .trailingText(let found): "\(found) after the end of the value"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16, uppercase: true)
  }

  private static func hint(for word: String) -> String {
    switch word.lowercased() {
    case "true": "; write true"
    case "false": "; write false"
    case "none", "null", "nil", "undefined": "; write null"
    case "nan", "infinity": ""
    default: "; a string stands in double quotes"
    }
  }
}
