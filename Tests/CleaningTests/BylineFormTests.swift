import Model
import Testing

@testable import Cleaning

/// By-lines, sources and titles as sites write them, each on a page that has nothing else.
@Suite struct BylineFormTests {
  struct Form: Sendable, CustomTestStringConvertible {
    var head = "<div>2024-11-12 08:30　来源：河滨日报</div>"
    var first = ""
    var last = ""
    var tail = ""
    let authors: String?

    var testDescription: String { [head, first, last, tail].joined(separator: " ") }

    var page: String {
      let text = paragraphs(3)
      return """
        <html><head><title>市政府部署防汛工作_河滨新闻网</title></head><body><div>
        <h1>市政府部署防汛工作</h1>\(head)<div><p>\(first)\(text[0])</p><p>\(text[1])</p>
        <p>\(text[2])\(last)</p>\(tail)</div></div></body></html>
        """
    }
  }

  private static let heads: [Form] = [
    Form(
      head: "<div>来源：河滨日报　作者：吴白　2024-11-12 08:30</div>",
      authors: "吴白"),
    Form(
      head: "<div>2024-11-12 08:30:22　来源：河滨日报　记者：吴白 郑绿　编辑：周青</div>",
      authors: "吴白;郑绿"),
    Form(
      head: "<p>2024年11月12日 08:30 河滨日报</p><p>本报记者 吴白 实习生 郑绿</p>",
      authors: "吴白;郑绿"),
    Form(
      head: "<div><span>吴白</span><span>2024-11-12 08:30</span></div>",
      authors: "吴白"),
    Form(
      head: "<div>文/河滨日报记者 吴白 图/郑绿</div><div>2024-11-12 08:30</div>",
      authors: "吴白"),
    Form(
      head: "<div>撰文/吴白　编辑/周青</div><div>发布时间：2024-11-12 08:30</div>",
      authors: "吴白"),
    Form(
      head: "<div>发布时间：2024年11月12日 08:30　信息来源：市政府办公室　撰稿人：吴白　审核人：周青　浏览次数：120</div>",
      authors: "吴白"),
    Form(
      head: "<div>【作者】吴白</div><div>【来源】河滨晚报</div><div>2024-11-12 08:30</div>",
      authors: "吴白"),
    Form(
      head: "<div>河滨新闻客户端 2024-11-12 08:30 记者 吴白</div>",
      authors: "吴白"),
    Form(
      head: "<div>作者：河滨日报全媒体记者 吴白 通讯员 郑绿 冯橙</div><div>2024-11-12 08:30</div>",
      authors: "吴白;郑绿;冯橙"),
    Form(
      head: "<div>采写 | 记者 吴白</div><div>2024-11-12 08:30 | 河滨周刊</div>",
      authors: "吴白"),
    Form(
      head: "<div>编辑：周青　2024-11-12 08:30</div>",
      authors: nil),
    Form(
      head: "<div>责任编辑：周青　来源：河滨网　时间：2024-11-12 08:30</div>",
      authors: nil),
    Form(
      head: "<div>原创 吴白 <a>河滨观察</a> 2024-11-12 08:30</div>",
      authors: "吴白"),
    Form(
      head: "<div>2024/11/12 08:30 吴白/综合报道</div>",
      authors: "吴白"),
    Form(
      head: "<div>記者吳白／台北報導　2024-11-12 08:30</div>",
      authors: "吳白"),
    Form(
      head: "<div>供稿：宣传部　作者：吴 白　2024-11-12 08:30</div>",
      authors: "吴白"),
    Form(
      head: "<div>来源: 河滨日报 | 作者: 吴白、郑绿 | 发布时间: 2024-11-12 08:30 | 点击: 1201 次</div>",
      authors: "吴白;郑绿"),
    Form(
      head: "<div>2024-11-12 08:30:00 来源：新华社客户端 字号：大 中 小</div>",
      authors: nil),
    Form(
      head: "<div>河滨市人民政府网站　www.hebin.gov.cn　2024-11-12 08:30　来源：河滨市发展和改革委员会</div>",
      authors: nil),
    Form(
      head: "<div>[ 来源：河滨纪检监察网 | 发布日期：2024-11-12 | 浏览次数：300 ]</div>",
      authors: nil),
    Form(
      head: "<div>时间：2024-11-12 08:30 　 稿源：河滨广播电视台　【字体：大 中 小】</div>",
      authors: nil),
    Form(
      head: "<div>(2024-11-12 08:30:11)</div><div>转载▼</div>",
      authors: nil),
  ]

