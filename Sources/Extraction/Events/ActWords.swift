import Model

/// A public act of its own: what its word is the word of.
enum Act {
  /// Somebody dies: 甲于12月3日病逝.
  case death
  /// Somebody publishes what they have to say: 甲发表声明.
  case statement
  /// The same on a network: 甲12月3日在推特表示.
  case posting
  /// 甲接受河滨电视台专访.
  case interview
  /// 甲签署行政命令.
  case decree
  /// 美国制裁甲、乙.
  case sanction
  /// A body begins: 河滨学会1999年成立.
  case founding
  /// A body puts out a paper with a name: 河滨市政府印发《…》.
  case issue
  /// 甲实名举报乙.
  case accusation
  /// 甲致电乙, 甲与乙通电话.
  case letter
}

/// The words of public acts.
enum ActWords {
  private static func triggers(_ act: Act, _ rule: Rule, _ words: String) -> [EventTrigger] {
    EventWords.codes(words).map {
      EventTrigger(codes: $0, kind: .other, frame: .act(act), rule: rule)
    }
  }

  static let triggers: [EventTrigger] =
    triggers(.death, .death, "逝世 病逝 去世 离世 辞世 身亡 坠亡 自杀死亡 遇刺 遇害 病故 与世长辞")
    + triggers(.statement, .statement, "发表 刊发 刊登 刊出 发布 发出 连发 署名文章 公开信 公开演讲")
    + triggers(.posting, .statement, "推特 脸书 面书 微博 Facebook Twitter")
    + triggers(.interview, .interview, "专访")
    + triggers(.sanction, .sanction, "制裁")
    + triggers(.founding, .founding, "挂牌成立 揭牌成立 正式成立 成立")
    + triggers(.issue, .issue, "联合印发 印发 颁布")
    + triggers(.accusation, .accusation, "举报 告上法庭")
    + triggers(.letter, .letter, "致电 致信 致函 通电话 通话 复信 回信")

  /// What is said of a death that is spoken of, and not told.
  static let deathAsides = EventWords.codes("后 前 之 以 的 一 已 第 周 时 事 案 原因 纪念 表示 者 率 ”表")
  /// Whose death it is, or what brought it: 甲的父亲去世.
  static let kin = EventWords.codes("父 母 妻 丈夫 儿子 女儿 之子 之女 遗孀 夫人 弟 兄 导致 造成 致使")
  /// What opens a clause that goes on with a death.
  static let goingOn = EventWords.codes("于 因 在 不幸 经 昨 今 当")
  static let lately = EventWords.codes("日前 近日 今日 前日")

  /// What is published by one who speaks for themselves.
  static let statements = EventWords.codes("声明 公开信 一封信 推文 推特 帖文 博文")
  /// Of these, what must have a date.
  static let writings = EventWords.codes("文章 演讲")
  /// How papers of bodies end: 《…意见》.
  static let papers = EventWords.codes(
    "意见 方案 规划 通知 条例 规定 办法 纲要 决定 计划 措施 白皮书 公告 指南 报告 战略 目录")
  /// What is done on a network.
  static let postings = EventWords.codes("表示 发文 发帖 回应 写道 称 说 转发 贴文 发表 宣布 透露 批评 留言")
  static let decrees = EventWords.codes("行政命令 行政令 法案 法令 总统令 主席令 嘉奖令 特赦令 法律")
  /// 受到制裁: told of somebody.
  static let sanctioned = EventWords.codes("受 被 遭 对等")
  static let sanctionNouns = EventWords.codes("名单 措施 令 后 的官员 手段 法")
  /// What makes an accusation one by name.
  /// 两篇实名举报: a text, and not the act.
  static let writs = EventWords.codes("篇 封 份")
  static let openly = EventWords.codes("实名")
  static let accusing = EventWords.codes("人 信 电话 者 材料 线索 文章 后 的")
  static let letterPurposes = EventWords.codes("祝贺 慰问 感谢 哀悼 问候")
  /// 通话中, 通话记录.
  static let callAsides = EventWords.codes("中 记录 录音 时间 内容 质量")
  /// What makes an act one that is wished for.
  static let conditions = EventWords.codes("如果 倘若 一旦 要求 呼吁 敦促 只等 等待 需要")
  static let denials = EventWords.codes("没有 未 拒绝 不 尚")
  static let pronouns = EventWords.codes("他 她")
  /// How the names of papers and stations end.
  static let outlets = Set("社报台网刊媒号".unicodeScalars.map(\.value))
}
