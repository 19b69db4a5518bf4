import Corpus
import Export
import Model
import Reference
import Storage
import Testing

@testable import Batch

/// The folder of people's corrections.
@Suite struct LookupTests {
  // MARK: one file

  private func read(
    _ form: LookupFiles.Form, _ text: String
  ) throws -> (corrections: Corrections, errors: [String]) {
    var reader = LookupReader(form: form, almanac: .shared)
    var corrections = Corrections()
    reader.read(try CSVLines(Array(text.utf8)), into: &corrections)
    return (corrections, reader.faults.map { ErrorWording.line(for: $0, in: form.name) })
  }

  @Test func `every file is read, in the columns' own order and with either line end`() throws {
    let aliases = try read(LookupFiles.aliases, "alias,name\r\n甲乙,\"甲乙丙\"\r\n\r\n").corrections
    #expect(aliases.aliases["甲乙"]?.name == "甲乙丙")
    #expect(aliases.aliases["甲乙"]?.place == Corrections.Place(file: "aliases.csv", line: 2))
    let same = try read(
      LookupFiles.same, "\u{FEFF}name,office,other_office,note\n张伟,,鹤壁市市长,某注\n"
    ).corrections
    #expect(same.same.map(\.first.office) == [nil])
    #expect(same.same.map(\.second.office) == ["鹤壁市市长"])
    let offices = try read(
      LookupFiles.offices, "office,meant,rank,single_seat\n甲办主任,岳阳市委书记,正厅级,true\n"
    ).corrections
    let fix = try #require(offices.offices["甲办主任"])
    #expect(fix.meant?.title == "书记" && fix.rank == "正厅级" && fix.singleSeat == true)
  }

  static let faults: [(form: LookupFiles.Form, text: String, error: String)] = [
    (
      LookupFiles.aliases, "name,allias\n甲,乙\n",
      #"aliases.csv:1:1: no column is called "allias"; did you mean "alias"? (lookups.unknown-column)"#
    ),
    (
      LookupFiles.aliases, "name\n甲\n",
      #"aliases.csv:1:1: the column "alias" is missing; columns: name, alias, note"#
        + " (lookups.missing-column)"
    ),
    (
      LookupFiles.aliases, "name,alias\n甲乙,\n",
      #"aliases.csv:2:1: "alias" must not be empty (lookups.empty-cell)"#
    ),
    (
      LookupFiles.aliases, "name,alias\n甲,乙\n丙,乙\n",
      #"aliases.csv:3:1: "乙" stands for itself, or is told twice (lookups.twice)"#
    ),
    (
      LookupFiles.apart, "name,office,other_office\n张伟,甲,甲\n",
      #"not_same_person.csv:2:1: "office" and "other_office" must differ: they tell the two apart"#
        + " (lookups.same-sides)"
    ),
    (
      LookupFiles.offices, "office,meant\n甲办主任,何处何职\n",
      #"offices.csv:2:1: "何处何职" cannot be read as an office; try it with dibao office"#
        + " (lookups.no-office)"
    ),
    (
      LookupFiles.offices, "office,single_seat\n甲办主任,yes\n",
      #"offices.csv:2:1: "yes" is not known here; known: true, false (lookups.not-a-choice)"#
    ),
    (
      LookupFiles.same, "name,office,other_office\n\"张伟,甲,乙\n",
      "same_person.csv:3:1: a quote that is never closed (lookups.not-csv)"
    ),
  ]

  @Test(arguments: faults) func `a fault is told with its place and what to do`(
    _ wanted: (form: LookupFiles.Form, text: String, error: String)
  ) throws {
    #expect(try read(wanted.form, wanted.text).errors.contains(wanted.error))
  }

  // MARK: a run

  private static let fixtures = ShippedFileTests.top + "/Fixtures"

