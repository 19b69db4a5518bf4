/// The furniture of Chinese news pages, by kind. Each rule has its example in the tests.
///
/// The longest line that a rule may take is part of the rule: a sentence that mentions a 编辑 or
/// a 二维码 is not furniture.
enum NoiseRules {
  static let all: [NoiseRule] = page + people + sources + reader + related

  /// The longest line that any rule takes.
  static let longest = all.map(\.longest).max() ?? 0

  /// The first rule that takes the line.
  static func rule(for text: String) -> NoiseRule? {
    let line = NoiseLine(text)
    return all.first { $0.holds(for: line) }
  }

  private static let page = [
    NoiseRule("navigation", .drop, .shape(NoiseShapes.isNavigation)),
    NoiseRule(
      "page-links", longest: 24,
      .equals([
        "上一篇", "下一篇", "上一页", "下一页", "返回首页", "返回顶部", "回到顶部", "返回列表", "返回", "首页",
        "尾页", "末页", "Close", "Caption", "BacktoGallery", "nextpost", "previouspost",
        "Sharingiscaring!", "关闭窗口", "关闭", "打印", "打印本稿", "打印本页", "收藏", "发表评论", "字号", "字体", "大中小",
        "举报", "纠错", "我要纠错", "更多", "查看更多", "展开全文", "阅读全文", "全文", "Nextpage", "阅读更多", "更多内容", "更多图片",
        "正文", "网站地图", "点击播放", "播放", "视频", "图集", "目录", "加载更多", "点击加载更多", "加载中",
      ]),
      .starts(["上一篇", "下一篇", "上一頁", "下一頁", "【关闭", "字号", "T大", "【 "])),
    NoiseRule("counter", longest: 24, .shape(NoiseShapes.isCounter)),
    NoiseRule("age", longest: 24, .shape(NoiseShapes.isAge)),
    NoiseRule("date-line", longest: 60, .shape(NoiseShapes.isDateLine)),
    NoiseRule("image-name", longest: 120, .shape(NoiseShapes.isImageName)),
    NoiseRule("address", longest: 400, .shape(NoiseShapes.isAddress)),
    NoiseRule("lead-label", longest: 10, .equals(["导读", "摘要", "编者按"]), .ends(["导读"])),
    NoiseRule(
      "advertisement", longest: 30,
      .equals([
        "广告", "廣告", "Advertisement", "Advert", "Sponsored", "ADVERTISEMENT", "推广", "赞助内容", "以下为广告",
      ]),
      .starts(["广告", "廣告"])),
    NoiseRule(
      "video-caption", longest: 40,
      .starts(["视频加载中", "视频：", "点击观看视频", "您的浏览器不支持", "资料图", "资料图片", "图为资料"]),
      .equals(["资料图", "资料图片", "资料照片", "视频", "网络图", "示意图", "配图", "图片来源网络", "图源网络"])),
  ]

  private static let people = [
    NoiseRule(
      "editor", longest: 60,
      .starts([
        "责任编辑", "责编", "网编", "发稿 ", "编译 ", "文字整理", "主播：", "编辑：", "编辑:", "编辑丨", "编辑|", "编辑｜", "编辑 ",
        "编辑/", "主编：", "校对", "校对：",
        "责任校对", "值班编辑", "值班主任", "值班编委", "美编", "审核：", "审核:", "审校", "监制", "编审", "责任編輯", "責任編輯",
        "编辑／", "统筹：", "策划：", "制图：", "制作：", "排版", "新媒体编辑", "本文编辑", "视觉：", "运营：", "终审",
        "编 辑", "复审", "初审", "二审", "三审", "本期编辑", "图片编辑", "編輯：", "核稿", "审读", "总监制", "编务",
      ])),
    NoiseRule(
      "translator", longest: 40,
      .starts(["译者：", "译者/", "译／", "译/", "翻译：", "翻译:", "（译者", "编译：", "编译/"])),
    NoiseRule(
      "by-line", longest: 50, .shape(NoiseShapes.isByLine),
      .starts([
        "撰文", "文丨", "文|", "文｜", "文 |", "文 丨", "文/", "文／", "文：", "作者：", "作者:", "作者丨", "作者|", "作者｜",
        "作者 ", "记者：", "记者:", "记者|", "记者丨", "采写", "采访", "图/", "图|", "图丨", "图：", "图文", "文图", "图片：",
        "摄影", "通讯员：", "实习生：", "通讯员 ", "记者 | ", "文字：", "文字/", "本报记者", "图文/", "视频/", "出品",
        "来稿：", "撰稿", "执笔", "供稿", "署名",
      ])),
    NoiseRule("staff", longest: 30, .ends(["制作组", "製作組", "编辑部"])),
    NoiseRule(
      "photographer", longest: 60, .starts(["摄：", "攝：", "Photo:", "Photo by", "摄/", "图片："]),
      .shape(NoiseShapes.isPhotographer)),
  ]

