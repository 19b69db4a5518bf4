import Testing

@testable import Batch

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("treshold", "threshold"), ("inptus", "inputs"), ("Inputs", "inputs"), ("ouput", "output"),
    ("max_eror", "max_errors"),
  ])
  func `the nearest word is suggested`(_ written: String, _ meant: String) {
    let known = ["inputs", "output", "threshold", "max_errors", "max_error_ratio"]
    #expect(Suggestion.nearest(to: written, in: known) == meant)
  }

  @Test(arguments: ["colour", "x", "", "writers"])
  func `a word that is far from all is left alone`(_ written: String) {
    #expect(Suggestion.nearest(to: written, in: ["inputs", "output", "threshold"]) == nil)
  }

  @Test func `a swap of neighbours is one edit`() {
    #expect(Suggestion.distance(Array("ab".unicodeScalars), Array("ba".unicodeScalars)) == 1)
    #expect(Suggestion.distance(Array("abc".unicodeScalars), Array("".unicodeScalars)) == 3)
  }
}
