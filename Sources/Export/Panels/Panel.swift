/// A panel: its file, its columns, and the question that gives its rows, in the order of its key.
struct Panel {
  let fileName: String
  let columns: [String]
  let question: String

  static let all = [personMonth, officeMonth, provinceMinistryMonth]

  private static let personMonth = Panel(
    fileName: "person_month.csv",
    columns: ["person_id", "person_name", "month", "documents", "mentions", "events"],
    question: """
      SELECT m.person_id, p.name, m.month, m.documents, m.mentions, m.events
      FROM person_month AS m LEFT JOIN persons AS p ON p.person_id = m.person_id
      ORDER BY m.person_id, m.month
      """)

  private static let officeMonth = Panel(
    fileName: "office_month.csv",
    columns: [
      "office_id", "office_name", "person_id", "person_name", "month", "qualifier", "documents",
    ],
    question: """
      SELECT m.office_id, o.name, m.person_id, p.name, m.month, nullif(m.qualifier, ''), m.documents
      FROM office_month AS m LEFT JOIN offices AS o ON o.office_id = m.office_id
      LEFT JOIN persons AS p ON p.person_id = m.person_id
      ORDER BY m.office_id, m.person_id, m.month, m.qualifier
      """)

  private static let provinceMinistryMonth = Panel(
    fileName: "province_ministry_month.csv",
    columns: ["province_code", "province", "organization_id", "ministry", "month", "events"],
    question: """
      SELECT m.division_code, d.name, m.organization_id, o.name, m.month, count(*)
      FROM province_ministry_month AS m
      LEFT JOIN divisions AS d ON d.division_code = m.division_code
      LEFT JOIN organizations AS o ON o.organization_id = m.organization_id
      GROUP BY m.division_code, m.organization_id, m.month
      ORDER BY m.division_code, m.organization_id, m.month
      """)
}

/// The rows that panels are made of, each kept once under its key.
enum PanelRows {
  static let tables = """
    CREATE TABLE person_month(person_id TEXT, month TEXT, documents INTEGER DEFAULT 0,
      mentions INTEGER DEFAULT 0, last INTEGER, events INTEGER DEFAULT 0,
      PRIMARY KEY (person_id, month)) WITHOUT ROWID;
    CREATE TABLE office_month(office_id TEXT, person_id TEXT, month TEXT, qualifier TEXT,
      documents INTEGER, last INTEGER,
      PRIMARY KEY (office_id, person_id, month, qualifier)) WITHOUT ROWID;
    CREATE TABLE person_event(person_id TEXT, month TEXT, event_cluster_id TEXT,
      PRIMARY KEY (person_id, month, event_cluster_id)) WITHOUT ROWID;
    CREATE TABLE events(event_id TEXT PRIMARY KEY, event_cluster_id TEXT, month TEXT,
      division_code TEXT) WITHOUT ROWID;
    CREATE TABLE participants(event_id TEXT, organization_id TEXT,
      PRIMARY KEY (event_id, organization_id)) WITHOUT ROWID;
    CREATE TABLE persons(person_id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
    CREATE TABLE offices(office_id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
    CREATE TABLE organizations(organization_id TEXT PRIMARY KEY, name TEXT, kind TEXT,
      parent_id TEXT, division_code TEXT) WITHOUT ROWID;
    CREATE TABLE divisions(division_code TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
    CREATE TABLE province_ministry_month(division_code TEXT, organization_id TEXT, month TEXT,
      event_cluster_id TEXT,
      PRIMARY KEY (division_code, organization_id, month, event_cluster_id)) WITHOUT ROWID;
    """

  /// The rows of a document come together, so that one that differs from the last is another.
  static let mention = """
    INSERT INTO person_month(person_id, month, documents, mentions, last) VALUES (?, ?, 1, 1, ?)
    ON CONFLICT DO UPDATE SET mentions = mentions + 1,
      documents = documents + (last <> excluded.last), last = excluded.last
    """
  static let holder = """
    INSERT INTO office_month(office_id, person_id, month, qualifier, documents, last)
    VALUES (?, ?, ?, ?, 1, ?)
    ON CONFLICT DO UPDATE SET documents = documents + (last <> excluded.last), last = excluded.last
    """
  static let personEvent = "INSERT OR IGNORE INTO person_event VALUES (?, ?, ?)"
  static let event = "INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?)"
  static let participant = "INSERT OR IGNORE INTO participants VALUES (?, ?)"

  struct Named {
    let columns: [String]
    let statement: String

    init(_ table: String, _ columns: [String]) {
      self.columns = columns
      let values = columns.map { _ in "?" }.joined(separator: ", ")
      statement = "INSERT OR IGNORE INTO \(table) VALUES (\(values))"
    }
  }

  /// The tables of what rows are about, by name, with the columns that are kept of each.
  static let named = [
    "persons": Named("persons", ["person_id", "name"]),
    "offices": Named("offices", ["office_id", "name"]),
    "organizations": Named(
      "organizations", ["organization_id", "name", "kind", "parent_id", "division_code"]),
    "divisions": Named("divisions", ["division_code", "name"]),
  ]

  /// To be executed when all rows are there.
  static let summing = """
    INSERT INTO person_month(person_id, month, events)
      SELECT person_id, month, count(*) FROM person_event WHERE true GROUP BY person_id, month
      ON CONFLICT DO UPDATE SET events = excluded.events;
    WITH \(DatabaseViews.centreAndProvinces)
    INSERT OR IGNORE INTO province_ministry_month
      SELECT l.division_code, c.ministry_id, e.month, e.event_cluster_id
      FROM events AS e
      JOIN provincial AS l ON l.event_id = e.event_id
      JOIN divisions AS d ON d.division_code = l.division_code
      JOIN participants AS p ON p.event_id = e.event_id
      JOIN central AS c ON c.organization_id = p.organization_id;
    """
}