  private static let sources = [
    NoiseRule(
      "source", longest: 60,
      .starts([
        "来源：", "来源:", "来源丨", "来源|", "来源｜", "来源 ", "稿件来源", "信息来源", "文章来源", "本文来源", "稿源", "來源",
        "图片来源", "图片来自", "图源", "资料来源", "资料丨", "资料|", "资料｜", "资料 |", "资料 丨", "资料：", "综合：", "消息来源",
        "新闻来源", "内容来源", "原文来源", "转自", "摘自：", "本文转自", "素材来源", "综合自", "图片｜", "综合整理",
      ])),
    NoiseRule(
      "original-title", longest: 100, .starts(["原标题", "原題", "原文标题", "原標題", "原题"])),
    NoiseRule(
      "copyright", longest: 300, .both(["不代表", "并非代表"], ["观点", "立场", "觀點", "立場"]),
      .starts([
        "版权声明", "【版权声明", "免责声明", "【免责", "声明：", "特别声明", "郑重声明", "版权所有", "Copyright", "©",
        "copyright",
        "本网声明", "版權", "转载声明",
      ]),
      .contains([
        "版权所有", "未经授权", "未经许可", "不得转载", "转载请注明", "著作权归", "版权归原作者", "违者必究", "All Rights Reserved",
        "All rights reserved", "如有侵权", "侵权必究", "不代表本", "仅代表作者", "不构成投资建议", "仅供参考，不构成", "版權所有",
        "并不表明网易立场", "仅供其表达个人看法", "投资者据此操作", "平台立场", "观点或立场",
      ])),
    NoiseRule(
      "original-link", longest: 40,
      .equals(["查看原文", "阅读原文", "点击查看", "点击查看原文", "原文链接", "原文", "more", "阅读原文链接", "点击查看本文英文版"]),
      .starts([
        "点击查看", "查看原文", "阅读原文", "原文链接", "原文地址", "本文链接", "本文地址", "本文网址", "点击阅读", "点击下方", "点击上方",
      ])),
    NoiseRule(
      "feed", longest: 120, .contains(["获取更多RSS", "feedx.net", "feedx.xyz", "Feed enhanced by"])),
  ]

