/// The lines that pages put into articles, as data: each rule with its examples.
///
/// Texts are written as `FoldedLine` makes them: no spaces, narrow punctuation, 【】 as [], small
/// letters. The order is that of trial; the tests run every rule on its own examples.
enum NoiseRules {
  static let all = credits + notices + widgets + neighbours + pageFurniture + western

  /// Who made the page: read by `BylineReader`, but no text.
  private static let credits: [NoiseRule] = [
    NoiseRule(
      "credit.editor",
      .starts(
        [
          "责任编辑", "責任編輯", "本文编辑", "文字编辑", "执行编辑", "值班编辑", "网络编辑", "编辑:", "编辑|", "编辑/",
          "編輯:", "編輯|", "编辑丨", "责编", "責編", "编审:", "网编:", "主编:", "主编|", "编校:", "编辑、", "(责任编辑",
          "(责编", "[责任编辑", "[责编", "(编辑:", "[编辑:", "编审", "美编", "视觉:", "视觉|", "排版:", "制图:", "编译:",
          "编译/", "编播:", "运营编辑", "统筹:", "统筹|", "监制:", "监制|", "总监制", "策划:", "策划|", "出品:", "出品|",
          "海报:", "编辑:", "剪辑:", "设计:", "设计|", "编辑/",
        ], atMost: 48),
      examples: ["责任编辑：李某_HB1203", "编辑|高志", "责编|陈梦莹", "（责任编辑：王军）"],
      not: ["编辑部的同事们在会上作了发言。", "责任编辑制度是这家报社在九十年代建立的一项基本制度，沿用至今并在各分社推行，成为其内部管理的核心内容之一。"]),
    NoiseRule(
      "credit.proof",
      .starts(
        [
          "校对:", "校对|", "校對:", "校对/", "二审:", "三审:", "终审:", "审核:", "审校:", "审读:", "初审:", "签发:", "一审:",
        ], atMost: 40),
      examples: ["校对|黄敏", "二审：王某 三审：李某"], not: ["校对工作由三人完成。"]),
    NoiseRule(
      "credit.author",
      .starts(
        [
          "撰文:", "撰文|", "撰文/", "撰文", "作者:", "作者|", "作者/", "采写:", "采写|", "采写/", "文|", "文/", "文:",
          "文、图",
          "图文:", "图文|", "图文/", "文图/", "文图:", "文字:", "文字|", "记者:", "记者|", "记者/", "本报记者", "通讯员:",
          "通讯员|",
          "供稿:", "供稿|", "供稿/", "原创:", "来稿:", "采编:", "见习记者:", "撰稿:", "撰稿|", "整理:", "整理|", "采访:",
          "文字记者:",
          "[作者:", "(作者:", "(文/", "(文|", "文字整理", "(记者:", "(記者", "主播:", "主持人:",
        ], atMost: 36), .edges,
      examples: ["撰文丨余青 高原", "文 |周恒", "采写：河滨日报记者 余青 向阳"],
      not: ["文化和旅游部部长出席活动。"]),
    NoiseRule(
      "credit.reporter", .pattern(.reporter),
      examples: ["河滨晚报记者 张南", "河滨周刊记者 史卫", "《河滨周刊》作者 周纯"], not: ["多名记者表示不满。", "记者从会上了解到，方案已经通过。"]),
    NoiseRule(
      "credit.source",
      .starts(
        [
          "来源:", "来源|", "来源/", "來源:", "来源于:", "本文来源", "稿件来源", "信息来源", "文章来源", "资料来源", "消息来源",
          "新闻来源",
          "(来源:", "(来源|", "(來源:", "[来源:", "资料|", "资料:", "资料/", "素材来源", "综合|", "综合:", "来源丨", "转自:",
          "转自|", "原载:",
          "摘自:", "据:", "来自:", "内容来源", "综合自", "参考资料:", "素材|", "(原载",
        ], atMost: 60),
      examples: ["本文来源：新华社", "资料｜新华社 央视 各省党报等", "来源|广州参考、广州南沙发布、羊城晚报"],
      not: ["来源于基层的经验值得推广。"]),
    NoiseRule(
      "credit.picture",
      .starts(
        [
          "图片来源", "图源", "圖源", "图片来自", "图片:", "图片|", "图/", "图|", "图:", "摄影:", "摄影|", "摄影/", "摄/",
          "视频来源", "视频截图", "(图片来源", "(图源", "(资料图", "(图/", "制图/", "题图", "封面图", "配图", "本文图片", "本版图片",
          "头图",
          "摄像:", "(视频截图", "(网络图片", "网络图片", "(图:", "▲图片来", "▲资料图", "图片作者", "供图:", "图片提供",
          "(图片:", "(图|", "(圖/", "(圖:", "圖/", "圖片來源", "(資料圖", "图为资料",
        ], atMost: 32),
      examples: ["图片来源：未来科学大奖官网", "图/pixabay", "▲图片来自视频截图。"],
      not: ["图为签约仪式现场，双方代表共同出席并合影留念，随后举行座谈会并参观园区。"]),
    NoiseRule(
      "credit.editor-within",
      .holds(["责任编辑", "责编", "責編", "责编:", "网编", "網編", "編輯:", "(編輯", "责任校对", "核稿:"], atMost: 64),
      .edges,
      examples: ["河滨电台记者 夏华 台北报导 责编 许婷 申华 网编 瑞文"]),
    NoiseRule(
      "credit.names", .pattern(.names), .edges,
      examples: ["张平/ 李扬（德新社）", "周宗/杨立 (路透社、法新社)"], not: ["安慰与质疑", "韩正、王沪宁出席。"]),
    NoiseRule(
      "credit.report", .pattern(.report), .edges, examples: ["河滨电台记者郑生华盛顿报道"], not: ["他说记者作了报道。"]
    ),
    NoiseRule(
      "credit.archive", .pattern(.archive), examples: ["资料图片：河滨大桥"], not: ["资料照：国防部长在会见时握手。"]),
    NoiseRule(
      "credit.role", .pattern(.role), .edges, examples: ["【记者】李山", "[责任编辑]王水"],
      not: ["【记者】李山从会上获悉，这项工作将于年底前完成，市长出席会议并作了讲话。"]),
    NoiseRule(
      "credit.writer-note",
      .starts(["(作者单位", "作者单位:", "(作者系", "(作者为", "(作者是", "作者系", "(本文作者"], atMost: 50), .edges,
      examples: ["（作者系河滨大学教授）", "（作者单位：河滨大学）"],
      not: ["作者系列作品获奖的消息传来，全校师生为之振奋，市长也发来贺信，并在座谈会上作了讲话，称赞他们为家乡争了光，大家都说好。"]),
    NoiseRule(
      "credit.staff", .pattern(.staff),
      examples: ["编辑 刘阳 校对 李明", "记者 王野 编辑 高原"], not: ["编辑部 王野在会上发言"]),
    NoiseRule(
      "credit.caption-end", .pattern(.captionEnd),
      examples: [
        "China has warned they will cease control (Image: GETTY )",
        "He speaks on Sunday. (AP Photo/John Locher)",
      ],
      not: ["The photo was taken on Sunday."]),
    NoiseRule(
      "credit.photographer", .pattern(.photographer),
      examples: ["河滨日报全媒体记者 唐军 摄", "▲河滨日报全媒体图片记者黎阳、李研摄", "（新华社记者 王野 摄）", "新华社发（李华摄）"],
      not: ["他介绍了纪录片的拍摄。", "11月12日，市长在基地调研。记者 刘文 摄"]),
    NoiseRule(
      "credit.agency", .pattern(.agency),
      examples: ["（中新社）", "（新华社）", "©Getty Images", "（“湖北发布”微博）", "©AFP"],
      not: ["（完）", "（应受访者要求，文中张某为化名。）"]),
    NoiseRule(
      "credit.translator", .starts(["翻译:", "翻譯:", "译者:", "译/", "编译|"], atMost: 40), .edges,
      examples: ["翻译：纽约时报中文网"]),
  ]

