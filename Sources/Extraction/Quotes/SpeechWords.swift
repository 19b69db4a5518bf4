/// The small words around a verb of attribution.
enum SpeechWords {
  private static func codes(_ words: String) -> [[UInt32]] {
    words.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
      .sorted { $0.count > $1.count }
  }

  /// What may stand between a subject and its verb, or before either.
  static let adverbs = codes(
    """
    并且 并 还 也 又 则 再次 再 曾 亦 更 同时 随后 此外 最后 其后 此前 之前 日前 近日 昨天 昨日 昨晚 昨 今天 今日 今晨 \
    今早 今 明确 当天 当日 当庭 当场 当时 同日 同天 同一天 特别 进一步 一再 多次 反复 继续 接着 首先 另外 另 一致 共同 \
    分别 不断 公开 再度 曾经 就此 对此 为此 之后 事后 会后 后来 然后 而且 而 但是 但 不过 直接 进而 上午 下午 晚间 早些时候 \
    稍早 稍后 上周 本周 这周 周 星期 一 二 三 四 五 六 日 天 年 月 号 早前 郑重 严正 自己 动情地 激动地 高兴地 坦率地 \
    无奈地 严肃地 笑着 只 就 都 却 仍 已 曾多次 率先 主动 反而 转而 其中 因此 所以 于是 更是 尤其 重点 先后 亲切 深情地 \
    回应时 受访时 致辞时 随即 立即 立刻 当即 马上 旋即 紧接着 接下来 最近 近期 去年 今年 前天 前日 本月 上月 个 初 底 \
    中旬 上旬 下旬 已经 也曾 一直 始终 反复地 公开地 经常 常常 常 总 总是 都曾 依然 依旧 甚至 强烈 坚决 断然 当面 \
    私下 一度 早就 早已 刚刚 刚 恐 才 终于 最终 到底 恰恰
    """)
  /// The letters that they begin with: most places are settled by these.
  static let adverbStarts = Set(adverbs.compactMap(\.first))
  /// What puts a name after it out of the subject's place, at the start of a clause.
  static let governors = codes(
    """
    会见 会晤 接见 拜会 与 同 和 对 向 针对 就 按照 根据 遵照 陪同 由 被 受 给 为 落实 贯彻 学习 牢记 围绕 关于 \
    至于 除 除了 经 应 把 将 让 请 代表 正如 如 比起 不同于 继 自 从 跟 听取 参观 在会见 在与 在同 在和 在对 在向 在
    """)
  /// Those of them that a clause before 的 takes with it: 在河滨任教的罗一鸣.
  static let relatives = codes("在 由 被 受 为 从 自 经 曾")
  /// Verbs whose object a name after them is, wherever they stand.
  static let governingVerbs = codes("会见 会晤 接见 拜会 陪同 听取 按照 根据 遵照 落实 贯彻 召见 针对 写信给 致信 致函 致电 告诉 告知 转告")
  /// Those who speak without a name, or what is no person, right before a verb.
  static let unnamed = codes(
    """
    人士 人员 群众 发言人 律师 记者 官员 专家 学者 网友 网民 部门 方面 办公室 声明 公告 通报 报道 消息 媒体 家属 \
    家人 妻子 儿子 女儿 父亲 母亲 团队 政府 当局 们 委员会 秘书 助理 幕僚 会议 全会 讲话 文章 报告 文件 通知 《 》 \
    党中央 中央 省委 市委 国务院 提出 作出 条例 方案 意见 规定 按 所 的
    """)
  /// What makes a name before it that of a household or a case.
  static let households = codes(
    "办公室 律师 家属 家人 团队 政府 当局 基金会 阵营 发言人 幕僚 助理 案 夫人 妻子 秘书 任内 时期 主政 方面 竞选")
  /// What a name is followed by in address.
  static let forms = codes("同志 先生 女士 小姐 律师 教授 博士 老师 医生 医师 院士 上将 中将 少将 将军 议员 等人 等")
  /// Those around a person, right before their own name.
  static let retainers = codes("发言人 顾问 助理 秘书 幕僚 律师 幕僚长 竞选经理 女儿 儿子 妻子 丈夫 之子 之女")
  /// Verbs of those whom an article goes by: 根据甲介绍.
  static let accounts = codes("介绍 透露 说 称 描述 讲述 回忆 分析 解释")
  /// Verbs of those who pass words on.
  static let citations = codes("援引 引述 引用 转引 转述")
  /// What begins a topic that somebody speaks to.
  static let topics = codes("针对 对于 关于 谈到 谈及 说到 提到 提及")
  /// Those who speak without a name, in the clauses before a verb.
  static let voices = codes(
    "网民 网友 外界 人士 媒体 专家 企业家 评论 分析 舆论 民众 学者 官媒 刊文 发言人 机关报 知情 举报 声明 公告 会议听取")
  /// What ends an adverbial of time or place.
  static let circumstances = codes("时 中 上 后 间 里 下 际 期间 会 场合 文章 讲话 致辞 发言 声明 专访 采访 受访 演讲 报道")
  /// What begins one.
  static let prepositions = codes(
    "在 于 对 向 跟 与 同 和 就 接受 出席 通过 主持 发表 发言 告 撰文 受访 会见 作 回 针对 致 参加 透过 面对 谈 利用 以 应 发 率 抵达 到 赴")
  /// What begins a sentence of the same speech.
  static let exhortations = codes("要 必须 应 希望 坚持 我们 我 中方 双方 务必 需要 不能 切实 各级 各地 全面 加强 加快 推动")
  /// What begins a sentence that tells of something else.
  static let turns = codes(
    """
    他 她 据 随后 此外 会议 会上 会后 会谈 会见 期间 当天 当日 当晚 访问期间 出席 游客 报道 有 该 央视 新华社 本报 （ ( \
    与此同时 另据 目前 同日 座谈会 参加 陪同 在场 现场 昨天 今天 近日 日前 考察期间 调研中 活动 之后 图 记者 公开 官方
    """)
  /// 表示欢迎: a feeling, not a statement.
  static let feelings = codes(
    """
    欢迎 热烈 感谢 衷心 祝贺 诚挚 慰问 哀悼 敬意 崇高 肯定 充分肯定 高度 赞赏 满意 关切 遗憾 不满 强烈 深切 由衷 沉痛 支持。 \
    反对。 理解。 同意。 认可 亲切 问候 谢意 歉意
    """)
  /// What somebody said or wrote, of which a verb may be said instead of the person: 的话说.
  static let sayings = codes(
    "话 说法 分析 观点 看法 讲话 发言 演讲 致辞 声明 评论 文章 博文 帖文 推文 微博 来信 回忆 解释 报告")
  /// What makes the words between a verb and the end of a clause a statement, not a thing.
  static let clauseMarks = codes(
    "应 将 要 会 是 已 不 没有 能够 可以 必须 需要 同意 正在 仍 让 令 由于 因为 如果 了")
  /// Words with such a letter that make none.
  static let otherWords = codes(
    """
    供应 反应 响应 效应 适应 应急 应用 应对 社会 会议 会谈 会见 会员 委员会 大会 将军 不久 不同 \
    不少 不断 不足 主要 重要 需要 要素 要求 要点 纲要 但是 于是 只是 还是 命令 指令 了解 为了 除了
    """)
  /// Whom words are put to, between their verb and the quotation: 追问对方“…”.
  static let counterparts = codes("对方 其 他 她 记者 他们 她们 自己 我 大家 众人 道")
  /// What begins a statement right behind a verb that else asks for a mark.
  static let modals = codes("要 应 应该 应当 将 必须 需 需要 可以 不能 不得 不要 不会 绝不 决不 希望 务必")
  /// Two who were named before.
  static let pairs = codes("两国元首 两国领导人 两国总统 两国总理 两国外长 两人 二人 两位领导人 双方领导人")
}

extension Passage {
  /// The end of the longest of some words that begins at a place.
  func end(of words: [[UInt32]], at place: Int) -> Int? {
    for word in words where stands(word, at: place) { return place + word.count }
    return nil
  }

  /// The start of the longest of some words that ends before a place.
  func start(of words: [[UInt32]], before end: Int) -> Int? {
    for word in words where stands(word, at: end - word.count) { return end - word.count }
    return nil
  }

  /// Whether one of some words stands anywhere in a stretch.
  func holds(_ words: [[UInt32]], in stretch: Range<Int>) -> Bool {
    stretch.contains { end(of: words, at: $0).map { $0 <= stretch.upperBound } ?? false }
  }

  func stands(_ word: [UInt32], at place: Int) -> Bool {
    guard place >= 0, place + word.count <= count else { return false }
    for (offset, code) in word.enumerated() where scalars[place + offset] != code { return false }
    return true
  }
}
