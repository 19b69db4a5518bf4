import Model

/// What cannot be said as a list of phrases.
enum LinePattern: Sendable {
  /// Nothing but digits and marks: read counts, page numbers.
  case counter
  /// Nothing but a date, with or without a time.
  case date
  /// Nothing but an address.
  case address
  /// Names and places of trails with arrows between them: 首页 > 新闻 > 正文.
  case trail
  /// Nothing but marks and symbols.
  case marks
  /// Nothing but who took the picture: …记者 唐俊 摄.
  case photographer
  /// Nothing but an agency in brackets or behind ©: （中新社）, ©AFP.
  case agency
  /// Nothing but a reporter with the outlet: 河滨晚报记者 张南.
  case reporter
  /// Nothing but roles and names: 编辑 刘晓阳 校对 李铭.
  case staff
  /// A caption with its picture's source behind it: … (Image: GETTY).
  case captionEnd
  /// Nothing but names, in brackets behind them perhaps agencies: 张平/ 达扬（德新社）.
  case names
  /// How long ago: 1 小时前.
  case age
  /// An archive picture's label, and no sentence: 资料图片：人民币纸币。
  case archive
  /// 河滨电台记者郑生华盛顿报道
  case report
  /// The outlet's own heading: 河伴导读.
  case leadIn
  /// The heading of a thread of comments, with their number: 网友评论 (36).
  case comments
  /// Nothing but words of buttons, some with a number: 分享 收藏 评论(12).
  case buttons
  /// A role in brackets and who has it: 【记者】李山.
  case role

  func fits(_ line: FoldedLine) -> Bool {
    switch self {
    case .counter: isCounter(line.bytes)
    case .date: isDate(line.original)
    case .address: isAddress(line.bytes)
    case .trail: isTrail(line)
    case .marks: isMarks(line.bytes)
    case .photographer: isPhotographer(line)
    case .agency: isAgency(line)
    case .reporter: isReporter(line)
    case .staff: isStaff(line)
    case .captionEnd: isCaptionEnd(line)
    case .names:
      NamesLine.names(in: line.original).map { $0.names.count > 1 || $0.isMarked } ?? false
    case .age: isAge(line)
    case .archive: isArchive(line)
    case .comments: isComments(line)
    case .role: isRole(line)
    case .buttons: isButtons(line)
    case .report: isReport(line)
    case .leadIn:
      line.characters <= 8 && line.characters > 2 && line.bytes.ends(with: Self.leadInEnd)
    }
  }