  /// What the outlet says about the page, not the article.
  private static let notices: [NoiseRule] = [
    NoiseRule(
      "notice.rights",
      .starts(
        [
          "版权声明", "[版权声明", "特别声明", "免责声明", "郑重声明", "声明:", "聲明:", "版权所有", "版權所有", "本文著作权", "本文版权",
          "版权归", "未经授权", "未經授權", "未经许可", "著作权", "凡本网", "凡注明", "凡本报", "转载请", "轉載請", "如需转载", "本网站所刊",
          "©", "copyright", "(c)", "本文为", "本文系", "(本文系", "(本文为", "(本文来自", "特别提示:", "免责条款", "[声明]",
          "[免责声明",
          "风险提示", "本文所有内容受到著作权", "以上内容(", "notice:thecontentabove", "摘编自其他媒体的内容", "本文仅代表作者",
          "文章仅代表",
          "本文经授权", "原文地址", "原文链接", "本文转自", "本文转载自", "本文首发", "(本文首发", "尊重版权",
        ], atMost: 260),
      examples: [
        "【版权声明】本文著作权归河滨新媒体独家所有，未经授权，不得转载。", "版权所有", "特别声明：以上内容为自媒体平台用户上传并发布。",
      ],
      not: ["版权法修订草案提请审议。"]),
    NoiseRule(
      "notice.rights-within",
      .holds(
        [
          "版权所有", "版權所有", "不得转载", "不得轉載", "禁止转载", "谢绝转载", "allrightsreserved", "并不表明网易立场", "不代表本网",
          "仅代表该机构观点", "个人观点,并不代表", "观点不代表", "不代表本报", "仅代表作者", "不代表腾讯", "不代表平台", "仅提供信息发布平台",
          "仅提供信息存储", "不构成投资建议", "不得擅自使用",
          "版权归原作者", "如有侵权", "联系删除", "未经允许", "不代表德国之声的立场", "不代表本台立场", "不代表任何机构", "均来自网络", "icp备",
          "公网安备",
          "京icp", "授权转载",
        ], atMost: 220), .edges,
      examples: ["中央广播电视总台 央视网 版权所有", "本文为CSDN原创文章，未经允许不得转载，如需转载请联系"]),
    NoiseRule(
      "notice.original-title",
      .starts(["(原标题", "原标题", "(原標題", "原標題", "(原题", "原题:", "(原题为", "[原标题"], atMost: 90),
      examples: ["（原标题：5G手机芯片江湖）", "原标题：最强“中国芯”本月商用"], not: ["原题目是一道几何题。"]),
    NoiseRule(
      "notice.original-address", .pattern(.address),
      examples: ["https://news.sina.com.cn/c/2019-10-23/doc.shtml"], not: ["见https://a.cn一文"]),
    NoiseRule(
      "notice.end",
      .whole([
        "正文已结束", "全文完", "(全文完)", "(完)", "编辑后记", "[完]", "end", "-end-", "—end—", "the end", "thend",
        "/end/", "(end)",
      ]),
      .edges, examples: ["END", "全文完", "（完）"]),
    NoiseRule(
      "notice.end-of-page",
      .starts(["正文已结束", "本页面停留时间", "阅读原文", "文章已关闭评论", "本文内容来源于"], atMost: 60),
      examples: ["正文已结束，您可以按alt+4进行评论"]),
  ]

