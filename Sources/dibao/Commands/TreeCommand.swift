import ArgumentParser
import Batch
import Model

struct TreeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Print the hierarchy below a place or a body.",
    discussion: """
      Below a place stand its bodies and the places in it, with codes and ranks; from depth 2 on \
      the departments of the bodies as well, by the pattern of their level. Below a national body \
      stand the bodies that are under it on the day.

      Examples:
        dibao tree 吉林省
        dibao tree 长春市 --depth 2
        dibao tree 国务院 --on 2017
        dibao tree 北京市昌平区 --json
        dibao tree 220100                 by its code
      """)

  @Argument(
    help: ArgumentHelp("A place or a body, by name or by code.", valueName: "place|body"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "The day that the tree is of: 2024, 2024-12 or 2024-12-13. Left out: today's.",
      valueName: "date"))
  var on: PartialDate?

  @Option(help: ArgumentHelp("How many levels to print, 1 to 5.", valueName: "number"))
  var depth = 1

  @Flag(help: "Write one JSON object, each level in `children`.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    guard (1...5).contains(depth) else { throw ValidationError("--depth must be from 1 to 5.") }
  }

  func run() async throws {
    let session = Session.begin()
    let code = await session.run(talk.reporter(session)) { () throws(Failure) in
      let tree = HierarchyTree(on: on, depth: depth)
      try tree.write(name, to: session.console, asJSON: json)
      return .done
    }
    try code.end()
  }
}
