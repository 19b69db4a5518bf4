/// A line of an HTML page and where in the tree it stands.
struct HTMLLine: Sendable {
  var text: String
  /// The nearest block around it.
  var node: Int
  /// Letters inside links.
  var linked = 0
  /// Letters in all.
  var letters = 0
  var isHeading = false
  var isBody = false
  /// The block around it whose name says navigation, sharing, comments and the like.
  var furniture: Int?

  var isFurniture: Bool { furniture != nil }

  var linkShare: Double { letters == 0 ? 0 : Double(linked) / Double(letters) }
}

/// Turns a tree into the lines that a browser would show.
enum HTMLLines {
  static func read(_ tree: HTMLTree) -> [HTMLLine] {
    var reader = Reader(tree: tree)
    reader.run()
    return reader.lines
  }

  private struct Reader {
    let tree: HTMLTree
    var lines: [HTMLLine] = []
    private var words: [UInt8] = []
    private var linked = 0
    private var blocks: [Int] = []
    private var linkEnd = 0
    private var furnitureEnd = 0
    private var furnitureRoot = 0
    private var headingEnd = 0

    init(tree: HTMLTree) { self.tree = tree }

    mutating func run() {
      var index = 0
      while index < tree.nodes.count {
        leaveBlocks(before: index)
        index = enter(index)
      }
      leaveBlocks(before: tree.nodes.count)
      flush()
    }

    private mutating func leaveBlocks(before index: Int) {
      while let block = blocks.last, tree.nodes[block].end <= index {
        flush()
        blocks.removeLast()
      }
    }

    /// Takes one node; the index of the next one to take.
    private mutating func enter(_ index: Int) -> Int {
      let node = tree.nodes[index]
      if node.tag == .text {
        add(tree.text[node.text], isLink: index < linkEnd)
        return index + 1
      }
      if node.tag.isMute || HTMLNames.isHidden(tree, index) {
        if node.tag.isBlock { flush() }
        return node.end
      }
      if node.tag == .br { flush() }
      if node.tag == .a { linkEnd = max(linkEnd, node.end) }
      if isCell(index) {
        words.append(0x20)
      } else if node.tag.isBlock {
        flush()
        blocks.append(index)
        if node.tag.isHeading { headingEnd = max(headingEnd, node.end) }
      }
      if index >= furnitureEnd, HTMLNames.isFurniture(tree, index) {
        flush()
        furnitureEnd = node.end
        furnitureRoot = index
        if !node.tag.isBlock { blocks.append(index) }
      }
      return index + 1
    }

    /// A cell of a table of data: its row is the line.
    private func isCell(_ index: Int) -> Bool {
      let node = tree.nodes[index]
      guard node.tag == .td || node.tag == .th, node.end - index <= 12 else { return false }
      var bytes = 0
      for inner in (index + 1)..<max(index + 1, node.end) {
        if tree.nodes[inner].tag.isBlock || tree.nodes[inner].tag == .br { return false }
        bytes += tree.nodes[inner].text.count
      }
      return bytes <= 200
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>, isLink: Bool) {
      words += bytes
      guard isLink else { return }
      linked += String(decoding: bytes, as: UTF8.self).packed.length
    }

    private mutating func flush() {
      defer {
        words.removeAll(keepingCapacity: true)
        linked = 0
      }
      guard !words.isEmpty else { return }
      let text = HTMLLines.unwrapped(String(decoding: words, as: UTF8.self))
      guard !text.isEmpty else { return }
      let block = blocks.last ?? 0
      lines.append(
        HTMLLine(
          text: text, node: block, linked: linked, letters: text.packed.length,
          isHeading: block < headingEnd, furniture: block < furnitureEnd ? furnitureRoot : nil))
    }
  }

  /// Tidy, and without the space that a line break of the source leaves between Han characters.
  static func unwrapped(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text.tidy }
    var result = String.UnicodeScalarView()
    var pending: Unicode.Scalar?
    for scalar in text.unicodeScalars where !scalar.isInvisible {
      if scalar.isBlank {
        if pending != "\n" { pending = scalar }
        continue
      }
      if let blank = pending, let last = result.last {
        if !(blank == "\n" && last.isWide && scalar.isWide) { result.append(" ") }
      }
      pending = nil
      result.append(scalar)
    }
    return String(result).tidy
  }
}

extension Unicode.Scalar {
  /// Han or full-width punctuation, between which no space is written.
  var isWide: Bool {
    isHan || (0x3001...0x303F).contains(value) || (0xFF01...0xFF60).contains(value)
      || (0x2014...0x2026).contains(value)
  }
}