  /// What is to be clicked, scanned, shared.
  private static let widgets: [NoiseRule] = [
    NoiseRule(
      "widget.share",
      .starts(
        [
          "分享到", "分享至", "分享给", "分享:", "分享|", "打开微信", "用微信扫", "用微信“扫", "微信扫", "扫一扫", "扫码", "扫描二维码",
          "扫描下方",
          "扫描上方",
          "扫描左", "扫描右", "长按二维码", "长按识别", "识别二维码", "点击右上角", "转发到", "微信扫码", "使用微信扫", "请用微信", "手机扫",
          "分享让更多",
          "分享本文", "分享文章", "掃描", "轉發", "复制链接", "推荐给朋友", "欢迎扫描", "扫描关注", "扫二维码",
        ], atMost: 60),
      examples: [
        "分享到微信朋友圈", "打开微信,点击 “ 发现 ” ,使用 “ 扫一扫 ” 即可将网页分享至朋友圈。", "用微信扫码二维码", "扫描下方二维码解锁更多",
      ],
      not: ["分享会上，多位代表作了发言。"]),
    NoiseRule(
      "widget.share-names",
      .whole([
        "分享", "转发", "微博", "微信", "qq空间", "qzone", "qq", "腾讯qq", "qq好友", "新浪微博", "易信", "更多", "收藏",
        "举报", "点赞", "赞",
        "评论", "跟贴", "发贴", "参与", "打印", "关闭", "纠错", "[纠错]", "字号", "大中小", "大", "中", "小", "字体", "复制",
        "朋友圈", "微信好友",
        "facebook", "twitter", "line", "whatsapp", "email", "print", "share", "tweet", "telegram",
        "pinterest", "linkedin", "reddit",
        "share this", "sharethis", "+1", "t+-", "x", "刷新", "返回", "返回顶部", "回到顶部", "上一篇", "下一篇",
        "展开全文", "展开", "收起",
        "查看更多", "阅读更多", "加载更多", "更多>>", "更多>", "more", "点击查看更多", "播放", "暂停", "听新闻", "ai播报", "我要反馈",
        "我要评论",
        "我要跟帖", "发表评论", "登录", "注册", "登录|注册", "登陆注册", "登录注册", "登陆/注册", "取消", "确认", "提交", "发布", "关注",
        "订阅",
        "推荐", "热点", "热门", "无障碍", "简体", "繁体", "繁體", "图集", "全部评论", "点击加载更多", "收藏本文", "打印本页", "关闭窗口",
        "点击进入专题",
        "放大字体", "缩小字体", "下载app", "报料", "投诉", "我要纠错", "打开app", "打开", "已收藏", "知道了", "朗读", "正文",
        "关注我们", "返回首页",
      ]),
      examples: ["分享", "微博", "QQ空间", "展开全文", "登陆注册"]),
    NoiseRule(
      "widget.row", .pattern(.buttons), examples: ["分享 收藏 评论(12)", "打印 关闭 字号"],
      not: ["分享 经验 交流", "关注民生"]),
    NoiseRule(
      "widget.buttons",
      .starts(
        [
          "[关闭窗口]", "[发表评论]", "[打印本稿]", "[打印本页]", "[关闭]", "[打印]", "【打印", "[大中小]", "[字体:", "字体:",
          "字号:", "浏览字号", "浏览次数", "[字号",
        ], atMost: 40),
      examples: ["【关闭窗口】 【发表评论】 【打印本稿】", "字号：大 中 小"]),
    NoiseRule(
      "widget.count",
      .starts(
        [
          "阅读次数", "浏览量", "阅读量", "点击数", "点击量", "点击:", "阅读:", "浏览:", "评论列表", "共0条", "共(0)", "评论(",
          "阅读(", "发布于:", "人气:",
        ],
        atMost: 14),
      examples: ["阅读量：3573", "评论列表", "共(0)条"], not: ["阅读量下降，报纸发行面临困难。"]),
    NoiseRule(
      "widget.count-after",
      .ends(
        ["条评论", "人参与", "次阅读", "人阅读", "跟贴", "个赞", "条留言", "人浏览", "人评论", "阅读", "min read", "minread"],
        atMost: 16), .edges,
      examples: ["229条评论", "1164次阅读"], not: ["全民阅读。"]),
    NoiseRule(
      "widget.click",
      .starts(
        [
          "点击查看", "点击进入", "点击图片", "点击下方", "点击上方", "点击这里", "点此", "点击阅读", "点击观看", "(点击", "更多精彩",
          "更多猛料", "更多内容",
          "更多图片", "更多新闻", "更多资讯", "點擊", "查看大图", "点击大图", "点击菜单", "点击播放", "点击关注", "戳这里", "阅读全文",
          "...more", "点击标题", "点击加入", "点击“", "请点个“在看", "点个在看", "觉得不错,请点", "点“在看",
        ], atMost: 60),
      examples: ["点击查看本文英文版。", "（点击看清晰大图）", "点击菜单栏【便民服务】解锁更多服务！"], not: ["点击率上升的原因有三点。"]),
    NoiseRule(
      "widget.original", .starts(["查看原文", "[查看原文", "阅读原文", "[阅读原文"], atMost: 240),
      examples: ["查看原文", "[查看原文](https://tv.cctv.com/2024/07/09/VIDE.shtml)"]),
    NoiseRule(
      "widget.cookies",
      .holds(
        ["usescookies", "usecookies", "useofcookies", "cookiepolicy", "privacypolicy"], atMost: 260),
      examples: ["This website uses cookies."]),
    NoiseRule(
      "widget.app",
      .holds(
        [
          "下载客户端", "客户端下载", "安装新浪", "下载app", "app下载", "官方微信", "微信公众号:", "公众号:", "微信号:", "关注公众号",
          "欢迎关注", "敬请关注",
          "第一时间接收", "下载地址", "新闻客户端", "扫描左方", "关注我们", "加入会员", "订阅电子报", "訂閱電子報", "下載app", "支持我们",
          "捐助", "feedx",
          "获取更多rss", "rss订阅", "点击链接", "加微信", "加qq", "读者群", "二维码关注", "热线:", "报料热线", "投稿邮箱", "商务合作",
          "回复[",
        ], atMost: 70), .edges,
      examples: ["安装河滨客户端第一时间接收资讯→【下载地址】", "获取更多RSS：", "更多新闻！扫描左方二维码关注官方微信"]),
    NoiseRule(
      "widget.feed",
      .holds(
        [
          "appearedfirston", "feedenhancedby", "点击此处订阅", "订阅nyt", "新读者请点击", "收看方式", "敬请收看", "脸书直播:",
          "播放列表:", "为沉默发声", "翻墙下载",
        ], atMost: 260),
      examples: ["The post 防汛 appeared first on 河滨时代.", "（欢迎点击此处订阅NYT简报，每天送到您的邮箱。）"]),
    NoiseRule(
      "widget.programme", .ends(["制作组", "製作組"], atMost: 30), .edges, examples: ["新唐人大纪元《直播节目》制作组"]),
    NoiseRule(
      "widget.player",
      .holds(
        [
          "您的浏览器", "浏览器版本过低", "无法播放", "flashplayer", "不支持video", "javascript", "浏览器不支持",
          "启用javascript", "自动播放", "视频加载",
        ],
        atMost: 60),
      examples: ["您的浏览器暂时无法播放此视频.", "Please enable JavaScript to view this page."]),
    NoiseRule(
      "widget.counter", .pattern(.counter), .edges, examples: ["30896", "0000", "1,234"],
      not: ["第1章"]),
  ]

