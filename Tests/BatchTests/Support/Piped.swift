import Glibc

@testable import Storage

/// The program with pipes for streams, as an engine starts it: no environment, and whoever writes
/// its input is who reads its output.
struct Piped {
  let process: pid_t
  private let input: Int32
  private let output: Int32

  init(_ arguments: [String]) throws {
    let path = try Binary.program()
    let scratch = try Folder()
    let read = try Self.pipe(scratch.path + "/in")
    let write = try Self.pipe(scratch.path + "/out")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, read.0, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, write.1, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    let code = posix_spawn(&process, path, &actions, nil, &words, &nothing)
    close(read.0)
    close(write.1)
    guard code == 0 else { throw Binary.CannotRun(reason: "posix_spawn gives \(code)") }
    self.process = process
    input = read.1
    output = write.0
  }

  /// Neither end goes to programs started meanwhile, as ends that `pipe` gives may.
  private static func pipe(_ path: String) throws -> (Int32, Int32) {
    guard mkfifo(path, 0o600) == 0 else { throw Binary.CannotRun(reason: "no pipe") }
    let read = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let write = open(path, O_WRONLY | O_CLOEXEC)
    guard read >= 0, write >= 0, fcntl(read, F_SETFL, 0) == 0 else {
      throw Binary.CannotRun(reason: "the pipe cannot be opened")
    }
    return (read, write)
  }

  /// Writes all of it before it does anything else; false where the program reads no more.
  @discardableResult
  func write(_ bytes: [UInt8]) throws -> Bool {
    let stream = StandardOutput(descriptor: input)
    try stream.write(bytes)
    return try stream.flush()
  }

  func closeInput() { close(input) }

  func closeOutput() { close(output) }

  /// All that the program writes until it closes its output.
  func read() -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(output, &piece, piece.count)
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
    }
  }

  /// The number that it ends with; 128 and more for a signal.
  func wait() -> Int32 {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
