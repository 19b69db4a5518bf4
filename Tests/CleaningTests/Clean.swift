import Model

@testable import Cleaning

/// Runs the cleaner on text that a test writes.
func clean(
  _ text: String, _ path: String = "a.html", hints: InputHints = InputHints()
) throws(Reject) -> Article {
  try clean(Array(text.utf8), path, hints: hints)
}

func clean(
  _ bytes: [UInt8], _ path: String = "a.html", hints: InputHints = InputHints()
) throws(Reject) -> Article {
  try Cleaner().run(
    RawFile(path: path, bytes: bytes, size: bytes.count, sha256: "00", hints: hints))
}

/// Two paragraphs that look like an article.
enum Sample {
  static let first = "本报讯 甲省委书记张三今天在乙市调研，先后来到三家企业和两个村庄，了解春耕和生产情况。"
  static let second = "他说，要把各项工作抓实抓细，让群众得到更多实惠，也要把安全放在第一位，不能有一点松懈。"
  static let text = first + "\n" + second
  static let html = "<p>\(first)</p><p>\(second)</p>"

  static func page(_ around: (head: String, above: String, below: String)) -> String {
    "<html><head>\(around.head)</head><body>\(around.above)<div class=\"main\">\(html)</div>"
      + "\(around.below)</body></html>"
  }
}
