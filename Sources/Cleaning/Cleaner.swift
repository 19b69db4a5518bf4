package import Model

/// What the `clean` stage can be told.
package struct CleaningOptions: Configurable, Hashable {
  /// Files with fewer characters of text are rejected.
  package var minCharacters = 10

  package init() {}

  package static let settings: [Setting<CleaningOptions>] = [
    Setting(
      "min_characters", .integer(0...10_000), standard: .integer(10),
      meaning: "Files in which fewer characters of text are found are rejected."
    ) { options, value in
      if case .integer(let count) = value { options.minCharacters = count }
    }
  ]
}

/// A file as it was found, made into the article and nothing but the article.
package struct Cleaner: Stage {
  private let options: CleaningOptions

  package init() { self.init(options: CleaningOptions()) }

  package init(options: CleaningOptions) { self.options = options }

  /// Decodes, asks the formats in order who recognises the file, parts noise from text and reads
  /// what the page says of the article.
  package func run(_ file: RawFile) throws(Reject) -> Article {
    let page = try page(in: file)
    let decoded = try decode(page, of: file)
    let format = InputFormats.format(of: decoded.text, path: page.path, type: page.mediaType)
    var draft: Draft
    do {
      draft = try format.draft(of: decoded.text, path: page.path)
    } catch {
      throw Self.reject(file, .badMarkup, error.description)
    }
    page.fill(&draft, text: decoded.text)
    var article = Article(
      path: file.path, format: draft.format, encoding: decoded.encoding, bytes: file.size,
      sha256: file.sha256)
    article.pageLinks = draft.pageLinks
    if let kind = fill(&article, from: draft, name: page.path, hints: file.hints) {
      throw Self.reject(
        file, .notArticle,
        "\(kind.rawValue), \(article.text.unicodeScalars.count) characters of text")
    }
    article.quality = (decoded.quality.union(draft.quality).union(article.quality)).sorted()
    guard article.text.unicodeScalars.count >= max(1, options.minCharacters) else {
      throw Self.reject(file, .noText, "\(article.text.unicodeScalars.count) characters of text")
    }
    return article
  }

  private func page(in file: RawFile) throws(Reject) -> SavedPage {
    do throws(SavedFault) {
      return try SavedPage(file)
    } catch {
      throw Self.reject(file, .noText, "an MHTML file without a page; save the page again")
    }
  }

  private func decode(_ page: SavedPage, of file: RawFile) throws(Reject) -> DecodedText {
    do {
      return try Charset.decode(page.bytes, named: file.hints.encoding, served: page.charset)
    } catch {
      switch error {
      case .binary(let kind): throw Self.reject(file, .binary, kind)
      case .unknown(let name): throw Self.reject(file, .unknownCharset, name)
      }
    }
  }

  /// Gives what the page is where it is no article.
  private func fill(
    _ article: inout Article, from draft: Draft, name: String, hints: InputHints
  ) -> PageKind? {
    let title = title(of: draft)
    let filter = NoiseFilter(draft.body, title: title)
    let reader = MetadataReader(
      draft: draft, kept: filter.kept, removed: filter.removed, path: name, hints: hints)
    reader.fill(&article, title: title)
    let text = Array(filter.kept.map(\.text).joined(separator: [0x0A]))
    article.text = String(decoding: text, as: UTF8.self)
    article.script = Script.of(text)
    if article.title == nil { article.quality.append("title.missing") }
    if article.publishedAt == nil { article.quality.append("date.missing") }
    return PageKind.of(draft, kept: filter.kept, title: title)
  }

  private func title(of draft: Draft) -> String? {
    let lines = draft.body.prefix(4).reversed() + draft.head.reversed()
    let stated = draft.statements.values(.title, from: .heading)
    let headings =
      stated
      + lines.filter { $0.text.count < 400 && $0.linkShare < 0.5 }
      .map { String(decoding: $0.text, as: UTF8.self) }
    let names = draft.statements.values(.site, from: .openGraph, .meta)
    return HeadlineReader.title(statements: draft.statements, headings: headings, names: names)
  }

  private static func reject(_ file: RawFile, _ code: Reject.Code, _ detail: String) -> Reject {
    Reject(code, stage: .clean, path: file.path, bytes: file.size, detail: detail)
  }
}

extension MarkupFault {
  /// For the `rejects` table.
  var description: String {
    switch self {
    case .tooDeep(let depth): "elements nested more than \(depth - 1) levels deep"
    case .tooManyAttributes(let count): "\(count) attributes in one tag"
    case .tooManyElements(let count): "more than \(count - 1) elements and texts"
    case .parserFailed: "libxml2 could not be started"
    }
  }
}
