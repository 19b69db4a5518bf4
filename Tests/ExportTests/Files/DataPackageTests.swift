import Model
import Storage
import Testing

@testable import Export

@Suite struct DataPackageTests {
  private func resources(_ writers: [any Writer]) throws -> [String: JSONTree] {
    let export = try SampleExport(writers)
    let package = try #require(JSONDocument(try export.read("datapackage.json")).tree)
    var resources: [String: JSONTree] = [:]
    for resource in package["resources"]?.items ?? [] {
      resources[resource["name"]?.text ?? ""] = resource
    }
    return resources
  }

  private func references(of resource: JSONTree?) -> [String?] {
    (resource?["schema"]?["foreignKeys"]?.items ?? []).map { $0["reference"]?["resource"]?.text }
  }

  @Test func `a resource tells the file, its columns in two languages and its keys`() throws {
    let export = try SampleExport([CSVWriter()])
    let package = try #require(JSONDocument(try export.read("datapackage.json")).tree)
    #expect(
      package["$schema"]?.text == "https://datapackage.org/profiles/2.0/datapackage.json")
    let resource = try #require(package["resources"]?.items?.first)
    #expect(resource["name"]?.text == "documents-csv")
    #expect(resource["title"]?.text == "文档 · Documents")
    #expect(resource["description"]?.text == "每篇文章一行。\n\nOne row an article.")
    #expect(resource["path"]?.text == "documents.csv")
    #expect(resource["dibao:rows"]?.integer == 2)
    let content = try Disk.digest(of: export.path + "/documents.csv")
    #expect(resource["hash"]?.text == "sha256:" + content.sha256)
    #expect(resource["bytes"]?.integer == content.bytes)
    #expect(resource["compression"] == nil)
    #expect(resource["dialect"]?["lineTerminator"]?.text == "\r\n")
    let schema = try #require(resource["schema"])
    #expect(schema["primaryKey"]?.items?.map(\.text) == ["document_id"])
    let fields = try #require(schema["fields"]?.items)
    #expect(
      fields.map { $0["type"]?.text } == [
        "string", "string", "string", "integer", "number", "boolean", "string", "string", "string",
        "string",
      ])
    #expect(fields[0]["constraints"]?["required"]?.value == .boolean(true))
    #expect(fields[0]["constraints"]?["unique"]?.value == .boolean(true))
    #expect(fields[1]["constraints"] == nil)
    #expect(fields[2]["dibao:list_separator"]?.text == "; ")
    #expect(fields[7]["constraints"]?["enum"]?.items?.map(\.text) == ["hans", "hant"])
    #expect(fields[0]["title"]?.text == "列 · document_id")
  }

  @Test func `lists of JSON Lines are arrays, and an empty text there is a text`() throws {
    let schema = try resources([JSONLinesWriter()])["mentions-jsonl"]?["schema"]
    let field = schema?["fields"]?.items?.last
    #expect(field?["type"]?.text == "array")
    #expect(field?["dibao:list_separator"] == nil)
    #expect(field?["dibao:item_words"]?.items?.map(\.text) == ["office", "division"])
    #expect(schema?["missingValues"]?.items == [])
  }

  @Test func `keys refer to the resource in the same form, and to no name in the own table`() throws
  {
    let resources = try resources(SampleExport.writers)
    for form in ["csv", "excel-csv", "csv-gz", "jsonl", "jsonl-gz"] {
      #expect(references(of: resources["mentions-\(form)"]) == ["documents-\(form)"])
      #expect(references(of: resources["documents-\(form)"]) == [nil])
    }
  }

  @Test func `keys into a table of another form, of no file, or of several parts`() throws {
    var mentions = CSVWriter()
    mentions.tables = ["mentions"]
    #expect(references(of: try resources([mentions])["mentions-csv"]) == [])
    #expect(
      references(of: try resources([mentions, JSONLinesWriter()])["mentions-csv"])
        == ["documents-jsonl"])
    var excel = CSVWriter()
    excel.profile = .excel
    excel.rowsPerPart = 1
    let parts = try resources([excel])
    #expect(parts["documents-excel-part2-csv"]?["path"]?.text == "documents.excel.part2.csv")
    #expect(references(of: parts["documents-excel-part2-csv"]) == [])
    #expect(references(of: parts["mentions-excel-part3-csv"]) == [])
  }

  @Test func `a gzipped file tells its own bytes and those of its content`() throws {
    let resources = try resources(SampleExport.writers)
    let zipped = try #require(resources["documents-csv-gz"])
    let plain = try #require(resources["documents-csv"])
    #expect(zipped["compression"]?.text == "gz")
    #expect(zipped["format"]?.text == "csv")
    #expect(zipped["dibao:content_hash"] == nil || plain["hash"] != zipped["hash"])
    #expect(zipped["dibao:content_hash"]?.text == plain["hash"]?.text)
    #expect(zipped["dibao:content_bytes"]?.integer == plain["bytes"]?.integer)
  }
}
