import Model
import Reference

/// What a known form may mean to the reader of offices.
enum Term: Sendable {
  /// Divisions of this written form, by index.
  case place([Int])
  /// A foreign state, by organisation id.
  case state(String)
  /// The capital of a foreign state or another word for its government, by organisation id: 华盛顿.
  case seat(String)
  /// A foreign city, a venue or a letter for a province.
  case site(Site)
  /// Listed organisations of this written form (one each period), by id.
  case listed([String])
  /// A body that every division has: 省委, 市政府.
  case local(LocalForm)
  /// A level said without the division's name: 省, 自治区, 该市.
  case level(LocalForm.Reach)
  /// A department with a name of its own: 宣传部, 财政厅.
  case department(DepartmentSide)
  /// The ending of a body that no table lists: 公司, 大学, 局.
  case unit
  case post(Post)
  /// A title that tells its body: 总书记.
  case fixed(body: String, title: String)
  /// A department and its head in one word: 外长, 组织部长.
  case merged(department: String, title: String)
  /// A longer word that begins like a post and is none: 书记处.
  case notPost
  case qualifier(OfficeReading.Qualifier?)
  /// A verb that gives a person the office after it: 出任, 曾任.
  case holder(OfficeReading.Qualifier?)
  /// What may stand right after a person's name.
  case follower
  /// A speech verb or the like, which makes the words before it a person.
  case speech
  /// A verb that attributes words to its subject.
  case saying(SpeechVerb)
  /// What often stands right before a person's name.
  case object
  /// Where the name of an unlisted body cannot go on.
  case boundary
  /// Words before a body that say nothing of it: 中国, 中共.
  case skip
  /// Words beside the names of reporters and photographers.
  case reporter
  /// A word that tells a career: 简历, 历任.
  case biography
  /// An ordinary word.
  case word
}

/// The side of a committee that a department belongs to.
enum DepartmentSide: String, Sendable { case party, government, any }

/// A written form of a body that every division has.
struct LocalForm: Hashable, Sendable {
  /// What the form says about the division.
  enum Reach: String, Sendable {
    case province, city, prefecture, county, district, corps, township
    /// Stands after prefectures of the old kind only (铜仁·地委).
    case region
    /// Stands after any division (吉林省·政府).
    case any = ""
    /// Stands only right after a name that ends in its kind (吉林省·委).
    case suffix
    /// Stands after autonomous regions and the Corps only (内蒙古自治区·党委).
    case autonomous
  }

  var body: LocalBody
  var reach: Reach
}

/// A post (职名) as printed, without qualifiers.
struct Post: Hashable, Sendable {
  var title: String
  /// The level of the division that it governs: 省长 has province.
  var reach: LocalForm.Reach?
  /// An ordinary word too, so that it counts only with its body printed before it.
  var isWeak: Bool
  /// A post at missions abroad, and one at companies known by their names alone.
  let isDiplomatic: Bool
  let isCorporate: Bool

  init(title: String, reach: LocalForm.Reach?, isWeak: Bool) {
    self.title = title
    self.reach = reach
    self.isWeak = isWeak
    isDiplomatic = Missions.titles.contains(title)
    isCorporate = OfficeFinder.companyTitles.contains(title)
  }
}

/// Every form that the reader of offices knows, in one lexicon. Built once, shared by all readers.
final class OfficeTerms: Sendable {
  let lexicon: Lexicon
  let list: [Term]
  let folding: Folding
  let names: NameModel
  let marks: CharacterMarks
  let tellings: StateTellings
  let wordings: Wordings
  let ranks: RankForms
  let almanac: Almanac
  let stateTitles: StateTitles
  /// The short forms that departments are given by, whichever was printed: 卫生健康委员会 as 卫健委.
  let abbreviations: [String: String]
  /// Words in Latin letters that no person's name holds.
  let glossWords: Set<String>
  /// Japanese surnames of two letters.
  let japaneseSurnames: Set<String>
  /// Names that the press writes by themselves.
  let eminent: NameFinder
  /// The foreign states of those whose names are of one state alone, by name.
  let eminentStates: [String: Body]

