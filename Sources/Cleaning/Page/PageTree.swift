/// A page's markup as flat arrays: nodes in reading order, each knowing where its subtree ends.
///
/// A subtree is a range of indices, so that every walk is a loop and depth costs nothing.
struct PageTree: Sendable {
  struct Node: Sendable {
    /// Nil for a text node.
    var tag: Tag?
    var parent: Int32
    /// One past the last node of the subtree.
    var end: Int32
    /// A text node: its bytes. An element: its attributes.
    var range: Range<Int32>
  }

  struct Attribute: Sendable {
    let name: AttributeName
    let value: Range<Int32>
  }

  /// A script, which is data to some pages.
  struct Script: Sendable {
    /// Its `type` and `id`, where it has them.
    let type: String
    let id: String
    let text: Range<Int32>
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// What texts, values and scripts point into: valid UTF-8.
  var bytes: [UInt8] = []
  var scripts: [Script] = []
  /// The comments at the page's head that hold an address.
  var comments: [Range<Int32>] = []
  /// Text past the limit was left out.
  var isTruncated = false

  func text(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    bytes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The value of an element's attribute; nil where it has none.
  func value(of name: AttributeName, at node: Int) -> ArraySlice<UInt8>? {
    for index in nodes[node].range where attributes[Int(index)].name == name {
      return text(attributes[Int(index)].value)
    }
    return nil
  }

  /// All text below an element, white space collapsed.
  func text(below node: Int) -> [UInt8] {
    var line = LineText()
    for index in node..<Int(nodes[node].end) where nodes[index].tag == nil {
      line.append(text(nodes[index].range))
    }
    return line.bytes
  }
}
