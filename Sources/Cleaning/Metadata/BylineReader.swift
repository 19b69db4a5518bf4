/// Reads who wrote an article out of the lines around and at the edges of its text.
///
/// Editors, proof-readers, photographers and translators are no authors.
enum BylineReader {
  /// The names in a line such as 撰文丨余青 高原, 作者:周恒编辑:胡迎, 采写：河滨日报记者 余青 向阳; nil
  /// where the line names no author.
  static func names(inLabelled line: [UInt8]) -> [String]? {
    guard labelFinder.matches(in: line[...]) else { return nil }
    let found = labels.compactMap { label in position(of: label, in: line) }
      .sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    for (_, start) in found {
      let names = split(afterMarks(line[start...]))
      if !names.isEmpty { return names }
    }
    return nil
  }

  private static func afterMarks(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = rest
    while let first = rest.first, " :|/,]".utf8.contains(first) { rest = rest.dropFirst() }
    for mark in ["：", "丨", "｜", "／", "│", "】", "〕"] where rest.starts(with: mark.utf8) {
      rest = rest.dropFirst(mark.utf8.count)
    }
    return rest
  }

  /// The names in 新华社河滨12月9日电（记者唐青）, （记者 裴飞）, （评论员 罗文 萧海）.
  static func names(inBrackets line: [UInt8]) -> [String]? {
    for (open, close) in [("（", "）"), ("(", ")"), ("【", "】")] {
      var start = line.startIndex
      while let first = line[start...].range(of: open.utf8) {
        guard let last = line[first.upperBound...].range(of: close.utf8) else { break }
        let inner = line[first.upperBound..<last.lowerBound]
        if inner.count <= 90, let names = roleNames(inner) { return names }
        // 中新网河滨11月12日电 (吴白 郑绿)
        let before = line[..<first.lowerBound].trimmingBlanks
        if ["电", "電", "讯", "訊"].contains(where: { before.ends(with: Array($0.utf8)) }),
          let names = onlyNames(inner)
        {
          return names
        }
        start = last.upperBound
      }
    }
    return nil
  }

  /// The names alone in brackets at the end of a text: (李楠), （吴白 郑绿）, （文/吴白 图/郑绿）.
  static func names(inLastBrackets line: [UInt8]) -> [String]? {
    var line = line[...]
    if let last = line.last, last == UInt8(ascii: ".") { line = line.dropLast() }
    for (open, close) in [("（", "）"), ("(", ")")] where line.ends(with: Array(close.utf8)) {
      let body = line.dropLast(close.utf8.count)
      guard let start = body.lastRange(of: open.utf8) else { continue }
      let inner = body[start.upperBound...]
      let name = String(decoding: inner.filter { $0 != 0x20 }, as: UTF8.self)
      if inner.count <= 12, PersonName.isLikely(name.utf8) { return [name] }
      if let names = onlyNames(inner) { return names }
      if inner.count <= 60 { return names(inLabelled: Array(inner)) }
    }
    return nil
  }

  /// By Ann Lee and Bob Ray.
  static func names(inWestern line: [UInt8]) -> [String]? {
    guard line.count <= 90, line.starts(with: "By ".utf8) || line.starts(with: "by ".utf8) else {
      return nil
    }
    var rest = String(decoding: line.dropFirst(3), as: UTF8.self)
    for mark in [" and ", " & ", "，", "、"] { rest = rest.replacing(mark, with: ",") }
    let names = rest.split(separator: ",").map { String($0).trimmed }
    let likely = names.prefix { PersonName.isLikely($0.utf8) && !PublisherReader.isOutlet($0) }
    return likely.isEmpty ? nil : Array(likely)
  }

  /// Names parted by spaces or marks; what is no name ends the list.
  static func split(_ text: some Collection<UInt8>) -> [String] {
    var names: [String] = []
    var single = ""
    for word in words(text) {
      // Another role: 作者：李山 摄影：王水.
      if others.contains(word) || stops.contains(where: { word.hasPrefix($0) }) { break }
      guard let name = nameAtStart(word) else {
        // 李 岩: two characters set apart.
        if word.unicodeScalars.count <= 2, word.unicodeScalars.allSatisfy(PersonName.isHan) {
          single += word
          if PersonName.isLikely(single.utf8) {
            names.append(single)
            single = ""
          }
          continue
        }
        if ignored.contains(where: { word.hasSuffix($0) }) { continue }
        break
      }
      names.append(name.name)
      if name.isCut { break }
    }
    return names
  }