  init(_ almanac: Almanac) {
    var builder = Builder(words: almanac.words)
    builder.addDivisions(almanac)
    builder.addOrganizations(almanac)
    for cue in almanac.cues { builder.add(cue) }
    builder.addDepartments(almanac)
    builder.addPosts(almanac.cues)
    builder.addAides()
    builder.addSites(almanac)
    builder.addShared(almanac.words, "ordinary", .word)
    lexicon = builder.lexicon.lexicon()
    list = builder.list
    folding = almanac.folding
    names = NameModel(almanac)
    marks = CharacterMarks(names)
    tellings = StateTellings(builder.list, almanac)
    wordings = Wordings(almanac.tellings)
    ranks = RankForms(almanac.ranks)
    self.almanac = almanac
    stateTitles = StateTitles(almanac.cues)
    abbreviations = Dictionary(
      almanac.departments.all.flatMap { department in
        ([department.name] + department.aliases).map { ($0, department.form) }
      }, uniquingKeysWith: { first, _ in first })
    glossWords = Set(almanac.cues.lazy.filter { $0.kind == "gloss" }.map(\.form))
    let eminent = almanac.cues.filter { $0.kind == "eminent" }
    self.eminent = NameFinder(eminent.map(\.form))
    eminentStates = Dictionary(
      eminent.lazy.filter { !$0.value.isEmpty }.map { ($0.form, .listed("state:" + $0.value)) },
      uniquingKeysWith: { first, _ in first })
    japaneseSurnames = Set(almanac.cues.lazy.filter { $0.kind == "japanese" }.map(\.form))
  }

  private struct Builder {
    var lexicon = LexiconBuilder()
    var list: [Term] = []
    /// Terms without a payload of their own are entered once.
    private var shared: [String: Int] = [:]
    private let words: SortedWords

    init(words: [String]) { self.words = SortedWords(words) }

    mutating func add(_ form: String, _ term: Term) {
      lexicon.insert(form, Lexicon.Match.packed(term, at: list.count))
      list.append(term)
    }

    mutating func addShared(_ form: String, _ key: String, _ term: Term) {
      lexicon.insert(form, Lexicon.Match.packed(term, at: index(of: key, term)))
    }

    mutating func addShared(_ forms: [String], _ key: String, _ term: Term) {
      let match = Lexicon.Match.packed(term, at: index(of: key, term))
      for form in forms { lexicon.insert(form, match) }
    }

    private mutating func index(of key: String, _ term: Term) -> Int {
      if let index = shared[key] { return index }
      shared[key] = list.count
      list.append(term)
      return list.count - 1
    }

    mutating func addDivisions(_ almanac: Almanac) {
      var forms = FormGroups<Int>(forms: 3 * almanac.divisions.all.count)
      for (index, division) in almanac.divisions.all.enumerated()
      where division.level != .country {
        for form in Self.written(division.name, division.aliases)
        where isTelling(form, of: division) {
          forms.add(index, to: form)
          // 乾县: texts are read with 乾 as 干, which it stands for elsewhere.
          let folded = Self.folded(form, almanac.folding)
          if folded != form { forms.add(index, to: folded) }
        }
      }
      for (form, indices) in forms.groups where form.unicodeScalars.count > 1 {
        add(form, .place(indices))
      }
    }

    private static func written(_ name: String, _ aliases: [String]) -> [String] {
      [name] + aliases.filter { $0 != name }
    }

    private static func folded(_ form: String, _ folding: Folding) -> String {
      var folded = String.UnicodeScalarView()
      for scalar in form.unicodeScalars {
        folded.append(Unicode.Scalar(folding.folded(scalar.value)) ?? scalar)
      }
      return String(folded)
    }

