import Model

@testable import Cleaning

/// A saved file, made up for a test.
func saved(_ text: String, as path: String = "page.html") -> RawFile {
  saved(bytes: Array(text.utf8), as: path)
}

func saved(bytes: [UInt8], as path: String = "page.html", hints: InputHints = InputHints())
  -> RawFile
{
  RawFile(path: path, bytes: bytes, size: bytes.count, sha256: "", hints: hints)
}

/// The article in a saved file.
func cleaned(_ text: String, as path: String = "page.html") throws -> Article {
  try Cleaner().run(saved(text, as: path))
}

/// The lines of an article's text.
func lines(_ article: Article) -> [String] {
  article.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

/// Paragraphs of running text, as many as asked for.
func paragraphs(_ count: Int) -> [String] {
  (1...max(1, count)).map {
    "第\($0)段讲的是河滨市政府召开常务会议，研究部署下一阶段的防汛工作，市长在会上作了讲话，各县区负责人参加。"
  }
}

/// The same as `<p>` elements.
func markup(_ count: Int) -> String {
  paragraphs(count).map { "<p>\($0)</p>" }.joined()
}
