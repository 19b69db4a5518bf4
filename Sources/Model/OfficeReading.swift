/// The body (机构) that an office belongs to, as far as an article tells it.
package indirect enum Body: Hashable, Sendable {
  /// A body of the organisations table, by its id: `org:mfa`.
  case listed(String)
  /// A body that every division of its kind has: 吉林省委 is the party committee of `div:220000`.
  case local(LocalBody, division: String)
  /// A department of a body: 宣传部 of 吉林省委, 财政厅 of 吉林省政府.
  case part(of: Body, name: String)
  /// A body known by its printed name alone; `division` is the place in that name, where there
  /// is one.
  case written(String, division: String?)
  /// A body whose jurisdiction the article leaves open: 省委, with no province in sight.
  case unplaced(LocalBody, level: Division.Level)
}

extension Body {
  /// Whether a body is one, or part of one, or a body of the division that the other stands for.
  package func isOf(_ other: Body) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.part(let whole, _), _): return whole.isOf(other)
    case (.local(_, let division), .written(_, let id)): return division == id
    default: return false
    }
  }
}

/// The bodies that every division has, by their system.
package enum LocalBody: String, Hashable, Sendable, CaseIterable {
  case partyCommittee = "party_committee"  // 党委
  case government  // 人民政府
  case congress = "people_congress"  // 人大常委会
  case consultative = "cppcc"  // 政协
  case discipline  // 纪委
  case supervision  // 监委
  case court  // 法院
  case procuratorate  // 检察院
  case military  // 军区, 军分区
  case zone = "development_zone"  // 管委会
  case youthLeague = "youth_league"  // 共青团
}

/// A place in the order of government (行政区划), in one period of its name and code.
///
/// A class, as a dozen strings are much to copy for readers who look at one of them. Two are equal
/// where their ids are.
package final class Division: Hashable, Sendable {
  package enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
    case country
    case province
    case subprovincial = "subprovincial_city"
    case prefecture
    case county
    case township
    case zone

    package static func < (a: Self, b: Self) -> Bool { a.depth < b.depth }

    /// 0 for the country; a sub-provincial city stands between province and prefecture.
    package var depth: Int {
      switch self {
      case .country: 0
      case .province: 1
      case .subprovincial: 2
      case .prefecture: 3
      case .county, .zone: 4
      case .township: 5
      }
    }
  }

  /// `div:220000`, or `div:341400-2011` for one that ended.
  package let id: String
  /// The six digits of GB/T 2260; nil for the country and bodies without one.
  package let code: String?
  package let name: String
  package let shortName: String
  package let aliases: [String]
  package let nameEnglish: String
  package let level: Level
  /// 省, 自治区, 直辖市, 地级市, 自治州, 县, 市辖区 …
  package let kind: String
  /// The rank of the unit: 正部级, 正厅级 …
  package let rank: String?
  package let parentID: String?
  package let validFrom: String?
  package let validTo: String?
  /// What became of it.
  package let successorID: String?

  package init(
    id: String, code: String?, name: String, shortName: String, aliases: [String],
    nameEnglish: String, level: Level, kind: String, rank: String?, parentID: String?,
    validFrom: String?, validTo: String?, successorID: String? = nil
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.shortName = shortName
    self.aliases = aliases
    self.nameEnglish = nameEnglish
    self.level = level
    self.kind = kind
    self.rank = rank
    self.parentID = parentID
    self.validFrom = validFrom
    self.validTo = validTo
    self.successorID = successorID
  }

  package static func == (a: Division, b: Division) -> Bool { a.id == b.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// An office as an article prints it, read into its parts.
package struct OfficeReading: Hashable, Sendable {
  package enum Qualifier: String, Hashable, Sendable { case acting, former, incoming }

  /// A part that was not printed but taken from the context.
  package enum Inferred: String, Hashable, Sendable, Comparable {
    case organization, office, division

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  package var body: Body
  /// The bare post (职名): 书记, 常务副省长, 党组书记.
  package var title: String
  package var qualifier: Qualifier?
  /// Sorted, unique.
  package var inferred: [Inferred]

  package init(
    body: Body, title: String, qualifier: Qualifier? = nil, inferred: [Inferred] = []
  ) {
    self.body = body
    self.title = title
    self.qualifier = qualifier
    self.inferred = inferred
  }
}
