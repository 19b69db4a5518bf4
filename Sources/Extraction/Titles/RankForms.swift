import Reference

/// The written forms of ranks, highest first.
struct RankForms: Sendable {
  private let lexicon: Lexicon
  private let names: [String]

  init(_ ranks: Ranks) {
    var forms = ranks.all.map { (name: $0.name, forms: [$0.name] + $0.aliases) }
    // The forms of the press, where none of the table's stands.
    forms.append(("正部级", ["正部长级"]))
    forms.append(("副部级", ["副部长级"]))
    var builder = LexiconBuilder()
    for (order, rank) in forms.enumerated() {
      for form in rank.forms { builder.insert(form, order) }
    }
    lexicon = builder.lexicon()
    names = forms.map(\.name)
  }

  /// The highest rank that stands in a stretch.
  func first(in scalars: [UInt32], _ range: Range<Int>) -> String? {
    lexicon.matches(in: scalars, range).map { Int($0.value) }.min().map { names[$0] }
  }
}
