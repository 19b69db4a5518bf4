import Model

/// What must hold of an article whatever it was made of.
struct ArticleCheck {
  private let article: Article

  init(_ article: Article) { self.article = article }

  func check() throws(Broken) {
    let paragraphs = article.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard !paragraphs.contains(where: \.isEmpty) else { throw Broken("an empty paragraph") }
    for paragraph in paragraphs { try check(paragraph, "the text") }
    let fields = [
      article.title, article.author, article.publisher, article.section, article.url,
      article.publishedAt, article.encoding,
    ]
    for field in fields.compactMap(\.self) + article.tags + article.quality {
      try check(field, "a field")
    }
    guard article.quality == Set(article.quality).sorted() else {
      throw Broken("the marks of quality are not sorted: \(article.quality)")
    }
    guard article.publishedAt == nil || article.publishedOn != nil else {
      throw Broken("\(article.publishedAt ?? "") is no date")
    }
  }

  /// Nothing that ends a line, ends a C string or steers a terminal.
  private func check(_ text: some StringProtocol, _ place: String) throws(Broken) {
    for scalar in text.unicodeScalars
    where (scalar.value < 0x20 && scalar != "\t") || (0x7F..<0xA0).contains(scalar.value) {
      throw Broken("U+\(String(scalar.value, radix: 16)) in \(place)")
    }
  }
}

/// What must hold of a reject: a reason that is listed, in words that fit one line.
struct RejectCheck {
  private let reject: Reject

  init(_ reject: Reject) { self.reject = reject }

  func check() throws(Broken) {
    guard reject.code != .bug, Reject.Code.all.contains(where: { $0.code == reject.code }) else {
      throw Broken("rejected as \(reject.code.rawValue)")
    }
    let isSafe = reject.detail.unicodeScalars.allSatisfy {
      $0.value > 0x1F && !(0x7F..<0xA0).contains($0.value)
    }
    guard !reject.detail.isEmpty, isSafe else {
      throw Broken("rejected for \(reject.detail.debugDescription)")
    }
  }

  func check(path: String) throws(Broken) {
    try check()
    guard reject.path == path else { throw Broken("\(path) is rejected as \(reject.path)") }
  }
}
