import Export
import Model
import Storage

/// The articles of a JSON Lines file, as `dibao clean` writes them.
enum Articles {
  struct Unreadable: Error {
    var line: Int
  }

  static func read(_ path: String) throws -> [Article] {
    let bytes = try Disk.readWhole(path, limit: 1 << 31)
    var articles: [Article] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let article = article(of: Array(line)) else {
        throw Unreadable(line: articles.count + 1)
      }
      articles.append(article)
    }
    return articles
  }

  /// Nil for a line that is no article.
  static func article(of line: [UInt8]) -> Article? {
    guard let tree = JSONDocument(line).tree, let text = tree["text"]?.text else { return nil }
    var article = made(of: text)
    article.path = tree["path"]?.text ?? ""
    article.url = tree["url"]?.text
    article.title = tree["title"]?.text
    article.author = tree["author"]?.text
    article.publisher = tree["publisher"]?.text
    article.publishedAt = tree["published_at"]?.text
    return article
  }

  static func made(of text: String) -> Article {
    var article = Article(path: "", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = text
    return article
  }

  /// The texts one after another, about `size` bytes of them; again from the first where they are
  /// too few.
  static func joined(_ articles: [Article], size: Int) -> String {
    var text = ""
    while text.utf8.count < size {
      for article in articles where text.utf8.count < size { text += article.text + "\n" }
      if text.isEmpty { break }
    }
    return text
  }

  /// A text in pieces of whole paragraphs, each of `size` bytes or a little more.
  static func pieces(of text: String, size: Int) -> [Article] {
    var pieces: [Article] = []
    var piece = ""
    for paragraph in text.split(separator: "\n") {
      piece += paragraph + "\n"
      guard piece.utf8.count >= size else { continue }
      pieces.append(made(of: piece))
      piece = ""
    }
    if !piece.isEmpty { pieces.append(made(of: piece)) }
    return pieces
  }
}
