import Model

/// Tells simplified from traditional characters by counting the common ones that differ.
enum Script {
  /// Nil for text with neither.
  static func of(_ text: some Sequence<UInt8>) -> Article.Script? {
    var simplified = 0
    var traditional = 0
    var first: UInt8 = 0
    var second: UInt8 = 0
    for byte in text {
      // A Chinese character is three bytes; the third decides with the two before it.
      if first >= 0xE4, first <= 0xE9, second >= 0x80, byte >= 0x80, byte < 0xC0 {
        let scalar =
          (UInt32(first) & 0x0F) << 12 | (UInt32(second) & 0x3F) << 6 | UInt32(byte) & 0x3F
        switch table[Int(scalar - 0x4000)] {
        case 1: simplified += 1
        case 2: traditional += 1
        default: break
        }
      }
      first = second
      second = byte
    }
    guard simplified + traditional > 0 else { return nil }
    return simplified >= traditional ? .hans : .hant
  }

  /// For each character from U+4000: 1 where it is simplified only, 2 where traditional only.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x6000)
    for scalar in simplified.unicodeScalars { table[Int(scalar.value) - 0x4000] = 1 }
    for scalar in traditional.unicodeScalars { table[Int(scalar.value) - 0x4000] = 2 }
    return table
  }()

  private static let simplified =
    "这来们国时会个为发对学实现进动业关长经开说过问当与产战电机东车无书见总记员议员张马刘陈赵吴黄杨孙郑谢许韩冯邓罗萧蒋叶阎钟谭陆顾万钱汤龚贺赖庞严领导务办厅级县区乡镇处报纪录宣传团组织华军兰边济应书湾际响声显亲术证论设计认识让变为达运选单卫极线资责质费购贸财货贵买卖带师帅归难双观欢权约红级练组织结给绝统继续维综缓编罗职联肃临举义乌乐习书买乱争于亏云亚产亿仅从仓仪价众优伙会伟传伤伦伪"
  private static let traditional =
    "這來們國時會個為發對學實現進動業關長經開說過問當與產戰電機東車無書見總記員議張馬劉陳趙吳黃楊孫鄭謝許韓馮鄧羅蕭蔣葉閻鍾譚陸顧萬錢湯龔賀賴龐嚴領導務辦廳級縣區鄉鎮處報紀錄傳團組織華軍蘭邊濟應灣際響聲顯親術證論設計認識讓變達運選單衛極線資責質費購貿財貨貴買賣帶師帥歸難雙觀歡權約紅練結給絕統繼續維綜緩編職聯肅臨舉義烏樂習亂爭於虧雲亞億僅從倉儀價眾優夥偉傷倫偽"
}
