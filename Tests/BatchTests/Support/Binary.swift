import Glibc

/// Runs the program as a user would: the binary that was built beside these tests, or the one that
/// the variable `DIBAO_BINARY` names, from the top of the file system.
struct Binary {
  struct Result: Sendable {
    var code: Int32
    var output: String
    var words: String

    /// The last line of standard error.
    var lastWords: String { words.split(separator: "\n").last.map(String.init) ?? "" }
  }

  struct CannotRun: Error {
    let reason: String
  }

  /// The working folder.
  var folder: String
  /// All that the program sees of the environment.
  var environment: [String: String] = ["PATH": "/usr/bin:/bin"]
  /// A shell command that stands before the program, such as `ulimit -f 8;`.
  var shell = ""
  /// Where the shell sends standard output, such as `>/dev/full`; left out: into the result.
  var output: String?

  private static let path: String? = getenv("DIBAO_BINARY").map { String(cString: $0) } ?? beside

  /// The folder of the running test bundle holds the program too.
  private static let beside: String? = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    let bundle = String(
      decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = bundle.lastIndex(of: "/") else { return nil }
    return bundle[..<slash] + "/dibao"
  }()

  static func program() throws -> String {
    guard let path else { throw CannotRun(reason: "no path of the test bundle") }
    return path
  }

  func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> Result {
    let running = try start(arguments, input: input)
    return try running.wait()
  }

  /// Starts the program and does not wait for its end.
  func start(_ arguments: [String], input: String = "") throws -> Running {
    let path = try Self.program()
    let scratch = try Folder()
    try scratch.write("input", input)
    try scratch.write("output", "")
    let quoted = ([path] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let command =
      "cd '\(folder)'; \(shell) exec \(quoted.joined(separator: " "))"
      + " <'\(scratch.path)/input' 2>'\(scratch.path)/words' \(output ?? ">'\(scratch.path)/output'")"
    return Running(process: try Self.spawn(command, environment), scratch: scratch)
  }

  private static func spawn(_ command: String, _ environment: [String: String]) throws -> pid_t {
    var process: pid_t = 0
    let code = withCStrings(["/bin/sh", "-c", command]) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { variables in
        posix_spawn(&process, "/bin/sh", nil, nil, arguments, variables)
      }
    }
    guard code == 0 else { throw CannotRun(reason: "posix_spawn gives \(code)") }
    return process
  }

  private static func withCStrings<Value>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}

/// A program that was started.
struct Running {
  let process: pid_t
  let scratch: Folder

  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits until standard output holds the text; false if the program ended before.
  func waits(for text: String) throws -> Bool {
    try waits { try scratch.read("output").contains(text) }
  }

  /// Waits until something is so; false if the program has ended and it is not.
  func waits(until isSo: () throws -> Bool) throws -> Bool {
    while try !isSo() {
      guard isRunning else { return try isSo() }
      sched_yield()
    }
    return true
  }

  private var isRunning: Bool {
    var end = siginfo_t()
    return waitid(P_PID, id_t(process), &end, WEXITED | WNOHANG | WNOWAIT) == 0
      && end.si_signo == 0
  }

  func wait() throws -> Binary.Result {
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else {
      throw Binary.CannotRun(reason: "the process is gone")
    }
    let signal = status & 0x7F
    return Binary.Result(
      code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: try scratch.read("output"), words: try scratch.read("words"))
  }
}
