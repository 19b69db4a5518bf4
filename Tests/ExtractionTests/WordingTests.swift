import Model
import Reference
import Testing

@testable import Extraction

@Suite struct WordingTests {
  let almanac = Almanac.shared
  let wordings = Wordings(Almanac.shared.tellings)

  @Test func `the table has the lists that the code asks for, and no other`() {
    let (asked, known) = (wordings.source.asked, almanac.tellings.names)
    #expect(asked.subtracting(known).sorted() == [], "the code asks for what the table lacks")
    #expect(known.subtracting(asked).sorted() == [], "the table has what nobody asks for")
  }

  @Test func `every value says something that the code knows`() {
    #expect(wordings.source.unread.map { "\($0.form) \($0.value)" } == [])
  }

  @Test func `only the words of lists with values have one`() {
    let valued = wordings.source.valued
    for list in almanac.tellings.names.sorted() {
      let bare = almanac.tellings[list].filter { $0.value.isEmpty == valued.contains(list) }
      #expect(bare.map(\.form) == [], "\(list)")
    }
  }

  @Test func `a list has each word once`() {
    for list in almanac.tellings.names.sorted() {
      let forms = almanac.tellings[list].map(\.form)
      let twice = Dictionary(grouping: forms) { $0 }.filter { $0.value.count > 1 }.keys
      #expect(twice.sorted() == [], "\(list)")
      #expect(!forms.contains(""), "\(list)")
    }
  }

  static let strange = [
    "", "meeting sides", "meeting sides event.none", "meeting nowhere event.meeting",
    "feast sides event.meeting", "meeting sides event.meeting twice",
  ]

  @Test(arguments: strange)
  func `a trigger whose value says nothing known is none`(_ value: String) {
    #expect(EventTrigger(TellingWord(form: "会谈", value: value)) == nil)
  }

  static let governors: [(value: String, isRead: Bool)] = [
    ("scene", true), ("post", true), ("scene barred 存旨", true), ("scene needed 日", true),
    ("host", false), ("scene barred", false), ("scene wanted 日", false), ("", false),
  ]

  @Test(arguments: governors)
  func `a word before places says what it makes of them`(_ value: String, _ isRead: Bool) {
    #expect((PlaceGovernor(TellingWord(form: "在", value: value)) != nil) == isRead)
  }

  @Test func `a word with its value is read whole`() throws {
    let trigger = try #require(
      EventTrigger(TellingWord(form: "病逝", value: "other death event.death")))
    #expect(trigger.frame == .act(.death))
    #expect(trigger.rule == .death)
    let fate = try #require(
      FateWord(TellingWord(form: "退休", value: "removal event.departure dated")))
    #expect(fate.need == .dated && fate.kind == .removal)
    let move = try #require(MoveWord(TellingWord(form: "辞去", value: "post leaves")))
    #expect(move.leaves && move.asks == .post)
  }
}
