/// Tells the names of people from the names of outlets, and takes lists of names apart.
enum Names {
  /// `高语阳 余晖` as its names; nil where it is no list of names.
  static func list(_ text: String) -> [String]? {
    let text = withoutTask(text)
    // A name in Latin letters keeps its spaces.
    let isLatin = text.hanCount == 0
    var parts: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isBlank && !isLatin || ",，、;；/／&".unicodeScalars.contains(scalar) {
        parts.append(String(current))
        current = String.UnicodeScalarView()
      } else {
        current.append(scalar)
      }
    }
    parts.append(String(current))
    parts = parts.map(\.tidy).filter { !$0.isEmpty }
    if parts.count > 1 { parts.removeAll { $0.ends("报导") || $0.ends("报道") || $0.ends("報導") } }
    if parts.contains(where: { $0.length == 1 }) { parts = joinedSingles(parts) }
    guard !parts.isEmpty, parts.count <= 8, parts.allSatisfy(isPerson) else { return nil }
    return parts
  }

  /// 张三 in `张三综合报导`.
  private static func withoutTask(_ text: String) -> String {
    var name = text.tidy
    for task in [
      "综合报道", "综合报导", "采访报道", "采访报导", "编译报道", "编译报导", "報導", "报导", "报道", "摘编", "编译", "综合",
    ]
    where name.ends(task) {
      name = String(name.unicodeScalars.dropLast(task.length)).trimmed(" /（(")
    }
    // The place of the report, set behind the name: 张三台北.
    for place in ["台北", "香港", "北京", "华盛顿", "东京", "纽约", "伦敦"]
    where name.ends(place) && name.length - place.length >= 2 {
      name = String(name.unicodeScalars.dropLast(place.length))
    }
    return name.tidy
  }

  /// `李 岩` is one name of two characters.
  private static func joinedSingles(_ parts: [String]) -> [String] {
    var result: [String] = []
    for part in parts {
      if part.length == 1, let last = result.last, last.length == 1 {
        result[result.count - 1] = last + part
      } else {
        result.append(part)
      }
    }
    return result
  }

  /// Two to four Han characters, or a foreign name; not an outlet, not a role.
  static func isPerson(_ text: String) -> Bool {
    let length = text.length
    if text.unicodeScalars.allSatisfy(\.isHan) {
      return (2...4).contains(length) && !isOutlet(text) && !text.hasAny(notNames)
    }
    if text.has("·") {
      return text.unicodeScalars.allSatisfy { $0.isHan || $0 == "·" } && length <= 16
    }
    return text.unicodeScalars.allSatisfy { $0.isASCIILetter || ".-' ".unicodeScalars.contains($0) }
      && length >= 3 && length <= 30 && text.lowercased() != "unknown" && !isOutlet(text)
      && !text.lowercased().starts("the ")
  }

  private static let notNames = [
    "记者", "编辑", "作者", "来源", "实习", "通讯", "综合", "报道", "摄影", "文字", "责任", "特约", "佚名", "截图", "提供", "资料",
    "图片", "摄", "网站", "视频", "编译", "译者", "审校", "责编", "网编", "本报", "本网", "管理员",
    "未知", "匿名", "小编",
  ]

  /// A newspaper, agency, station, site or account, by its ending or as a well-known short name.
  static func isOutlet(_ text: String) -> Bool {
    if isKnownOutlet(text) { return true }
    let name = text.packed
    let lower = name.lowercased()
    if lower.hasAny([".com", ".cn", ".net", ".org", "www.", "http"]) { return true }
    return endings.contains { lower.ends($0) } || lower.hasAny(parts)
  }

  static func isKnownOutlet(_ text: String) -> Bool {
    let name = text.packed
    return known.contains(name) || known.contains(name.lowercased())
  }

  private static let known: Set<String> = [
    "联合早报", "聯合早報", "法广", "法廣", "美国之音", "自由亚洲", "德国之声", "路透", "bbc", "voa", "rfi", "rfa", "dw",
    "cna", "nhk",
    "央视", "新浪", "搜狐", "网易", "腾讯", "澎湃", "界面", "财新", "观察者", "中新", "人民", "新华", "光明", "纽约时报", "华尔街日报",
    "金融时报", "大纪元", "中央社", "中国数字时代", "solidot", "凤凰", "虎嗅", "36氪", "端传媒", "中国经营报", "半月谈", "政知见",
    "政知圈",
    "长安街知事", "南都", "参考消息", "环球", "每经", "证券时报网", "第一财经", "新京报", "上观", "侠客岛", "学习小组", "湘伴", "admin",
    "法新社", "美联社", "共同社", "afp", "ap", "reuters",
  ]
  private static let endings = [
    "报", "報", "网", "網", "社", "电视台", "電視台", "电台", "電台", "台", "臺", "新闻", "新聞", "周刊", "週刊", "杂志", "雜誌",
    "日报",
    "晚报", "早报", "时报", "中文网", "传媒", "媒体", "客户端", "频道", "之声", "之音", "发布", "在线", "财经", "通讯社", "出版社",
    "公众号",
    "新媒体", "编辑部", "工作室", "办公室", "委员会", "政府", "宣传部", "公司", "集团", "学会", "协会", "大学", "研究院", "中心", "网站",
    "论坛",
    "热线", "都市报", "月刊", "观察", "视点", "评论", "快讯", "news", "daily", "times", "post", "online", "media",
    "tv", "radio", "press",
    "journal", "magazine",
  ]
  private static let parts = ["中国网", "新闻网", "rsshub", "电视", "广播", "報導", "报道组", "rss"]
}
