import Testing

@testable import Cleaning

@Suite struct PhraseFinderTests {
  private func found(_ phrases: [String], in text: String, ignoringCase: Bool = false) -> [String] {
    var found: [String] = []
    let bytes = Array(text.utf8)
    PhraseFinder(phrases, ignoringCase: ignoringCase).forEachMatch(in: bytes[...]) { match in
      found.append(String(decoding: bytes[match.start..<match.end], as: UTF8.self))
    }
    return found
  }

  @Test func `finds phrases that overlap and that lie in one another`() {
    #expect(found(["责任编辑", "编辑", "辑部"], in: "责任编辑部") == ["责任编辑", "编辑", "辑部"])
  }

  @Test func `a phrase given twice is reported twice`() {
    #expect(found(["来源", "来源"], in: "来源：新华社").count == 2)
  }

  @Test func `ignores the case of letters only where told`() {
    #expect(found(["share"], in: "ShareBar", ignoringCase: true) == ["Share"])
    #expect(found(["share"], in: "ShareBar").isEmpty)
  }

  @Test func `finds nothing in nothing`() {
    #expect(found(["来源"], in: "").isEmpty)
    #expect(found([], in: "来源").isEmpty)
  }
}
