/// The elements that cleaning tells apart; every other name is `other`.
enum Tag: UInt8, Hashable, Sendable, CaseIterable {
  case html, head, body, title, meta, link, base, script, style, template, noscript
  case div, p, section, article, main, header, footer, nav, aside, address, center, hr, br
  case h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, figure, figcaption
  case table, caption, thead, tbody, tfoot, tr, td, th, form, fieldset, button, select, option
  case textarea, input, iframe, object, embed, svg, canvas, video, audio, map, menu, dialog
  case a, span, time, marquee, other

  /// The element of this name, in small letters.
  init(name: String) { self = Self.byName[name] ?? .other }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })

  /// Stands on lines of its own.
  var isBlock: Bool { Self.blocks.contains(self) }

  /// Holds nothing that a reader reads as part of the page.
  var isSilent: Bool { Self.silent.contains(self) }

  var isHeading: Bool { Self.headings.contains(self) }

  /// Holds text rather than other blocks: its parent is the container.
  var isLeafBlock: Bool { Self.leaves.contains(self) }

  private static let headings: TagSet = [.h1, .h2, .h3, .h4, .h5, .h6]
  private static let leaves: TagSet = [
    .p, .h1, .h2, .h3, .h4, .h5, .h6, .li, .dt, .dd, .blockquote, .pre, .figcaption, .caption,
    .td, .th,
  ]
  private static let silent: TagSet = [
    .head, .script, .style, .template, .noscript, .button, .select, .option, .textarea, .input,
    .iframe, .object, .embed, .svg, .canvas, .video, .audio, .map, .menu, .dialog,
  ]
  private static let blocks: TagSet = [
    .html, .body, .title, .div, .p, .section, .article, .main, .header, .footer, .nav, .aside,
    .address, .center, .hr, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd,
    .blockquote, .pre, .figure, .figcaption, .table, .caption, .thead, .tbody, .tfoot, .tr, .td,
    .th, .form, .fieldset, .marquee,
  ]
}

/// A set of tags, one bit each.
struct TagSet: ExpressibleByArrayLiteral, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(arrayLiteral tags: Tag...) {
    for tag in tags {
      if tag.rawValue < 64 { low |= 1 << tag.rawValue } else { high |= 1 << (tag.rawValue - 64) }
    }
  }

  func contains(_ tag: Tag) -> Bool {
    tag.rawValue < 64 ? low >> tag.rawValue & 1 == 1 : high >> (tag.rawValue - 64) & 1 == 1
  }
}

/// The attributes that are kept; the rest never reach the tree.
enum AttributeName: String, Hashable, Sendable {
  case id, `class`, itemprop, rel, property, name, content, href, type, role, hidden, style
  case dataTime = "data-publishtime"
}
