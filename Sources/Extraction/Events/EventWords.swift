import Model

/// A word that tells an event, and the frame that its persons stand in.
struct EventTrigger {
  enum Frame: Equatable {
    /// Those before the word act: 甲、乙赴河滨市调研.
    case actors
    /// Those on both sides of the word act, or of 与 before it: 甲与乙会谈.
    case sides
    /// Those behind the word are met by those before it: 甲会见乙.
    case objects
    /// Those before the word come to a place: 甲来到河滨市, where the article tells that they inspect.
    case stops
    /// Those before the word hear the report of a body: 甲听取河滨市委工作汇报.
    case hearing
    /// Those beside the word speak where it says: 座谈会上，甲发言.
    case speaking
    /// Those before the word speak at what was told before: 甲致辞.
    case addressing
    /// Those before the word take part in what is named beside it: 甲出席全省经济工作会议.
    case convening
    /// A public act of its own.
    case act(Act)

    var isAct: Bool {
      if case .act = self { true } else { false }
    }
  }

  let codes: [UInt32]
  let kind: Event.Kind
  let frame: Frame
  let rule: Rule
}

/// The words that tell events.
enum EventWords {
  private static func triggers(
    _ kind: Event.Kind, _ frame: EventTrigger.Frame, _ rule: Rule, _ words: String
  ) -> [EventTrigger] {
    words.split(separator: " ").map {
      EventTrigger(
        codes: $0.unicodeScalars.map(\.value), kind: kind, frame: frame, rule: rule)
    }
  }

  /// By their first letter, the longest first.
  static let triggers: [UInt32: [EventTrigger]] = {
    let inspection = triggers(
      .inspection, .actors, .inspection, "调研 考察 督导 视察 暗访 督查")
    let stop = triggers(.inspection, .stops, .stop, "来到 走进 转赴 步入 到达 参观 察看 抵达 赶往")
    let report = triggers(.meeting, .hearing, .hearing, "听取")
    let visit = triggers(.visit, .actors, .visit, "学习考察 访问 出访 到访 来访 访台 访美 访华")
    let meeting = triggers(
      .meeting, .sides, .meeting,
      "会谈 会晤 座谈 会面 举行工作会谈 交换意见 进行了交流 进行交流 深入交流 进行了深入 进行了沟通 进行了磋商 进行磋商 交流协商 沟通交流 深入磋商 工作对接")
    let call = triggers(.meeting, .objects, .meeting, "会见 拜会 拜访 走访 召见 接见 约见")
    let conference = triggers(
      .conference, .convening, .conference, "主持召开 主持 出席 参加 列席 召开 举行 举办 开幕 闭幕")
    let speech = triggers(
      .conference, .speaking, .speaker,
      "会议上 座谈会上 论坛上 大会上 峰会上 发布会上 推介会上 开幕式上 全会上 动员会上 研讨会上 仪式上 会上")
    let address = triggers(
      .conference, .addressing, .speaker, "发表重要讲话 发表讲话 发表开场 作开场 发表致辞 发表主旨 致辞 致词 发言 并讲话 作报告 作总结")
    let signing = triggers(.signing, .sides, .signing, "签署 签约 签订 签下 签定")
    let all =
      inspection + visit + stop + report + meeting + call + conference + speech + address + signing
      + ActWords.triggers
    return Dictionary(grouping: all) { $0.codes[0] }
      .mapValues { $0.sorted { $0.codes.count > $1.codes.count } }
  }()

  /// Whether a trigger begins with a letter, by BMP code.
  static let opens: [Bool] = {
    var opens = [Bool](repeating: false, count: 1 << 16)
    for code in triggers.keys { opens[Int(code)] = true }
    return opens
  }()

