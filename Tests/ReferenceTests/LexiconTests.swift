import Testing

@testable import Reference

@Suite struct LexiconTests {
  private func lexicon(of forms: [String]) -> Lexicon {
    var builder = LexiconBuilder()
    for (index, form) in forms.enumerated() { builder.insert(form, index) }
    return builder.lexicon()
  }

  private func found(_ forms: [String], in text: String) -> [String] {
    let lexicon = lexicon(of: forms)
    let codes = text.unicodeScalars.map(\.value)
    return lexicon.matches(in: codes, 0..<codes.count).map { "\($0.start):\(forms[Int($0.value)])" }
  }

  @Test func `every form is found at every place, shortest first`() {
    #expect(
      found(["省委", "省委书记", "书记", "记"], in: "原省委书记") == [
        "1:省委", "1:省委书记", "3:书记", "4:记",
      ])
  }

  @Test func `a form with two values is found twice`() {
    #expect(found(["主席", "主席"], in: "主席") == ["0:主席", "0:主席"])
  }

  @Test func `forms outside the plane and empty ones are left out`() {
    #expect(found(["", "𠮷"], in: "𠮷野").isEmpty)
  }

  @Test func `a scalar outside the plane in the text breaks no form after it`() {
    #expect(found(["市长"], in: "𠮷市长") == ["1:市长"])
  }

  @Test func `of many forms none hides another`() {
    let forms = (0..<5000).map { String(UnicodeScalar(0x4E00 + $0 % 3000)!) + "字\($0)" }
    let lexicon = lexicon(of: forms)
    for (index, form) in forms.enumerated() {
      let codes = form.unicodeScalars.map(\.value)
      let values = lexicon.matches(in: codes, 0..<codes.count).map { Int($0.value) }
      #expect(values.contains(index))
    }
  }
}
