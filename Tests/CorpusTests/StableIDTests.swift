import Testing

@testable import Corpus

@Suite struct StableIDTests {
  @Test func `an id is the same for ever`() {
    // base32(sha256("景俊海" 00))[..16], by another program
    #expect(StableID.person(name: "景俊海") == "per_iec4yyxn5z3pljoo")
  }

  @Test func `an id is a prefix and sixteen letters or digits`() {
    let id = StableID.office(key: "local:party_committee:div:220000|书记")
    #expect(id.utf8.count == 20)
    #expect(id.hasPrefix("off_"))
    #expect(id.dropFirst(4).allSatisfy { "abcdefghijklmnopqrstuvwxyz234567".contains($0) })
  }

  @Test func `parts cannot run into each other`() {
    #expect(StableID.mention(["ab", "c"]) != StableID.mention(["a", "bc"]))
    #expect(StableID.mention(["ab"]) != StableID.mention(["ab", ""]))
  }

  @Test func `things of different kinds have different ids`() {
    #expect(StableID.office(key: "a") != StableID.organization(key: "a"))
  }
}
