import Model
import Testing

@testable import Export

@Suite struct PLOVERWriterTests {
  private typealias Row = (table: String, cells: [String: Cell])

  private func document(_ id: String, isCanonical: Bool = true) -> Row {
    (
      "documents",
      ["document_id": .text(id), "title": .text("题"), "is_canonical": .boolean(isCanonical)]
    )
  }

  private func event(
    _ id: String, cluster: String? = nil, _ code: String?, _ cameo: String? = "040",
    on day: String? = "2024-03-02", to last: String? = nil, precision: String = "day",
    status: String = "actual"
  ) -> Row {
    (
      "events",
      [
        "event_id": .text(id), "event_cluster_id": .text(cluster ?? "c-" + id),
        "plover": code.map(Cell.text) ?? .null, "cameo": cameo.map(Cell.text) ?? .null,
        "date_start": day.map(Cell.text) ?? .null, "date_end": last.map(Cell.text) ?? .null,
        "date_precision": .text(precision), "status": .text(status), "text": .text("句"),
        "paragraph": .integer(1), "start": .integer(3), "end": .integer(4),
      ]
    )
  }

  private func actor(
    _ event: String, _ person: String, role: String = "attendee", side: Int? = nil
  ) -> Row {
    (
      "participants",
      [
        "event_id": .text(event), "person_id": .text(person), "person_name": .text("名" + person),
        "role": .text(role), "side": side.map(Cell.integer) ?? .null, "text": .text("名"),
      ]
    )
  }

  private func tree(_ line: String) throws -> JSONTree {
    try #require(JSONDocument(Array(line.utf8)).tree)
  }

  @Test func `of a visit the guests act and the hosts receive, each with who is beside him`() throws
  {
    let rows = try WrittenRows(
      PLOVERWriter(),
      [
        document("d1"), event("e1", "CONSULT/visit", "042"),
        actor("e1", "guest", role: "guest", side: 1), actor("e1", "host", role: "host", side: 2),
        actor("e1", "aide", side: 2),
      ])
    let record = try tree(try #require(rows.lines("plover.jsonl").first))
    let ids = { (name: String) in record[name]?.items?.compactMap { $0["identifier_id"]?.text } }
    #expect(ids("actor") == ["guest"])
    #expect(ids("recipient") == ["host", "aide"])
    #expect(record["mode"]?.items?.first?.text == "visit")
    #expect(
      rows.lines("dyads.csv") == [
        "2024-03-02,aide,guest,043,名aide,名guest,CONSULT,e1",
        "2024-03-02,guest,aide,042,名guest,名aide,CONSULT,e1",
        "2024-03-02,guest,host,042,名guest,名host,CONSULT,e1",
        "2024-03-02,host,guest,043,名host,名guest,CONSULT,e1",
      ])
  }

  @Test func `who sits on one side meets nobody of it, where no sides are told all meet`() throws {
    let people = ["a", "b", "c"]
    let sided = try WrittenRows(
      PLOVERWriter(),
      [document("d1"), event("e1", "CONSULT")]
        + people.enumerated().map { actor("e1", $1, side: $0 == 2 ? 2 : 1) })
    #expect(sided.lines("dyads.csv").count == 4)
    let listed = try WrittenRows(
      PLOVERWriter(), [document("d1"), event("e1", "CONSULT")] + people.map { actor("e1", $0) })
    #expect(listed.lines("dyads.csv").count == 6)
  }

  @Test func `an event is there once, though copies and other articles tell it`() throws {
    let rows = try WrittenRows(
      PLOVERWriter(),
      [
        document("d0", isCanonical: false), event("e0", cluster: "c", "CONSULT"), actor("e0", "a"),
        actor("e0", "b"), document("d1"), event("e1", cluster: "c", "CONSULT"), actor("e1", "a"),
        actor("e1", "b"), document("d2"), event("e2", cluster: "c", "CONSULT"), actor("e2", "a"),
        actor("e2", "b"),
      ])
    #expect(try rows.lines("plover.jsonl").map { try tree($0)["id"]?.text } == ["e1"])
    #expect(rows.lines("dyads.csv").count == 2)
  }

  @Test func `what has no code, no year or nobody is no record, what lies ahead is no dyad`() throws
  {
    let rows = try WrittenRows(
      PLOVERWriter(),
      [
        document("d1"), event("e1", nil), actor("e1", "a"), event("e2", "CONSULT", on: "--02-03"),
        actor("e2", "a"), event("e3", "CONSULT"),
        event("e4", "AGREE", "030", on: "2024-03", precision: "month", status: "planned"),
        actor("e4", "a"), actor("e4", "b"), event("e5", "x-internal-meeting"), actor("e5", "a"),
        actor("e5", "b"),
      ])
    let records = try rows.lines("plover.jsonl").map { try tree($0) }
    #expect(records.map { $0["id"]?.text } == ["e4", "e5"])
    #expect(records.first?["date"]?.text == "2024-03-01")
    #expect(records.first?["enddate"]?.text == "2024-03-31")
    #expect(records.first?["context"]?.items?.first?.text == "future")
    #expect(records.last?["quad_code"] == nil)
    #expect(rows.lines("dyads.csv") == [])
  }
}