  private func run(_ folder: Folder, lookups: String?) throws -> Binary.Result {
    let enrich =
      lookups.map { #"{"name": "enrich", "lookups": "\#($0)"}"# } ?? #"{"name": "enrich"}"#
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "inputs": [{"path": "\(Self.fixtures)/articles/tenures"}],
       "stages": [{"name": "fetch-local"}, {"name": "clean"}, {"name": "extract"},
                  {"name": "dedupe"}, \(enrich)],
       "output": {"root": "out"}, "writers": [{"type": "jsonl"}]}
      """)
    return try Binary(folder: folder.path).run("run", "-c", "pipeline.json")
  }

  private func rows(_ table: String, _ folder: Folder) throws -> [JSONTree] {
    try folder.read("out/current/\(table).jsonl").split(separator: "\n").map { line in
      try #require(JSONDocument(Array(line.utf8)).tree)
    }
  }

  private func names(_ folder: Folder) throws -> [String] {
    try rows("persons", folder).map { row in
      [row["name"]?.text, row["homonym"]?.text].compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test func `corrections change who is who, and the digest of the manifest`() throws {
    let (plain, corrected) = (try Folder(), try Folder())
    #expect(try run(plain, lookups: nil).code == 0)
    let result = try run(corrected, lookups: Self.fixtures + "/lookups")
    #expect(result.code == 0)
    #expect(!result.words.contains("lookups"))
    #expect(
      try names(plain) == [
        "张伟 鹤壁市副市长", "张伟 曲靖市副市长", "张伟 玉溪市副市长", "李静 玉溪市农业农村局局长", "李静 曲靖市农业农村局局长",
        "谭知远", "阮青禾", "顾燕舟", "顾砚舟",
      ])
    #expect(
      try names(corrected) == [
        "张伟 鹤壁市副市长", "张伟 曲靖市副市长", "李静 玉溪市农业农村局局长", "李静 曲靖市农业农村局局长", "谭知远", "阮青禾",
        "顾砚舟",
      ])
    let digests = try [plain, corrected].map { folder in
      JSONDocument(try folder.bytes("out/current/manifest.json")).tree?["lookups_sha256"]?.text
    }
    #expect(digests[0] == nil && digests[1]?.count == 64)
  }

  @Test func `the fixtures show tenures with bounds, and a contradiction`() throws {
    let folder = try Folder()
    #expect(try run(folder, lookups: Self.fixtures + "/lookups").code == 0)
    let tenures = try rows("tenures", folder)
    let secretary = try #require(
      tenures.first {
        $0["person_name"]?.text == "顾砚舟" && $0["office_name"]?.text == "鹤壁市委书记"
      })
    #expect(secretary["first_observed"]?.text == "2019-03-05")
    #expect(secretary["stated_end"]?.text == "2020-06-17")
    #expect(secretary["ended_by"]?.text?.hasPrefix("evt_") == true)
    let mayor = try #require(
      tenures.first { $0["office_name"]?.text == "鹤壁市市长" && $0["acting"]?.value == .boolean(false) }
    )
    #expect(mayor["stated_start"]?.text == "2019-04-12")
    #expect(mayor["not_before"]?.text == "2019-03-05")
    #expect(try rows("contradictions", folder).map { $0["kind"]?.text } == ["two_holders"])
  }

  @Test func `a line without use is told, and the run goes on`() throws {
    let folder = try Folder()
    try folder.write("lookups/aliases.csv", "name,alias\n甲,乙\n")
    let result = try run(folder, lookups: "lookups")
    #expect(result.code == 0)
    #expect(result.words.contains("lookups/aliases.csv:2: nothing in these documents"))
  }

  @Test func `a folder without a file, or with a wrong one, is a fault of the configuration`()
    throws
  {
    let folder = try Folder()
    let result = try run(folder, lookups: "nowhere")
    #expect(result.code == 78)
    #expect(result.words.contains("nowhere:1:1: the folder holds none of aliases.csv"))
    try folder.write("lookups/aliases.csv", "name\n")
    #expect(try run(folder, lookups: "lookups").code == 78)
  }

  @Test func `check finds a wrong lookups folder without a run`() throws {
    let folder = try Folder()
    try folder.write("lookups/aliases.csv", "name,alias\n甲,乙\n")
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "inputs": [{"path": "in"}],
       "stages": [{"name": "fetch-local"}, {"name": "clean"}, {"name": "extract"},
                  {"name": "dedupe"}, {"name": "enrich", "lookups": "lookups"}],
       "output": {"root": "out"}, "writers": [{"type": "jsonl"}]}
      """)
    let binary = Binary(folder: folder.path)
    #expect(try binary.run("check").code == 0)
    try folder.write("lookups/aliases.csv", "name,allias\n甲,乙\n")
    let wrong = try binary.run("check")
    #expect(wrong.code == 78)
    #expect(wrong.words.contains("lookups/aliases.csv:1:1: no column is called"), "\(wrong.words)")
    try folder.write("lookups/aliases.csv", "")
    #expect(try binary.run("check").code == 78)
    #expect(!folder.exists("out"))
  }
}
