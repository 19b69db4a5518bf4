import Model

/// The words that tell agreements.
enum AgreementWords {
  /// A word that makes an agreement, where it stands.
  struct Making {
    var range: Range<Int>
    /// Joint statements alone are issued: 发表联合声明.
    var isIssuing: Bool
  }

  private static let signing = EventWords.codes("签署 签订 签约 签下 签定 签立 签字 达成 互换 交换")
  private static let issuing = EventWords.codes("发表 发布")

  /// Whether a word of making may begin with a letter.
  static func opens(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7B7E, 0x8FBE, 0x4E92, 0x4EA4, 0x53D1: true  // 签达互交发
    default: false
    }
  }

  static func making(at place: Int, in passage: Passage) -> Making? {
    guard opens(passage.scalar(place)) else { return nil }
    func end(_ words: [[UInt32]]) -> Int? {
      words.first { passage.stands($0, at: place) }.map { place + $0.count }
    }
    if let end = end(signing) { return Making(range: place..<end, isIssuing: false) }
    return end(issuing).map { Making(range: place..<$0, isIssuing: true) }
  }

  /// What agreements are called, the longest first where one begins another.
  static let kinds = EventWords.codes(
    "谅解备忘录 备忘录 协议书 协议 意向书 联合声明 共同声明 联合公报 联合宣言 协定 议定书 条约 合同 合作文件 合作框架 框架文件")
  static let statements = EventWords.codes("联合声明 共同声明 联合公报 联合宣言")
  /// What stands between a word of making and the name, and is no part of it.
  static let openings = EventWords.codes("了 过 有关 相关 一系列 系列 双方 两地 两省 两国 两市 正式")
  /// What points at an agreement told elsewhere.
  static let pointers = EventWords.codes("该 此 这 上述 本")
  /// What stands before the name of what is then signed: 举行合作协议·签约.
  static let holding = EventWords.codes("举行 举办 举行了 完成 出席 见证 参加")
  /// What tells that nothing was made yet, or at all.
  static let unmade = EventWords.codes(
    "将 拟 没有 拒绝 希望 计划 争取 推动 有望 可能 准备 能否 如果 倘若 尽快 尽早 力争 加快 不会 谈判 磋商 接近 寻求 试图 力求 无法 期待 寄望 担心 暂停 中止 取消 退出 呼吁 考虑 有权 批准 废除 争取 建议 要求"
  )
  /// The same, where they stand right before.
  static let unmadeNear = EventWords.codes("能 会签 会达 要 可 应 不 未 所 愿 为")
  /// What makes a name before it speak of something else: 签署协议·的可能性.
  static let asides = EventWords.codes("的 前 之前 以前 为 谈判 条款")
  /// Those named before.
  static let both = EventWords.codes("双方 两地 两省 两市 双边 三方 两校 各方")
  static let bothStates = EventWords.codes("两国")
}
