import Model
import Testing

@testable import Export

@Suite struct FollowTheMoneyWriterTests {
  private static func lines() throws -> [String] {
    try EntityRows.text(of: FollowTheMoneyWriter()).split(separator: "\n").map(String.init)
  }

  private static func line(_ id: String) throws -> String {
    try #require(try lines().first { $0.hasPrefix("{\"id\":\"\(id)\",") })
  }

  @Test func `an entity a line, by their ids`() throws {
    let ids = try Self.lines().compactMap { $0.split(separator: "\"").dropFirst(3).first }
    #expect(
      ids == [
        "doc-a", "doc-a-3-per-a", "doc-a-40-per-a", "evt-a", "evt-a-0", "off-a", "org-a", "per-a",
        "quo-a", "ten-a",
      ])
  }

  @Test func `the order of the rows does not matter`() throws {
    #expect(
      try EntityRows.text(of: FollowTheMoneyWriter())
        == EntityRows.text(of: FollowTheMoneyWriter(), isReversed: true))
  }

  @Test func `a person has what offices tell of who holds them`() throws {
    #expect(
      try Self.line("per-a") == """
        {"id":"per-a","schema":"Person","properties":{"alias":["An Lijia"],"country":["cn"],\
        "name":["安立佳"],"notes":["first_seen=2021-03-05; last_seen=2021-03-05; documents=1; \
        mentions=3; latest_office=湖南省省长; highest_rank=正部级; pinyin_basis=reading"],\
        "position":["湖南省省长"],"topics":["role.pep"]},"datasets":["dibao"]}
        """)
  }

  @Test func `an observed tenure has no start and no end`() throws {
    #expect(
      try Self.line("ten-a") == """
        {"id":"ten-a","schema":"Occupancy","properties":{"date":["2021-03-05"],\
        "description":["acting=false; first_observed=2021-03-05; last_observed=2021-03-05; \
        not_before=2020-12-01; observations=1; documents=1"],"holder":["per-a"],"post":["off-a"],\
        "proof":["doc-a"],"recordId":["ten_a"],"status":["unknown"],\
        "summary":["见于 observed 2021-03-05（mentions 1, documents 1）；不早于 not before 2020-12-01"]},\
        "datasets":["dibao"]}
        """)
  }

  @Test func `an office has its place, its level and its branch`() throws {
    let office = try Self.line("off-a")
    #expect(office.contains("\"subnationalArea\":[\"湖南省\"]"))
    #expect(office.contains("\"topics\":[\"gov.executive\",\"gov.state\"]"))
    #expect(office.contains("\"name\":[\"湖南省人民政府省长\"]"))
    #expect(try Self.line("org-a").contains("\"schema\":\"PublicBody\""))
  }

  @Test func `a planned event says so, and a day without its year is no date`() throws {
    let event = try Self.line("evt-a")
    #expect(event.contains("\"name\":[\"〔计划〕会见：安立佳（长沙）\"]"))
    #expect(event.contains("date_start=--03-05"))
    #expect(!event.contains("startDate"))
    #expect(
      try Self.line("evt-a-0").contains(
        "\"object\":[\"evt-a\"],\"proof\":[\"doc-a\"],\"role\":[\"host · 湖南省省长\"]"))
  }

  @Test func `the names of one place are one mention, whatever the offices`() throws {
    #expect(
      try Self.line("doc-a-3-per-a") == """
        {"id":"doc-a-3-per-a","schema":"Mention","properties":{"detectedSchema":["Person"],\
        "document":["doc-a"],"name":["安立佳"],"resolved":["per-a"]},"datasets":["dibao"]}
        """)
  }

  private static var writer: FollowTheMoneyWriter {
    var writer = FollowTheMoneyWriter()
    for setting in FollowTheMoneyWriter.settings { setting.set(&writer, .boolean(true)) }
    return writer
  }

  @Test func `a statement is one value, with the id that FollowTheMoney gives it`() throws {
    let lines = try EntityRows.text(of: Self.writer, file: "statements.csv")
      .split(separator: "\r\n").map(String.init)
    #expect(lines.first?.hasPrefix("canonical_id,entity_id,prop,prop_type,schema,value,") == true)
    #expect(
      lines.contains(
        "per-a,per-a,name,name,Person,安立佳,dibao,,,,f,,,0aa70396629645c25932ccba998a23f808a6d0ea"))
    let told = try Self.lines().joined()
    for line in lines.dropFirst() {
      #expect(told.contains("{\"id\":\"\(line.prefix { $0 != "," })\","))
    }
  }

  @Test func `names are a list, those of two characters among them`() throws {
    #expect(
      try EntityRows.text(of: Self.writer, file: "names.txt") == """
        An Lijia
        安立佳
        湖南省人民政府
        湖南省政府

        """)
    #expect(FollowTheMoneyWriter().files(of: []) == ["entities.ftm.json"])
  }

  @Test func `texts are in the form that they are cleaned to`() {
    #expect(FTMText.text(" a\u{0}\u{200B}b\u{3000}c\n\u{A0}") == "ab c")
    #expect(FTMText.text("\u{FEFF} \n") == nil)
    #expect(FTMText.name("\"甲 \n 乙\"") == "甲 乙")
    #expect(FTMText.address("甲;乙,丙") == "甲 乙 丙")
    #expect(FTMText.id("doc_a") == "doc-a")
  }

  @Test func `what is no date or no address of the web is no value`() {
    #expect(FTMText.date("--12-13") == nil)
    #expect(FTMText.date("2024-12") == "2024-12")
    #expect(FTMText.date("2024-12-13T08:00+08:00") == "2024-12-13")
    #expect(FTMText.moment("2024-12-13T08:00:00Z") == "2024-12-13T08:00:00")
    #expect(FTMText.moment("2024-12-13T08:00:00") == "2024-12-13")
    #expect(FTMText.url("https://news.test/a?b=c") == "https://news.test/a?b=c")
    for url in ["news.test/a", "https://news.test", "https://news.test/甲", "https://a b.test/"] {
      #expect(FTMText.url(url) == nil)
    }
  }

  @Test func `Taiwan, Hong Kong and Macao have their own codes`() {
    #expect(
      ["430000", "710000", "810000", "820000", nil].map(FTMTopics.country(ofDivision:))
        == ["cn", "tw", "hk", "mo", nil])
  }
}
