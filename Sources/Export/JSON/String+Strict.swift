extension String {
  /// Nil for bytes that are not UTF-8.
  ///
  /// `String(validating:)` says the same, but is generic code in the standard library: it took a
  /// tenth of the time in which an export is checked.
  init?(strict bytes: ArraySlice<UInt8>) {
    // Bytes that are not UTF-8 are replaced, so what is made of them is never the same.
    var text = String(decoding: bytes, as: UTF8.self)
    let isSame = text.withUTF8 { made in
      bytes.withUnsafeBytes { given in
        made.count == given.count && made.elementsEqual(given)
      }
    }
    guard isSame else { return nil }
    self = text
  }
}
