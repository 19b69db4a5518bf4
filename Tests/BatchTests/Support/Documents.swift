/// A handful of small articles in every form, written for these tests.
enum Documents {
  static let articles: [(name: String, text: String)] = [
    (
      "visit.html",
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>海州市委书记到港口调研_海州日报</title>
      <meta name="publishdate" content="2023-05-08"></head><body><h1>海州市委书记到港口调研</h1>
      <p>海州日报讯 5月8日，吉林省委书记景云海到港口调研，省长胡立亭参加。</p>
      <p>调研中，景云海听取了港口建设情况的汇报，要求把各项工作抓紧抓实，确保按期完成全年任务。</p>
      <p>长春市市长王子安，省政府秘书长李明远一同参加调研并作了发言，会议还讨论了下一步的安排。</p>
      </body></html>
      """
    ),
    (
      "meeting.md",
      """
      ---
      title: 全省经济工作会议召开
      date: 2023-12-20
      author: 记者 张文
      publisher: 江城新闻
      ---

      全省经济工作会议今天在长春召开，省委书记景云海出席并讲话，省长胡立亭主持会议。

      会议强调，要坚持稳中求进，做好明年的各项工作，推动全省经济持续回升向好。

      省委副书记刘卫国、常务副省长蔡明东出席会议，各市州主要负责同志在分会场参加会议。
      """
    ),
    (
      "signing.txt",
      """
      两省签署合作协议

      江城新闻 2024-03-02 10:30

      3月2日，吉林省人民政府与广东省人民政府在广州签署合作协议。吉林省省长胡立亭、广东省省长王伟华出席签约仪式。

      根据协议，双方将在产业、科技、人才等方面加强合作，共同推动高质量发展取得新的成效。
      """
    ),
    (
      "plain.md",
      """
      # 外交部发言人答记者问

      2024-04-11 新华网

      外交部副部长马朝阳11日在北京会见来访的外宾，双方就共同关心的问题交换了意见。

      外交部发言人毛晓宁表示，中方愿同各方一道，推动双边关系不断向前发展，取得更多成果。
      """
    ),
  ]

  /// A copy of the first article under another name.
  static let copy = ("zz/copy of visit.html", articles[0].text)

  static func write(to folder: Folder, in name: String = "in") throws {
    for article in articles { try folder.write("\(name)/\(article.name)", article.text) }
    try folder.write("\(name)/\(copy.0)", copy.1)
  }

  /// Many small articles, so that a run takes its time.
  static func writeMany(_ count: Int, to folder: Folder, in name: String = "in") throws {
    let body = articles[2].text
    for number in 0..<count {
      try folder.write("\(name)/\(number).txt", "第\(number)期简报\n\n" + body)
    }
  }
}
