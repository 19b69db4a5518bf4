/// A file that no stage lost: it was refused for a reason.
package struct RejectRow: Hashable, Sendable {
  package var path: String
  package var bytes: Int?
  package var stage: String
  package var code: String
  package var message: String
  package var line: Int?

  package init(
    path: String, bytes: Int?, stage: String, code: String, message: String, line: Int?
  ) {
    self.path = path
    self.bytes = bytes
    self.stage = stage
    self.code = code
    self.message = message
    self.line = line
  }

  package init(_ reject: Reject) {
    self.init(
      path: reject.path, bytes: reject.bytes, stage: reject.stage.rawValue,
      code: reject.code.rawValue, message: reject.detail, line: reject.line)
  }
}

extension RejectRow: TableRow {
  package static let tableName = "rejects"
  package static let title = Bilingual("未能读取的文件", "Rejects")
  package static let description = Bilingual(
    "未能读取的每个文件一行及其原因，按路径排序。", "One row for each file that could not be read, by path.")
  package static let primaryKey: [String] = ["path"]
  package static let foreignKeys: [ForeignKey] = []

  package static let columns: [Column<Self>] = [
    Column(
      "path", .text, required: true,
      title: Bilingual("路径", "Path"),
      description: Bilingual("文件相对于输入文件夹的路径。", "The file's path within the input folder.")
    ) { .text($0.path) },
    Column(
      "bytes", .integer,
      title: Bilingual("字节数", "Bytes"),
      description: Bilingual(
        "文件大小；无法得知则为空。", "The size of the file; empty where it could not be read.")
    ) { .optional($0.bytes) },
    Column(
      "stage", .text, required: true,
      words: ["fetch-local", "clean", "extract", "dedupe", "enrich"],
      title: Bilingual("阶段", "Stage"),
      description: Bilingual("在哪一步未能读取。", "The stage that could not take it.")
    ) { .text($0.stage) },
    Column(
      "code", .text, required: true,
      title: Bilingual("原因代码", "Code"),
      description: Bilingual(
        "原因的固定代码，如 fetch.empty 空文件、clean.no-text 页面中无文章。",
        "Why, as a stable word: fetch.empty, clean.no-text …")
    ) { .text($0.code) },
    Column(
      "message", .text, required: true,
      title: Bilingual("说明", "Message"),
      description: Bilingual("以文字说明所见。", "What was found, in words.")
    ) { .text($0.message) },
    Column(
      "line", .integer,
      title: Bilingual("行号", "Line"),
      description: Bilingual(
        "读取失败处的行号，自 1 起；不适用则为空。",
        "The line, from 1, at which reading failed; empty where that makes no sense.")
    ) { .optional($0.line) },
  ]
}
