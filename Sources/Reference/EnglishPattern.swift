/// An English wording with places to be filled: `Governor of {place}`.
struct EnglishPattern: Hashable, Sendable {
  /// What a place of a pattern stands for.
  enum Slot: String, Hashable, Sendable {
    case title, deputy, body, place, full, adj, name, tail, ministry, subject
  }

  private enum Piece: Hashable, Sendable {
    case text(String)
    case slot(Slot)
  }

  private let pieces: [Piece]

  init(_ written: String) {
    var pieces: [Piece] = []
    let parts = written.utf8.split(
      separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let halves = part.split(
        separator: UInt8(ascii: "}"), maxSplits: 1, omittingEmptySubsequences: false
      ).map { String(Substring($0)) }
      if index > 0, halves.count == 2, let slot = Slot(rawValue: halves[0]) {
        pieces.append(.slot(slot))
        if !halves[1].isEmpty { pieces.append(.text(halves[1])) }
      } else if !part.isEmpty {
        pieces.append(.text(String(Substring(part))))
      }
    }
    self.pieces = pieces
  }

  /// The wording with every place filled; nil where one has nothing to stand there, so that no half
  /// name comes out.
  func filled(_ value: (Slot) -> String?) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .slot(let slot):
        guard let words = value(slot) else { return nil }
        text += words
      }
    }
    return text
  }
}
