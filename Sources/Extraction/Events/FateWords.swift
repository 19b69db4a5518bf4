import Model

/// A word that tells what befalls somebody, and what it asks for.
struct FateWord {
  let codes: [UInt32]
  let kind: Event.Kind
  let rule: Rule
  /// Whether it tells an event only where its sentence dates it: 退休.
  let needsDate: Bool
}

/// The words that tell what befalls somebody: 被查, 双开, 逮捕, 获刑, 辞职, 退休.
enum FateWords {
  private static func words(
    _ kind: Event.Kind, _ rule: Rule, needsDate: Bool = false, _ words: String
  ) -> [FateWord] {
    EventWords.codes(words).map {
      FateWord(codes: $0, kind: kind, rule: rule, needsDate: needsDate)
    }
  }

  /// By their first letter, the longest first.
  static let all: [UInt32: [FateWord]] = {
    let discipline =
      words(
        .discipline, .probe,
        "被查 遭查 接受审查 接受纪律审查 接受监察调查 接受调查 接受中央纪委 接受组织审查 落马 被留置 采取留置 主动投案 投案自首 投案 被立案 立案审查 立案侦查 立案调查 涉嫌严重违纪 涉嫌严重“违纪 涉嫌严重违法 正接受 被调查 被带走"
      )
      + words(.discipline, .expulsion, "双开 “双开” 开除党籍 开除公职 开除其党籍 被开除")
      + words(.discipline, .arrest, "被逮捕 决定逮捕 被捕 逮捕决定 被批捕 被刑拘 被拘留 被抓捕 被非法抓捕")
      + words(.discipline, .charge, "提起公诉 被起诉 被公诉 移送审查起诉 移送检察机关")
      + words(.discipline, .trial, "受审 庭审 开庭 公开审理 出庭受审")
      + words(.discipline, .sentence, "被判 判处 获刑 公开宣判 一审宣判 维持死刑 二审维持 终审裁定")
      + words(.discipline, .execution, "被执行死刑 执行死刑 被执行了死刑")
    let removal =
      words(.removal, .removalEvent, "被免职 辞职 请辞 引咎辞职 被撤职 被革职 被停职 宣布辞职")
      + words(.removal, .departure, needsDate: true, "退休 卸任 卸去 不再担任 离任")
    return Dictionary(grouping: discipline + removal) { $0.codes[0] }
      .mapValues { $0.sorted { $0.codes.count > $1.codes.count } }
  }()

  /// Whether a word begins with a letter, by BMP code.
  static let opens: [Bool] = {
    var opens = [Bool](repeating: false, count: 1 << 16)
    for code in all.keys { opens[Int(code)] = true }
    return opens
  }()

  /// 落马后, 被查时: the time of something else, where nothing dates it.
  static let asides = EventWords.codes("后 以来 以后 之后 时 期间")
  /// 落马前, 被查案: no telling at all.
  static let nouns = EventWords.codes("前 之前 同一天 同日 当天 案 年龄 次数 人数 第二天 的第二天 次日 待遇 以前")
  /// 甲落马当天, 甲被查的第二天: what befell somebody, and the day that it tells of something else.
  static let falls = EventWords.codes("落马 被查 被捕 去世 辞职 卸任")
  static let moments = EventWords.codes("同一天 同日 当天 当日 后 的第二天 第二天 次日")
  /// 直至被查, 此次被查: told elsewhere.
  static let recalls = EventWords.codes("至 此次 这次 第二次 再次 即将 他人 假如 如果")
  /// 多名官员被查: of nobody who is named.
  static let crowds = EventWords.codes("多名 数名 一批 多位 几名 数十名 名高管 名官员 多人 有人")
  /// What speaks of the case in play.
  static let cases = EventWords.codes("本案 此案 该案 一案 案件")
  /// 网络传出甲被查的消息.
  static let rumours = EventWords.codes("传出 传闻 谣 不属实 网传")
  static let thens = EventWords.codes("随后 此后 其后 之后 最后 后来 先后 前后 然后")
  static let notices = EventWords.codes("消息 决定 处分 通报 公告")
}
