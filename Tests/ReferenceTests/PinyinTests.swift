import Testing

@testable import Reference

@Suite struct PinyinTests {
  let pinyin = Almanac.shared.pinyin

  static let readings: [(String, String)] = [
    ("单立文", "Shan Liwen"), ("曾平安", "Zeng Ping'an"), ("解学文", "Xie Xuewen"),
    ("仇和平", "Qiu Heping"), ("查文博", "Zha Wenbo"), ("尉迟明", "Yuchi Ming"),
    ("万俟安", "Moqi An"), ("区志明", "Ou Zhiming"), ("朴永哲", "Piao Yongzhe"),
    ("盖立新", "Ge Lixin"), ("乐嘉明", "Yue Jiaming"), ("员大强", "Yun Daqiang"),
    ("缪建国", "Miao Jianguo"), ("冼文海", "Xian Wenhai"), ("覃志远", "Qin Zhiyuan"),
    ("令狐安", "Linghu An"), ("呼延平", "Huyan Ping"), ("长孙明", "Zhangsun Ming"),
    ("澹台文", "Tantai Wen"), ("翟文", "Zhai Wen"), ("种明", "Chong Ming"), ("卜文", "Bu Wen"),
    ("郇文明", "Xun Wenming"), ("都文明", "Du Wenming"), ("牟文明", "Mu Wenming"),
    ("吕文达", "Lyu Wenda"), ("吕绿安", "Lyu Lyu'an"), ("许略", "Xu Lyue"), ("刘女", "Liu Nyu"),
    ("欧阳淞", "Ouyang Song"), ("郑李淑芳", "ZhengLi Shufang"), ("信长明", "Xin Changming"),
    ("周朝晖", "Zhou Zhaohui"), ("李朝阳", "Li Chaoyang"), ("王晟", "Wang Sheng"),
    ("张重庆", "Zhang Chongqing"), ("王乐", "Wang Le"), ("陈隽", "Chen Jun"),
    ("赵长安", "Zhao Chang'an"), ("李恩来", "Li Enlai"), ("何鄂", "He E"), ("马行", "Ma Xing"),
    ("付赟", "Fu Yun"), ("张珺", "Zhang Jun"), ("林武", "Lin Wu"), ("吉狄文清", "Jidi Wenqing"),
  ]

  @Test(arguments: readings)
  func `a Chinese name is spelt by the readings that names have`(_ name: String, _ text: String) {
    #expect(pinyin.spelling(of: name) == Spelling(text: text, basis: .reading))
  }

  static let derived: [(String, String)] = [
    ("买买提·吐尔逊", "Memet Tursun"), ("阿不都拉·依明", "Abdulla Imin"),
    ("艾力·买买提", "Eli Memet"), ("热合满江·达吾提", "Rahmanjan Dawut"), ("克里木", "Kerim"),
    ("洛桑多吉", "Losang Doje"), ("扎西次仁", "Zhaxi Cering"), ("平措旺堆", "Puncog Wangdu"),
    ("巴音朝鲁", "Bayanqolu"), ("巴特尔", "Bater"),
  ]

  @Test(arguments: derived)
  func `the parts of a minority name have their usual spelling`(_ name: String, _ text: String) {
    #expect(pinyin.spelling(of: name) == Spelling(text: text, basis: .derived))
  }

  @Test func `a name of which one part alone is known is spelt by readings, and marked`() {
    #expect(pinyin.spelling(of: "买买提·星辰") == Spelling(text: "Memet Xingchen", basis: .plain))
    #expect(pinyin.spelling(of: "启功")?.basis == .plain)
  }

  @Test(arguments: ["特朗普", "奥巴马", "唐纳德·特朗普", "岸田文雄", "𠮷野", "A君", ""])
  func `a foreign name and what is none have no pinyin`(_ name: String) {
    #expect(pinyin.spelling(of: name) == nil)
  }
}
