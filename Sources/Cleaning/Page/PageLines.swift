/// One line of a page as a reader sees it, and what the markup says of it.
struct PageLine: Sendable {
  let text: [UInt8]
  let measure: LineMeasure
  /// The part of the weight that stands in links.
  let linkWeight: Int32
  /// Its first text node: lines stand in this order, and a subtree holds a run of them.
  let place: Int32
  /// The block element that the line stands in.
  let node: Int32
  let tag: Tag
  /// The table row around it; -1 outside a table.
  let row: Int32
  /// What the names of the elements around it say.
  let names: ElementNames

  var weight: Int32 { measure.weight }

  var linkShare: Double { weight == 0 ? 0 : Double(linkWeight) / Double(weight) }
}

/// Reads a page's lines off its tree: a block element or a break ends a line.
struct LineReader {
  private let tree: PageTree
  private let mass: TextMass
  private var lines: [PageLine] = []
  private var text = LineText()
  private var linkWeight: Int32 = 0
  private var place: Int32 = 0
  private var open: [Frame] = []

  private struct Frame {
    let end: Int32
    let endsLine: Bool
    let block: Int32
    let blockTag: Tag
    let row: Int32
    let isLink: Bool
    let names: ElementNames
  }

  static func lines(of tree: PageTree) -> [PageLine] {
    var reader = LineReader(tree: tree)
    reader.read()
    return reader.lines
  }

  private init(tree: PageTree) {
    self.tree = tree
    mass = TextMass(tree)
  }

  private mutating func read() {
    var index = 0
    while index < tree.nodes.count {
      while let top = open.last, top.end <= index { leave(top) }
      let node = tree.nodes[index]
      guard let tag = node.tag else {
        add(node.range, at: index)
        index += 1
        continue
      }
      if tag == .br || tag == .hr { endLine() }
      if tag.isSilent || isHidden(index) {
        index = Int(node.end)
        continue
      }
      enter(index, tag, node)
      index += 1
    }
    while let top = open.last { leave(top) }
  }

  private func isHidden(_ node: Int) -> Bool {
    switch ElementNames.hiding(tree, node) {
    case .none: false
    case .removed: true
    case .invisible: !mass.holdsMost(node, in: tree)
    }
  }

  private mutating func enter(_ index: Int, _ tag: Tag, _ node: PageTree.Node) {
    let outer = open.last
    var own = mass.trusted(ElementNames.read(tree, index, tag), of: index, in: tree)
    // Within a line only what is surely furniture ends it: a link of class `tag` does not.
    let endsLine = tag.isBlock || !own.isDisjoint(with: [.share, .comments, .advert, .hidden])
    if endsLine { endLine() } else { own = [] }
    open.append(
      Frame(
        end: node.end, endsLine: endsLine,
        block: tag.isBlock ? Int32(index) : outer?.block ?? -1,
        blockTag: tag.isBlock ? tag : outer?.blockTag ?? .other,
        row: tag == .tr ? Int32(index) : tag == .table ? -1 : outer?.row ?? -1,
        isLink: tag == .a || outer?.isLink ?? false,
        names: own.union(outer?.names ?? [])))
  }

  private mutating func leave(_ frame: Frame) {
    if frame.endsLine { endLine() }
    open.removeLast()
  }

  private mutating func add(_ range: Range<Int32>, at index: Int) {
    let before = text.measure.weight
    if text.bytes.isEmpty { place = Int32(index) }
    text.append(tree.text(range))
    if open.last?.isLink ?? false { linkWeight += text.measure.weight - before }
  }

  private mutating func endLine() {
    defer {
      text.removeAll()
      linkWeight = 0
    }
    guard !text.bytes.isEmpty, let frame = open.last else { return }
    lines.append(
      PageLine(
        text: text.bytes, measure: text.measure, linkWeight: linkWeight, place: place,
        node: frame.block, tag: frame.blockTag, row: frame.row, names: frame.names))
  }
}

/// How much of a page's running text stands in each element, before lines are read.
struct TextMass {
  /// Bytes of long texts outside links, up to each node.
  private var sums: [Int32]

  init(_ tree: PageTree) {
    sums = [0]
    sums.reserveCapacity(tree.nodes.count + 1)
    var sum: Int32 = 0
    for node in tree.nodes {
      if node.tag == nil, node.range.count >= 60 {
        let parent = tree.nodes[Int(node.parent)].tag
        if parent != .a, parent?.isSilent != true, parent != .title {
          sum += Int32(node.range.count)
        }
      }
      sums.append(sum)
    }
  }

  /// The names of an element as far as they can be believed: what holds most of a page's text is
  /// no furniture, whatever it is called (`share-enabled-article`, `has-sidebar`).
  func trusted(_ names: ElementNames, of node: Int, in tree: PageTree) -> ElementNames {
    guard !names.isDisjoint(with: Self.doubted), let all = sums.last, all > 0 else { return names }
    let own = Double(sums[Int(tree.nodes[node].end)] - sums[node]) / Double(all)
    let most = names.contains(.comments) ? 0.85 : 0.5
    return own > most ? names.subtracting(Self.doubted) : names
  }

  /// Pages that wait for their scripts keep the whole article invisible until then.
  func holdsMost(_ node: Int, in tree: PageTree) -> Bool {
    guard let all = sums.last, all > 0 else { return false }
    return Double(sums[Int(tree.nodes[node].end)] - sums[node]) > 0.6 * Double(all)
  }

  private static let doubted: ElementNames = .noise.union([.about, .caption, .summary])
}
