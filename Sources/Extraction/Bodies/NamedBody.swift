import Model

/// A body (机构) or place that an article names where it may take part in something.
struct NamedBody: Hashable {
  enum Kind: Hashable { case division, state, organization }

  /// The whole words, those of a delegation with them.
  var range: Range<Int>
  var body: Body
  var kind: Kind
  /// The words are part of an office: 教育部 in 教育部部长.
  var isOffice = false
  /// The words name those who come for the body: 吉林省党政代表团.
  var isDelegation = false
}
