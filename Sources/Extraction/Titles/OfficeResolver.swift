import Model
import Reference

/// Fills what a printed office leaves out, from its list and its passage: 省委书记 after 吉林省委书记
/// is of 吉林省委.
struct OfficeResolver {
  let passage: Passage
  private(set) var places: PlacesInPlay
  let states: StatesNamed
  private let published: PartialDate?
  /// The bodies of the offices that each person was read with, by title: each once, where it was
  /// read last.
  private var memory: [String: [Remembered]] = [:]

  /// The states that persons are read with further on, where the text prints them: 美国总统特朗普.
  private(set) var foreseen: [String: String] = [:]

  private struct Remembered: Equatable {
    var title: String
    var body: Body
  }

  var divisions: Divisions { passage.terms.almanac.divisions }
  var frame: Frame { places.frame }
  /// Where the office in hand begins.
  var place: Int { places.place }

  /// The state that 我国 stands for, where the paper is not of China.
  let home: String?

  init(
    _ passage: Passage, subject: Frame, published: PartialDate?, home: String? = nil,
    states: StatesNamed? = nil
  ) {
    self.passage = passage
    self.home = home
    self.published = published
    places = PlacesInPlay(passage, subject: subject, published: published)
    self.states = states ?? StatesNamed(passage)
  }

  mutating func enterSection(_ division: Division) { places.enter(division) }

  /// Makes the place of a person's last office the one in play.
  mutating func enterPlace(of name: String) {
    guard let id = memory[name]?.last?.body.division, let division = divisions[id] else { return }
    places.enter(division, at: passage.count)
  }

  /// Takes note of who will be read with a state.
  mutating func foresee(_ printed: PrintedOffice, _ names: [String]) {
    guard let state = printed.body?.state, Self.isOfState(printed.title), names.count == 1 else {
      return
    }
    foreseen[names[0]] = foreseen[names[0]] ?? state
  }

  /// Who holds an office, as far as the words around it tell.
  struct Holder {
    /// All of them, where they share it.
    var names: [String] = []
    var name: String? { names.first }
    /// The name stands before the title: 习近平·主席.
    var isBefore = false
  }

  /// The office, resolved; nil where its body cannot be told.
  mutating func office(
    _ printed: PrintedOffice, after previous: OfficeReading?, holder: Holder = Holder()
  ) -> OfficeReading? {
    places.place = printed.range.lowerBound
    let known = holder.name.flatMap { name in
      memory[name]?.last { $0.title == printed.title }?.body
    }
    // 卫生部长甲曾任财政部长: a word that tells its own body leans on none.
    let remembered = printed.body == nil && previous == nil && printed.post != nil ? known : nil
    let title = remembered.map {
      OfficeReading(body: $0, title: printed.title, inferred: [.organization])
    }
    guard
      var reading = title ?? officeAtHome(printed, previous) ?? stateOffice(
        printed, previous, holder) ?? resolve(
          printed, previous, holder)
        ?? presidency(printed, holder)
    else { return nil }
    for name in holder.names {
      remember(Remembered(title: reading.title, body: reading.body), of: name)
    }
    reading.qualifier = printed.qualifier
    normalize(&reading)
    note(reading.body, isPrinted: reading.inferred.isEmpty)
    return reading
  }

  private mutating func remember(_ office: Remembered, of name: String) {
    guard memory[name]?.last != office else { return }
    memory[name, default: []].removeAll { $0 == office }
    memory[name, default: []].append(office)
  }

  // MARK: bodies without an office

  /// A body that is named for itself; nil where it cannot be told.
  mutating func body(_ printed: PrintedBody) -> Body? {
    places.place = printed.start
    let none = Post(title: "", reach: nil, isWeak: false)
    guard let reading = full(printed, none, nil) else { return nil }
    note(reading.body, isPrinted: reading.inferred.isEmpty)
    return reading.body
  }

  /// The division that a body begins with, which what follows leans on.
  mutating func enter(_ printed: PrintedBody) -> Division? {
    places.place = printed.start
    guard let division = places.division(of: printed.places) else { return nil }
    places.note(division)
    return division
  }

  /// The division that a body begins with.
  mutating func divisionID(of printed: PrintedBody) -> String? {
    printed.places.isEmpty ? nil : enter(printed)?.id
  }

  /// The last body that a person was read with that satisfies a test.
  func body(knownOf name: String, where test: (Body) -> Bool) -> Body? {
    memory[name]?.last { test($0.body) }?.body
  }

  func resolve(
    _ printed: PrintedOffice, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    switch printed.head {
    case .fixed(let id):
      return OfficeReading(body: .listed(id), title: printed.title)
    case .merged(let department):
      return merged(department, printed, previous, holder)
    case .post(let post):
      guard let body = printed.body else {
        return aroundName(printed, previous, holder) ?? elliptical(post, previous)
          ?? (previous == nil ? shared(post, holder) : nil)
      }
      // 厅长、中共党组书记: of the body of the office before.
      if let previous, body.listed == ["org:cpc"], body.parts.isEmpty, post.title.hasPrefix("党组") {
        return elliptical(post, previous)
      }
      if let titled = titled(body, post) { return titled }
      return memberOfParliament(printed, holder) ?? foreignBody(printed, holder)
        ?? full(body, post, previous, holder).map { academic($0, printed) }
    }
  }

  /// 人大·校长: the body that shares the form and alone has the title.
  private func titled(_ body: PrintedBody, _ post: Post) -> OfficeReading? {
    guard body.listed != nil || body.local?.reach == .any, body.places.isEmpty, body.parts.isEmpty
    else { return nil }
    let kinds: TermKinds = [.local, .listed]
    let forms = passage.starting(at: body.start, if: kinds).filter { $0.kind.meets(kinds) }
    guard let end = forms.map({ Int($0.end) }).max() else { return nil }
    let form = passage.string(body.start..<end)
    let meanings = passage.terms.almanac.ambiguities.meanings(of: form, title: post.title)
    guard let meaning = meanings.first(where: { !$0.titles.isEmpty }), meaning.listed.count == 1
    else { return nil }
    return OfficeReading(
      body: .listed(meaning.listed[0]), title: post.title, inferred: [.organization])
  }

  /// A bare post whose body the sentence prints elsewhere.
  private func shared(_ post: Post, _ holder: Holder) -> OfficeReading? {
    givenBody(post) ?? ownBody(post, holder) ?? (holder.name == nil ? nil : listedBody(post))
  }

  /// The id of the listed body that lived when the article was published.
  func period(of ids: [String]) -> String {
    passage.terms.almanac.organizations.id(of: ids, on: published)
  }

  private mutating func note(_ body: Body, isPrinted: Bool) {
    if isPrinted { places.note(printed: body) }
    if case .listed(let id) = body.root, id.hasPrefix("state:"), id != "state:CN" {
      places.note(state: id)
    }
    guard let id = body.division, let division = divisions[id] else { return }
    places.note(division)
  }

  private func normalize(_ reading: inout OfficeReading) {
    if let title = reading.title.afterPrefix("代"), title.hasSuffix("长") || title == "主席" {
      reading.title = title
      reading.qualifier = reading.qualifier ?? .acting
    }
    guard case .local(.partyCommittee, let id) = reading.body, divisions[id]?.kind != nil else {
      return
    }
    if let title = reading.title.afterPrefix("党委") { reading.title = title }
  }
}
