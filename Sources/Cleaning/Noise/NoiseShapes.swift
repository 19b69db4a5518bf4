/// Furniture that is told by its shape and not by its words.
enum NoiseShapes {
  /// `首页 > 新闻 > 湖南要闻`, `首页 | 新闻 | 视频`, `当前位置：…`.
  static func isNavigation(_ line: String) -> Bool {
    if line.starts("当前位置") || line.starts("您的位置") || line.starts("您现在的位置")
      || line.starts("你的位置") || line.starts("所在位置") || line.starts("当前所在位置")
    {
      return true
    }
    let marks = line.unicodeScalars.filter { ">|»›｜".unicodeScalars.contains($0) }.count
    guard marks > 0, !line.hasAny(["。", "，"]) else { return false }
    let words = ["首页", "新闻", "网易", "频道", "要闻", "资讯", "视频", "正文", "中心", "首頁", "澎湃号", "时政"]
    return marks >= 3 || (line.hasAny([" > ", ">", "»", "›"]) && line.hasAny(words))
  }

  /// Nothing but digits and marks, or a count with its unit: `0000`, `共(0)条`, `阅读 1.2万`.
  static func isCounter(_ line: String) -> Bool {
    let packed = line.packed
    let digits = packed.unicodeScalars.filter(\.isDigit).count
    if packed.unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic }) {
      // A number such as a section's `01` or a price is short; a counter is, too: without words
      // neither says anything.
      return !packed.isEmpty && packed.trimmed("…—.·．“”！？!?") != "" || packed.length < 2
    }
    let units = ["阅读", "浏览", "点击", "评论", "条", "参与", "分享", "点赞", "播放", "跟贴", "人气", "回复", "次", "阅读量"]
    let rest = packed.trimmed("0123456789()（）:：+.,万w人")
    return digits > 0 && (units.contains(rest) || counted(packed, units))
  }

  /// `阅读(1234)` and `1234次浏览`.
  private static func counted(_ packed: String, _ units: [String]) -> Bool {
    let words = packed.unicodeScalars.filter { $0.properties.isAlphabetic }
    let text = String(String.UnicodeScalarView(words))
    return text.length <= 6
      && (units.contains(text)
        || [
          "共条", "次浏览", "人评论", "条评论", "阅读量", "阅读万", "人参与", "次阅读", "阅读数", "浏览次数", "点击数", "共条评论",
          "点击次数",
        ]
        .contains(text))
  }

  /// `40 分钟前`, `最近更新： 6 小时前`.
  static func isAge(_ line: String) -> Bool {
    var text = line.packed
    for word in ["最近更新", "更新", "发布于", "发表于", "发布"] { text = text.replacing(word, by: "") }
    let rest = text.trimmed("0123456789：: ")
    return ["分钟前", "小时前", "天前", "秒前", "周前", "个月前", "分鐘前", "小時前"].contains(rest)
  }

  /// A date, with a time and with an outlet's name or a word such as 发布时间, and nothing else.
  static func isDateLine(_ line: String) -> Bool {
    guard let date = DateReader.first(in: line) else { return false }
    var scalars = Array(line.unicodeScalars)
    scalars.removeSubrange(date.range)
    var rest = String(String.UnicodeScalarView(scalars)).packed
    for word in ["发布时间", "发布于", "时间", "更新", "发表于", "日期", "发布", "星期", "周", "来源"] {
      rest = rest.replacing(word, by: "")
    }
    rest = rest.trimmed("0123456789:：|丨｜-·,，()（）[]【】/ ")
    if rest.isEmpty { return true }
    if line.length <= 80, line.hasAny(["来源：", "来源:", "作者：", "作者:", "责编：", "编辑："]), !line.has("。") {
      return true
    }
    if Names.isOutlet(rest), rest.length <= 16 { return true }
    return rest.length <= 12
      && !rest.hasAny(["，", "。", "、", "在", "讯", "电", "年", "摄", "“", "《", "是", "会"])
  }

  static func isImageName(_ line: String) -> Bool {
    let lower = line.lowercased()
    return !lower.utf8.contains(0x20)
      && ["jpg", "jpeg", "png", "gif", "webp"].contains { lower.ends("." + $0) }
  }

  /// Nothing but a web address.
  static func isAddress(_ line: String) -> Bool {
    let text = line.trimmed("<>（）()[] ")
    return (text.starts("http://") || text.starts("https://") || text.starts("www."))
      && !text.utf8.contains(0x20) && text.hanCount == 0
  }

  /// `湖南日报全媒体记者 唐俊 摄`, `©Getty Images`, `（新华社）`.
  static func isPhotographer(_ line: String) -> Bool {
    let text = line.trimmed("（）()【】▲△ 。.")
    if text.starts("©") || text.starts("图源") || text.starts("图片来源") { return true }
    if line.starts("（") || line.starts("("), line.length <= 16,
      LineEnds.isCredit(text.trimmed("“”\""))
    {
      return true
    }
    guard text.ends("摄") || text.ends("摄影") || text.ends("攝") || text.ends("供图") else {
      return false
    }
    return line.length <= 30 && !text.hasAny(["。", "，", ","])
  }

  /// `某某电台记者张三台北报道 责编：李四 网编：王五`.
  private static func isDesk(_ line: String) -> Bool {
    line.length <= 60 && !line.has("。") && line.hasAny(["记者", "記者", "特约"])
      && line.hasAny(["责编", "責編", "网编", "網編"])
  }

  /// `新华社记者 张三`, alone on its line.
  static func isByLine(_ line: String) -> Bool {
    if isDesk(line) { return true }
    let text = line.trimmed("（）()【】 ")
    guard line.length <= 30, !text.hasAny(["。", "，", "：“", "？", "！", "说", "表示", "了"]) else {
      return false
    }
    guard let (outlet, names) = text.cut(at: "记者") ?? text.cut(at: "記者") else { return false }
    let parts = names.trimmed(" ：:|丨").tidy
    guard !parts.isEmpty, outlet.length <= 14 else { return false }
    return Names.list(parts) != nil
  }
}
