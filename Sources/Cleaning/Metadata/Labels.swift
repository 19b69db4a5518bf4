/// Reads what stands behind a label: 来源：新华社, 撰文丨余晖 高语阳, （记者 唐霁）.
enum Labels {
  private static let marks = "：:|丨｜/／ "
  private static let stops = [
    "责任编辑", "责编", "编辑", "作者", "记者", "来源", "字号", "时间", "分享", "评论", "发布", "摄影", "校对", "审核", "阅读",
    "更新", "通讯员",
    "浏览", "点击", "我要", "版权", "监制", "二维码", "关注", "打印", "投稿", "實習", "实习生", "值班", "日期", "美编", "统筹",
    "图片",
  ]

  /// The outlet named as the source.
  static func source(in line: String) -> String? {
    for label in ["文章来源", "稿件来源", "新闻来源", "信息来源", "本文来源", "内容来源", "来源", "稿源", "來源", "转自", "本文转自"] {
      guard let value = value(of: label, in: line) else { continue }
      if line.starts("图片来源") || line.starts("资料来源") || line.starts("素材来源") { return nil }
      var name = value
      if let date = DateReader.first(in: name) {
        name = String(name.unicodeScalars.prefix(date.range.lowerBound))
      }
      name = name.trimmed(" |丨｜:：-·（）()【】[]<>。,，“”\"").tidy
      if let (before, _) = name.cut(at: " "), before.hanCount > 1 { name = before }
      guard !name.isEmpty, name.length <= 24,
        !name.hasAny(["。", "，", "的", "提供", "截图", "网络", "图片"])
      else { continue }
      return name
    }
    return nil
  }

  /// 政知新媒体 in 本文著作权归政知新媒体独家所有.
  static func owner(in line: String) -> String? {
    guard let (_, rest) = line.cut(at: "著作权归") ?? line.cut(at: "版权归"),
      let (name, _) = rest.cut(at: "所有")
    else { return nil }
    var owner = name.tidy
    for word in ["独家", "单独", "共同"] where owner.ends(word) {
      owner = String(owner.unicodeScalars.dropLast(2))
    }
    guard !["原作者", "作者", "原作者本人", "本网", "本站", "本公司", "原出处"].contains(owner) else { return nil }
    return owner.length <= 20 && !owner.isEmpty ? owner : nil
  }

  /// 湘伴 in a line `湘伴导读`: a column that names itself above its summary.
  static func column(in lines: ArraySlice<Page.Line>) -> String? {
    for line in lines where line.isBody && line.text.ends("导读") {
      let name = String(line.text.unicodeScalars.dropLast(2)).tidy
      if (2...6).contains(name.length), name.hanCount == name.length { return name }
    }
    return nil
  }

  /// The account that writes on a platform: `澎湃号 > 中国广州发布`.
  static func account(in line: String) -> String? {
    guard line.length <= 40 else { return nil }
    for platform in ["澎湃号", "搜狐号", "百家号", "网易号", "头条号", "企鹅号", "大鱼号", "人民号"] {
      guard line.starts(platform), let (_, rest) = line.cut(at: ">") else { continue }
      let name = rest.trimmed("> ")
      if !name.isEmpty, name.length <= 20 { return name }
    }
    return nil
  }

  /// The names behind 撰文, 作者, 记者 and the like; empty where the line has none.
  static func authors(in line: String) -> [String] {
    guard line.length <= 100, !line.has("。") else { return [] }
    for label in ["撰文", "撰稿", "作者", "采写", "执笔", "文字", "文图", "图文", "文"] {
      guard line.trimmed("（(【[ ").starts(label) || label.length == 2 && line.has(label),
        let names = value(of: label, in: line, beyond: ["记者", "通讯员", "实习生"])
      else { continue }
      if let list = Names.list(withoutRole(names)) { return list }
    }
    return byLine(line)
  }

