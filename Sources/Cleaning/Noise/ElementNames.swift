/// What the class, id and role of an element say about what it holds.
struct ElementNames: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let comments = Self(rawValue: 1)
  static let share = Self(rawValue: 1 << 1)
  static let related = Self(rawValue: 1 << 2)
  static let navigation = Self(rawValue: 1 << 3)
  static let advert = Self(rawValue: 1 << 4)
  static let legal = Self(rawValue: 1 << 5)
  static let signUp = Self(rawValue: 1 << 6)
  static let tags = Self(rawValue: 1 << 7)
  /// By-line, date, source: not text, but what metadata is read from.
  static let about = Self(rawValue: 1 << 8)
  static let caption = Self(rawValue: 1 << 9)
  static let hidden = Self(rawValue: 1 << 10)
  /// Names that containers of articles have.
  static let body = Self(rawValue: 1 << 11)
  /// `itemprop=articleBody`: the page itself says which one it is.
  static let declaredBody = Self(rawValue: 1 << 12)
  /// Neither wanted nor safe to drop by its name alone: header, bottom, widget.
  static let doubtful = Self(rawValue: 1 << 13)

  /// What the article says in brief, which it says again.
  static let summary = Self(rawValue: 1 << 14)

  /// Furniture of a page.
  static let noise: Self = [
    .comments, .share, .related, .navigation, .advert, .legal, .signUp, .tags, .hidden,
  ]

  /// Reads the names of one element.
  static func read(_ tree: PageTree, _ node: Int, _ tag: Tag) -> Self {
    var names: Self = tagNames(tag)
    // The names of these two are about the site and its state, not about their content.
    guard tag != .html, tag != .body else { return names }
    for index in tree.nodes[node].range {
      let attribute = tree.attributes[Int(index)]
      let name = attribute.name
      if name == .class || name == .id || name == .role {
        names.formUnion(ElementRules.names(in: tree.text(attribute.value)))
      } else if name == .itemprop {
        names.formUnion(itemNames(tree.text(attribute.value)))
      }
    }
    // A box sums the article up; a paragraph of that name is its first one.
    if tag == .p { names.remove(.summary) }
    return names
  }

  /// How an element keeps what it holds from readers.
  enum Hiding { case none, removed, invisible }

  static func hiding(_ tree: PageTree, _ node: Int) -> Hiding {
    for index in tree.nodes[node].range {
      let attribute = tree.attributes[Int(index)]
      if attribute.name == .hidden { return .removed }
      guard attribute.name == .style else { continue }
      let style = tree.text(attribute.value).filter { $0 > 0x20 }
      if style.containsRun("display:none") { return .removed }
      if style.containsRun("visibility:hidden") || style.containsRun("opacity:0;") {
        return .invisible
      }
    }
    return .none
  }

  private static func tagNames(_ tag: Tag) -> Self { ofTags[tag] ?? [] }

  private static let ofTags: [Tag: Self] = [
    .nav: .navigation, .aside: .related, .footer: .legal, .figcaption: .caption,
    .caption: .caption, .article: .body, .main: .body, .address: .about,
  ]

  private static func itemNames(_ value: ArraySlice<UInt8>) -> Self {
    ofItems[String(decoding: value, as: UTF8.self)] ?? []
  }

  private static let ofItems: [String: Self] = [
    "articleBody": .declaredBody, "datePublished": .about, "author": .about, "caption": .caption,
  ]
}

/// One word by which elements are known.
struct ElementRule: Sendable {
  enum Fit: Sendable {
    /// Anywhere in the name.
    case part
    /// As a word of its own: `ad` in `ad-box` and `box_ad2`, not in `header`.
    case word
  }

  let text: String
  let fit: Fit
  let names: ElementNames
}