  private static let edges: [Form] = [
    Form(first: "本报讯（记者 吴白）", authors: "吴白"),
    Form(first: "本报河滨11月12日讯（记者吴白 通讯员郑绿）", authors: "吴白;郑绿"),
    Form(first: "新华社河滨11月12日电（记者吴白、郑绿）", authors: "吴白;郑绿"),
    Form(first: "河滨日报讯（全媒体记者 吴白）", authors: "吴白"),
    Form(first: "河滨日报客户端11月12日讯（河滨日报·观察新闻记者 吴白）", authors: "吴白"),
    Form(first: "中新网河滨11月12日电 (吴白 郑绿)", authors: "吴白;郑绿"),
    Form(first: "人民网河滨11月12日电 （记者吴白）", authors: "吴白"),
    Form(first: "央视网消息：", authors: nil),
    Form(last: "（记者 吴白）", authors: "吴白"),
    Form(last: "（吴白）", authors: "吴白"),
    Form(last: "（河滨日报记者 吴白 郑绿）", authors: "吴白;郑绿"),
    Form(last: "(吴白 郑绿)", authors: "吴白;郑绿"),
    Form(last: "（文/吴白 图/郑绿）", authors: "吴白"),
    Form(tail: "<p>（记者 吴白 摄影报道）</p>", authors: "吴白"),
    Form(tail: "<p>（作者单位：河滨大学）</p>", authors: nil),
    Form(tail: "<p>作者：吴白</p><p>编辑：周青</p><p>校对：钱紫</p>", authors: "吴白"),
    Form(tail: "<p>撰文丨吴白</p><p>编辑丨周青</p>", authors: "吴白"),
    Form(tail: "<p>河滨日报全媒体记者 吴白</p><p>责编：周青</p><p>来源：河滨日报</p>", authors: "吴白"),
    Form(tail: "<p>记者：吴白 郑绿</p><p>摄像：冯橙</p><p>编辑：周青 责编：钱紫 审核：孙海</p>", authors: "吴白;郑绿"),
    Form(tail: "<p style=\"text-align:right\">（来源：河滨发布）</p><p>一审：周青 二审：钱紫 三审：孙海</p>", authors: nil),
    Form(tail: "<p>原标题：《河滨市长考察》</p><p>阅读原文</p>", authors: nil),
    Form(tail: "<p>统筹：冯橙</p><p>文字：吴白</p><p>图片：郑绿</p><p>设计：陈黄</p>", authors: "吴白"),
    Form(tail: "<p>◎供稿/县委宣传部</p><p>◎编辑/周青</p><p>◎审核/钱紫</p>", authors: nil),
    Form(tail: "<p>【记者】吴白</p><p>【摄影】郑绿</p><p>【编辑】周青</p>", authors: "吴白"),
    Form(first: "【河滨新闻网讯】", authors: nil),
    Form(tail: "<p>监制丨冯橙 主编丨陈黄 编辑丨周青</p><p>©河滨广播电视台</p>", authors: nil),
    Form(tail: "<p>（本文来源：河滨日报 责任编辑：周青_HB001）</p>", authors: nil),
    Form(tail: "<p>扫码下载河滨日报客户端，看更多新闻</p><p>点击“阅读原文”查看详情</p><p>觉得不错，请点个“在看”</p>", authors: nil),
    Form(tail: "<p>▍来源：河滨日报</p><p>▍作者：吴白</p>", authors: "吴白"),
    Form(tail: "<p>（完）</p><p>【编辑:周青】</p>", authors: nil),
  ]

