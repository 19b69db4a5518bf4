import Model
import Testing

@testable import Export

@Suite struct PanelWriterTests {
  private typealias Row = (table: String, cells: [String: Cell])

  private func document(_ id: String, _ day: String?, isCanonical: Bool = true) -> Row {
    (
      "documents",
      [
        "document_id": .text(id), "published_at": day.map(Cell.text) ?? .null,
        "is_canonical": .boolean(isCanonical),
      ]
    )
  }

  private func mention(_ person: String, _ office: String? = nil, _ qualifier: String? = nil) -> Row
  {
    (
      "mentions",
      [
        "person_id": .text(person), "office_id": office.map(Cell.text) ?? .null,
        "qualifier": qualifier.map(Cell.text) ?? .null,
      ]
    )
  }

  private func event(
    _ id: String, cluster: String, on day: String, in division: String? = nil,
    status: String = "actual"
  ) -> Row {
    (
      "events",
      [
        "event_id": .text(id), "event_cluster_id": .text(cluster), "date_start": .text(day),
        "division_code": division.map(Cell.text) ?? .null, "status": .text(status),
      ]
    )
  }

  private func participant(_ event: String, _ person: String?, _ body: String? = nil) -> Row {
    (
      "participants",
      [
        "event_id": .text(event), "person_id": person.map(Cell.text) ?? .null,
        "organization_id": body.map(Cell.text) ?? .null,
      ]
    )
  }

  private let names: [Row] = [
    ("persons", ["person_id": .text("p1"), "name": .text("甲")]),
    ("offices", ["office_id": .text("o1"), "name": .text("吉林省省长")]),
    (
      "organizations",
      [
        "organization_id": .text("min"), "name": .text("教育部"),
        "kind": .text("state_council_department"),
      ]
    ),
    (
      "organizations",
      ["organization_id": .text("dep"), "name": .text("教育部高教司"), "parent_id": .text("min")]
    ),
    (
      "organizations",
      ["organization_id": .text("gov"), "name": .text("吉林省人民政府"), "division_code": .text("220000")]
    ),
    ("divisions", ["division_code": .text("220000"), "name": .text("吉林省")]),
    ("divisions", ["division_code": .text("230000"), "name": .text("黑龙江省")]),
  ]

  @Test func `months count articles once, their copies and those without a month not at all`()
    throws
  {
    let rows = try WrittenRows(
      PanelWriter(),
      [
        document("d1", "2024-03-02"), mention("p1", "o1"), mention("p1", "o1"), mention("p1"),
        document("d2", "2024-03-09T08:00:00+08:00"), mention("p1", "o1", "former"),
        document("d3", "2024-03-09", isCanonical: false), mention("p1", "o1"),
        document("d4", "2024"), mention("p1", "o1"), document("d5", nil), mention("p1", "o1"),
        document("d6", "2024-04"), mention("p1", "o1"),
      ] + names)
    #expect(rows.lines("person_month.csv") == ["p1,甲,2024-03,2,4,0", "p1,甲,2024-04,1,1,0"])
    #expect(
      rows.lines("office_month.csv") == [
        "o1,吉林省省长,p1,甲,2024-03,,1", "o1,吉林省省长,p1,甲,2024-03,former,1",
        "o1,吉林省省长,p1,甲,2024-04,,1",
      ])
  }

  @Test func `events count once, by their own month, what did not happen not at all`() throws {
    let rows = try WrittenRows(
      PanelWriter(),
      [
        document("d1", "2024-03-02"), mention("p1"), event("e1", cluster: "c", on: "2024-02-28"),
        event("e2", cluster: "c2", on: "2024-02", status: "planned"),
        event("e3", cluster: "c3", on: "2024"), participant("e1", "p1"), participant("e2", "p1"),
        participant("e3", "p1"), document("d2", "2024-03-03"),
        event("e4", cluster: "c", on: "2024-02-28"), participant("e4", "p1"),
      ] + names)
    #expect(rows.lines("person_month.csv") == ["p1,甲,2024-02,0,0,1", "p1,甲,2024-03,1,1,0"])
  }

  @Test
  func
    `a province meets a ministry through its bodies and as the place, a department as its ministry`()
    throws
  {
    let rows = try WrittenRows(
      PanelWriter(),
      [
        document("d1", "2024-03-02"), event("e1", cluster: "c1", on: "2024-03-01", in: "230100"),
        participant("e1", "p1", "dep"), participant("e1", nil, "gov"),
        event("e2", cluster: "c2", on: "2024-03-05"), participant("e2", nil, "min"),
        participant("e2", nil, "gov"), event("e3", cluster: "c2", on: "2024-03-05"),
        participant("e3", nil, "min"), participant("e3", nil, "gov"),
      ] + names)
    #expect(
      rows.lines("province_ministry_month.csv") == [
        "220000,吉林省,min,教育部,2024-03,2", "230000,黑龙江省,min,教育部,2024-03,1",
      ])
  }
}
