import Model
import Reference

/// The persons of the corpus, told apart: who each appearance is. They are numbered by name, then by
/// id.
struct People {
  /// What tells a person in every table.
  struct Identity: Hashable, Sendable {
    var id: String
    var name: String
  }

  private let register: PersonRegister
  private let corrections: Corrections
  /// By another form of a name the name.
  private let forms: [String: String]
  private var ids: [PackedID] = []
  private var names: [Int32] = []
  private var homonyms: [Int32: String] = [:]
  /// The person of each appearance, by number.
  private var persons: [Int32]
  let judgements: JudgementList

  init(
    _ register: PersonRegister, corrections: Corrections, forms: [Int32: Int32],
    judgements: JudgementList
  ) {
    self.register = register
    self.corrections = corrections
    self.forms = Dictionary(
      forms.map { (register.names[Int($0.key)], register.names[Int($0.value)]) },
      uniquingKeysWith: { first, _ in first })
    self.judgements = judgements
    persons = [Int32](repeating: 0, count: register.appearances.count)
  }

  /// Adds the next person in order and gives the number.
  mutating func add(_ id: PackedID, name: Int32, homonym: String?, appearances: [Int32]) -> Int32 {
    let person = Int32(ids.count)
    ids.append(id)
    names.append(name)
    homonyms[person] = homonym
    for appearance in appearances { persons[Int(appearance)] = person }
    return person
  }

  var count: Int { ids.count }

  func packedID(of person: Int32) -> PackedID { ids[Int(person)] }
  func id(of person: Int32) -> String { ids[Int(person)].text("per") }
  func name(of person: Int32) -> String { register.names[Int(names[Int(person)])] }
  func homonym(of person: Int32) -> String? { homonyms[person] }

  func identity(of person: Int32) -> Identity {
    Identity(id: id(of: person), name: name(of: person))
  }

  /// The person of an appearance.
  func person(of appearance: Int32) -> Int32 { persons[Int(appearance)] }

  // MARK: one document

  /// Who is who in one document.
  struct Cast {
    fileprivate let identities: [NamedPerson.Key: Identity]
    fileprivate let corrections: Corrections
    fileprivate let forms: [String: String]

    /// The person whom the document means, under the name that it gives; the id of a name that was
    /// not noted is made of the name.
    func identity(of key: NamedPerson.Key) -> Identity {
      let corrected = NamedPerson.Key(name: printedName(key.name), homonym: key.homonym)
      if let known = identities[corrected] { return known }
      let name = forms[corrected.name] ?? corrected.name
      return Identity(id: StableID.person(name: name, homonym: key.homonym), name: corrected.name)
    }

    /// A name as the document prints it, or as people have corrected it: no other document changes
    /// it.
    func printedName(_ name: String) -> String { corrections.name(for: name) }
  }

  /// - Parameter document: by number; nil for one that was not noted.
  func cast(of document: Int?) -> Cast {
    var identities: [NamedPerson.Key: Identity] = [:]
    for appearance in document.map(register.appearances(in:)) ?? 0..<0 {
      let name = register.names[Int(register.appearances[appearance].name)]
      let key = NamedPerson.Key(name: name, homonym: register.homonyms[appearance])
      identities[key] = Identity(id: id(of: person(of: appearance)), name: name)
    }
    return Cast(identities: identities, corrections: corrections, forms: forms)
  }
}
