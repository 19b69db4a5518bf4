import CReference

/// All that Dibao knows before it reads: divisions, organisations, ranks, and the words of the
/// trade. Read once from the tables inside the binary.
package struct Almanac: Sendable {
  package static let shared = Almanac()

  package let divisions: Divisions
  package let organizations: Organizations
  package let ranks: Ranks
  package let sites: [Site]
  package let surnames: [Surname]
  package let cues: [Cue]
  package let tellings: TellingWords
  /// The customs houses (直属海关) that answer to the General Administration itself.
  let directCustoms: Set<String>
  package let departments: Departments
  package let ambiguities: Ambiguities
  /// Ordinary words of the news, of two to four characters, in the order of their bytes.
  package let words: [String]
  package let nameLetters: [(code: UInt16, odds: NameLetterOdds)]
  package let nameEdges: NameEdges
  package let folding: Folding
  package let pinyin: Pinyin
  package let english: EnglishNames
  package let usualDepartments: UsualDepartments

  /// The hierarchy of offices over these tables.
  package var hierarchy: OfficeHierarchy { OfficeHierarchy(self) }

  init() {
    divisions = Divisions(TableReader(dibao_divisions()))
    organizations = Organizations(TableReader(dibao_organizations()))
    ranks = Ranks(TableReader(dibao_ranks()))
    sites = Site.all(TableReader(dibao_sites()))
    surnames = Surname.all(TableReader(dibao_surnames()))
    cues = Cue.all(TableReader(dibao_cues()))
    departments = Departments(TableReader(dibao_departments()))
    ambiguities = Ambiguities(TableReader(dibao_ambiguities()))
    directCustoms = Set(cues.lazy.filter { $0.kind == "customs" }.map(\.form))
    tellings = TellingWords(TableReader(dibao_tellings()))
    words = Self.words(TableReader(dibao_words()))
    nameLetters = NameLetterOdds.all(TableReader(dibao_name_letters()))
    nameEdges = NameEdges(TableReader(dibao_name_edges()))
    folding = Folding(TableReader(dibao_traditional()))
    pinyin = Pinyin(
      TableReader(dibao_pinyin()), surnames: TableReader(dibao_surnames()),
      spellings: TableReader(dibao_name_spellings()), odds: nameLetters)
    english = EnglishNames(
      TableReader(dibao_english()), divisions: divisions, organizations: organizations)
    usualDepartments = UsualDepartments(TableReader(dibao_usual_departments()))
  }

  /// Reads the tables of the hierarchy anew, for who times it; the number of their rows.
  package static func readHierarchy() -> Int {
    Divisions(TableReader(dibao_divisions())).all.count
      + Organizations(TableReader(dibao_organizations())).all.count
      + Departments(TableReader(dibao_departments())).all.count
      + Ranks(TableReader(dibao_ranks())).all.count
  }

  private static func words(_ table: TableReader) -> [String] {
    var words: [String] = []
    table.forEachRow { words.append($0[0]) }
    return words
  }
}

/// A surname (姓): single or compound.
package struct Surname: Hashable, Sendable {
  package let form: String
  /// An ordinary word as well.
  package let isWord: Bool
  /// One of the hundred most frequent.
  package let isFrequent: Bool

  static func all(_ table: TableReader) -> [Surname] {
    var all: [Surname] = []
    table.forEachRow { row in
      all.append(Surname(form: row[0], isWord: row[1] == "1", isFrequent: row[2] == "A"))
    }
    return all
  }
}
