import Model

/// The clusters of a corpus: which event each report is about, by the number under which the log of
/// events noted it.
struct EventIndex {
  /// A report in the total order of all.
  private struct Place: BitwiseCopyable, Comparable {
    /// The day of the document, so that what is printed later changes no cluster's first report.
    let day: Int32
    let id: PackedID
    let number: Int32

    static func < (a: Self, b: Self) -> Bool { (a.day, a.id) < (b.day, b.id) }
  }

  private let log: EventLog
  private let register: PersonRegister
  private let space: any ScratchSpace
  private let clusters: EventClusters
  /// The reports in their total order, by number, and the place of each in it.
  private let order: [Int32]
  private let ranks: [Int32]
  /// The first report of each document, by the document's number.
  private let starts: [Int32]

  /// - Parameter article: the number of the document that stands for the copies of an article, by the
  ///   number of a document.
  init(
    _ log: EventLog, _ register: PersonRegister, _ people: People, _ profiles: [SeatProfile],
    space: any ScratchSpace, isStopped: @escaping () -> Bool, article: @escaping (Int) -> Int
  ) {
    self.log = log
    self.register = register
    self.space = space
    let order = Self.order(log, register, space)
    var ranks = order
    for (rank, number) in order.enumerated() { ranks[Int(number)] = Int32(rank) }
    let reader = EventReader(
      log: log, people: people, offices: SeatOffices(profiles), article: article)
    clusters = EventClusters(
      ranks, space: space, isStopped: isStopped,
      document: { rank in log.entries[order[Int(rank)]].document },
      note: { reader.note(order[$0]) })
    self.order = order
    self.ranks = ranks
    starts = Self.starts(log, documents: register.documents.count)
  }

  private static func order(
    _ log: EventLog, _ register: PersonRegister, _ space: any ScratchSpace
  ) -> [Int32] {
    let places = Sorter<Place>(space)
    for number in log.entries.indices {
      let entry = log.entries[number]
      places.append(
        Place(
          day: register.documents[entry.document].day?.earliest ?? .max, id: entry.id,
          number: Int32(number)))
    }
    return places.sorted().map(\.number)
  }

  private static func starts(_ log: EventLog, documents: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: documents + 1)
    for number in log.entries.indices { starts[Int(log.entries[number].document) + 1] += 1 }
    for document in 0..<documents { starts[document + 1] += starts[document] }
    return starts
  }

  /// The place of a report in the total order.
  func rank(of event: Int32) -> Int32 { ranks[Int(event)] }

  /// The report that stands for the event of a report.
  func standing(for event: Int32) -> Int32 {
    order[Int(clusters.standing[Int(ranks[Int(event)])])]
  }

  /// By the id of a report of a document, that of the one which stands for its event; none of those
  /// that stand for their own.
  func standing(in document: Int) -> [String: String] {
    var standing: [String: String] = [:]
    for event in starts[document]..<starts[document + 1] {
      let first = self.standing(for: event)
      if first != event { standing[id(event)] = id(first) }
    }
    return standing
  }

  private func id(_ event: Int32) -> String { log.entries[event].id.text("evt") }

  // MARK: rows

  /// A row of the table, in its order.
  private struct RowPlace: BitwiseCopyable, Comparable {
    let cluster: PackedID
    let id: PackedID
    let number: Int32

    static func < (a: Self, b: Self) -> Bool { (a.cluster, a.id) < (b.cluster, b.id) }
  }

  /// The reports of events that several documents tell: by cluster and event.
  func forEachRow<Problem: Error>(
    _ body: (EventClusterRow) throws(Problem) -> Void
  ) throws(Problem) {
    var isShared = [Bool](repeating: false, count: order.count)
    for (rank, first) in clusters.standing.enumerated() where first != Int32(rank) {
      isShared[Int(first)] = true
      isShared[rank] = true
    }
    let places = Sorter<RowPlace>(space)
    for rank in order.indices where isShared[rank] {
      let number = order[rank]
      let cluster = StableID.eventCluster(event: id(standing(for: number)))
      places.append(
        RowPlace(cluster: PackedID(cluster), id: log.entries[number].id, number: number))
    }
    var sorted = places.sorted()
    while let place = sorted.next() { try body(row(place)) }
  }

  private func row(_ place: RowPlace) -> EventClusterRow {
    let rank = Int(ranks[Int(place.number)])
    let isFirst = clusters.standing[rank] == Int32(rank)
    return EventClusterRow(
      clusterID: place.cluster.text("evc"), eventID: place.id.text("evt"),
      documentID: register.documents[log.entries[place.number].document].id,
      rule: isFirst ? nil : EventRule.allCases[Int(clusters.rules[rank])].rawValue,
      joinedEventID: isFirst ? nil : id(order[Int(clusters.others[rank])]))
  }
}

/// Reads the notes of reports, with who their persons are.
///
/// A class, for a struct of so many parts is copied for every note.
private final class EventReader {
  private let log: EventLog
  private let people: People
  private let offices: SeatOffices
  private let article: (Int) -> Int

  init(
    log: EventLog, people: People, offices: SeatOffices, article: @escaping (Int) -> Int
  ) {
    self.log = log
    self.people = people
    self.offices = offices
    self.article = article
  }

  func note(_ number: Int32) -> EventNote {
    let entry = log.entries[number]
    return EventNote(
      document: entry.document, article: Int32(article(Int(entry.document))),
      kind: EventLog.kinds[Int(entry.kind)], status: EventLog.statuses[Int(entry.status)],
      step: entry.step, window: entry.window, isDay: entry.isDay, isDated: entry.isDated,
      place: entry.place < 0 ? [] : log.places[Int(entry.place)], words: entry.words,
      names: log.names(of: entry), parties: log.parties(of: entry).map(party))
  }

  private func party(_ party: EventLog.Party) -> EventNote.Party {
    let who = party.who < 0 ? party.who : people.person(of: party.who)
    guard party.seat >= 0 else { return EventNote.Party(who: who) }
    return EventNote.Party(
      who: who, office: offices.numbers[Int(party.seat)],
      isSingleSeat: offices.isSingle[Int(party.seat)])
  }
}

/// The office of each seat, by number: seats that are read in two ways may be one office.
private struct SeatOffices {
  var numbers: [Int32] = []
  var isSingle: [Bool] = []

  init(_ profiles: [SeatProfile]) {
    var known: [String: Int32] = [:]
    for profile in profiles {
      let number = known[profile.officeKey] ?? Int32(known.count)
      known[profile.officeKey] = number
      numbers.append(number)
      isSingle.append(profile.singleSeat)
    }
  }
}
