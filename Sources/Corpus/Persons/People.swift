import Model
import Reference

/// The persons of the corpus, told apart: who each appearance is.
struct People: Sendable {
  struct Person: Sendable {
    let id: String
    let name: String
    let homonym: String?
    /// By number, into the appearances of the register.
    let appearances: [Int32]
  }

  /// By name, then by id.
  let all: [Person]
  /// By name, rule and persons.
  let namesakes: [NamesakeRow]
  /// The person of each appearance, by number.
  private let persons: [Int32]
  /// The ids of those in a document whom their name alone does not tell.
  private let told: [String: [NamedPerson.Key: Int32]]
  private let corrections: Corrections
  /// Other forms of names.
  private let forms: [String: String]

  /// What tells a person in every table.
  struct Identity: Hashable, Sendable {
    var id: String
    var name: String
  }

  init(
    _ all: [Person], namesakes: [NamesakeRow], register: PersonRegister, corrections: Corrections,
    forms: [Int32: Int32]
  ) {
    self.forms = Dictionary(
      forms.map { (register.names[Int($0.key)], register.names[Int($0.value)]) },
      uniquingKeysWith: { first, _ in first })
    self.all = all
    self.namesakes = namesakes
    self.corrections = corrections
    var persons = [Int32](repeating: 0, count: register.appearances.count)
    var told: [String: [NamedPerson.Key: Int32]] = [:]
    for (number, person) in all.enumerated() {
      for index in person.appearances {
        persons[Int(index)] = Int32(number)
        let appearance = register.appearances[Int(index)]
        guard person.homonym != nil || appearance.homonym != nil else { continue }
        let document = register.documents[Int(appearance.document)].id
        let name = register.names[Int(appearance.name)]
        let key = NamedPerson.Key(name: name, homonym: appearance.homonym)
        told[document, default: [:]][key] = Int32(number)
      }
    }
    self.persons = persons
    self.told = told
  }

  /// The person of an appearance, by number into `all`.
  func person(of appearance: Int32) -> Int32 { persons[Int(appearance)] }

  func identity(of person: Int32) -> Identity {
    Identity(id: all[Int(person)].id, name: all[Int(person)].name)
  }

  /// The person whom a document means, under the name that it gives; the id of a name that was not
  /// noted is made of the name.
  func identity(of key: NamedPerson.Key, in document: String) -> Identity {
    let corrected = NamedPerson.Key(name: printedName(key.name), homonym: key.homonym)
    if let number = told[document]?[corrected] {
      return Identity(id: all[Int(number)].id, name: corrected.name)
    }
    let name = forms[corrected.name] ?? corrected.name
    return Identity(id: StableID.person(name: name, homonym: key.homonym), name: corrected.name)
  }

  /// A name as a document prints it, or as people have corrected it: no other document changes it.
  func printedName(_ name: String) -> String {
    corrections.name(for: name)
  }
}
