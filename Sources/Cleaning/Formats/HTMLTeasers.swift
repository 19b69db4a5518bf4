/// Finds lists of teasers: several blocks alike, each a linked headline with a few words.
enum HTMLTeasers {
  /// A teaser is shorter than this, in letters.
  private static let longest = 320
  /// Fewer alike are not a list.
  private static let fewest = 3

  /// Marks the lines of such lists as furniture.
  static func mark(_ lines: inout [HTMLLine], in tree: HTMLTree) {
    let (letters, headlines) = measure(lines, tree)
    var groups: [Group: [Int]] = [:]
    for index in tree.nodes.indices where letters[index] > 0 && isItem(tree.nodes[index].tag) {
      guard letters[index] <= longest, headlines[index] > 0 else { continue }
      let group = Group(
        parent: tree.nodes[index].parent, tag: tree.nodes[index].tag, label: tree.label(of: index))
      groups[group, default: []].append(index)
    }
    var roots: [Int] = []
    for members in groups.values where members.count >= fewest { roots += members }
    roots.sort()
    mark(&lines, roots, tree)
  }

  private struct Group: Hashable {
    var parent: Int
    var tag: HTMLTag
    var label: String
  }

  private static func isItem(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .li, .div, .article, .section, .dl, .dd, .figure: true
    default: false
    }
  }

  /// For each node the letters below it, and how many lines below it are links as a whole.
  private static func measure(_ lines: [HTMLLine], _ tree: HTMLTree) -> ([Int], [Int]) {
    var letters = [Int](repeating: 0, count: tree.nodes.count)
    var headlines = letters
    for line in lines {
      let isHeadline = line.letters >= 6 && line.linkShare > 0.9
      var node = line.node
      while node >= 0 {
        letters[node] += line.letters
        if isHeadline { headlines[node] += 1 }
        node = tree.nodes[node].parent
      }
    }
    return (letters, headlines)
  }

  /// Both `lines` and `roots` are in document order, so that one pass over both does.
  private static func mark(_ lines: inout [HTMLLine], _ roots: [Int], _ tree: HTMLTree) {
    var inside = [Bool](repeating: false, count: tree.nodes.count)
    var end = 0
    for root in roots where root >= end {
      end = tree.nodes[root].end
      for node in root..<end { inside[node] = true }
    }
    for index in lines.indices where lines[index].furniture == nil && inside[lines[index].node] {
      lines[index].furniture = lines[index].node
    }
  }
}
