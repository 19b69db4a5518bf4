/// The words that stand beside the name of a place and say what it is to what is told.
enum PlaceWords {
  /// A word right before a place.
  struct Governor {
    let codes: [UInt32]
    let role: PlaceMention.Role
    /// Letters that make another word of it when they stand before it: 提到.
    var barred: Set<UInt32> = []
    /// Letters of which one must stand before it, none where any may: 日于.
    var needed: Set<UInt32> = []
  }

  private static func letters(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }

  /// By their last letter, the longest first.
  static let governors: [UInt32: [Governor]] = {
    var all = EventWords.codes(
      "抵达 前往 赶往 赶赴 奔赴 来到 走进 深入 飞抵 到达 现身 亮相 露面 转赴 再赴 造访 到访 出访 访问 走访 视察 考察 调研 督导 巡视 巡察 暗访 督查 参观 齐聚 云集 南下 北上 途经 进驻 赴 抵"
    ).map { Governor(codes: $0, role: .scene) }
    all += EventWords.codes(
      "空降 空降到 空降至 空降出任 空降担任 空降任 调任 调赴 调往 调到 调至 转任 转到 转岗 转岗至 转战 转赴 履新 跨省任 跨省调任 跨省升任 跨省转任 派往 挂职 下派到"
    ).map { Governor(codes: $0, role: .post) }
    all.append(
      Governor(
        codes: "到".codes, role: .scene,
        barred: letters("提谈讲说得受看想遇遭感收找听达接等做见料拿碰问查识解意认轮直调降转派涉")))
    all.append(Governor(codes: "在".codes, role: .scene, barred: letters("存旨不没")))
    all.append(
      Governor(codes: "来".codes, role: .scene, barred: letters("未本近从以原看后出起上下过外历带往到将")))
    all.append(
      Governor(codes: "访".codes, role: .scene, barred: letters("采接上回来专")))
    all.append(Governor(codes: "去".codes, role: .scene, barred: letters("失除免撤过")))
    all.append(Governor(codes: "于".codes, role: .scene, needed: letters("日午晚晨天年月时，,）)")))
    all.append(Governor(codes: "至".codes, role: .scene, needed: letters("队飞赶转行员乘")))
    return Dictionary(grouping: all) { $0.codes[$0.codes.count - 1] }
      .mapValues { $0.sorted { $0.codes.count > $1.codes.count } }
  }()

  /// Verbs of coming, after which a place may stand behind what is in it: 到达地处平原的河滨县.
  static let arrivals = EventWords.codes("来到 到达 抵达 前往 走进 奔赴 转赴 再赴 赴")
  /// What stands between a governor and the place and says nothing.
  static let fillers = EventWords.codes("位于 地处 中国 我国 了 过")
  /// What joins a city to the place that it is the seat of: 甲国首都乙.
  static let seats = EventWords.codes("首都 首府 省会")
  /// Before the name of a province's letter: 在京.
  static let beforeLetters = letters("在赴抵来进访飞")
  static let beforeStateLetters = letters("访赴抵")

  /// What behind a place makes it a matter, a people or a force, and not where somebody is.
  static let matters = EventWords.codes(
    "问题 事务 议题 危机 冲突 战争 政策 局势 方面 立场 疫情 冠病 官场 海峡 关系 政府 当局 大使 籍 人民 民众 党 的支持 的帮助 的领导 的压力 的邀请 支持下 领导下 陪同下 主持下 出生 长大"
  )
  /// What behind a place makes it that of an office: 赴甲省任.
  static let taking = EventWords.codes("任 担任 出任 履职 就任 任职 工作 挂职 接替 接棒 履新")
  /// What a place is inspected by, behind it: 甲省考察.
  static let trips = EventWords.codes("考察 调研 视察 之行")
  /// Hong Kong and Macao.
  static let seatsOfOffices: Set<String> = ["div:810000", "div:820000"]
  /// Moves that are told without the place: 空降接棒.
  static let moves = EventWords.codes("空降 跨省 南下 北上")
  /// Changes of office that may be within a province.
  static let changes = EventWords.codes("调任 转任 调到 调至 转到 转岗 调往")
  /// Verbs whose object may be of a place and not the place: 考察甲省成果.
  static let looks = EventWords.codes("考察 调研 视察 督导 参观 暗访 督查")
  static let parties = letters("团组")
  static let convening = EventWords.codes("召开 举行 举办")
  static let meetings = EventWords.codes("会议 峰会 论坛")
  /// What somebody does with a meeting that is named by its place, and what stands between.
  static let gathering = EventWords.codes("参加 出席 主持 召开 举行")
  static let counts = EventWords.codes("了一次 了一场 一次 一场 了")
  /// Meetings of bodies that sit where they sit, whatever was told before.
  static let sittings = EventWords.codes("政治局 常委会 常务会议 党组会 全体会议 全会 记者会 发布会 院会 听证会 国会 议会 召见")
  static let visiting = "访问".codes
}

extension String {
  fileprivate var codes: [UInt32] { unicodeScalars.map(\.value) }
}