  /// Lists of other articles.
  private static let neighbours: [NoiseRule] = [
    NoiseRule(
      "related.comments", .pattern(.comments), .anywhere, .end,
      examples: ["网友评论", "全部评论 (36)", "最新评论：共12条", "Leave a Reply"],
      not: ["网友评论说，这座桥早就该修了。"]),
    NoiseRule(
      "related.heading",
      .starts(
        [
          "相关阅读", "相关新闻", "相关报道", "相关文章", "相关稿件", "相关链接", "相关推荐", "相关专题", "相关资讯", "相关视频", "相关内容",
          "相关事件",
          "延伸阅读", "延伸·推荐", "拓展阅读", "扩展阅读", "推荐阅读", "推荐文章", "热门推荐", "热门文章", "热门新闻", "热新闻", "热话题",
          "为你推荐",
          "为您推荐", "猜你喜欢", "大家都在看", "大家都爱看", "点击排行", "跟贴排行", "阅读排行", "新闻排行", "今日热点", "最新文章", "最新新闻",
          "往期回顾",
          "往期推荐", "往期精彩", "精彩推荐", "精选文章", "更多阅读", "更多相关", "更多报道", "上一篇:", "下一篇:", "上一篇|", "相關閱讀",
          "相關新聞",
          "相關報導", "延伸閱讀", "推薦閱讀", "熱門新聞", "看更多", "你可能感兴趣", "你可能也喜欢", "你可能喜欢", "编辑推荐", "今日推荐",
          "媒体报道",
          "新闻评论", "评论列表", "文章评论", "发表评论", "相关主题", "相關主題",
          "相关话题",
          "近期热门", "本周热门", "图片新闻", "视频推荐", "猜您喜欢", "相关搜索", "更多文章", "今日头条", "相关图集", "看点推荐", "新闻推荐",
          "图集推荐",
        ], atMost: 14), .anywhere, .cut,
      examples: ["相关阅读：", "延伸阅读", "相关稿件", "热门推荐", "推荐阅读相关主题："], not: ["相关新闻发布会于十二日上午在北京举行。"]),
    NoiseRule(
      "related.gallery", .starts(["相关图集:", "相關圖集:", "图集:", "相关专辑:"], atMost: 60), .anywhere, .end,
      examples: ["相关图集：逃离委内瑞拉：危险的旅程"]),
    NoiseRule(
      "related.more",
      .starts(
        ["更多阅读:", "延伸阅读:", "相关阅读:", "相关报道:", "相关新闻:", "阅读更多:", "更多相关:", "相关文章:", "推荐阅读:"],
        atMost: 90),
      examples: ["更多阅读:美国起诉总统 悬赏千万美元抓人"]),
    NoiseRule(
      "related.tags",
      .starts(
        [
          "关键词:", "关键字:", "文章关键词", "标签:", "标签|", "tags:", "tag:", "關鍵字:", "標籤:", "posttags",
          "topics:", "filedunder", "关键词|",
        ], atMost: 80),
      .anywhere, .drop,
      examples: ["文章关键词： 辟谣 外泄 账号", "关键字 : 公园", "标签：湖北"], not: ["关键字是公平二字。"]),
    NoiseRule(
      "related.one",
      .starts(
        [
          "相关:", "另见:", "参见:", "阅读:", "延伸阅读:", "相关阅读:", "推荐:", "看更多:", "专题:", "更多:", "视频-", "▶",
          "►", "》》", ">>", "→", "[更多",
        ],
        atMost: 60),
      examples: ["相关阅读：上海零新增", ">>更多报道"]),
    NoiseRule(
      "related.posted", .starts(["postedby", "发布者:", "发布人:", "上传者:"], atMost: 90),
      examples: ["Posted by 美國在台協會 AIT on Saturday, 22 August 2020"]),
  ]