  // MARK: Parts

  private static func roleNames(_ inner: ArraySlice<UInt8>) -> [String]? {
    let found = roles.compactMap { inner.range(of: $0.utf8) }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    for role in found {
      let names = split(beforeDateline(inner[role.upperBound...]))
      if !names.isEmpty { return names }
    }
    return nil
  }

  /// 吴白 郑绿: names and nothing else.
  private static func onlyNames(_ inner: ArraySlice<UInt8>) -> [String]? {
    guard inner.count <= 60 else { return nil }
    let names = split(inner)
    let marks = inner.filter { $0 == 0x20 || $0 == 0x2C }.count
    let rest = inner.count - names.reduce(0) { $0 + $1.utf8.count } - marks
    return !names.isEmpty && rest <= 3 * (names.count - 1) ? names : nil
  }

  /// 吴白台北12日电: the name or names before the place of a dateline.
  private static func beforeDateline(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard
      ["電", "电", "讯", "訊", "报道", "報導", "报导"].contains(where: { rest.ends(with: Array($0.utf8)) }),
      let digit = rest.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }),
      rest[..<digit].allSatisfy({ $0 >= 0x80 })
    else { return rest }
    // Three bytes a character: a name of two or three, a place of two or more.
    let characters = (digit - rest.startIndex) / 3
    guard characters >= 4, characters <= 8 else { return rest[..<digit] }
    let name = characters == 4 ? 2 : 3
    return rest[..<(rest.startIndex + name * 3)]
  }

  /// Where a label stands, and where what it labels begins.
  private static func position(of label: String, in line: [UInt8]) -> (start: Int, end: Int)? {
    let label = Array(label.utf8)
    guard let found = line.range(of: label) else { return nil }
    // A label stands at the start of the line or behind a space, a mark or another field.
    let before = line[..<found.lowerBound]
    guard let last = before.last else { return (found.lowerBound, found.upperBound) }
    let isFree =
      last < 0x80 || before.ends(with: Array("【".utf8)) || before.ends(with: Array("】".utf8))
      || before.ends(with: Array("》".utf8))
      || before.ends(with: Array("。".utf8))
    // 来源：河滨新闻网作者：李山 has nothing between its fields, so a label with its colon may follow.
    let end = line[found.upperBound...]
    return isFree || end.starts(with: "：".utf8) || end.first == UInt8(ascii: ":")
      ? (found.lowerBound, found.upperBound) : nil
  }

  /// Roles and outlets before a name are cut off: 河滨日报记者 余青, 记者王敬, 本报记者：张三.
  private static func words(_ text: some Collection<UInt8>) -> [String] {
    var all = String(decoding: Array(text), as: UTF8.self)
    for mark in ["、", "，", "；", ",", ";", "/", "／", "&", "|", "丨", "｜", "　", "：", ":", "和"] {
      all = all.replacing(mark, with: " ")
    }
    return all.split(separator: " ").flatMap { word -> [String] in
      for role in roles where word.contains(role) {
        let pieces = word.split(separator: role, omittingEmptySubsequences: true)
        if word.hasPrefix(role) { return pieces.map(String.init) }
        return pieces.dropFirst().map(String.init)
      }
      return [String(word)]
    }
  }

  /// The name that a word is or begins with: 周恒编辑 gives 周恒.
  private static func nameAtStart(_ word: String) -> (name: String, isCut: Bool)? {
    if PersonName.isLikely(word.utf8), !endings.contains(where: { word.hasSuffix($0) }) {
      return (word, false)
    }
    for stop in stops {
      guard let found = word.range(of: stop), found.lowerBound > word.startIndex else { continue }
      let head = String(word[..<found.lowerBound])
      // A pen name needs no family name where a role stands right behind it.
      let isPenName = (3...4).contains(head.unicodeScalars.count) && writers.contains(stop)
      let isName =
        PersonName.isLikely(head.utf8)
        || isPenName && head.unicodeScalars.allSatisfy(PersonName.isHan)
      return isName ? (head, true) : nil
    }
    return nil
  }

  private static let labels = [
    "撰文", "采写", "采编", "撰稿", "作者", "文字记者", "记者", "通讯员", "文字", "图文", "文图", "文、图", "原创：", "文｜", "文丨",
    "文|", "文 |",
    "文 丨", "文 ｜", "文/", "文 /", "文：", "文:", "本报记者", "采访", "本报通讯员", "特约记者", "見習記者", "記者",
    "作者：", "Author,", "Text by", "撰文、",
  ]
  private static let labelFinder = PhraseFinder(labels, ignoringCase: false)
  private static let roles = [
    "全媒体记者", "见习记者", "首席记者", "特约记者", "特派记者", "实习记者", "本报记者", "本网记者", "通讯员", "特约评论员", "评论员", "撰稿人",
    "实习生",
    "特约撰稿", "作者", "记者", "特派员", "記者", "特派員", "實習記者",
  ]
  /// Roles that a line of names may go on with.
  private static let others: Set<String> = ["图", "摄", "摄影", "图片", "编", "圖", "攝影"]
  private static let writers: Set<String> = ["编译", "撰文", "采写", "报道", "报导"]
  private static let stops = [
    "编辑", "责编", "来源", "摄影", "校对", "返回", "供图", "发自", "报道", "报导", "编译", "图片", "责任", "发布",
    "点击", "时间", "日期", "浏览", "阅读", "字号", "字体", "稿源", "审核", "台北", "報導",
  ]
  private static let endings = ["网", "报", "社", "编辑", "台"]
  private static let ignored = ["电", "讯", "报", "网", "社", "台", "日报", "晚报", "新闻"]
}

