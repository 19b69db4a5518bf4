import CLibxml2
import Glibc

/// What a page may cost before it is refused or cut. Real pages stay far below all of these:
/// the deepest of 64 news pages has 28 levels.
struct MarkupLimits: Sendable {
  /// Markup past this is left out, scripts, comments and what else nobody reads not counted.
  var bytes = 32 << 20
  /// Readable text past this is left out.
  var text = 4 << 20
  /// libxml2 needs quadratic time for unmatched end tags below deep nesting.
  var depth = 2_000
  var elements = 1_000_000
  /// libxml2 needs quadratic time for the attributes of one tag (50,000 take 5 s).
  var attributes = 1_000
  /// Faults of the markup after which the rest is left out: each costs libxml2 a message.
  var errors = 300_000
}

/// Why a page was refused.
enum MarkupFault: Error {
  case tooDeep(Int)
  case tooManyAttributes(Int)
  case tooManyElements(Int)
  case parserFailed
}

/// libxml2's HTML parser, the only door to it: bytes in, a `PageTree` of Swift values out.
///
/// The parser's events fill the tree directly, without libxml2's own (two thirds of the time);
/// no C pointer is kept past the call.
enum HTMLTree {
  /// Reads valid UTF-8 without NUL; what the page declares as its encoding is ignored, since
  /// libxml2 drops the rest of a page at the first byte that its converter refuses.
  static func parse(
    _ page: [UInt8], limits: MarkupLimits = MarkupLimits()
  ) throws(MarkupFault) -> PageTree {
    let sieved = SievedPage(page, most: limits.bytes)
    let most = sieved.mostAttributes
    guard most <= limits.attributes else { throw .tooManyAttributes(most) }
    parserIsReady
    guard let context = htmlNewParserCtxt() else { throw .parserFailed }
    defer { htmlFreeParserCtxt(context) }
    let builder = UnsafeMutablePointer<TreeBuilder>.allocate(capacity: 1)
    builder.initialize(
      to: TreeBuilder(limits: limits, context: context, page: page, sieved: sieved))
    defer {
      builder.deinitialize(count: 1)
      builder.deallocate()
    }
    install(in: context, builder)
    sieved.markup.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      htmlCtxtReadMemory(context, start, Int32(raw.count), nil, "UTF-8", options)
    }
    if let fault = builder.pointee.fault { throw fault }
    builder.pointee.finish(truncated: sieved.isCut)
    return builder.pointee.tree
  }

  private static let parserIsReady: Void = xmlInitParser()

  /// HUGE: without it nesting over 256 or a text over 10 MB silently loses the rest.
  private static let options =
    Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        | HTML_PARSE_COMPACT.rawValue) | Int32(XML_PARSE_HUGE.rawValue)

  private static func install(
    in context: htmlParserCtxtPtr, _ builder: UnsafeMutablePointer<TreeBuilder>
  ) {
    guard let sax = context.pointee.sax else { return }
    sax.pointee = xmlSAXHandler()
    // libxml2 ignores `serror` without the magic number, and prints to standard error instead.
    sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    sax.pointee.serror = { raw, _ in target(raw)?.pointee.countError() }
    sax.pointee.startElement = { target($0)?.pointee.open($1, $2) }
    sax.pointee.endElement = { raw, _ in target(raw)?.pointee.close() }
    sax.pointee.characters = { target($0)?.pointee.add(text: $1, $2) }
    sax.pointee.ignorableWhitespace = { target($0)?.pointee.add(text: $1, $2) }
    context.pointee.userData = UnsafeMutableRawPointer(builder)
  }
}

private func target(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
  raw?.assumingMemoryBound(to: TreeBuilder.self)
}

/// Takes the parser's events and lays the tree down.
private struct TreeBuilder {
  var tree = PageTree()
  var fault: MarkupFault?
  private let limits: MarkupLimits
  private let context: htmlParserCtxtPtr
  private var open: [Int32] = []
  private var tags = NameCache<Tag>()
  private var names = NameCache<AttributeName>()
  private var readable = 0
  private var errors = 0
  private let page: [UInt8]
  private let scripts: [SievedPage.Script]
  /// The first script that the parser has not come to.
  private var nextScript = 0

  init(limits: MarkupLimits, context: htmlParserCtxtPtr, page: [UInt8], sieved: SievedPage) {
    self.limits = limits
    self.context = context
    self.page = page
    scripts = sieved.scripts
    let size = sieved.markup.count
    tree.bytes.reserveCapacity(size + scripts.reduce(0) { $0 + $1.text.count })
    tree.nodes.reserveCapacity(size / 24)
    tree.attributes.reserveCapacity(size / 96)
    for comment in sieved.comments { tree.comments.append(add(bytes: page[comment])) }
  }