    /// Whether a form names the division wherever it stands. The short forms of counties and zones
    /// are ordinary words too often (振兴, 通道, 新区).
    private func isTelling(_ form: String, of division: Division) -> Bool {
      guard division.level == .county || division.level == .zone, form != division.name,
        let last = form.unicodeScalars.last, !last.value.isLevel
      else { return true }
      return form.unicodeScalars.count > 2 && !words.contains(form)
    }

    /// The sites, and the short forms of counties that name one alone and are no words; cities are
    /// counted among the words where the news names them.
    mutating func addSites(_ almanac: Almanac) {
      for site in almanac.sites { add(site.form, .site(site)) }
      var counties = FormGroups<Division>(forms: almanac.divisions.all.count)
      for division in almanac.divisions.all
      where division.level == .county && division.kind != "市辖区" && division.validTo == nil
        && division.shortName.unicodeScalars.count == 2 && division.shortName != division.name
      {
        counties.add(division, to: division.shortName)
      }
      for (form, divisions) in counties.groups
      where divisions.count == 1
        && (!words.contains(form) || divisions[0].kind == "县级市" && form != "东方")
      {
        add(form, .site(Site(form: form, area: divisions[0].id, kind: .county)))
      }
    }

    mutating func addOrganizations(_ almanac: Almanac) {
      var forms = FormGroups<String>(forms: 3 * almanac.organizations.all.count)
      for organization in almanac.organizations.all {
        for form in Self.written(organization.name, organization.aliases)
        where form.unicodeScalars.count > 1 {
          if organization.id == "state:CN" { continue }
          if organization.kind == "foreign_state" {
            add(form, .state(organization.id))
          } else {
            forms.add(organization.id, to: form)
          }
        }
      }
      for (form, ids) in forms.groups {
        add(form, .listed(ids))
        addMerged(form)
      }
    }

    /// 水利部 gives 水利部长 and 水利副部长.
    private mutating func addMerged(_ ministry: String) {
      guard ministry.hasSuffix("部"), (3...6).contains(ministry.unicodeScalars.count) else { return }
      add(ministry + "长", .merged(department: ministry, title: "部长"))
      // A minister of South Korea is a 长官.
      add(ministry + "长官", .merged(department: ministry, title: "部长"))
      add(ministry.dropLast() + "副部长", .merged(department: ministry, title: "副部长"))
    }

    /// The written forms of departments that are no cues.
    mutating func addDepartments(_ almanac: Almanac) {
      let cues = Set(almanac.cues.lazy.filter { $0.kind == "department" }.map(\.form))
      for department in almanac.departments.all {
        guard let side = DepartmentSide(rawValue: department.side) else { continue }
        for form in Set([department.form, department.name] + department.aliases).sorted()
        where !cues.contains(form) {
          addShared(form, "department" + department.side, .department(side))
        }
      }
    }

    mutating func add(_ cue: Cue) {
      let value = cue.value.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      switch cue.kind {
      case "local":
        guard let body = LocalBody(rawValue: value[0]),
          let reach = LocalForm.Reach(rawValue: value.count > 1 ? value[1] : "")
        else { return }
        addShared(cue.form, "local" + cue.value, .local(LocalForm(body: body, reach: reach)))
      case "level":
        guard let reach = LocalForm.Reach(rawValue: cue.value) else { return }
        addShared(cue.form, "level" + cue.value, .level(reach))
      case "department":
        guard let side = DepartmentSide(rawValue: cue.value) else { return }
        addShared(cue.form, "department" + cue.value, .department(side))
      case "qualifier":
        addShared(cue.form, cue.kind + cue.value, .qualifier(.init(rawValue: cue.value)))
      case "holder": addShared(cue.form, cue.kind + cue.value, .holder(.init(rawValue: cue.value)))
      case "saying":
        guard let verb = SpeechVerb(rawValue: cue.value) else { return }
        addShared(cue.form, "saying" + cue.value, .saying(verb))
      case "seat": add(cue.form, .seat("state:" + cue.value))
      case "fixed":
        let parts = cue.value.split(separator: "|").map(String.init)
        if parts.count == 2 { add(cue.form, .fixed(body: parts[0], title: parts[1])) }
      case "merged":
        let parts = cue.value.split(separator: "|").map(String.init)
        if parts.count == 2 { add(cue.form, .merged(department: parts[0], title: parts[1])) }
      default: addPlain(cue)
      }
    }

