/// Finds all of many phrases in a text in one pass (Aho-Corasick over byte classes).
struct PhraseFinder: Sendable {
  struct Match {
    /// The phrase's place in the list that the finder was made of.
    let phrase: Int
    let start: Int
    let end: Int
  }

  private let classes: [UInt8]
  private let width: Int
  private var next: [Int32]
  /// The phrase that ends in a state; -1 for none.
  private var ending: [Int32] = [-1]
  /// The longest proper suffix of a state that ends a phrase; 0 for none.
  private var shorter: [Int32] = [0]
  private let lengths: [Int]
  /// Further phrases of the same bytes.
  private var twin: [Int32]

  /// `ignoringCase`: of ASCII letters.
  init(_ phrases: [String], ignoringCase: Bool) {
    let keys = phrases.map { Array($0.utf8) }
    var classes = [UInt8](repeating: 0, count: 256)
    var count: UInt8 = 0
    for byte in Set(keys.joined()).sorted() where classes[Int(byte)] == 0 {
      count += 1
      classes[Int(byte)] = count
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      if ignoringCase, isLetter { classes[Int(byte ^ 0x20)] = count }
    }
    self.classes = classes
    width = Int(count) + 1
    next = [Int32](repeating: 0, count: width)
    lengths = keys.map(\.count)
    twin = [Int32](repeating: -1, count: keys.count)
    for (index, key) in keys.enumerated() { insert(key, index) }
    link()
  }

  private mutating func insert(_ key: [UInt8], _ phrase: Int) {
    var state = 0
    for byte in key {
      let slot = state * width + Int(classes[Int(byte)])
      if next[slot] == 0 {
        next[slot] = Int32(ending.count)
        ending.append(-1)
        shorter.append(0)
        next.append(contentsOf: repeatElement(0, count: width))
      }
      state = Int(next[slot])
    }
    twin[phrase] = ending[state]
    ending[state] = Int32(phrase)
  }

  private mutating func link() {
    var failure = [Int32](repeating: 0, count: ending.count)
    var queue: [Int] = []
    for c in 1..<max(width, 1) where next[c] != 0 { queue.append(Int(next[c])) }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      let fallback = Int(failure[state])
      shorter[state] = ending[fallback] >= 0 ? Int32(fallback) : shorter[fallback]
      for c in 1..<max(width, 1) {
        let slot = state * width + c
        if next[slot] != 0 {
          failure[Int(next[slot])] = next[fallback * width + c]
          queue.append(Int(next[slot]))
        } else {
          next[slot] = next[fallback * width + c]
        }
      }
    }
  }

  /// Whether any of the phrases stands in a text.
  func matches(in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      var state = 0
      for byte in text {
        let c = Int(classes[Int(byte)])
        state = c == 0 ? 0 : Int(next[state * width + c])
        if ending[state] >= 0 || shorter[state] != 0 { return true }
      }
      return false
    }
  }

  /// Calls `body` with every place where a phrase stands, in the order of their ends.
  func forEachMatch(in text: ArraySlice<UInt8>, _ body: (Match) -> Void) {
    var state = 0
    var index = text.startIndex
    while index < text.endIndex {
      let c = Int(classes[Int(text[index])])
      index += 1
      state = c == 0 ? 0 : Int(next[state * width + c])
      guard state != 0 else { continue }
      var found = ending[state] >= 0 ? state : Int(shorter[state])
      while found != 0 {
        var phrase = Int(ending[found])
        while phrase >= 0 {
          body(Match(phrase: phrase, start: index - lengths[phrase], end: index))
          phrase = Int(twin[phrase])
        }
        found = Int(shorter[found])
      }
    }
  }
}
