package import Model

/// From a saved page, post or text to the article and nothing but the article.
package struct Cleaner: Stage {
  private let options: CleaningOptions

  package init(options: CleaningOptions = CleaningOptions()) {
    self.options = options
  }

  package func run(_ input: RawFile) throws(Reject) -> Article {
    func reject(_ code: Reject.Code, _ detail: String) -> Reject {
      Reject(code, stage: .clean, path: input.path, bytes: input.size, detail: detail)
    }
    if let kind = BinaryCheck.kind(of: input.bytes) { throw reject(.binary, kind) }
    guard let text = Charset.decode(input.bytes, hint: input.hints.encoding) else {
      throw reject(.unknownCharset, "no converter for the encoding")
    }
    let format = InputFormats.format(of: text.utf8, path: input.path)
    var article = Article(
      path: input.path, format: format.format, encoding: text.encoding, bytes: input.size,
      sha256: input.sha256)
    if text.isReplaced { article.quality.append("encoding.replaced") }
    let page: Page
    do { page = try format.read(text.utf8) } catch {
      throw reject(.badMarkup, Self.words(for: error))
    }
    Composer(page: page, hints: input.hints).fill(&article)
    guard article.text.length >= options.minCharacters else {
      throw reject(.noText, "\(article.text.length) characters of text found")
    }
    return article
  }

  private static func words(for failure: HTMLFailure) -> String {
    switch failure {
    case .tooLarge(let bytes): "\(bytes) bytes of markup; the limit is \(HTMLTree.maxBytes)"
    case .tooDeep(let depth): "elements are nested more than \(depth) deep"
    case .tooManyAttributes(let count):
      "a tag with \(count) attributes; the limit is \(HTMLTree.maxAttributes)"
    case .parser: "the parser could not start"
    }
  }
}

/// What a pipeline may set of the `clean` stage.
package struct CleaningOptions: Configurable {
  /// Shorter texts are rejected as `clean.no-text`.
  package var minCharacters = 1

  package init() {}

  package static let settings: [Setting<CleaningOptions>] = [
    Setting(
      "min_characters", .integer(1...100_000), standard: .integer(1),
      meaning: "Reject a document whose article has fewer characters than this."
    ) { options, value in
      if case .integer(let number) = value { options.minCharacters = number }
    }
  ]
}
