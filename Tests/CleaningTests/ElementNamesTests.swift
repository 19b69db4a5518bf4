import Testing

@testable import Cleaning

@Suite struct ElementNamesTests {
  @Test(arguments: [
    ("comment-list", ElementNames.comments), ("sharedaddy sd-block", .share),
    ("related-posts", .related), ("post-body", .body), ("ad-box", .advert), ("leftAd", .advert),
    ("site-footer", .legal), ("newsletter", .signUp), ("byline", .about), ("img_wrapper", .caption),
  ])
  func `a name tells what an element holds`(name: String, meaning: ElementNames) {
    #expect(ElementRules.names(in: Array(name.utf8)[...]).contains(meaning))
  }

  @Test(arguments: ["header", "reading", "load-more-content", "shadow"])
  func `a word inside another word tells nothing`(name: String) {
    #expect(!ElementRules.names(in: Array(name.utf8)[...]).contains(.advert))
  }

  @Test func `what holds most of the text is no furniture by its name`() throws {
    let article = try cleaned(
      "<html><body><div class='share-enabled sidebar-layout'>\(markup(3))</div></body></html>")
    #expect(lines(article) == paragraphs(3))
  }
}