    private mutating func addPlain(_ cue: Cue) {
      let term: Term? =
        switch cue.kind {
        case "unit": .unit
        case "notpost": .notPost
        case "follower": .follower
        case "speech": .speech
        case "object": .object
        case "boundary": .boundary
        case "skip": .skip
        case "appellation": .reporter
        case "biography": .biography
        case "ordinary": .word
        default: nil
        }
      if let term { addShared(cue.form, cue.kind, term) }
    }

    /// 总统发言人: the aides of the heads of states, as posts of their own.
    mutating func addAides() {
      for head in Post.aided {
        for aide in Post.aides {
          add(head + aide, .post(Post(title: head + aide, reach: nil, isWeak: false)))
        }
      }
    }

    /// Posts with their deputies; a form entered twice keeps its first meaning.
    mutating func addPosts(_ cues: [Cue]) {
      var posts = FormGroups<Post>(forms: 2_000)
      for cue in cues where cue.kind == "post" {
        let parts = cue.value.split(separator: ":", omittingEmptySubsequences: false)
        let flags = parts.first ?? ""
        let reach = parts.count > 1 ? LocalForm.Reach(rawValue: String(parts[1])) : nil
        for prefix in flags.contains("d") ? Post.prefixes : [""] {
          let form = prefix + cue.form
          posts.add(Post(title: form, reach: reach, isWeak: flags.contains("w")), to: form)
        }
      }
      for (form, meanings) in posts.groups { add(form, .post(meanings[0])) }
    }
  }
}

extension Post {
  /// Heads of states and governments whose aides are known by them, and the titles of those aides.
  static let aided = ["总统", "副总统", "总理", "副总理", "首相", "国务卿"]
  static let aides = [
    "发言人", "新闻发言人", "新闻秘书", "特使", "助理", "特别助理", "高级助理", "顾问", "高级顾问", "特别顾问", "国家安全顾问",
    "国安顾问", "经济顾问", "法律顾问", "外交顾问", "幕僚长", "办公室主任", "办公厅主任", "特别代表", "气候特使", "气候问题特使",
  ]

  /// What stands before the head's title in the titles of those under or beside the head.
  static let prefixes = [
    "", "副", "常务副", "第一副", "执行副", "高级副", "名誉", "荣誉", "执行", "第一", "首席", "专职副",
  ]
}

/// Words in the order of their bytes. A few thousand are looked for among many: to search costs less
/// than to hash them all first.
private struct SortedWords {
  private let words: [String]

  init(_ words: [String]) { self.words = words }

  func contains(_ word: String) -> Bool {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].utf8.lexicographicallyPrecedes(word.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < words.count && words[low] == word
  }
}

/// What written forms stand for, in the order in which the forms were met first.
private struct FormGroups<Meaning: Equatable> {
  private(set) var groups: [(form: String, meanings: [Meaning])] = []
  private var places: [String: Int] = [:]

  /// - Parameter forms: about how many there will be.
  init(forms: Int) {
    groups.reserveCapacity(forms)
    places.reserveCapacity(forms)
  }

  /// A meaning that was added last for the form is not added again.
  mutating func add(_ meaning: Meaning, to form: String) {
    guard let place = places[form] else {
      places[form] = groups.count
      return groups.append((form, [meaning]))
    }
    if groups[place].meanings.last != meaning { groups[place].meanings.append(meaning) }
  }
}
