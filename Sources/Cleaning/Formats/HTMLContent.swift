/// Finds the block that holds the article: the deepest one that still has nearly all the prose.
enum HTMLContent {
  /// A child takes over from its parent when it holds this much of the parent's prose.
  private static let dominance = 0.8
  /// … or this much, when its name says that it is the article.
  private static let namedDominance = 0.5
  /// Prose of one paragraph: that much outside the furniture is an article.
  private static let enough = 160.0
  /// Less prose than a short paragraph has.
  private static let nothing = 60.0

  static func mark(_ lines: inout [HTMLLine], in tree: HTMLTree) {
    guard !tree.nodes.isEmpty else { return }
    let prose = lines.map(prose)
    pardonArticle(&lines, prose, tree)
    HTMLTeasers.mark(&lines, in: tree)
    var weights = [Double](repeating: 0, count: tree.nodes.count)
    for (line, weight) in zip(lines, prose) where !line.isFurniture {
      add(weight, at: line.node, to: &weights, tree)
    }
    let main = dominant(weights, tree)
    let range = main..<tree.nodes[main].end
    for index in lines.indices {
      lines[index].isBody =
        range.contains(lines[index].node) && !lines[index].isFurniture && !isLinks(lines[index])
    }
  }

  /// Where furniture would leave the page without an article, its largest block is none, whatever
  /// its name; a block that is named for comments only where nothing at all is left.
  private static func pardonArticle(_ lines: inout [HTMLLine], _ prose: [Double], _ tree: HTMLTree)
  {
    var weights: [Int: Double] = [:]
    var kept = 0.0
    for (line, weight) in zip(lines, prose) {
      if let root = line.furniture { weights[root, default: 0] += weight } else { kept += weight }
    }
    guard kept < enough,
      let (root, weight) = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      weight > kept
    else { return }
    let isComments = tree.label(of: root).hasAny(["comment", "respond", "disqus"])
    if isComments, kept > nothing { return }
    for index in lines.indices where lines[index].furniture == root {
      lines[index].furniture = nil
    }
  }

  /// How much a line looks like a sentence of an article.
  static func prose(_ line: HTMLLine) -> Double {
    let own = line.letters - line.linked
    guard own > 8, line.linkShare < 0.5 else { return 0 }
    var marks = 0
    for scalar in line.text.unicodeScalars where isMark(scalar) { marks += 1 }
    if marks == 0 { return own > 30 ? Double(own) * 0.2 : 0 }
    return Double(own) * (1 - line.linkShare) + Double(min(marks, own / 8)) * 4
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "、", "；", "：", "？", "！", "”", "」", ",", ".", ";", "?", "!": true
    default: false
    }
  }

  private static func isLinks(_ line: HTMLLine) -> Bool {
    line.linkShare > 0.7 && !(line.letters > 60 && line.linkShare < 0.9)
  }

  private static func add(
    _ weight: Double, at node: Int, to weights: inout [Double], _ tree: HTMLTree
  ) {
    var index = node
    while index >= 0, weight > 0 {
      weights[index] += weight
      index = tree.nodes[index].parent
    }
  }

  /// Goes down while one child has nearly everything.
  private static func dominant(_ weights: [Double], _ tree: HTMLTree) -> Int {
    var current = heaviestRoot(weights, tree)
    while true {
      guard let next = heaviestChild(of: current, weights, tree) else { return current }
      let needed = HTMLNames.isArticle(tree, next) ? namedDominance : dominance
      guard weights[next] >= weights[current] * needed, weights[next] > 0 else { return current }
      guard isContainer(tree.nodes[next].tag) else { return current }
      if tree.attribute("itemprop", of: next) == "articleBody" { return next }
      current = next
    }
  }

  private static func heaviestRoot(_ weights: [Double], _ tree: HTMLTree) -> Int {
    var best = 0
    var index = 0
    while index < tree.nodes.count {
      if weights[index] > weights[best] { best = index }
      index = tree.nodes[index].end
    }
    return best
  }

  private static func heaviestChild(
    of node: Int, _ weights: [Double], _ tree: HTMLTree
  ) -> Int? {
    var best: Int?
    var index = node + 1
    while index < tree.nodes[node].end {
      if weights[index] > (best.map { weights[$0] } ?? 0) { best = index }
      index = tree.nodes[index].end
    }
    return best
  }

  private static func isContainer(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .li, .pre, .a, .span, .b, .strong, .em, .font: false
    default: true
    }
  }
}
