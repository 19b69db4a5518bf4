import Model
import Storage

/// What stands around the sections: the head, with a policy that lets nothing in from outside, and
/// the script.
enum ReportFrame {
  private static let links: [(id: String, label: Bilingual)] = [
    ("quality", Bilingual("数量与质量", "Counts")), ("timeline", Bilingual("时间线", "Timeline")),
    ("tenures", Bilingual("任期", "Tenures")), ("matrix", Bilingual("省 × 部委", "Matrix")),
    ("graph", Bilingual("网络", "Graph")), ("persons", Bilingual("人物", "Persons")),
    ("agreements", Bilingual("协议", "Agreements")), ("events", Bilingual("事件", "Events")),
  ]

  /// The one script and the one style are allowed by their sums, and nothing else is.
  static var policy: String {
    "default-src 'none'; script-src '\(sum(of: ReportScript.source))'; "
      + "style-src '\(sum(of: ReportStyle.source))'; base-uri 'none'; form-action 'none'"
  }

  private static func sum(of text: String) -> String {
    let digits = Array(Content(of: Array(text.utf8)).sha256.utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
      UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)
    }
    return "sha256-" + Base64.text(of: bytes)
  }

  static func begin(_ page: inout HTMLText) {
    page.raw("<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
    page.raw("<meta name=\"generator\" content=\"dibao\">\n")
    page.raw("<title>邸报 · Dibao</title>\n<style>\(ReportStyle.source)</style>\n</head>\n<body>\n")
    page.raw("<header><h1><span lang=\"zh\">邸报 · 导出概览</span> ")
    page.raw("<span lang=\"en\">Dibao · what the export holds</span></h1><nav aria-label=\"")
    page.raw("目录 Contents\"><ul>")
    for link in links {
      page.raw("<li><a href=\"#\(link.id)\">")
      page.label(link.label)
      page.raw("</a></li>")
    }
    page.raw("</ul></nav></header>\n<main>\n")
  }

  static func end(_ page: inout HTMLText) {
    page.raw("</main>\n<script type=\"application/json\" id=\"words\">")
    page.raw(EmbeddedJSON.escaped(ReportWords.json.line))
    page.raw("</script>\n<script>\(ReportScript.source)</script>\n</body>\n</html>\n")
  }
}
