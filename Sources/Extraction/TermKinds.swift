import Reference

/// Kinds of terms, as a set: what a place of a passage is asked for before its forms are looked at.
struct TermKinds: OptionSet {
  let rawValue: UInt32

  static var place: Self { Self(rawValue: 1 << 0) }
  static var state: Self { Self(rawValue: 1 << 1) }
  static var listed: Self { Self(rawValue: 1 << 2) }
  static var local: Self { Self(rawValue: 1 << 3) }
  static var level: Self { Self(rawValue: 1 << 4) }
  static var department: Self { Self(rawValue: 1 << 5) }
  static var unit: Self { Self(rawValue: 1 << 6) }
  static var post: Self { Self(rawValue: 1 << 7) }
  static var fixed: Self { Self(rawValue: 1 << 8) }
  static var merged: Self { Self(rawValue: 1 << 9) }
  static var notPost: Self { Self(rawValue: 1 << 10) }
  static var qualifier: Self { Self(rawValue: 1 << 11) }
  static var holder: Self { Self(rawValue: 1 << 12) }
  static var follower: Self { Self(rawValue: 1 << 13) }
  static var speech: Self { Self(rawValue: 1 << 14) }
  static var object: Self { Self(rawValue: 1 << 15) }
  static var boundary: Self { Self(rawValue: 1 << 16) }
  static var skip: Self { Self(rawValue: 1 << 17) }
  static var reporter: Self { Self(rawValue: 1 << 18) }
  static var biography: Self { Self(rawValue: 1 << 19) }
  static var word: Self { Self(rawValue: 1 << 20) }
  static var seat: Self { Self(rawValue: 1 << 21) }
  static var saying: Self { Self(rawValue: 1 << 22) }
  static var site: Self { Self(rawValue: 1 << 23) }

  /// Forms that are no part of a name: ordinary words, verbs and bodies.
  static var ordinary: Self {
    [
      .word, .follower, .speech, .holder, .boundary, .listed, .place, .state, .local, .department,
      .post, .notPost, .reporter, .object,
    ]
  }

  /// Posts, and longer words that look like posts.
  static var heads: Self { [.post, .fixed, .merged, .notPost] }

  /// What bears the name of a place, a state or a body, or speaks of one.
  static var named: Self { [.place, .state, .listed, .seat, .skip] }

  /// What the name of a body ends in, or a body that every place has is called.
  static var bodyWords: Self { [.unit, .local, .department] }

  /// What an office begins with.
  static var offices: Self {
    [.post, .fixed, .merged, .local, .listed, .place, .state, .department]
  }

  /// Verbs, but those of speech longer than a character tell more.
  static var verbs: Self { [.follower, .speech, .holder, .boundary] }

  /// Posts, with their bodies or alone.
  static var titles: Self { [.post, .fixed, .merged] }

  /// Words at which the name of an unlisted body cannot go on.
  static var nameBreaks: Self { [.boundary, .holder, .speech, .reporter] }

  func meets(_ other: Self) -> Bool { rawValue & other.rawValue != 0 }
}

extension Term {
  /// The set that holds the term's kind and no other.
  var kind: TermKinds {
    switch self {
    case .place: .place
    case .state: .state
    case .listed: .listed
    case .local: .local
    case .level: .level
    case .department: .department
    case .unit: .unit
    case .post: .post
    case .fixed: .fixed
    case .merged: .merged
    case .notPost: .notPost
    case .qualifier: .qualifier
    case .holder: .holder
    case .follower: .follower
    case .speech: .speech
    case .object: .object
    case .boundary: .boundary
    case .skip: .skip
    case .reporter: .reporter
    case .biography: .biography
    case .word: .word
    case .seat: .seat
    case .saying: .saying
    case .site: .site
    }
  }
}

extension Lexicon.Match {
  /// The value of a term's form: its index in the list of terms, with its kind in the low bits, so
  /// that the kind is told without a look at the list.
  static func packed(_ term: Term, at index: Int) -> Int {
    index << 5 | term.kind.rawValue.trailingZeroBitCount
  }

  var termIndex: Int { Int(value >> 5) }
  var kind: TermKinds { TermKinds(rawValue: 1 << UInt32(value & 31)) }
}