  /// `新京报记者 张三 李四` alone on a line, and `记者：张三`.
  private static func byLine(_ line: String) -> [String] {
    guard NoiseShapes.isByLine(line) || line.starts("记者"), !NoiseShapes.isPhotographer(line),
      var names = line.cut(at: "记者")?.after
    else { return [] }
    for stop in ["责编", "网编", "編輯", "编辑"] { names = names.cut(at: stop)?.before ?? names }
    return Names.list(withoutRole(names.trimmed(marks + "）)】]"))) ?? []
  }

  /// The names of a line that is nothing but names, as agencies sign above or below a text:
  /// `张三/李四（综合报道）`. A single Han name alone may be a sub-heading and is not taken.
  static func soloByLine(_ line: String) -> [String]? {
    guard line.length <= 30, !line.hasAny(["。", "，", "：", "“", "？", "！"]) else { return nil }
    var text = line.starts("null ") ? String(line.unicodeScalars.dropFirst(5)) : line
    var isSigned = text.has("/") || text.has("／") || line.starts("null ")
    if let (before, after) = text.cut(at: "（") ?? text.cut(at: "("),
      after.hasAny(["报道", "报导", "摘编", "社", "编译"])
    {
      (text, isSigned) = (before, true)
    }
    guard isSigned || text.ends("综合报导") || text.ends("综合报道") else { return nil }
    return Names.list(text)
  }

  /// `（记者 陆一夫）`, `(记者罗博、萧海川)`.
  static func reporter(in prose: String) -> [String] {
    let head = String(prose.unicodeScalars.prefix(120))
    for open in ["（", "("] {
      var rest = head
      while let (_, after) = rest.cut(at: open) {
        rest = after
        guard let (inside, _) = cutAtClose(after), inside.length <= 40,
          let (before, names) = inside.cut(at: "记者") ?? inside.cut(at: "記者"), before.length <= 10
        else { continue }
        let list = names.cut(at: "通讯员")?.before ?? names
        if let names = Names.list(withoutRole(list.trimmed(marks + ",，"))) { return names }
      }
    }
    return []
  }

  /// `（评论员 罗博 萧海川）` at the very end.
  static func signature(in prose: String) -> [String] {
    let tail = String(prose.unicodeScalars.suffix(30)).trimmed(" 。")
    guard tail.ends("）") || tail.ends(")") else { return [] }
    var rest = tail
    var inside: String?
    while let (_, after) = rest.cut(at: "（") ?? rest.cut(at: "(") {
      inside = after
      rest = after
    }
    guard let names = inside.map({ $0.trimmed("）) ") }), names.hanCount >= 2 else { return [] }
    let list = withoutRole(names)
    guard list != "完", list != "完毕" else { return [] }
    return Names.list(list) ?? []
  }

  private static func cutAtClose(_ text: String) -> (String, String)? {
    text.cut(at: "）") ?? text.cut(at: ")")
  }

  /// What follows `label` and one of its marks, up to the next label.
  private static func value(
    of label: String, in line: String, beyond: [String] = []
  ) -> String? {
    guard let (before, after) = line.cut(at: label) else { return nil }
    guard let first = after.unicodeScalars.first else { return nil }
    // `2014-08-24|作者魏星` has a bar before the label and nothing behind it.
    let isParted = label == "作者" && before.ends("|")
    guard isParted || marks.unicodeScalars.contains(first) else { return nil }
    var value = after.trimmed(marks)
    for stop in stops where !beyond.contains(stop) {
      if let (before, _) = value.cut(at: stop) { value = before }
    }
    let result = value.trimmed(marks + "）)】]（([【")
    return result.isEmpty ? nil : result
  }

  private static func withoutRole(_ names: String) -> String {
    var text = names.trimmed(marks + "）)】]")
    while let (_, after) = text.cut(at: "记者"), !after.isEmpty { text = after.trimmed(marks) }
    for role in ["本报记者", "全媒体记者", "记者", "评论员", "特约", "特派", "通讯员", "首席", "见习", "实习"]
    where text.starts(role) {
      text = String(text.unicodeScalars.dropFirst(role.length)).trimmed(marks)
    }
    return text
  }
}