  @Test(arguments: heads + edges)
  func `who wrote it is read, editors and photographers are not`(form: Form) throws {
    let article = try cleaned(form.page)
    #expect(article.author == form.authors)
    #expect(article.publishedAt?.hasPrefix("2024-11-12") == true)
    var text = paragraphs(3)
    text[0] = form.first + text[0]
    text[2] += form.last
    #expect(lines(article).map(Self.compact) == text.map(Self.compact))
  }

  private static func compact(_ line: String) -> String { line.replacing(" ", with: "") }

  private static let outlets: [(String, String)] = [
    ("<div>来源：河滨日报　作者：吴白　2024-11-12 08:30</div>", "河滨日报"),
    ("<div>2024-11-12 08:30:22　来源：河滨日报　记者：吴白 郑绿　编辑：周青</div>", "河滨日报"),
    ("<p>2024年11月12日 08:30 河滨日报</p><p>本报记者 吴白 实习生 郑绿</p>", "河滨日报"),
    ("<div>发布时间：2024年11月12日 08:30　信息来源：市政府办公室　撰稿人：吴白　审核人：周青　浏览次数：120</div>", "市政府办公室"),
    ("<div>【作者】吴白</div><div>【来源】河滨晚报</div><div>2024-11-12 08:30</div>", "河滨晚报"),
    ("<div>河滨新闻客户端 2024-11-12 08:30 记者 吴白</div>", "河滨新闻客户端"),
    ("<div>采写 | 记者 吴白</div><div>2024-11-12 08:30 | 河滨周刊</div>", "河滨周刊"),
    ("<div>责任编辑：周青　来源：河滨网　时间：2024-11-12 08:30</div>", "河滨网"),
    ("<div>来源: 河滨日报 | 作者: 吴白、郑绿 | 发布时间: 2024-11-12 08:30 | 点击: 1201 次</div>", "河滨日报"),
    ("<div>2024-11-12 08:30:00 来源：新华社客户端 字号：大 中 小</div>", "新华社客户端"),
    ("<div>河滨市人民政府网站　www.hebin.gov.cn　2024-11-12 08:30　来源：河滨市发展和改革委员会</div>", "河滨市发展和改革委员会"),
    ("<div>[ 来源：河滨纪检监察网 | 发布日期：2024-11-12 | 浏览次数：300 ]</div>", "河滨纪检监察网"),
    ("<div>时间：2024-11-12 08:30 　 稿源：河滨广播电视台　【字体：大 中 小】</div>", "河滨广播电视台"),
  ]

  @Test(arguments: outlets)
  func `the outlet beside the date is read`(head: String, outlet: String) throws {
    #expect(try cleaned(Form(head: head, authors: nil).page).publisher == outlet)
  }

  @Test(arguments: [
    "市委书记率团赴云阳县考察-河滨日报-河滨网",
    "市委书记率团赴云阳县考察 - 河滨新闻 - 河滨网",
    "河滨网 - 市委书记率团赴云阳县考察",
    "市委书记率团赴云阳县考察|王山|云阳县_新浪新闻",
    "市委书记率团赴云阳县考察_新闻频道_央视网(cctv.com)",
    "市委书记率团赴云阳县考察-时政-河滨在线（www.hebin.cn）",
    "市委书记率团赴云阳县考察 _ 时政要闻 _ 河滨市人民政府门户网站",
    "时政要闻 - 市委书记率团赴云阳县考察",
    "市委书记率团赴云阳县考察--河滨网",
    "市委书记率团赴云阳县考察·河滨观察",
  ])
  func `a window's title loses what stands around the headline`(window: String) {
    #expect(HeadlineReader.withoutSite(window, names: []) == "市委书记率团赴云阳县考察")
  }
}
