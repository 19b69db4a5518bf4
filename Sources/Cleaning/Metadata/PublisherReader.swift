/// Reads which outlet published an article.
enum PublisherReader {
  /// The outlet behind 来源：, 稿件来源, 本文来源 in a line; nil where there is none.
  static func name(inLabelled line: [UInt8]) -> String? {
    guard labelFinder.matches(in: line[...]) else { return nil }
    for label in labels {
      guard let found = line.range(of: label.utf8) else { continue }
      var rest = line[found.upperBound...]
      var hasMark = label.hasSuffix("：") || label.hasSuffix(":")
      while let first = rest.first {
        if first == 0x20 {
          rest = rest.dropFirst()
        } else if first == UInt8(ascii: ":") || first == UInt8(ascii: "|") {
          rest = rest.dropFirst()
          hasMark = true
        } else if let mark = ["：", "丨", "｜", "】"].first(where: { rest.starts(with: $0.utf8) }) {
          rest = rest.dropFirst(mark.utf8.count)
          hasMark = true
        } else {
          break
        }
      }
      guard hasMark || label == "来源于" else { continue }
      if let name = cut(rest) { return name }
    }
    return nil
  }

  /// The outlet in a line with a date: 2019年09月07日 04:04 北京日报, 河滨青年报2023-11-12 21:33:01.
  static func name(inDateLine line: [UInt8]) -> String? {
    guard line.count <= 120, let date = DateReader.first(in: line) else { return nil }
    if let name = cut(line[date.range.upperBound...]), isOutlet(name) { return name }
    let before = line[..<date.range.lowerBound]
    let words = String(decoding: before, as: UTF8.self).split(whereSeparator: {
      " |丨()（）".contains($0)
    })
    for word in words.reversed() where isOutlet(String(word)) { return String(word) }
    return nil
  }

  /// Whether a name is that of an outlet rather than a person.
  static func isOutlet(_ name: String) -> Bool {
    if known.contains(name) { return true }
    let count = name.unicodeScalars.count
    guard (2...24).contains(count) else { return false }
    return endings.contains { name.hasSuffix($0) && count > $0.unicodeScalars.count }
  }

  /// Without the feed that carried it: 联合早报 - 中国新闻(RSSHub) gives 联合早报.
  static func withoutFeed(_ name: String) -> String {
    guard let found = name.range(of: " - ") else { return name }
    return String(name[..<found.lowerBound])
  }

  /// The outlet that a notice of rights names: 本文著作权归河滨新媒体独家所有.
  static func name(inNotice line: [UInt8]) -> String? {
    for (before, after) in owners {
      guard let start = line.range(of: before.utf8),
        let end = line[start.upperBound...].range(of: after.utf8)
      else { continue }
      let name = String(decoding: line[start.upperBound..<end.lowerBound], as: UTF8.self)
      if (2...16).contains(name.unicodeScalars.count), !vague.contains(name) { return name }
    }
    return nil
  }

  /// What stands up to the next field, mark or date.
  private static func cut(_ rest: some Collection<UInt8>) -> String? {
    var text = String(decoding: Array(rest), as: UTF8.self)
    text = String(text.trimmingPrefix(while: { " |丨：:·-，,（(]】".contains($0) }))
    for stop in stops {
      if let found = text.range(of: stop) { text = String(text[..<found.lowerBound]) }
    }
    if let date = DateReader.first(in: text.utf8) {
      text = String(decoding: Array(text.utf8)[..<date.range.lowerBound], as: UTF8.self)
    }
    text = String(text.prefix { !"|丨｜，,。；;）)】]、＞>".contains($0) })
    while let last = text.last, " ：:-·".contains(last) { text.removeLast() }
    let count = text.unicodeScalars.count
    guard (2...24).contains(count), !text.allSatisfy(\.isNumber), !vague.contains(text) else {
      return nil
    }
    // 新华网 我有话说 : a name with Chinese characters holds no space.
    if let space = text.firstIndex(of: " "), text.unicodeScalars.contains(where: PersonName.isHan) {
      let head = String(text[..<space])
      return head.unicodeScalars.count >= 2 ? head : nil
    }
    return text
  }

  private static let labels = [
    "稿件来源", "稿源", "来源单位", "发布机构", "发布单位", "文章出处", "本文来源", "文章来源", "信息来源", "新闻来源", "来源于", "来源：",
    "来源:", "来源", "來源：", "來源:", "來源",
  ]
  private static let labelFinder = PhraseFinder(labels, ignoringCase: false)
  private static let stops = [
    "责任编辑", "责编", "作者", "编辑", "记者", "字号", "字体", "我有话说", "打印", "分享", "评论", "阅读", "浏览", "点击", "收藏",
    "校对", "发布",
    "时间", "大 中 小", "http", "【", "参与", "订阅", "举报", "跟贴", "我要",
  ]
  private static let endings = [
    "报", "報", "社", "网", "網", "台", "臺", "电视", "新闻", "新聞", "日报", "晚报", "早报", "周刊", "杂志", "时报", "在线",
    "客户端", "广播",
    "发布", "频道", "之声", "之音", "财经", "观察", "Times", "News", "Post", "Daily", "Today", "法广", "科技", "政务",
    "快报", "通讯", "参考消息",
    "半月谈", "传媒", "融媒", "新媒体", "公众号", "党建", "中心", "月刊", "论坛",
  ]
  private static let known: Set<String> = [
    "法广", "路透", "BBC", "RFI", "RFA", "VOA", "DW", "CNA", "参考消息", "半月谈", "求是", "新华社", "美国之音", "德国之声",
    "维权网", "Solidot",
    "CNN", "AP", "AFP", "法新社", "澎湃", "财新", "南都", "央视", "Nei.st", "界面", "环球", "观察者", "CSDN",
  ]
  private static let owners = [
    ("著作权归", "独家所有"), ("著作权归", "所有"), ("版权归", "所有"), ("本文为", "原创"), ("本文系", "原创"), ("©", "版权"),
  ]
  private static let vague: Set<String> = [
    "原作者", "作者", "作者本人", "原作者所有", "独家", "本网", "本报", "其", "原", "网络", "互联网", "综合", "网友", "网络综合", "原创",
    "本站", "未知", "其他", "转载", "受访者提供", "受访者", "视觉中国", "人民视觉", "资料图", "网络截图", "视频截图",
  ]
}
