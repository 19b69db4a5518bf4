import Model
import Testing

@testable import Extraction

@Suite struct NamesakeTests {
  /// What tells the persons of each mention apart, in the order of the text.
  private static func homonyms(_ text: String) throws -> [String?] {
    try Reader.mentions(text).filter { $0.personName == "李卫明" }.map(\.homonym)
  }

  @Test func `a list that names an office and a calling of one name names two persons`() throws {
    let text = "江西省南昌市副市长李卫明、赣州市民警李卫明到会。李卫明说，好。"
    #expect(try Self.homonyms(text) == ["南昌市人民政府副市长", nil, nil])
  }

  @Test func `a namesake is told from the one named before`() throws {
    let text = "江西省南昌市副市长李卫明会见了同名的律师李卫明。副市长李卫明说，好。"
    #expect(try Self.homonyms(text) == ["南昌市人民政府副市长", nil, "南昌市人民政府副市长"])
  }

  @Test func `sexes in brackets tell two of one name apart`() throws {
    let text = "死者为李卫明（男，30岁）和李卫明（女，28岁）。"
    #expect(try Self.homonyms(text) == ["男", "女"])
  }

  /// Texts about one person.
  static let single: [String] = [
    "江西省南昌市副市长李卫明到会。曾任赣州市市长的李卫明说，好。",
    "江西省南昌市副市长李卫明到会，另一名副市长李卫明没有提到。",
    "江西省南昌市副市长李卫明、市长周志远到会。李卫明、周志远发言。",
  ]

  @Test(arguments: single)
  func `offices that differ make no second person`(text: String) throws {
    #expect(try Self.homonyms(text).allSatisfy { $0 == nil })
  }
}