  private func isCounter(_ line: [UInt8]) -> Bool {
    var digits = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"),
        UInt8(ascii: "k"):
        break
      default: return false
      }
    }
    return digits > 0
  }

  private func isDate(_ line: [UInt8]) -> Bool {
    guard line.count <= 120, let date = DateReader.first(in: line), date.day.day != nil else {
      return false
    }
    if line.count - date.range.count <= 5 { return true }
    // 河滨青年报2023-11-12 21:33:01, 2019年09月07日 04:04 北京日报, 2020-12-16 来源：新华网
    let before = String(decoding: line[..<date.range.lowerBound], as: UTF8.self).trimmed
    let after = String(decoding: line[date.range.upperBound...], as: UTF8.self).trimmed
    let isNamed =
      PublisherReader.isOutlet(before) || PublisherReader.isOutlet(after)
      || PublisherReader.name(inLabelled: line) != nil
    // (2023-11-30) 法治河滨
    let isBracketed = date.range.lowerBound <= 3 && before.utf8.count == 1 || before == "（"
    return (isNamed || isBracketed && line.count <= 48) && !Sentence.isEnded(line)
  }

  private func isAddress(_ line: [UInt8]) -> Bool {
    (line.starts(with: "http://".utf8) || line.starts(with: "https://".utf8))
      && line.allSatisfy { $0 < 0x80 }
  }

  private func isTrail(_ line: FoldedLine) -> Bool {
    guard line.characters <= 60 else { return false }
    let arrows = line.bytes.filter { $0 == UInt8(ascii: ">") }.count
    if arrows == 0 { return isBar(line) }
    if arrows == 1, isSection(line) { return true }
    let isHome = Self.homes.contains { line.bytes.starts(with: $0) }
    return isHome || arrows >= 2 && !Sentence.isEnded(line.bytes)
  }

  /// 河滨在线 > 时政
  private func isSection(_ line: FoldedLine) -> Bool {
    let parts = line.bytes.split(separator: UInt8(ascii: ">"))
    guard parts.count == 2, line.characters <= 20 else { return false }
    return PublisherReader.isOutlet(String(decoding: parts[0], as: UTF8.self))
  }

  /// 首页|新闻|视频|经济|体育
  private func isBar(_ line: FoldedLine) -> Bool {
    let parts = line.bytes.split(separator: UInt8(ascii: "|"))
    return parts.count >= 4 && parts.allSatisfy { $0.count <= 15 }
  }

  private func isMarks(_ line: [UInt8]) -> Bool {
    guard !line.isEmpty, line.count <= 60 else { return false }
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte >= 0x80 {
        guard index + 2 < line.count, byte == 0xE2 || byte == 0xE3 && line[index + 1] == 0x80
        else { return false }
        // An ellipsis of its own is text: it stands for what was left out.
        if byte == 0xE2, line[index + 1] == 0x80, line[index + 2] == 0xA6 { return false }
        index += 3
      } else {
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        // Agencies part their sections with underscores, as text.
        if isLetter || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "_") {
          return false
        }
        index += 1
      }
    }
    return true
  }

  private func isPhotographer(_ line: FoldedLine) -> Bool {
    guard line.characters <= 44 else { return false }
    var rest = line.bytes[...]
    while let last = rest.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
      rest = rest.dropLast()
    }
    return Self.takers.contains { rest.ends(with: $0) } && !rest.containsRun("。")
      && !rest.containsRun(",") && !Self.shoots.contains { rest.ends(with: $0) }
  }

  private func isAgency(_ line: FoldedLine) -> Bool {
    guard line.characters <= 24, let first = line.bytes.first else { return false }
    if line.bytes.starts(with: "©".utf8) { return true }
    guard first == UInt8(ascii: "("), line.bytes.last == UInt8(ascii: ")") else { return false }
    let inner = line.bytes.dropFirst().dropLast()
    return Self.agencies.contains { inner.ends(with: $0) } && !inner.containsRun(",")
  }

  private func isReporter(_ line: FoldedLine) -> Bool {
    guard line.characters <= 24, !Sentence.isEnded(line.bytes) else { return false }
    return ReporterLine.names(in: line.bytes) != nil
  }

  private func isAge(_ line: FoldedLine) -> Bool {
    line.characters <= 14 && line.bytes.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
      && ["前", "ago"].contains { line.bytes.ends(with: Array($0.utf8)) }
  }

  private func isArchive(_ line: FoldedLine) -> Bool {
    line.characters <= 120 && Self.archives.contains { line.bytes.starts(with: $0.utf8) }
      && !Credits.isSentence(line.original)
  }

  private func isComments(_ line: FoldedLine) -> Bool {
    guard line.characters <= 20,
      let heading = Self.threads.first(where: { line.bytes.starts(with: $0) })
    else { return false }
    // Nothing behind it but a number and its marks.
    return line.bytes.dropFirst(heading.count).allSatisfy {
      $0 < 0x80 && !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
    } || line.bytes.ends(with: Array("条".utf8))
  }

  private func isButtons(_ line: FoldedLine) -> Bool {
    guard line.characters <= 40 else { return false }
    let words = line.original.split(separator: 0x20)
    return words.count > 1
      && words.allSatisfy { word in
        Self.buttonWords.contains { button in
          word.starts(with: button)
            && word.dropFirst(button.count).allSatisfy { $0 < 0x41 || $0 == 0xEF || $0 == 0xBC }
        }
      }
  }

  private func isRole(_ line: FoldedLine) -> Bool {
    guard line.characters <= 30, line.bytes.first == UInt8(ascii: "["),
      let end = line.bytes.firstIndex(of: UInt8(ascii: "]")), end <= 16
    else { return false }
    let inner = line.bytes[1..<end]
    return Self.roles.contains { inner.ends(with: Array($0.utf8)) }
      || inner.elementsEqual("来源".utf8)
      || inner.elementsEqual("作者".utf8)
  }

  private func isReport(_ line: FoldedLine) -> Bool {
    guard line.characters <= 34, !line.bytes.containsRun("。") else { return false }
    let ends = ["报道", "报导", "報導", "報道", "报道)", "报导)", "報導)"]
    return
      (line.bytes.containsRun("记者") || line.bytes.containsRun("記者") || line.bytes.containsRun("综合"))
      && ends.contains { line.bytes.ends(with: Array($0.utf8)) }
  }

  private static let archives = ["资料图片", "资料照", "資料照", "资料图", "資料圖", "示意图", "示意圖", "图为", "圖為"]

  private func isStaff(_ line: FoldedLine) -> Bool {
    guard line.characters <= 40, Self.roles.contains(where: { line.bytes.starts(with: $0.utf8) })
    else { return false }
    var rest = String(decoding: line.bytes, as: UTF8.self)
    for role in Self.roles { rest = rest.replacing(role, with: " ") }
    let words = rest.split(whereSeparator: { " :|/、,;；()[]".contains($0) })
    return words.contains { PersonName.isLikely($0.utf8) }
      && words.allSatisfy {
        (6...12).contains($0.utf8.count) && $0.unicodeScalars.allSatisfy(PersonName.isHan)
      }
  }

  private func isCaptionEnd(_ line: FoldedLine) -> Bool {
    guard line.characters <= 400, line.bytes.last == UInt8(ascii: ")"),
      let open = line.bytes.lastIndex(of: UInt8(ascii: "(")), line.bytes.count - open <= 60
    else { return false }
    let inner = line.bytes[(open + 1)...]
    return Self.pictures.contains { inner.starts(with: $0.utf8) }
  }

  private static let pictures = [
    "image:", "photo:", "photoby", "apphoto", "picture:", "pic:", "credit:", "getty", "reuters",
    "imagecredit",
    "filephoto", "afpphoto", "courtesy", "photocredit", "screenshot",
  ]
  private static let buttonWords = [
    "分享", "收藏", "评论", "打印", "关闭", "字号", "转发", "点赞", "微信", "微博", "举报", "大", "中", "小", "复制", "纠错",
    "字体", "阅读", "赞", "推荐", "QQ", "朋友圈", "分享到", "收听", "放大", "缩小", "默认",
  ].map { Array($0.utf8) }
  private static let threads = [
    "网友评论", "最新评论", "最热评论", "热门评论", "全部评论", "评论区", "用户评论", "读者评论", "网友跟帖", "网友跟贴", "热门跟帖",
    "精彩评论", "我来说两句", "網友評論", "讀者留言", "发表回复", "發表迴響", "leaveareply", "leaveacomment",
  ].map { Array($0.utf8) }
  private static let roles = [
    "责任编辑", "值班编辑", "视频编辑", "编辑", "校对", "责编", "审核", "记者", "实习生", "摄影", "视频", "制作", "主编", "审校",
    "通讯员", "制图",
    "新媒体", "美编", "編輯", "核稿", "譯者", "编译", "审校", "翻译", "译者", "主播", "整理", "网编", "编审", "监制", "发稿",
  ]
  private static let leadInEnd = Array("导读".utf8)
  private static let takers = [
    "摄", "攝", "摄影", "供图", "图片", "资料图", "资料图片", "视频截图", "截图", "摄影报道",
  ].map { Array($0.utf8) }
  private static let shoots = ["拍摄", "航摄", "勾勒供图"].map { Array($0.utf8) }
  private static let agencies = [
    "社", "社图", "社资料图", "网", "报", "日报", "晚报", "微博", "微信", "公众号", "微信公号", "视频截图", "资料图", "资料图片", "图",
    "视觉中国", "法新", "路透", "afp", "reuters", "ap", "gettyimages", "互联网", "网络", "电视台", "台",
  ].map { Array($0.utf8) }
  private static let homes = ["首页", "首頁", "主页", "当前位置", "您所在的位置", "您的位置", "现在位置", "位置:"]
    .map { Array($0.utf8) }
}