  /// What stands around an article.
  private static let pageFurniture: [NoiseRule] = [
    NoiseRule(
      "page.trail", .pattern(.trail), .edges,
      examples: [
        "首页 > 新闻  > 河滨要闻", "河滨在线 > 时政", "网易首页 > 新闻中心 > 新闻 > 正文", "首页 | 新闻 | 视频 | 经济 | 体育",
      ],
      not: ["北京>上海的列车晚点。"]),
    NoiseRule(
      "page.place",
      .starts(["当前位置", "您所在的位置", "您的位置", "现在位置", "您当前的位置", "位置:", "所在位置"], atMost: 60), .edges,
      examples: ["当前位置：主页 > 股市消息实时播报 >"]),
    NoiseRule(
      "page.date", .pattern(.date), .edges,
      examples: [
        "2020-02-29 18:34:31", "30/10/2020 - 12:34", "(2023-11-30) 法治河滨",
        "Fri, 24 Jul 2020 22:33:39 GMT",
      ],
      not: ["2020年10月30日，会议在京召开。"]),
    NoiseRule(
      "page.published",
      .starts(
        [
          "发布时间", "发布日期", "发表时间", "发表于", "时间:", "日期:", "更新时间", "最后更新", "最近更新", "發布時間", "發表時間",
          "更新:", "发布:", "更改时间", "撰写于", "published:", "updated:", "lastupdated", "发稿时间", "提交时间",
        ],
        atMost: 50), .edges,
      examples: ["发布时间： 2019-09-26 10:09:11", "最后更新：2021年3月1日"]),
    NoiseRule(
      "page.lead-in", .pattern(.leadIn), .edges, examples: ["河伴导读"], not: ["导读小组成立。"]),
    NoiseRule("page.age", .pattern(.age), .edges, examples: ["1 小时前", "12 分钟前", "3 hours ago"]),
    NoiseRule(
      "page.marks", .pattern(.marks), examples: ["---", "* * *", "■", "▼"], not: ["……", "___"]),
    NoiseRule(
      "page.summary-mark",
      .whole([
        "摘要", "[摘要]", "内容提要", "核心提示", "核心提示:", "摘要:", "导读", "导读:", "[导读]", "划重点", "划重点:", "本文要点",
        "要点:",
      ]), .edges,
      examples: ["核心提示"]),
  ]

