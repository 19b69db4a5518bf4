import Testing

@testable import Export

@Suite struct Base64Tests {
  static let examples: [(String, String)] = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]

  @Test(arguments: examples)
  func `the examples of RFC 4648 hold both ways`(_ plain: String, _ text: String) {
    #expect(Base64.text(of: Array(plain.utf8)) == text)
    #expect(Base64.bytes(in: text) == Array(plain.utf8))
  }

  @Test func `every byte comes back`() {
    let bytes = (0..<1024).map { UInt8(truncatingIfNeeded: $0 &* 37 ^ $0 >> 3) }
    for count in [255, 256, 257, 1024] {
      let part = Array(bytes.prefix(count))
      #expect(Base64.bytes(in: Base64.text(of: part)) == part)
    }
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zg===", "=Zg=", "Zm8=Zm8=", "Zh==", "Zm9=", "Zm 9", "Zm9v\n", "Zm9-", "====",
  ])
  func `what is not written so is refused`(_ text: String) {
    #expect(Base64.bytes(in: text) == nil)
  }
}
