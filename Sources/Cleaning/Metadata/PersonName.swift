/// Tells names of persons from other words, as by-lines print them.
enum PersonName {
  /// Two to four Chinese characters that begin with a family name, or a name with a middle dot,
  /// or Latin words with capitals.
  static func isLikely(_ name: some Collection<UInt8>) -> Bool {
    let bytes = Array(name)
    guard !bytes.isEmpty, bytes.count <= 60 else { return false }
    if let han = hanOnly(bytes) {
      guard (2...4).contains(han.count) else { return false }
      let text = String(decoding: bytes, as: UTF8.self)
      guard !notNames.contains(text) else { return false }
      if han.count < 4, surnames.contains(han.first) { return true }
      return doubles.contains(String(decoding: bytes.prefix(6), as: UTF8.self))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.containsRun("·") {
      return text.unicodeScalars.allSatisfy { isHan($0) || $0 == "·" }
    }
    return bytes.contains(0x20) && isLatin(text)
  }

  /// How many Chinese characters there are, and the first; nil where anything else is among them.
  private static func hanOnly(_ bytes: [UInt8]) -> (count: Int, first: UInt32)? {
    guard bytes.count % 3 == 0, let lead = bytes.first, lead >= 0xE3, lead <= 0xE9 else {
      return nil
    }
    var first: UInt32 = 0
    for start in stride(from: 0, to: bytes.count, by: 3) {
      guard bytes[start] >= 0xE3, bytes[start] <= 0xE9 else { return nil }
      let value =
        (UInt32(bytes[start]) & 0x0F) << 12 | (UInt32(bytes[start + 1]) & 0x3F) << 6
        | UInt32(bytes[start + 2]) & 0x3F
      guard let scalar = Unicode.Scalar(value), isHan(scalar) else { return nil }
      if start == 0 { first = value }
    }
    return (bytes.count / 3, first)
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
  }

  private static func isLatin(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count) else { return false }
    return words.allSatisfy { word in
      guard let first = word.unicodeScalars.first else { return false }
      return first.properties.isUppercase
        && word.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || ".'-’".unicodeScalars.contains($0)
        }
    }
  }

  /// The family names of nearly all by-lines, both scripts.
  private static let surnames = ScalarSet(
    """
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟\
    汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛\
    温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈\
    鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆\
    党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟羊由宗诸嵇皇佘麦\
    張劉陳楊趙黃吳孫鄭謝韓馮於蕭鄧許呂蘇盧蔣賈葉閻鍾譚鄒陸顧邵萬錢湯黎喬賀賴龔龐蘭顏嚴溫蘆魯畢聶叢齊莊關淩費紀盛項陽裴衛鮑\
    單寧閔強華車邊穀饒宮來簡婁蓋連談樂蔔遊羅駱骆鄔\
    云昌凤酆岑皮元平湛禹狄贝伏茅麻危支昝裘缪干宣贲杭钮滑荣荀惠芮羿储汲邴松富巫乌巴弓牧隗山宓蓬郗班仰秋伊钭厉戎祖束幸韶蓟印宿怀蒲邰鄂索咸籍蔺阴鬱胥苍闻莘贡劳逄扶堵宰郦雍郤璩桑濮寿扈郏浦\
    尚农慕茹习宦鱼容慎戈庾暨衡匡寇广禄阙东殳蔚夔师厍晁勾融訾阚那毋沙乜鞠丰巢蒯荆逯桓铁庹亢闫付肖郄仝帅啜侴亓逢鹿佴仉
    """)
  private static let doubles: Set<String> = [
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "端木", "歐陽", "諸葛", "司馬",
    "南宫", "独孤", "澹台", "濮阳", "淳于", "单于", "太叔", "公冶", "宗政", "轩辕", "钟离", "闻人",
    "赫连", "万俟", "司空", "司寇", "仲孙", "鲜于", "闾丘", "乐正", "公羊", "第五", "百里", "东郭", "南门", "西门", "羊舌", "申屠",
    "呼延", "长孙", "宇文",
  ]
  private static let notNames: Set<String> = [
    "时政", "时报", "时事", "原创", "单位", "关注", "关于", "石油", "常务", "文化", "文章", "金融", "安全", "华商", "都市", "商报",
    "方案", "全国", "成都", "江苏", "江西", "安徽", "高级", "严肃", "连线", "全媒体", "华龙网", "计划", "温馨", "向导", "易信",
    "司机", "全文", "钱江", "华夏", "东方", "包括", "边疆", "夏天", "万科", "牛市", "白银", "常州", "马上", "时代",
    "来源", "来自", "时间", "点击", "单位", "何以", "何为", "都有", "任何", "向上", "单独", "管理", "管理员", "方面", "简体", "简介",
  ]
}
