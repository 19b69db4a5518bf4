import Testing

@testable import Cleaning

struct NoiseRuleTests {
  /// Each rule of the list with a line that it must take.
  static let examples: [(rule: String, line: String)] = [
    ("navigation", "首页 > 新闻 > 甲省要闻"), ("navigation", "当前位置：新闻中心"),
    ("page-links", "上一篇：某市召开会议"), ("page-links", "返回顶部"), ("counter", "30896"),
    ("counter", "阅读 (1234)"), ("counter", "共(0)条"), ("date-line", "2023-11-12 21:33"),
    ("date-line", "某某日报2023-11-12 21:33:010"), ("date-line", "30/10/2020 - 12:34"),
    ("age", "最近更新： 6 小时前"), ("staff", "《某某新闻》制作组"),
    ("by-line", "某某电台记者王五台北报道 责编：李四 网编：赵六"), ("image-name", "file123.jpg"),
    ("address", "http://www.example.com/a.html"),
    ("lead-label", "某刊导读"), ("advertisement", "广告"), ("video-caption", "资料图片"),
    ("editor", "责任编辑：王五"), ("editor", "校对 李四"), ("translator", "译者：王五/核稿：李四"),
    ("by-line", "撰文 | 王五"), ("by-line", "新某报记者 王五 李四"),
    ("photographer", "某某日报全媒体记者 王五 摄"), ("photographer", "（某新社）"), ("source", "来源：某某日报"),
    ("source", "资料｜新华社 央视"), ("original-title", "（原标题：某市召开会议）"),
    ("copyright", "【版权声明】本文著作权归某社所有，未经授权，不得转载。"), ("original-link", "点击查看原文"),
    ("feed", "获取更多RSS："), ("share", "分享到微信朋友圈"), ("scan", "打开微信，使用“扫一扫”即可分享。"),
    ("app", "下载客户端"), ("app", "打开某某APP，看更多报道"), ("follow", "欢迎关注我们的公众号"), ("login", "登陆注册"),
    ("tip-off", "新闻热线：12345"), ("tags", "标签：经济 社会"), ("related", "相关阅读"), ("comments", "网友评论"),
  ]

  @Test(arguments: examples)
  func `each rule takes its example`(_ example: (rule: String, line: String)) throws {
    let rule = try #require(NoiseRules.all.first { $0.name == example.rule })
    #expect(rule.holds(for: example.line))
  }

  @Test func `every rule has an example`() {
    let shown = Set(Self.examples.map(\.rule))
    #expect(NoiseRules.all.map(\.name).filter { !shown.contains($0) } == [])
  }

  @Test func `names of rules are unique`() {
    #expect(Set(NoiseRules.all.map(\.name)).count == NoiseRules.all.count)
  }

  @Test(arguments: [
    "他要求各级编辑部门加强管理，严格把关，不得发布未经核实的消息。", "一、加强领导", "2023年11月12日，会议在甲市召开。",
    "张三表示，该客户端已经下线，用户可以到柜台办理，也可以请人代办，手续并不复杂。", "（一）总体要求", "副省长张三、李四出席会议。",
    "记者在现场看到，工程已经开工。",
  ])
  func `sentences of an article are no furniture`(_ line: String) {
    #expect(NoiseRules.rule(for: line)?.name == nil)
  }
}

struct LineEndTests {
  @Test(arguments: [
    ("张三在企业调研。某某日报全媒体记者 王五 摄", "张三在企业调研。"), ("张三出席晚宴。（中新社）", "张三出席晚宴。"),
    ("张三出席会议。[查看原文](http://a.example/b)", "张三出席会议。"), ("张三出席仪式。 ©AFP", "张三出席仪式。"),
    ("会议强调，要抓好落实。（责任编辑：王五）", "会议强调，要抓好落实。"), ("会议到此结束。返回搜狐，查看更多", "会议到此结束。"),
  ])
  func `credits are taken off the end`(_ line: String, _ kept: String) {
    #expect(LineEnds.trimmed(line) == kept)
  }

  @Test(arguments: ["这是第二次会议（完）", "会议由张三主持（李四出席）。", "他参加了拍摄"])
  func `other ends stay`(_ line: String) {
    #expect(LineEnds.trimmed(line) == line)
  }
}
