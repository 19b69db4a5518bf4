/// The table of English words for offices and bodies, sorted by what they are for.
struct EnglishTable: Sendable {
  struct Title: Sendable {
    /// The kinds of body, or the body, that the words hold for; `*` for any.
    let scope: String
    let english: String
    /// What a deputy is called: Vice, Deputy.
    let deputy: String?
    let pattern: EnglishPattern
  }

  struct Unit: Sendable {
    let scope: String
    let pattern: EnglishPattern
  }

  struct LocalPattern: Sendable {
    /// Kinds of division, or `~` and an ending of the Chinese name; none for all.
    let forms: [String]
    let pattern: EnglishPattern
  }

  struct DivisionForm: Sendable {
    /// The last word of the name, left out in short forms: Province.
    let ending: String
    /// What stands for it before another noun: Provincial.
    let adjective: String
    /// How the division is named after `of`: `short`, `full`, or `the` with the full name.
    let style: String
  }

  private(set) var titles: [String: [Title]] = [:]
  private(set) var units: [String: [Unit]] = [:]
  private(set) var endings: [(scope: String, ending: String, pattern: EnglishPattern)] = []
  private(set) var subjects: [String: String] = [:]
  private(set) var local: [String: [LocalPattern]] = [:]
  private(set) var divisions: [String: DivisionForm] = [:]
  private(set) var modifiers: [(form: String, english: String)] = []
  /// Bodies inside a body, named before a title: 党组 in 党组书记.
  private(set) var inner: [(form: String, english: String)] = []
  /// Missions abroad, by the endings of their names.
  private(set) var missions: [(ending: String, pattern: EnglishPattern)] = []
  /// Names that stand in offices in place of those of the organisations table, by id.
  private(set) var names: [String: String] = [:]
  /// Whether `the` stands before a name: by kind of body, or `=` and the name.
  private(set) var articles: [String: String] = [:]
  /// Words for peoples, which short forms of autonomous divisions leave out.
  private(set) var peoples: Set<String> = []

  init(_ table: TableReader) {
    table.forEachRow { row in
      let forms = row.list(2)
      let pattern = EnglishPattern(row[5].isEmpty ? "{title} of {body}" : row[5])
      switch row[0] {
      case "title":
        for scope in row.list(1) {
          let title = Title(
            scope: scope, english: row[3], deputy: row.optional(4), pattern: pattern)
          for form in forms { titles[form, default: []].append(title) }
        }
      case "unit":
        let unit = Unit(scope: row[1], pattern: Self.ofBody(row[3]))
        for form in forms { units[form, default: []].append(unit) }
      case "ending": endings.append((row[1], row[2], EnglishPattern(row[3])))
      case "body":
        local[row[1], default: []].append(
          LocalPattern(forms: forms, pattern: EnglishPattern(row[3])))
      default: addWord(row, forms)
      }
    }
  }

  private mutating func addWord(_ row: TableReader.Row, _ forms: [String]) {
    switch row[0] {
    case "subject": for form in forms { subjects[form] = row[3] }
    case "division":
      let division = DivisionForm(ending: row[3], adjective: row[4], style: row[5])
      for form in forms { divisions[form] = division }
    case "modifier": for form in forms { modifiers.append((form, row[3])) }
    case "inner": for form in forms { inner.append((form, row[3])) }
    case "name": names[row[2]] = row[3]
    case "ethnic": peoples.formUnion(forms)
    case "mission": for form in forms { missions.append((form, EnglishPattern(row[3]))) }
    case "article": for form in forms { articles[form] = row[3] }
    default: break
    }
  }

  /// A part without places of its own is of its body: Publicity Department of {body}.
  private static func ofBody(_ written: String) -> EnglishPattern {
    EnglishPattern(written.contains("{") ? written : written + " of {body}")
  }
}
