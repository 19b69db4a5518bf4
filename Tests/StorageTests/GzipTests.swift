import Testing

@testable import Storage

@Suite struct GzipTests {
  let folder: TemporaryFolder
  let text = Array("省委书记在长春会见客人。".utf8)

  init() throws { folder = try TemporaryFolder() }

  private func damage(_ bytes: [UInt8]) throws -> GzipDamage {
    try #require(throws: GzipDamage.self) { try GzipReader.content(of: bytes) }
  }

  @Test func `1 to 3: one member, several, and an empty one are read`() throws {
    let member = try folder.gzip(text)
    let empty = try folder.gzip([])
    #expect(try GzipReader.content(of: member) == text)
    #expect(try GzipReader.content(of: member + member) == text + text)
    #expect(try GzipReader.content(of: empty).isEmpty)
    #expect(try GzipReader.content(of: member + empty + member) == text + text)
  }

  @Test func `4: a stream that is cut anywhere is an error`() throws {
    let member = try folder.gzip(text)
    for count in 1..<member.count {
      let damage = try damage(Array(member.prefix(count)))
      #expect(damage.kind == .cut)
      #expect(damage.offset == count)
    }
  }

  @Test(arguments: [4, 8]) func `5: a trailer cut off is an error`(missing: Int) throws {
    let damage = try damage(try folder.gzip(text).dropLast(missing))
    #expect(damage.kind == .cut)
    #expect(damage.produced == text.count)
  }

  @Test func `6: a wrong checksum or length is an error`() throws {
    var member = try folder.gzip(text)
    member[member.count - 5] ^= 1
    #expect(try damage(member).kind == .damaged("incorrect data check"))
    member = try folder.gzip(text)
    member[member.count - 1] ^= 1
    #expect(try damage(member).kind == .damaged("incorrect length check"))
  }

  @Test func `7: a bit that has flipped anywhere never gives other content`() throws {
    let member = try folder.gzip(text)
    for bit in 0..<(member.count * 8) {
      var flipped = member
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      do {
        // Flags, time, system and the padding of a stored block are not under the checksum.
        #expect(try GzipReader.content(of: flipped) == text)
        #expect((3...10).contains(bit / 8))
      } catch {
        continue
      }
    }
  }

  @Test func `8: a header cut off is an error`() throws {
    #expect(try damage([0x1F, 0x8B, 8, 0, 0]).kind == .cut)
    #expect(try damage([0x1F]).kind == .cut)
  }

  @Test func `9: a second header cut off is an error, at its place`() throws {
    let member = try folder.gzip(text)
    let damage = try damage(member + member.prefix(5))
    #expect(damage.kind == .cut)
    #expect(damage.offset == member.count + 5)
    #expect(damage.member == 2)
    #expect(damage.produced == text.count)
  }

  @Test func `10: zero bytes are no gzip`() throws {
    #expect(try damage([]).kind == .cut)
  }

  @Test func `11: NULs at the end are taken and counted`() throws {
    let reader = GzipReader()
    var content: [UInt8] = []
    let bytes = try folder.gzip(text) + [UInt8](repeating: 0, count: 512)
    try reader.read(bytes[...], onto: &content)
    try reader.finish()
    #expect(content == text)
    #expect(reader.trailingZeros == 512)
  }

  @Test(arguments: [Array("junk".utf8), [0, 0, 1], [0x1F, 0x1F, 8, 0, 0, 0, 0, 0, 0, 3]])
  func `12: other bytes at the end are an error`(junk: [UInt8]) throws {
    let member = try folder.gzip(text)
    #expect(try damage(member + junk).kind == .trailingBytes)
  }

  @Test(arguments: ["plain text", "\u{1F}plain", "\0\0\0"])
  func `13: what is no gzip is called that`(text: String) throws {
    let damage = try damage(Array(text.utf8))
    #expect(damage.kind == .notGzip)
    #expect(damage.words == "it does not start as gzip does")
  }

  @Test func `14: a file that lacks whole members cannot be told from one that never had them`()
    throws
  {
    let member = try folder.gzip(text)
    let two = member + member
    #expect(try GzipReader.content(of: Array(two.prefix(member.count))) == text)
  }

  @Test func `content past the limit is refused, content at the limit is not`() throws {
    let bytes = try folder.gzip([UInt8](repeating: 0x20, count: 1_000_000))
    #expect(try GzipReader.content(of: bytes, limit: 1_000_000).count == 1_000_000)
    let damage = try #require(throws: GzipDamage.self) {
      try GzipReader.content(of: bytes, limit: 999_999)
    }
    #expect(damage.kind == .tooLarge)
    #expect(damage.produced < 999_999)
  }

  @Test func `damage is told with its place`() throws {
    let member = try folder.gzip(text)
    let words = try damage(member + Array("junk".utf8)).words
    #expect(words == "other bytes follow the gzip stream at byte \(member.count)")
    #expect(
      try damage(member + member.dropLast()).words
        == "the gzip stream is cut off at byte \(member.count * 2 - 1) (member 2)")
  }

  @Test func `the header has no time, no name and no system`() throws {
    #expect(try folder.gzip(text).prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
  }

  @Test(arguments: 0..<40)
  func `any content comes back, whatever the pieces in which it was written and read`(
    seed: Int
  ) throws {
    var numbers = SeededNumbers(UInt64(seed))
    let content = numbers.bytes([0, 1, 100, 70_000, 200_000][seed % 5])
    let whole = try folder.gzip(content)
    let pieces = (0..<20).map { _ in Int.random(in: 0...30_000, using: &numbers) }
    #expect(try folder.gzip(content, pieces: pieces) == whole)

    let reader = GzipReader()
    var read: [UInt8] = []
    var rest = whole[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...20_000, using: &numbers)
      try reader.read(rest.prefix(count), onto: &read)
      rest = rest.dropFirst(count)
    }
    try reader.finish()
    #expect(read == content)
  }
}
