import Reference

/// A verb by which somebody moves, and what it asks for.
struct MoveWord: CodedWord {
  enum Need: String, Sendable {
    /// A post behind it in its clause.
    case post
    /// A word for serving somewhere.
    case service
    /// Somebody who is followed.
    case person
    case nothing
  }

  let codes: [UInt32]
  let asks: Need
  let leaves: Bool

  /// - Parameter word: with what it asks for, and `leaves` where it leaves an office.
  init?(_ word: TellingWord) {
    let parts = word.value.split(separator: " ").map(String.init)
    guard parts.count == 1 || parts.count == 2 && parts[1] == "leaves",
      let asks = Need(rawValue: parts[0])
    else { return nil }
    codes = word.form.unicodeScalars.map(\.value)
    self.asks = asks
    leaves = parts.count == 2
  }
}

/// The verbs by which somebody moves from one office or body to another.
final class MoveWords: Sendable {
  private let verbs: WordTable<MoveWord>
  /// Letters before 任 that make it a part of another word.
  private let parts: [[UInt32]]
  let services: [[UInt32]]
  let unsure: [[UInt32]]
  let successions: [[UInt32]]

  init(_ source: inout WordSource) {
    verbs = WordTable(source.read("move.verbs") { MoveWord($0) })
    parts = source.codes("move.parts")
    services = source.codes("move.services")
    unsure = source.codes("move.unsure")
    successions = source.codes("move.successions")
  }

  func word(at place: Int, in passage: Passage) -> MoveWord? {
    guard let word = verbs.word(at: place, in: passage) else { return nil }
    // 责任, 转型: a letter of another word.
    if word.codes.count == 1, !isVerb(at: place, in: passage) { return nil }
    return word
  }

  private func isVerb(at place: Int, in passage: Passage) -> Bool {
    passage.begins(.holder, at: place) && passage.start(of: parts, before: place) == nil
      && !passage.beginsLong(.word, at: place)
  }
}
