import CLibxml2

/// Why a page is not parsed: it would cost more than any real page does.
enum HTMLFailure: Error, Equatable {
  case tooLarge(Int)
  case tooDeep(Int)
  case tooManyAttributes(Int)
  case parser
}

/// A parsed page: a flat array of nodes in document order, and one buffer of text.
///
/// The only door to libxml2. The parser hears valid UTF-8 alone, calls back once a tag, and
/// leaves no pointer behind; the tree is walked by index, never by recursion.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    var tag: HTMLTag
    var parent: Int
    /// One past the last descendant.
    var end: Int
    /// In `text`: the words of a text node, or the body of a comment.
    var text: Range<Int>
    /// In `attributes`.
    var attributes: Range<Int>
  }

  struct Attribute: Sendable {
    var name: String
    var value: String
  }

  static let maxBytes = 16 << 20
  static let maxDepth = 2_000
  static let maxAttributes = 1_000

  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  private(set) var attributes: [Attribute] = []

  /// `utf8` must be valid UTF-8 without NUL.
  init(parsing utf8: [UInt8]) throws(HTMLFailure) {
    guard utf8.count <= Self.maxBytes else { throw .tooLarge(utf8.count) }
    let most = HTMLScan.mostAttributes(utf8)
    guard most <= Self.maxAttributes else { throw .tooManyAttributes(most) }
    _ = Self.library
    let builder = HTMLBuilder()
    guard Self.parse(utf8, into: builder) else { throw .parser }
    guard !builder.isTooDeep else { throw .tooDeep(Self.maxDepth) }
    builder.close()
    (nodes, text, attributes) = (builder.nodes, builder.text, builder.attributes)
  }

  private static let library: Void = xmlInitParser()

  private static func parse(_ utf8: [UInt8], into builder: HTMLBuilder) -> Bool {
    guard let context = htmlNewParserCtxt() else { return false }
    defer { htmlFreeParserCtxt(context) }
    guard let sax = context.pointee.sax else { return false }
    sax.pointee = handlers
    context.pointee._private = Unmanaged.passUnretained(builder).toOpaque()
    let options =
      Int32(
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
          | HTML_PARSE_IGNORE_ENC.rawValue) | Int32(XML_PARSE_HUGE.rawValue)
    utf8.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        let document = htmlCtxtReadMemory(
          context, characters.baseAddress, Int32(characters.count), nil, "UTF-8", options)
        if let document { xmlFreeDoc(document) }
      }
    }
    return true
  }

  private static var handlers: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    // Named, so that libxml2 prints nothing: broken markup is the normal case.
    sax.serror = { _, _ in }
    sax.startElement = { context, name, attributes in
      guard let name, let builder = HTMLTree.builder(context) else { return }
      builder.open(String(cString: name), attributes)
      if builder.isTooDeep { xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self)) }
    }
    sax.endElement = { context, name in
      guard let name else { return }
      HTMLTree.builder(context)?.close(String(cString: name))
    }
    let characters: charactersSAXFunc = { context, bytes, count in
      HTMLTree.builder(context)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    sax.characters = characters
    sax.ignorableWhitespace = characters
    sax.cdataBlock = characters
    sax.comment = { context, bytes in
      guard let bytes else { return }
      HTMLTree.builder(context)?.comment(String(cString: bytes))
    }
    return sax
  }

  private static func builder(_ context: UnsafeMutableRawPointer?) -> HTMLBuilder? {
    let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self)
    guard let box = parser?.pointee._private else { return nil }
    return Unmanaged<HTMLBuilder>.fromOpaque(box).takeUnretainedValue()
  }
}

/// Collects what the parser says into a flat tree.
private final class HTMLBuilder {
  var nodes: [HTMLTree.Node] = []
  var text: [UInt8] = []
  var attributes: [HTMLTree.Attribute] = []
  var isTooDeep = false
  private var stack: [(name: String, index: Int)] = []

  func open(
    _ name: String, _ written: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let first = attributes.count
    var next = written
    while let current = next, let key = current[0] {
      let value = current[1].map { String(cString: $0) } ?? ""
      attributes.append(HTMLTree.Attribute(name: String(cString: key), value: value))
      next = current + 2
    }
    let tag = HTMLTag(name: name)
    let index = append(tag, attributes: first..<attributes.count)
    stack.append((name, index))
    if stack.count > HTMLTree.maxDepth { isTooDeep = true }
  }

  func close(_ name: String) {
    guard let position = stack.lastIndex(where: { $0.name == name }) else { return }
    for entry in stack[position...] { nodes[entry.index].end = nodes.count }
    stack.removeSubrange(position...)
  }

  /// Ends what the page left open.
  func close() {
    for entry in stack { nodes[entry.index].end = nodes.count }
    stack.removeAll()
  }

  func add(_ bytes: UnsafeBufferPointer<xmlChar>) {
    let start = text.count
    text.append(contentsOf: bytes)
    if let last = nodes.last, last.tag == .text, last.text.upperBound == start,
      last.parent == (stack.last?.index ?? -1)
    {
      nodes[nodes.count - 1].text = last.text.lowerBound..<text.count
    } else {
      append(.text, text: start..<text.count)
    }
  }

  func comment(_ body: String) {
    let start = text.count
    text.append(contentsOf: body.utf8)
    append(.comment, text: start..<text.count)
  }

  @discardableResult
  private func append(
    _ tag: HTMLTag, text: Range<Int> = 0..<0, attributes: Range<Int> = 0..<0
  ) -> Int {
    nodes.append(
      HTMLTree.Node(
        tag: tag, parent: stack.last?.index ?? -1, end: nodes.count + 1, text: text,
        attributes: attributes))
    return nodes.count - 1
  }
}

/// Looks at a page before the parser does, for what the parser handles badly.
enum HTMLScan {
  /// The largest number of words in one tag: attributes cost the parser the square of it.
  static func mostAttributes(_ utf8: [UInt8]) -> Int {
    var most = 0
    var index = 0
    while index + 1 < utf8.count {
      guard utf8[index] == 0x3C, utf8[index + 1] | 0x20 >= 0x61, utf8[index + 1] | 0x20 <= 0x7A
      else {
        index += 1
        continue
      }
      most = max(most, words(utf8, from: &index))
    }
    return most
  }

  /// Words outside quotes up to `>`; leaves `index` behind the tag.
  private static func words(_ utf8: [UInt8], from index: inout Int) -> Int {
    var count = 0
    var wasSpace = false
    index += 1
    while index < utf8.count {
      let byte = utf8[index]
      if byte == 0x3E { break }
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x2F
      if wasSpace && !isSpace { count += 1 }
      wasSpace = isSpace
      if byte == 0x22 || byte == 0x27 { skipQuote(utf8, &index, byte) }
      index += 1
    }
    return count
  }

  /// To the closing quote, where there is one before the next tag would begin.
  private static func skipQuote(_ utf8: [UInt8], _ index: inout Int, _ quote: UInt8) {
    var end = index + 1
    while end < utf8.count, utf8[end] != quote {
      if utf8[end] == 0x3E, end + 1 < utf8.count, utf8[end + 1] == 0x0A { return }
      end += 1
    }
    if end < utf8.count { index = end }
  }
}
