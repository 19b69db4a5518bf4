/// Finds the element that holds the article, by where the running text is.
///
/// Each line of running text (long, punctuated, few links, not inside furniture) gives its weight
/// to the elements around it, less with distance; the heaviest element is the container. It then
/// grows upwards for as long as what it gains is nearly all running text, so that a body in
/// several boxes stays whole.
struct ArticleFinder {
  /// What the names of elements may decide.
  enum Trust {
    /// Furniture is what its names say.
    case names
    /// Names decide nothing: for pages whose every element is called `share`.
    case nothing
  }

  private let tree: PageTree
  private let lines: [PageLine]
  private let trust: Trust
  /// Running sums over the lines: weight of running text; of all text outside furniture.
  private var running: [Int] = [0]
  private var all: [Int] = [0]
  private var links: [Int] = [0]

  init(tree: PageTree, lines: [PageLine], trust: Trust) {
    self.tree = tree
    self.lines = lines
    self.trust = trust
    var isThread = false
    for line in lines {
      let isFurniture = isFurniture(line)
      isThread = isThread || running[running.count - 1] > 0 && Self.opensThread(line)
      let value = isRunning(line) ? value(line) : 0
      // What readers write is running text, too, and often more of it than the article.
      running.append(running[running.count - 1] + (isThread ? value / 8 : value))
      all.append(all[all.count - 1] + (isFurniture ? 0 : Int(line.weight)))
      links.append(links[links.count - 1] + (isFurniture ? 0 : Int(line.linkWeight)))
    }
  }

  /// The article's element and the lines inside it; nil for a page without running text.
  func find() -> (node: Int, lines: Range<Int>)? {
    let scores = scores()
    guard var best = scores.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
      return nil
    }
    best = grown(best)
    return (best, lineRange(of: best))
  }

  func isFurniture(_ line: PageLine) -> Bool {
    trust == .names && !line.names.isDisjoint(with: ElementNames.noise)
  }

  /// A line of running text.
  func isRunning(_ line: PageLine) -> Bool {
    guard !isFurniture(line), line.linkShare < 0.4 else { return false }
    let own = line.weight - line.linkWeight
    if own >= 100, line.measure.punctuation > 0 { return true }
    return own >= 300 || own >= 32 && Sentence.isEnded(line.text)
  }

  private static func opensThread(_ line: PageLine) -> Bool {
    line.weight <= 64 && line.linkShare < 0.5 && LinePattern.comments.fits(FoldedLine(line.text))
  }

  private func value(_ line: PageLine) -> Int {
    let own = Int(line.weight - line.linkWeight)
    let value = line.measure.punctuation > 0 ? own : own / 2
    return Self.weak.contains(line.tag) ? value * 2 / 3 : value
  }

  /// Text in these is as often a list or a table as an article.
  private static let weak: TagSet = [.li, .dd, .td, .th]

  private func scores() -> [Int: Double] {
    var scores: [Int: Double] = [:]
    for (index, line) in lines.enumerated() where running[index + 1] > running[index] {
      let value = Double(running[index + 1] - running[index])
      var node = Int(line.node)
      if line.tag.isLeafBlock { node = Int(tree.nodes[node].parent) }
      var share = 1.0
      while node >= 0, share > 0.02 {
        if tree.nodes[node].tag?.isBlock ?? false {
          scores[node, default: 0] += value * share
          share *= 0.6
        }
        node = Int(tree.nodes[node].parent)
      }
    }
    for (node, score) in scores { scores[node] = score * bonus(node) }
    return scores
  }

  private func bonus(_ node: Int) -> Double {
    let range = lineRange(of: node)
    let total = all[range.upperBound] - all[range.lowerBound]
    let linked = links[range.upperBound] - links[range.lowerBound]
    var bonus = total == 0 ? 1 : 1 - Double(linked) / Double(total)
    guard trust == .names, let tag = tree.nodes[node].tag else { return bonus }
    let names = ElementNames.read(tree, node, tag)
    if names.contains(.declaredBody) { bonus *= 3 }
    if names.contains(.body) { bonus *= 1.3 }
    return bonus
  }

  /// The container, or the element above it that adds running text and little else.
  private func grown(_ start: Int) -> Int {
    var best = start
    var node = Int(tree.nodes[start].parent)
    // What is called a body gains less easily than what only looks like one.
    let names = tree.nodes[start].tag.map { ElementNames.read(tree, start, $0) } ?? []
    let least = names.isDisjoint(with: [.body, .declaredBody]) ? 0.1 : 0.4
    while node >= 0, tree.nodes[node].tag != .html {
      let inner = lineRange(of: best)
      let outer = lineRange(of: node)
      let gained = sum(running, outer) - sum(running, inner)
      let added = sum(all, outer) - sum(all, inner)
      if Double(gained) >= least * Double(sum(running, inner)),
        Double(gained) >= 0.75 * Double(added)
      {
        best = node
      }
      node = Int(tree.nodes[node].parent)
    }
    return best
  }

  private func sum(_ sums: [Int], _ range: Range<Int>) -> Int {
    sums[range.upperBound] - sums[range.lowerBound]
  }

  /// The lines inside an element.
  private func lineRange(of node: Int) -> Range<Int> {
    firstLine(at: Int32(node))..<firstLine(at: tree.nodes[node].end)
  }

  private func firstLine(at place: Int32) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
