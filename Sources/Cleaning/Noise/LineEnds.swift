/// Furniture that hangs at the end of a real line: credits, `[查看原文](…)`, 责任编辑.
enum LineEnds {
  static func trimmed(_ line: String) -> String {
    var text = line
    for _ in 0..<4 {
      guard let shorter = cut(text) else { break }
      text = shorter.tidy
    }
    return text
  }

  private static func cut(_ line: String) -> String? {
    phrase(line) ?? originalLink(line) ?? copyright(line) ?? editor(line) ?? credit(line)
      ?? bracket(line)
  }

  private static let phrases = [
    "返回搜狐，查看更多", "返回腾讯网首页>>", "返回腾讯网首页", "返回首页>>", "查看更多", "[详细]", "【详细】", "[详情]", "【详情】",
    "...more",
    "…more", "点击查看更多", "阅读原文", "查看原文", "点击进入专题", "我要反馈", "新浪财经公众号", "全文阅读", "#",
  ]

  private static func phrase(_ line: String) -> String? {
    for phrase in phrases where line.ends(phrase) && line.length > phrase.length {
      return String(line.unicodeScalars.dropLast(phrase.length))
    }
    return nil
  }

  /// A Markdown link that a page shows as text.
  private static func originalLink(_ line: String) -> String? {
    for label in ["[查看原文](", "[阅读原文](", "[原文链接](", "[原文]("] {
      if let (before, after) = line.cut(at: label), after.ends(")"), after.hanCount == 0 {
        return before
      }
    }
    return nil
  }

  private static func copyright(_ line: String) -> String? {
    guard let (before, after) = line.cut(at: "©"), after.length <= 40, !before.isEmpty else {
      return nil
    }
    return after.has("。") ? nil : before
  }

  /// `…。（责任编辑：张三）`
  private static func editor(_ line: String) -> String? {
    for label in ["责任编辑", "責任編輯", "（责编", "(责编", "【责任编辑", "（编辑：", "(编辑：", "（编辑:", "(编辑:"] {
      if let (before, after) = line.cut(at: label), after.length <= 30, !after.has("。"),
        before.length > 4
      {
        return before.trimmed("（([【 ")
      }
    }
    return nil
  }

  /// `…。湖南日报全媒体记者 唐俊 摄` and `…。（新华社记者 张三 摄）`
  private static func credit(_ line: String) -> String? {
    let end = line.trimmed("）)】 。")
    guard end.ends("摄") || end.ends("摄影") || end.ends("攝") || end.ends("供图") else { return nil }
    let scalars = Array(line.unicodeScalars)
    guard
      let cut = scalars.dropLast(2).lastIndex(where: { "。！？”（(".unicodeScalars.contains($0) })
    else { return nil }
    let isOpen = scalars[cut] == "（" || scalars[cut] == "("
    let tail = String(String.UnicodeScalarView(scalars[(cut + 1)...]))
    guard tail.length <= 34, !tail.hasAny(["，", ","]) else { return nil }
    return String(String.UnicodeScalarView(scalars[..<(isOpen ? cut : cut + 1)]))
  }

  /// `…。（中新社）`: the source of a picture or of the paragraph.
  private static func bracket(_ line: String) -> String? {
    guard line.ends("）") || line.ends(")") else { return nil }
    let scalars = Array(line.unicodeScalars)
    guard let open = scalars.lastIndex(where: { $0 == "（" || $0 == "(" }), open > 4 else {
      return nil
    }
    let inside = String(String.UnicodeScalarView(scalars[(open + 1)..<(scalars.count - 1)]))
    guard inside.length <= 14, isCredit(inside.trimmed(" “”\"")) else { return nil }
    return String(String.UnicodeScalarView(scalars[..<open]))
  }

  static func isCredit(_ text: String) -> Bool {
    if text.hasAny(["，", "：", "、", "》"]) || text.starts("以下") { return false }
    if text.length <= 6, Names.isKnownOutlet(text) { return true }
    return [
      "社", "微博", "公号", "公众号", "视频截图", "图片", "截图", "档案照", "档案照片", "资料照片", "资料图", "资料图片", "海峡时报",
      "早报网",
    ]
    .contains { text.ends($0) }
      || ["路透", "互联网", "网络", "彭博", "视觉中国", "东方IC", "美联社", "联合早报"].contains(text)
  }
}
