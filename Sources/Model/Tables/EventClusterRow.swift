/// A report of an event that several documents tell, and why it is held to be about that event.
package struct EventClusterRow: Hashable, Sendable {
  package var clusterID: String
  package var eventID: String
  package var documentID: String
  package var rule: String?
  package var joinedEventID: String?

  package init(
    clusterID: String, eventID: String, documentID: String, rule: String?, joinedEventID: String?
  ) {
    self.clusterID = clusterID
    self.eventID = eventID
    self.documentID = documentID
    self.rule = rule
    self.joinedEventID = joinedEventID
  }
}

extension EventClusterRow: TableRow {
  package static let tableName = "event_clusters"
  package static let title = Bilingual("同一事件", "Event clusters")
  package static let description = Bilingual(
    """
    几篇文章所述的同一件事，每篇所述一行，说明归并的依据与所归并的另一篇；只有一篇所述者不列。
    """,
    """
    One row for each report of an event that several documents tell, with the rule that joined it and \
    the report that it was joined to. What one document alone tells is not listed.
    """)
  package static let primaryKey: [String] = ["event_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("event_id", to: "events", "event_id"),
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("joined_event_id", to: "events", "event_id"),
  ]

  /// The rules that join, the surest first.
  package static let rules = [
    "copy-same-words", "copy", "same-words", "same-office", "same-step", "same-turn",
    "same-persons", "same-name", "same-place",
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "event_cluster_id", .text, required: true,
      title: Bilingual("事件组编号", "Cluster"),
      description: Bilingual(
        "见 events.event_cluster_id。", "See events.event_cluster_id.")
    ) { .text($0.clusterID) },
    Column(
      "event_id", .text, required: true,
      title: Bilingual("事件编号", "Event"),
      description: Bilingual("一篇文章所述的该事件。", "The event as one document tells it.")
    ) { .text($0.eventID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual("该文章。", "That document.")
    ) { .text($0.documentID) },
    Column(
      "rule", .text, words: rules,
      title: Bilingual("依据", "Rule"),
      description: Bilingual(
        """
        copy-same-words 转载中的同一句；copy 转载中同日同人之事；same-words 两文同一句；same-office 同一人任免同一职务；same-step \
        同一人同一处分步骤，或同一人去世；same-turn 同一人同日任免，一文未书职务；same-persons 同日两名以上相同参与者；same-name \
        同日同名会议且有共同参与者；same-place 同日同地同一人。最早的一篇代表该组，此列为空。
        """,
        """
        copy-same-words: one sentence in copies of one article; copy: the same parties and days in \
        copies; same-words: one sentence in two articles; same-office: the same person takes or \
        leaves the same office; same-step: the same step of a case against a person, or the same \
        death; same-turn: the same person takes or leaves an office that one of the two does not \
        name, on one day; same-persons: two parties or more, on one day; same-name: a conference of \
        the same name, with a party in common; same-place: the same person in the same place on \
        one day. Empty for the earliest report, which stands for the cluster.
        """)
    ) { .optional($0.rule) },
    Column(
      "joined_event_id", .text,
      title: Bilingual("归并至", "Joined to"),
      description: Bilingual(
        "依该规则与之归并的另一篇所述。", "The other report with which the rule found it to be one.")
    ) { .optional($0.joinedEventID) },
  ]
}
