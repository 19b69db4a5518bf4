import Model

/// Simplified or traditional, by counting characters that differ.
enum ScriptCount {
  static func script(of text: String) -> Article.Script? {
    var counts = (simplified: 0, traditional: 0)
    for scalar in text.unicodeScalars where scalar.isHan {
      if simplified.contains(scalar) { counts.simplified += 1 }
      if traditional.contains(scalar) { counts.traditional += 1 }
    }
    if counts.simplified == 0, counts.traditional == 0 { return text.hanCount > 0 ? .hans : nil }
    return counts.simplified >= counts.traditional ? .hans : .hant
  }

  private static let simplified = Set(pairs.simplified.unicodeScalars)
  private static let traditional = Set(pairs.traditional.unicodeScalars)

  /// The common characters that have two forms, none of which is a character of the other script.
  private static let pairs = (
    simplified: """
    国会这来时们为个说对问题经开发实现长门间电视车东马风见书记务员产业动报导党军队区级组织议论证词计划设\
    计认识让讲话语读写学习办总统领导协调贸华关买卖钱银财资贵费质购赛跃转轻较进远还选连运过达迁违迟适递遗邮\
    释铁钢锋错键阳阴际陆陈险随难顾须预颁频颗风飞饭馆驻验骗鱼鸟鲁鸡龙齐龄历压厅厂县参双变号叶听启员响团园围\
    图圆场坏块坚坛报声处备复头夺奖妇孙宁宝审宪宾对寻导将尔尝岁岛币师帐带帮广庆库应庙废开张弹强归录彻忆怀态\
    恳恶悬惊惧惩愿戏战户执扩扫扬护报担拟拥择挥损换据掷搅摆敌数断无旧显晋晓暂术杀权条极构枪树样桥检楼\
    欢欧残毕汇汉济测浓涛润涨渐温湾满滞灭灵灾炉点炼热爱牵犹独狱环疗监盖盘睁矿码砖确离种积称稳穷竞笔筑签简\
    类粮紧红约级纪纳纵纷纸线练细终绍给绝统继绩续维综绿缓编缘缩网罗罚职联肃肠脑脸节苏药获虑虽补装规览觉触订
    """,
    traditional: """
    國會這來時們為個說對問題經開發實現長門間電視車東馬風見書記務員產業動報導黨軍隊區級組織議論證詞計劃設\
    認識讓講話語讀寫學習辦總統領協調貿華關買賣錢銀財資貴費質購賽躍轉輕較進遠還選連運過達遷違遲適遞遺郵\
    釋鐵鋼鋒錯鍵陽陰際陸陳險隨難顧須預頒頻顆飛飯館駐驗騙魚鳥魯雞龍齊齡歷壓廳廠縣參雙變號葉聽啟響團園圍\
    圖圓場壞塊堅壇聲處備復頭奪獎婦孫寧寶審憲賓尋將爾嘗歲島幣師帳帶幫廣慶庫應廟廢張彈強歸錄徹憶懷態\
    懇惡懸驚懼懲願戲戰戶執擴掃揚護擔擬擁擇揮損換據擲攪擺敵數斷無舊顯晉曉暫術殺權條極構槍樹樣橋檢樓\
    歡歐殘畢匯漢濟測濃濤潤漲漸溫灣滿滯滅靈災爐點煉熱愛牽猶獨獄環療監蓋盤睜礦碼磚確離種積稱穩窮競筆築簽簡\
    類糧緊紅約紀納縱紛紙線練細終紹給絕繼績續維綜綠緩編緣縮網羅罰職聯肅腸腦臉節蘇藥獲慮雖補裝規覽覺觸訂
    """
  )
}
