import Model

/// The views of the database: what most people ask first.
enum DatabaseViews {
  struct View {
    let name: String
    let chinese: String
    let english: String
    /// What it asks.
    let tables: [String]
    let sql: String
  }

  /// Those that can be made of these tables.
  static func views(of tables: [TableDescription]) -> [View] {
    let names = tables.map(\.name)
    return all.filter { $0.tables.allSatisfy(names.contains) }
  }

  static let all = [tenureTimeline, whoMetWhom, provinceByMinistry, mentionsInContext]

  private static let tenureTimeline = View(
    name: "tenure_timeline",
    chinese: "任职时间线：每一任职的起止（原文所述，或首末次见报）、机构、级别。",
    english:
      "Who held which office from when to when: as articles state it, else as first and last seen.",
    tables: ["tenures", "offices"],
    sql: """
      SELECT t.person_id, t.person_name, t.office_id, t.office_name, o.organization_id,
        o.organization_name, o.division_code, o.rank, o.rank_order, t.acting,
        coalesce(t.stated_start, t.first_observed) AS "start",
        CASE WHEN t.stated_start IS NOT NULL THEN 'stated'
          WHEN t.first_observed IS NOT NULL THEN 'observed' END AS start_basis,
        coalesce(t.stated_end, t.last_observed) AS "end",
        CASE WHEN t.stated_end IS NOT NULL THEN 'stated'
          WHEN t.last_observed IS NOT NULL THEN 'observed' END AS end_basis,
        t.not_before, t.not_after, t.observations, t.documents, t.tenure_id
      FROM tenures AS t JOIN offices AS o USING (office_id)
      """)

  /// The rows behind `relations`, by its rules: the events that bring persons together, in documents
  /// that are no copies, of two to forty persons; of each person the first place in the event.
  private static let whoMetWhom = View(
    name: "who_met_whom",
    chinese: "谁与谁相遇：每篇报道中共同出席的每两人，各带职务、角色与原句；按 event_cluster_id 计数即为事件数。",
    english:
      "Each two persons in a report of an event that took place, with their offices and the "
      + "sentence. An event that several articles tell has one event_cluster_id: count those.",
    tables: ["documents", "events", "participants"],
    sql: """
      WITH present AS (
        SELECT p.event_id, p.person_id, p.person_name, p.office_name, p.role, p.side,
          min(p."position") AS "position"
        FROM participants AS p WHERE p.person_id IS NOT NULL
        GROUP BY p.event_id, p.person_id
      ), met AS (
        SELECT event_id FROM present GROUP BY event_id HAVING count(*) BETWEEN 2 AND 40
      )
      SELECT e.date_start, e.date_precision, e.type,
        CASE WHEN a.side IS NULL OR b.side IS NULL THEN 'co_listed'
          WHEN a.side = b.side THEN 'same_side' ELSE 'opposite_side' END AS kind,
        a.person_id AS source_person_id, a.person_name AS source_name,
        a.office_name AS source_office, a.role AS source_role,
        b.person_id AS target_person_id, b.person_name AS target_name,
        b.office_name AS target_office, b.role AS target_role, e.place, e.division_code,
        e."text", e.event_cluster_id, e.event_id, e.document_id
      FROM events AS e
      JOIN documents AS d ON d.document_id = e.document_id AND d.is_canonical
      JOIN met ON met.event_id = e.event_id
      JOIN present AS a ON a.event_id = e.event_id
      JOIN present AS b ON b.event_id = e.event_id AND b.person_id > a.person_id
      WHERE e.status = 'actual' AND e.type NOT IN ('appointment', 'removal', 'discipline')
      """)

  private static let centralKinds =
    OrganizationRow.centralKinds.map { "'\($0)'" }.joined(separator: ", ")

  /// Which body of the centre each body counts as, itself or the one that it is a department of; and
  /// the provinces of an event: those of the bodies in it, and the one that it was in.
  static let centreAndProvinces = """
    central AS (
      SELECT organization_id, organization_id AS ministry_id FROM organizations
      WHERE division_code IS NULL AND kind IN (\(centralKinds))
      UNION ALL
      SELECT o.organization_id, c.organization_id FROM organizations AS o
      JOIN organizations AS c ON c.organization_id = o.parent_id
      WHERE o.division_code IS NULL AND coalesce(o.kind, '') NOT IN (\(centralKinds))
        AND c.division_code IS NULL AND c.kind IN (\(centralKinds))
    ), provincial AS (
      SELECT p.event_id, substr(o.division_code, 1, 2) || '0000' AS division_code
      FROM participants AS p JOIN organizations AS o USING (organization_id)
      UNION
      SELECT event_id, substr(division_code, 1, 2) || '0000' FROM events
    )
    """

  private static let provinceByMinistry = View(
    name: "province_by_ministry",
    chinese: "省与部委：各省（含在该省发生者）与中央机构共同参加的事件数，司局计入其部委。",
    english:
      "How many events bring a province (a body of it, or as the place) and a body of the centre "
      + "together; a department counts as its ministry.",
    tables: ["events", "participants", "organizations", "divisions"],
    sql: """
      WITH \(centreAndProvinces)
      SELECT d.division_code AS province_code, d.name AS province,
        m.organization_id, m.name AS ministry,
        count(DISTINCT e.event_cluster_id) AS events,
        min(e.date_start) FILTER (WHERE e.date_start NOT LIKE '-%') AS first_date,
        max(e.date_start) FILTER (WHERE e.date_start NOT LIKE '-%') AS last_date
      FROM events AS e
      JOIN provincial AS l ON l.event_id = e.event_id
      JOIN divisions AS d ON d.division_code = l.division_code
      JOIN participants AS p ON p.event_id = e.event_id
      JOIN central AS c ON c.organization_id = p.organization_id
      JOIN organizations AS m ON m.organization_id = c.ministry_id
      WHERE e.status = 'actual'
      GROUP BY d.division_code, m.organization_id
      """)

  /// `start` and `end` count Unicode scalars, which is what SQLite calls characters.
  private static let mentionsInContext = View(
    name: "mentions_in_context",
    chinese: "提及与语境：每一提及的原文及其前后各四十字，连同职务、文章标题、日期、网址。",
    english:
      "A concordance: the words of each mention between the forty characters before and after "
      + "them, with the office and the article's title, day and address.",
    tables: ["mentions", "documents", "offices"],
    sql: """
      SELECT m.person_id, m.person_name, o.name AS office_name, m.qualifier,
        d.published_at, substr(d."text", max(1, m."start" - 39), min(40, m."start")) AS "before",
        m."text" AS words, substr(d."text", m."end" + 1, 40) AS "after",
        d.title, d.publisher, d.url, d.path, m."start", m."end", m.confidence, m.rule,
        m.mention_id, m.document_id
      FROM mentions AS m
      JOIN documents AS d USING (document_id)
      LEFT JOIN offices AS o ON o.office_id = m.office_id
      """)
}
