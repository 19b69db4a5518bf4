import Model
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["2024", "1000", "2024-02", "2024-02-29", "9999-12-31"])
  func `a date is read as it is written`(_ text: String) {
    #expect(PartialDate(iso: text)?.iso == text)
  }

  @Test func `a date of fewer digits is written with all of them`() {
    #expect(PartialDate(iso: "2024-3-5")?.iso == "2024-03-05")
  }

  @Test(
    arguments: [
      "", "-", "24", "02024", "2024-", "-2024", "2024-13", "2024-00", "2023-02-29", "2024-02-30",
      "2024-02-03-04", "2024--03", "+2024", "2024-+2", " 2024", "2024年", "２０２４", "2024-02-03T00",
    ])
  func `what is no date is none`(_ text: String) {
    #expect(PartialDate(iso: text) == nil)
  }
}
