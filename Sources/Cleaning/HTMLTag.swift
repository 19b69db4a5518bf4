/// The elements that matter to finding an article; all others are `other`.
enum HTMLTag: String, Sendable {
  case text = "#text"
  case comment = "#comment"
  case other
  case html, head, title, meta, link, base, script, style, noscript, template
  case body, header, footer, nav, aside, main, article, section, div, center, form, fieldset
  case p, br, hr, h1, h2, h3, h4, h5, h6, pre, blockquote, address, details, summary
  case ul, ol, li, dl, dt, dd, table, thead, tbody, tfoot, tr, td, th, caption
  case figure, figcaption, img, picture, video, audio, iframe, object, embed, canvas, svg, math
  case a, span, b, strong, i, em, small, font, time, sup, sub, u, label, ins, del, q
  case button, input, select, option, textarea

  init(name: String) {
    self = Self(rawValue: name.lowercased()) ?? .other
  }

  /// Ends the line before and after it.
  var isBlock: Bool {
    switch self {
    case .html, .body, .header, .footer, .nav, .aside, .main, .article, .section, .div, .center,
      .form, .fieldset, .p, .hr, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .blockquote, .address,
      .details, .summary, .ul, .ol, .li, .dl, .dt, .dd, .table, .thead, .tbody, .tfoot, .tr, .td,
      .th, .caption, .figure, .figcaption, .video, .iframe:
      true
    default: false
    }
  }

  /// Holds no words for readers.
  var isMute: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .iframe, .object, .embed, .canvas, .svg,
      .math, .button, .input, .select, .option, .textarea, .video, .audio, .comment:
      true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

extension HTMLTree {
  /// The value of an attribute; nil where the element does not have it.
  func attribute(_ name: String, of node: Int) -> String? {
    for attribute in attributes[nodes[node].attributes] where attribute.name == name {
      return attribute.value
    }
    return nil
  }

  /// `class` and `id` in lower case, for telling what a block is for.
  func label(of node: Int) -> String {
    var label = ""
    for attribute in attributes[nodes[node].attributes]
    where attribute.name == "class" || attribute.name == "id" {
      label += " " + attribute.value.lowercased()
    }
    return label
  }

  func words(of node: Int) -> String {
    String(decoding: text[nodes[node].text], as: UTF8.self)
  }

  /// All text below a node, as it stands.
  func allText(of node: Int) -> String {
    var bytes: [UInt8] = []
    for index in node..<nodes[node].end where nodes[index].tag == .text {
      bytes += text[nodes[index].text]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
