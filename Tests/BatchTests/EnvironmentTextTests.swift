import Testing

@testable import Batch

@Suite struct EnvironmentTextTests {
  private let environment = Environment(["HOME": "/home/li", "EMPTY": "", "TWO": "a\nb"])

  @Test func `a variable is filled in wherever it stands`() throws {
    let filled = try EnvironmentText("${env:HOME}/in/${env:EMPTY}x$y", in: environment)
    #expect(filled.text == "/home/li/in/x$y")
    #expect(filled.names == ["HOME", "EMPTY"])
  }

  @Test(arguments: [
    ("${env:NONE}", EnvironmentText.Problem.unset("NONE")),
    ("${env:TWO}", .newline("TWO")),
    ("a${HOME}", .malformed("${HOME}")),
    ("${env:HOME", .malformed("${env:HOME")),
    ("${env:}", .malformed("${env:}")),
    ("${env:A B}", .malformed("${env:A B}")),
  ])
  func `what cannot be filled in is refused`(
    _ written: String, _ problem: EnvironmentText.Problem
  ) {
    #expect(throws: problem) { try EnvironmentText(written, in: environment) }
  }
}