  mutating func open(
    _ name: UnsafePointer<xmlChar>?,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard fault == nil, let name else { return }
    let tag = tags[name, make: { Tag(name: $0) }] ?? .other
    let first = Int32(tree.attributes.count)
    if let values { add(attributes: values) }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      PageTree.Node(
        tag: tag, parent: open.last ?? -1, end: index + 1,
        range: first..<Int32(tree.attributes.count)))
    open.append(index)
    if tag == .script { addScript(of: Int(index)) }
    if open.count > limits.depth { stop(.tooDeep(open.count)) }
    if tree.nodes.count > limits.elements * 2 { stop(.tooManyElements(tree.nodes.count)) }
  }

  mutating func close() {
    guard let index = open.popLast() else { return }
    tree.nodes[Int(index)].end = Int32(tree.nodes.count)
  }

  mutating func add(text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text, fault == nil, let parent = open.last else { return }
    guard readable < limits.text else { return cut() }
    readable += Int(count)
    let start = Int32(tree.bytes.count)
    tree.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
    let end = Int32(tree.bytes.count)
    // The parser hands long texts over in pieces.
    if let last = tree.nodes.indices.last, tree.nodes[last].tag == nil,
      tree.nodes[last].range.upperBound == start, tree.nodes[last].parent == parent
    {
      tree.nodes[last].range = tree.nodes[last].range.lowerBound..<end
    } else {
      let index = Int32(tree.nodes.count)
      tree.nodes.append(
        PageTree.Node(tag: nil, parent: parent, end: index + 1, range: start..<end))
    }
  }

  /// Adds what the sieve kept of a script whose start tag ends where the parser stands.
  private mutating func addScript(of node: Int) {
    guard let input = context.pointee.input else { return }
    let place = Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    while nextScript < scripts.count, scripts[nextScript].place < place { nextScript += 1 }
    guard nextScript < scripts.count, scripts[nextScript].place == place else { return }
    let type = String(decoding: tree.value(of: .type, at: node) ?? [], as: UTF8.self)
    let id = String(decoding: tree.value(of: .id, at: node) ?? [], as: UTF8.self)
    let text = add(bytes: page[scripts[nextScript].text])
    tree.scripts.append(PageTree.Script(type: type, id: id, text: text))
  }

  private mutating func add(bytes: some Collection<UInt8>) -> Range<Int32> {
    let start = Int32(tree.bytes.count)
    tree.bytes.append(contentsOf: bytes)
    return start..<Int32(tree.bytes.count)
  }

  mutating func finish(truncated: Bool) {
    while !open.isEmpty { close() }
    tree.isTruncated = tree.isTruncated || truncated
  }

  private mutating func add(
    attributes values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  ) {
    var slot = 0
    while let name = values[slot] {
      if let kept = names[name, make: { AttributeName(rawValue: $0) }] {
        let value = values[slot + 1]
        let count = value.map { strlen(UnsafePointer<CChar>(OpaquePointer($0))) } ?? 0
        let range = add(bytes: UnsafeBufferPointer(start: value, count: count))
        tree.attributes.append(PageTree.Attribute(name: kept, value: range))
      }
      slot += 2
    }
  }

  mutating func countError() {
    errors += 1
    if errors == limits.errors { cut() }
  }

  /// Leaves out the rest of the page.
  private mutating func cut() {
    tree.isTruncated = true
    xmlStopParser(context)
  }

  private mutating func stop(_ fault: MarkupFault) {
    self.fault = fault
    xmlStopParser(context)
  }
}

/// What a name of the parser means, looked up once for each name of a page: the parser gives the
/// same pointer for the same name.
private struct NameCache<Meaning> {
  private var keys = [UnsafePointer<xmlChar>?](repeating: nil, count: 256)
  private var meanings = [Meaning?](repeating: nil, count: 256)

  subscript(
    name: UnsafePointer<xmlChar>, make make: (String) -> Meaning?
  ) -> Meaning? {
    mutating get {
      let slot = Int((UInt(bitPattern: name) &* 0x9E37_79B9_7F4A_7C15) >> 56)
      if keys[slot] == name { return meanings[slot] }
      keys[slot] = name
      meanings[slot] = make(String(cString: name))
      return meanings[slot]
    }
  }
}
