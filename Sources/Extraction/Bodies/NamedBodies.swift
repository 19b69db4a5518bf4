import Model
import Reference

/// Every body and place that an article names, in the order of the text, none within another.
struct NamedBodies {
  let all: [NamedBody]

  /// - Parameter subject: the place that the article is about.
  /// - Parameter states: those that the text names, where they are known already.
  init(
    _ passage: Passage, subject: Frame, published: PartialDate?, states: StatesNamed? = nil
  ) {
    var finder = NamedBodyFinder(passage, subject: subject, published: published, states: states)
    all = finder.found()
  }

  /// The bodies that lie whole in a stretch.
  func indices(in stretch: Range<Int>) -> Range<Int> {
    let start = first(from: stretch.lowerBound)
    var end = start
    while end < all.count, all[end].range.upperBound <= stretch.upperBound { end += 1 }
    return start..<end
  }

  /// The bodies that begin before a place of the text.
  func indices(before place: Int) -> Range<Int> { 0..<first(from: place) }

  /// So many bodies before a place are looked through for states: no article names more in a few
  /// paragraphs.
  private static let reach = 100

  /// Where states are named before a place, the nearest mentions.
  func states(before place: Int) -> [Int] {
    indices(before: place).suffix(Self.reach).filter { all[$0].kind == .state }
  }

  /// The one or two states named last before a place, each where it is named last, in their order.
  func lastStates(before place: Int) -> [Int] {
    var found: [Int] = []
    for index in states(before: place).reversed() where found.count < 2 {
      if !found.contains(where: { all[$0].body == all[index].body }) { found.append(index) }
    }
    return found.reversed()
  }

  /// The first body that begins at a place or behind it.
  private func first(from place: Int) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
