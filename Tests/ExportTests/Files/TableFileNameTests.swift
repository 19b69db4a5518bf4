import Testing

@testable import Export

@Suite struct TableFileNameTests {
  @Test(arguments: [
    (TableFileName(table: "persons", format: .csv), "persons.csv"),
    (TableFileName(table: "persons", format: .excel), "persons.excel.csv"),
    (TableFileName(table: "persons", format: .excel, part: 2), "persons.excel.part2.csv"),
    (TableFileName(table: "persons", format: .jsonl, isGzipped: true), "persons.jsonl.gz"),
    (
      TableFileName(table: "persons", format: .excel, part: 12, isGzipped: true),
      "persons.excel.part12.csv.gz"
    ),
  ])
  func `a name is read as it is made`(name: TableFileName, text: String) {
    #expect(name.text == text)
    #expect(TableFileName(text) == name)
  }

  @Test(arguments: [
    "manifest.json", "SHA256SUMS", "dibao.tar.gz", "persons", "persons.gz", "persons.excel.jsonl",
    "persons.part1.csv", "persons.excel.part01.csv", "persons.excel.csv.csv", ".csv.gz.gz", "",
    "persons.excel.partx.csv",
  ])
  func `other names are no table's`(text: String) {
    #expect(TableFileName(text) == nil)
  }
}
