import Testing

@testable import Export

@Suite struct PopoloWriterTests {
  private static func lines() throws -> [String] {
    try EntityRows.text(of: PopoloWriter()).split(separator: "\n").map(String.init)
  }

  @Test func `a list for each kind, an object a line`() throws {
    let starts = try Self.lines().map { String($0.prefix { $0 != "," && $0 != "]" }) }
    #expect(
      starts == [
        "{", "\"persons\":[", "{\"id\":\"per_a\"", "", "\"organizations\":[", "{\"id\":\"org_a\"",
        "",
        "\"posts\":[", "{\"id\":\"off_a\"", "", "\"memberships\":[", "{\"id\":\"ten_a\"", "",
        "\"events\":[", "{\"id\":\"evt_a\"", "", "\"areas\":[", "{\"id\":\"430000\"", "", "}",
      ])
  }

  @Test func `it is JSON, also without a row`() throws {
    #expect(JSONDocument(Array(try EntityRows.text(of: PopoloWriter()).utf8)).problems.isEmpty)
    let export = try SampleExport([PopoloWriter()], documents: [], mentions: [])
    let empty = try export.text("popolo.json")
    #expect(JSONDocument(Array(empty.utf8)).problems.isEmpty)
    #expect(empty.contains("\"areas\":["))
  }

  @Test func `the order of the rows does not matter`() throws {
    #expect(
      try EntityRows.text(of: PopoloWriter())
        == EntityRows.text(of: PopoloWriter(), isReversed: true))
  }

  @Test func `an observed start has the article that shows it`() throws {
    let line = try #require(try Self.lines().first { $0.contains("ten_a") })
    #expect(
      line == """
        {"id":"ten_a","label":"湖南省省长","person_id":"per_a","post_id":"off_a","x_status":"unknown","x_person_name":"安立佳",\
        "x_acting":false,"x_first_observed":"2021-03-05","x_last_observed":"2021-03-05",\
        "x_not_before":"2020-12-01","x_observations":1,"x_documents":1,"role":"省长",\
        "organization_id":"org_a","area_id":"430000","start_date":"2021-03-05",\
        "x_start_basis":"first observed","sources":[{"url":"https://news.test/a.html",\
        "note":"first observed in the office for 2021-03-05; not a stated start",\
        "x_document_id":"doc_a","x_title":"甲会见乙","x_publisher":"试报",\
        "x_published_at":"2021-03-05T08:00:00Z"}]}
        """)
  }

  @Test func `an event has its attendees with what they did`() throws {
    let line = try #require(try Self.lines().first { $0.contains("evt_a") })
    #expect(!line.contains("\"start_date\""))
    #expect(line.contains("\"status\":\"planned\""))
    #expect(
      line.contains(
        """
        "attendees":[{"id":"per_a","name":"安立佳","x_position":0,"x_side":1,"x_role":"host",\
        "x_post_id":"off_a","x_post":"湖南省省长"}],"sources":[
        """))
  }

  @Test func `an object stands before what is added to it`() {
    let item = PopoloObject(item: .events, "evt_x", of: "sources", order: 0, "x")
    #expect(item.key.first == PopoloObject.Section.events.rawValue)
    #expect(PopoloObject(.events, "evt_x", [:]).key.lexicographicallyPrecedes(item.key))
    #expect(item.bytes == Array("\"x\"".utf8))
  }
}