/// 河滨晚报记者 张南, 河滨周刊记者 史卫, 《河滨周刊》作者 周纯, 新华社记者王敬: an outlet and a reporter, no more.
enum ReporterLine {
  static func names(in line: [UInt8]) -> [String]? {
    for role in [Array("记者".utf8), Array("作者".utf8), Array("記者".utf8)] {
      guard let found = line.range(of: role), found.lowerBound <= 36 else { continue }
      let names = BylineReader.split(line[found.upperBound...])
      let rest = line[found.upperBound...].filter { $0 != 0x20 }.count
      let named = names.reduce(0) { $0 + $1.utf8.count }
      // Everything behind the role is names: no sentence begins here.
      if !names.isEmpty, rest - named <= 3 * names.count { return names }
    }
    return nil
  }
}

/// 周白, 周宗/杨立 (路透社、法新社), ANN LEE,ANN LEE: a line of names.
enum NamesLine {
  /// Whether no digit and no mark stands there that no name has, before what is in brackets: this
  /// rules out most lines without a look at their words.
  private static func mayBeNames(_ line: [UInt8]) -> Bool {
    for (place, byte) in line.enumerated() {
      switch byte {
      case UInt8(ascii: "("): return true
      case 0xE3, 0xEF:
        let mark = line[place...].prefix(3)
        if mark.elementsEqual("（".utf8) { return true }
        if mark.elementsEqual("。".utf8) || mark.elementsEqual("：".utf8) { return false }
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "?"),
        UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "|"), UInt8(ascii: ">"):
        return false
      default: break
      }
    }
    return true
  }

  /// Nil where anything else stands there. A line is marked where its form shows that it is a
  /// by-line: a stroke between names, agencies or 综合报道 in brackets behind them.
  static func names(in line: [UInt8]) -> (names: [String], isMarked: Bool)? {
    guard line.count <= 120, mayBeNames(line) else { return nil }
    var text = String(decoding: line, as: UTF8.self)
    var isMarked = text.contains("/") || text.contains("／")
    if text.hasPrefix("null ") { text.removeFirst(5) }
    for (open, close) in [("（", "）"), ("(", ")")] where text.hasSuffix(close) {
      guard let start = text.range(of: open) else { continue }
      let inner = String(text[start.upperBound...].dropLast())
      let isAgency =
        ["报道", "报导", "報導", "摘编", "编译"].contains { inner.hasSuffix($0) }
        || inner.split(whereSeparator: { "、，,/ ".contains($0) })
          .allSatisfy { PublisherReader.isOutlet(String($0)) }
      guard isAgency else { return nil }
      isMarked = true
      text = String(text[..<start.lowerBound])
    }
    for ending in ["综合报道", "综合报导", "综合報導", "編譯", "编译"] where text.hasSuffix(ending) {
      isMarked = true
      text.removeLast(ending.count)
    }
    let isWide = text.unicodeScalars.contains(where: PersonName.isHan)
    let parts = text.split(whereSeparator: { "/／、，,;；".contains($0) || isWide && $0 == " " })
      .map { String($0).trimmed }.filter { !$0.isEmpty }
    guard !parts.isEmpty, parts.count <= 6, parts.allSatisfy({ PersonName.isLikely($0.utf8) })
    else {
      return nil
    }
    return (parts, isMarked)
  }
}
