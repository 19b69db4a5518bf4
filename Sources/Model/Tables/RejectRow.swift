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
  package static let title = Bilingual("未收", "Rejects")
  package static let description = Bilingual(
    "未能读取的文件及原因，一文件一行。",
    "Files that could not be read, and why.")
  package static let primaryKey: [String] = ["path"]
  package static let foreignKeys: [ForeignKey] = []

  package static let columns: [Column<Self>] = [
    Column(
      "path", .text, required: true,
      title: Bilingual("路径", "Path"),
      description: Bilingual(
        "输入文件夹内的路径",
        "Path within the input folder")
    ) { .text($0.path) },
    Column(
      "bytes", .integer,
      title: Bilingual("字节数", "Bytes"),
      description: Bilingual(
        "文件大小",
        "Size of the file")
    ) { .optional($0.bytes) },
    Column(
      "stage", .text, required: true,
      words: ["fetch-local", "clean", "extract", "dedupe", "enrich"],
      title: Bilingual("阶段", "Stage"),
      description: Bilingual(
        "在哪一阶段",
        "The stage that refused it")
    ) { .text($0.stage) },
    Column(
      "code", .text, required: true,
      title: Bilingual("代码", "Code"),
      description: Bilingual(
        "原因代码",
        "The reason, as a stable word")
    ) { .text($0.code) },
    Column(
      "message", .text, required: true,
      title: Bilingual("说明", "Message"),
      description: Bilingual(
        "说明",
        "The reason, in words")
    ) { .text($0.message) },
    Column(
      "line", .integer,
      title: Bilingual("行", "Line"),
      description: Bilingual(
        "文件中的行号",
        "Line in the file, from 1")
    ) { .optional($0.line) },
  ]
}