  private static let reader = [
    NoiseRule(
      "share", longest: 60,
      .equals([
        "分享", "分享到", "分享至", "微信", "微博", "QQ", "朋友圈", "新浪微博", "腾讯微博", "QQ空间", "人人网", "Facebook",
        "Twitter", "转发", "点赞", "赞", "收藏本文", "一键分享", "复制链接", "扫码分享", "分享文章", "用微信扫码二维码", "腾讯QQ",
        "豆瓣",
        "开心网", "百度贴吧", "有道云笔记", "WhatsApp", "Telegram", "LINE", "微信好友",
      ]),
      .starts(["分享到", "分享至", "分享：", "分享:", "用微信扫", "分享给"])),
    NoiseRule(
      "scan", longest: 80,
      .both(
        ["扫一扫", "扫描", "扫码", "长按", "识别", "掃描", "掃碼"], ["微信", "二维码", "关注", "手机", "朋友圈", "二維碼", "下载"])),
    NoiseRule(
      "app", longest: 80,
      .equals(["下载APP", "下载客户端", "打开APP", "APP下载", "客户端", "手机看新闻", "客户端下载", "手机版"]),
      .both(["下载", "打开", "下載", "安装"], ["客户端", "APP", "App", "app"])),
    NoiseRule(
      "follow", longest: 80,
      .equals(["关注", "已关注", "订阅", "+关注", "加关注", "订阅我们"]),
      .starts(["关注我们", "欢迎关注", "点击关注", "长按关注", "关注公众号", "更多精彩", "欢迎订阅", "点击蓝字", "欢迎加入", "把你最喜欢的栏目"]
      ),
      .both(["关注", "搜索", "添加"], ["公众号", "官方微信", "微信号", "公众平台"])),
    NoiseRule(
      "login", longest: 30,
      .equals([
        "登录", "注册", "登陆", "登录注册", "登陆注册", "登录/注册", "立即登录", "退出", "用户名", "密码", "忘记密码", "免费注册",
        "请登录", "請輸入正確的電子信箱格式", "个人中心", "登入",
      ]),
      .starts(["请登录", "登录后", "您需要登录", "请先登录"])),
    NoiseRule(
      "tip-off", longest: 80, .equals(["报料", "我要报料", "爆料"]),
      .starts([
        "报料热线", "新闻热线", "爆料热线", "报料", "新闻报料", "投稿邮箱", "联系邮箱", "联系我们", "举报电话", "违法和不良信息", "本报热线",
      ])),
    NoiseRule(
      "tags", longest: 80, .starts(["关键词：", "关键字：", "标签：", "标签:", "关键词:", "Tags:", "TAG", "關鍵字"])),
  ]

  private static let related = [
    NoiseRule(
      "related", .end, longest: 20,
      .equals([
        "相关阅读", "相关新闻", "相关报道", "相关链接", "相关文章", "相关稿件", "相关推荐", "延伸阅读", "推荐阅读", "热门推荐", "猜你喜欢",
        "热点新闻", "热点推荐", "热门文章", "今日热点", "最新文章", "更多新闻", "精彩推荐", "为您推荐", "为你推荐", "编辑推荐", "大家都在看",
        "往期回顾", "往期精选", "往期推荐", "相关专题", "热门新闻", "热新闻", "相關新聞", "相關報導", "延伸閱讀", "推荐", "热点", "热文",
        "新闻排行", "点击排行", "排行榜", "更多阅读", "更多相关", "拓展阅读", "相关热词搜索", "看过本文的人还看过", "热门", "热门话题",
        "更多猛料", "延伸·推荐", "延伸推荐",
        "Related", "RelatedArticles", "RelatedStories", "RelatedPosts", "Readthesenext",
        "Postnavigation",
        "YouMayAlsoLike", "Youmayalsolike", "MORESTORIESLIKETHISONE", "MoreStories", "Readmore",
        "AbouttheAuthor",
        "PreviousPost", "previouspost", "MostRead", "MostPopular", "Trending", "Recommended",
        "DON'TMISS", "频道推荐", "推荐视频", "相关视频", "图片新闻", "精彩图片", "热图", "新闻推荐", "热榜", "頭條推薦",
      ])),
    NoiseRule(
      "comments", .end, longest: 30,
      .equals([
        "评论", "网友评论", "最新评论", "热门评论", "全部评论", "评论列表", "发表评论", "精彩评论", "我要评论", "留言", "跟贴", "评论区",
        "文明上网理性发言", "暂无评论", "发布评论", "文章评论", "用户评论", "Comments", "comments", "LeaveaReply",
        "LeaveaComment", "TopRatedComments",
        "Jointheconversation", "Postacomment", "Tellus", "LeaveaReplyCancelreply",
      ]),
      .starts(["目前没有跟贴", "已有", "网友跟贴", "评论(", "评论（", "共0条评论", "文明上网"])),
  ]
}