  static func codes(_ words: String) -> [[UInt32]] {
    words.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  /// What makes a trigger before it part of another word.
  static let followers = codes("行动 计划 一事 之行 组 团 报告 成果 室 员 评估 课题 学者 量 者 会 厅 信 局 处 站 队 费 权 期间 后 案")
  /// Meetings with a name.
  static let conferences = codes(
    "会议 座谈会 论坛 开幕式 闭幕式 全会 大会 研讨会 推介会 发布会 常委会 动员会 峰会 现场会 推进会 年会 部署会 调度会 工作会 办公会 专题会 例会 联席会 恳谈会 交流会 对接会 说明会 记者会 听证会 博览会 洽谈会 招待会 茶话会 团拜会 吹风会 培训班 研讨班 读书班 仪式 典礼 晚宴 晚会"
  )
  /// What makes a noun of meetings part of another word: 人民大会堂.
  static let notMeetings = codes("谈 堂 室 厅 参议 主席 精神 纪要 代表 前夕 期间 筹备 组委 主持人")
  /// Verbs and nouns of steps that an article reports.
  static let steps = codes(
    "出任 任命 当选 升任 调任 转任 履新 接任 接替 晋升 获任 选举 补选 改任 就任 赴任 同志任 同志为 继任 空降 获选 推选")
  /// What takes an office away.
  static let leaving = codes("免去 辞去 卸任 不再担任 不再兼任 辞任 不再任")
  /// What is no step though it gives an office.
  static let states = codes("现任 时任 原任 现为 身为 作为 目前担任 现担任 利用 在担任 主持 主政")
  /// 利用担任局长的便利, 以组长的身份: an office that only tells by what or as what somebody acts.
  static let means = codes("利用")
  static let guises = codes("身份 便利")
  /// 在升任省长后: the time of what follows.
  static let within = codes("在出任 在升任 在担任 在接任 在就任 在任")
  /// What is over when it is told.
  static let done = codes("已")
  static let future = codes("将 拟 计划 即将 预计 预料 预期 料将")
  static let denial = codes("没有 未 否认 不会 取消 推迟 并未")
  /// What points at news told before: 上述消息, 这项决定.
  static let reports = codes("上述 这一 这则 该 此 这项 这个 有关 相关 这份 此项")
  static let reported = codes("人事 消息 决定 通报 任免 任命 信息 新闻")
  /// What ends a sentence that names who else took part, by what they took part in.
  static let attendingTalks = codes(
    "参加会见 参加会谈 参加座谈 出席座谈 陪同会见 参加相关座谈 出席了相关座谈")
  static let attendingSignings = codes("见证签约 参加签约 出席签约 代表双方签约 代表两地签约 代表双方签署 共同见证")
  static let attendingMeetings = codes("参加座谈会 出席座谈会 参加会议 出席会议 参加上述会议 参加研讨 列席会议")
  static let attendingTrips = codes("陪同考察 陪同调研 陪同视察 陪同访问 参加调研 参加考察 陪同")
  static let attendingAny = codes(
    "一同参加活动 参加上述活动 参加活动 参加有关活动 参加相关活动 出席活动 一同参加 参加 出席 在座")
  /// What opens such a sentence: 参加会谈的还有….
  static let alsoThere = codes("的还有 的有 者还有 者有")
  static let apart = codes("分别 先后")
  /// What is said right behind a name of one who is spoken of.
  static let topics = codes(
    "的重要讲话 重要讲话 重要论述 重要指示 重要批示 重要思想 新时代中国特色社会主义 思想 法治思想 外交思想 为核心 诞辰 故居 铜像 逝世 生平 的指示 讲话精神 关于 的讲话 的祝愿 的亲切问候 的问候 的邀请 纪念馆 亲属 回忆录 陵园"
  )
  static let appellations = codes("同志 总书记 主席 总理 先生 女士 书记 省长 委员长 等同志 部长")
  static let convenings = codes("召开 举行 举办 开幕 闭幕")
  /// Verbs of taking part, and of coming to do so.
  static let presences = codes("出席 参加 列席 主持")
  static let comings = codes("来华 来京 访华")
  static let alongside = codes("陪同 参与 随同 参加")
  /// What points at a meeting told before.
  static let pointing = codes("这次 此次 本次 该 上述 当天的")
  static let speaking = codes("发言 致辞 致词 讲话 介绍 发表 作报告 演讲")
  static let inspections = codes("调研 考察 督导 视察 暗访 督查")
  /// 召开在即, 开幕前: the time of something else.
  static let notYet = codes("在即 前 之前 期间 以来 之际 后")
  /// What stands before a place where something is done, and before a body that is no party.
  static let placers = codes("在 赴 到 往 向 从 自 于 抵达 访问 前往 来到 抵 对 驻 位于 进入 离开 遍访 连访")
  /// What stands behind a place that acts.
  static let actings = codes("与 和 同 及 签 共 两 在 也 还 召 举 发 互 联 达 决 宣 将 已 方面 就 于 今 昨 当")
  static let leading = codes("率队 率团 率领 率省 率市 率代表团 率考察团 率党政 带队 带领 率")
  static let visits = codes("学习考察 访问 考察学习")
  /// What opens a sentence that goes on with those of the one before.
  static let continuing = codes("随后 之后 此后 期间 其间 接着 会前 会后 当天 当日 当晚 次日 同日 同时 他 她 此外 隔天")
  /// What stands between 出席会议的 and those who did.
  static let among = codes("的还有 的除了 的有 的包括 的是")
  static let interviews = codes("接受 专访 采访")
  static let arrivals = codes("抵达 赶往")
  /// What is signed between sides.
  static let agreements = codes("协议 协定 备忘录 合同 声明 合作 条约 意向 文件")
  /// What stands around the name of who reports, and of no party: 据甲报道, 甲客户端.
  static let sources = codes("报道 报导 消息 客户端 旗下 网 微信 微博 公众号 记者 报》 》")
  static let afterwards = codes("随后 之后 期间 其间 会后 会上 座谈会 现场 仪式")
  /// Verbs of one who receives others, and not of one who comes to them.
  static let receivings = codes("会见 召见 接见 约见")
  static let witnessing = codes("见证 出席签约 参加签约")
  /// Both sides of what was told before.
  static let both = codes("双方 两国 两地 双边 两省")
  /// Days that the text leaves open, near the article.
  static let lately = latelyNames.map { $0.unicodeScalars.map(\.value) }
  static let latelyNames = ["近日", "日前", "连日来", "近期", "近段时间"]
  /// What makes a doing one that somebody wants, doubts or asks about.
  static let wishes = codes("要求 希望 呼吁 有望 可能 是否 如果 想与 想和 寻求 争取 试图 拒绝 无法 若 积极想")
  /// Each to a place of his own.
  static let goingApart = codes("分赴 分别赴 分别到 分头赴 分头到")
}
