/// What stands in an article's text and is none of it: who reported, edited and printed it, and when.
///
/// Every outlet that reprints an article puts its own in place of it, so that it says nothing of
/// what was edited. `clean` leaves out what a page has around the text; this is within.
struct PageFurniture {
  /// The places of a paragraph that are furniture, ascending; all of it where it is nothing else.
  static func ranges(in paragraph: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
    if isFurniture(paragraph) { return [paragraph.indices] }
    var ranges = bylines(in: paragraph)
    if let dateline = dateline(of: paragraph) { ranges.insert(dateline, at: 0) }
    return ranges
  }

  // MARK: whole paragraphs

  /// Longer than this, a paragraph that begins like furniture says something.
  private static let longest = 60
  private static let openings = scalars(
    "责任编辑", "责编", "编辑", "来源", "文章来源", "稿件来源", "原标题", "作者", "记者", "本报记者", "通讯员", "图片",
    "摄影", "供图", "校对", "监制", "审核", "签发", "值班", "编审", "编译", "主编", "打印", "关闭", "分享", "扫一扫", "扫码",
    "点击", "更多", "相关", "推荐", "上一篇", "下一篇", "字号", "版权", "免责", "声明", "特别声明", "转载", "举报", "发布", "阅读",
    "浏览", "评论", "订阅", "关注", "下载", "返回", "本文来", "本文系", "責任編輯", "編輯", "來源", "記者", "作者")
  private static let statements = scalars("版权", "免责", "特别声明", "本文来", "本文系", "声明：", "转载")
  private static let closings: Set<Unicode.Scalar> = ["。", "！", "？", "”", "」", "；"]

  private static func isFurniture(_ paragraph: ArraySlice<Unicode.Scalar>) -> Bool {
    let trimmed = paragraph.drop { isBlank($0) }
    guard let first = trimmed.first, let last = trimmed.last(where: { !isBlank($0) }) else {
      return false
    }
    guard trimmed.count <= longest else { return false }
    if statements.contains(where: { trimmed.starts(with: $0) }) { return true }
    if !trimmed.contains(where: isWord) { return true }
    guard !closings.contains(last) else { return false }
    if isSignature(trimmed) { return true }
    let inner = brackets[first] == last ? trimmed.dropFirst() : trimmed
    return brackets[first] == last && trimmed.count <= 40
      || openings.contains { inner.starts(with: $0) }
  }

  /// 甲某/乙某（某社）: names with a slash between them.
  private static func isSignature(_ paragraph: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = paragraph.prefix { brackets[$0] == nil }
    return head.count <= 20 && head.contains("/") && head.first != "/"
      && head.allSatisfy { $0 == "/" || isBlank($0) || isWord($0) }
  }

  /// Whether a scalar is more than a digit, a mark or a part of a date.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && !dateParts.contains(scalar)
  }

  private static let dateParts: Set<Unicode.Scalar> = ["年", "月", "日", "时", "分", "秒"]

  // MARK: parts

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕",
  ]
  private static let longestByline = 60
  private static let bylineWords = scalars(
    "记者", "通讯员", "编辑", "责编", "摄", "来源：", "供图", "供稿", "校对", "原标题", "編輯", "記者", "特派员")
  private static let ends = scalars("完", "全文完", "END", "end")

  /// （记者甲、乙）, （完）: brackets about those who made the article.
  private static func bylines(in paragraph: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = paragraph.startIndex
    while place < paragraph.endIndex {
      if let close = brackets[paragraph[place]],
        let end = paragraph[place...].prefix(longestByline).firstIndex(of: close)
      {
        if isByline(paragraph[(place + 1)..<end]) {
          ranges.append(place..<end + 1)
          place = end
        }
      }
      place += 1
    }
    return ranges
  }

  private static func isByline(_ inner: ArraySlice<Unicode.Scalar>) -> Bool {
    if let last = inner.last, wireWords.contains(last) { return true }
    return ends.contains(where: inner.elementsEqual)
      || reports.contains { inner.reversed().starts(with: $0.reversed()) }
      || bylineWords.contains { contains(inner, $0) }
  }

  private static let reports = scalars("报道", "报导", "報道", "報導")
  private static let wireWords: Set<Unicode.Scalar> = ["电", "讯", "電", "訊"]
  private static let beforeWire: Set<Unicode.Scalar> = ["日", "社", "报", "网", "台", "報", "網", "臺"]
  private static let afterWireWord: Set<Unicode.Scalar> = [
    "视", "话", "影", "力", "商", "子", "視", "話", "讯",
  ]
  private static let clauseEnds: Set<Unicode.Scalar> = ["，", "。", "！", "？", "；", "：", ",", "“"]

  /// 某社某地8月23日电, 本报讯: from the start of the paragraph to the word.
  private static func dateline(of paragraph: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    for place in paragraph.indices.prefix(40) {
      let scalar = paragraph[place]
      if clauseEnds.contains(scalar) { return nil }
      guard wireWords.contains(scalar),
        place > paragraph.startIndex, beforeWire.contains(paragraph[place - 1])
      else { continue }
      let next = paragraph.index(after: place)
      if next < paragraph.endIndex, afterWireWord.contains(paragraph[next]) { continue }
      return paragraph.startIndex..<next
    }
    return nil
  }

  private static func contains(
    _ text: ArraySlice<Unicode.Scalar>, _ word: [Unicode.Scalar]
  ) -> Bool {
    text.indices.contains { text[$0...].starts(with: word) }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func scalars(_ words: String...) -> [[Unicode.Scalar]] {
    words.map { Array($0.unicodeScalars) }
  }
}
