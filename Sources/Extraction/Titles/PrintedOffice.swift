import Model

/// An office as it stands in the text: the pieces found, before the context fills what is left out.
struct PrintedOffice {
  /// From the first piece of the body, or its qualifier, to the end of the post.
  var range: Range<Int>
  var title: String
  var head: Head
  var body: PrintedBody?
  var qualifier: OfficeReading.Qualifier?
  /// The places listed before that of the body, in their order: 吉林、湖南 in 吉林、湖南、贵州省委书记.
  var listedPlaces: [[Int]] = []

  enum Head: Hashable {
    case post(Post)
    /// The title tells the body, by organisation id.
    case fixed(String)
    /// The title holds the department's name.
    case merged(String)
  }

  /// An ordinary word too, with no body printed before it: an office only in a list of offices.
  var isWeak: Bool { body == nil && post?.isWeak == true }

  var post: Post? {
    if case .post(let post) = head { post } else { nil }
  }
}

/// The body of an office as it stands in the text.
struct PrintedBody {
  var start: Int
  var state: String?
  /// The divisions that each printed place may be, outermost first.
  var places: [[Int]] = []
  /// A level said without a name: 省, 自治区, 市.
  var level: LocalForm.Reach?
  var local: LocalForm?
  var listed: [String]?
  /// The league of the youth, whose committees are called like those of the party: 团省委.
  var isYouthLeague = false
  /// 中国人民政治协商会议 before the place: 政协湖南省委员会.
  var isConsultative = false
  var mission: PrintedMission?
  /// Departments, outermost first.
  var parts: [Part] = []

  struct Part {
    var range: Range<Int>
    /// Nil for a body that no table lists.
    var side: DepartmentSide?
  }

  var isEmpty: Bool {
    mission == nil && state == nil && places.isEmpty && level == nil && local == nil
      && listed == nil
      && parts.isEmpty
  }

  /// Whether the body ends as a body does, and not in a name that only its titles would tell.
  func isWhole(in passage: Passage) -> Bool {
    guard let last = parts.last, last.side == nil else { return true }
    return passage.ends([.unit, .department, .listed], at: last.range.upperBound)
  }

  /// Whether every piece is known to the tables.
  var isKnown: Bool { parts.allSatisfy { $0.side != nil } }

  /// Whether the body says of itself where or whose it is.
  var isAnchored: Bool {
    state != nil || !places.isEmpty || level != nil || listed != nil
  }
}