  private static let western: [NoiseRule] = [
    NoiseRule(
      "notice.writer",
      .holds(
        [
          "欢迎在twitter上关注", "歡迎訂閱", "按赞,跟", "订阅、留言", "youtube直播:", "记得点赞订阅", "订阅我们的youtube",
        ], atMost: 260), .edges,
      examples: ["李山是《河滨日报》记者。欢迎在Twitter上关注他。", "歡迎訂閱國際新聞電子報。"]),
    NoiseRule(
      "western.byline-list", .starts(["author,", "role,"], atMost: 60), .edges,
      examples: ["Author, Ann Lee", "Role, News reporter"], not: ["Authorities said so."]),
    NoiseRule(
      "western.follow-up",
      .starts(["likethisstory", "tellus", "enjoyedthis", "enjoythisarticle"], atMost: 60),
      .edges, examples: ["Like this story? Share it with a friend!", "Tell us what YOU think..."]),
    NoiseRule(
      "western.heading",
      .whole([
        "related", "relatedstories", "relatedarticles", "relatedcontent", "relatednews",
        "relatedtopics", "readmore", "readmore:",
        "readnext", "morestories", "moreonthisstory", "morefrom", "comments", "comment",
        "recommended", "recommendedforyou",
        "mostpopular", "mostread", "trending", "youmayalsolike", "youmightalsolike",
        "advertisement", "advertising", "ad",
        "sponsored", "promoted", "subscribe", "subscribenow", "newsletter", "signup", "sign up",
        "followus", "storycontinuesbelow",
        "loading...", "loading", "advert", "adverts", "tags", "topics", "share", "sharethisarticle",
        "sharethisstory",
        "sharethispage", "alsoread", "seealso",
        "moreinformation", "readthefullstory", "aboutthe author", "abouttheauthor",
        "continuereading", "continuereadingthemainstory",
        "skipadvertisement", "articlecontinuesbelow", "storycontinues", "leaveacomment",
        "leaveareply", "postacomment", "top stories",
        "topstories", "latestnews", "moretoread", "playvideo", "watch", "viewcomments",
        "showcomments",
      ]), .anywhere, .cut,
      examples: ["Related stories", "Read more:", "Advertisement"]),
    NoiseRule(
      "western.prompt",
      .starts(
        [
          "read more:", "readmore:", "readmoreon", "seealso:", "related:", "watch:", "readalso:",
          "alsoread:", "don'tmiss", "clickhereto",
          "signupfor", "subscribeto", "followuson", "followhimon", "followheron", "sharethis",
          "photo:", "photos:", "image:", "images:",
          "credit:", "photocredit", "imagesource", "getty", "(photo", "(image", "mediacaption",
          "imagecaption", "imagecopyright",
          "storycontinuesbelow", "advertisement", "downloadour", "downloadthe", "joinour",
          "loadingthe", "pleaseenable", "thisvideo",
          "videoplayback", "more:", "click here", "tweetthis", "emailthis", "writeto", "contactthe",
          "filedunder", "postedin", "editedby:",
          "morefrom", "moreon", "viewgallery", "viewimage", "openimage", "copyright", "©",
          "image1of", "image2of", "image3of", "image4of", "image5of", "textsize",
        ], atMost: 110),
      examples: ["Read more: what we know so far", "Follow us on Twitter", "Photo: Reuters"],
      not: ["Watching the clock, he said nothing."]),
  ]
}
