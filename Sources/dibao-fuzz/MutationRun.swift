#if !FUZZ
  import Batch
  import Glibc
  import Storage

  /// Tries mutations of files, one after the other, and counts what became of them. One that takes
  /// too long ends the process, as a crash does; the last seed on standard error is the one.
  @main struct MutationRun {
    private let door: Door
    private let mutation: Mutation
    private let name: String
    private let seeds: Range<Int>

    private static let longestSeconds: UInt32 = 10
    private static let usage = "usage: dibao-fuzz KIND SEED COUNT FOLDER FILE..."

    static func main() throws {
      let arguments = Array(CommandLine.arguments.dropFirst())
      guard arguments.count > 4, let kind = Kind(rawValue: arguments[0]),
        let first = Int(arguments[1]), let count = Int(arguments[2]), first >= 0, count > 0
      else {
        print(usage)
        exit(64)
      }
      let files = arguments[4...].map { Disk.absolute($0) }
      let run = MutationRun(
        door: Door(kind, folder: arguments[3], reads: true),
        mutation: Mutation(seeds: try files.map { path in try Disk.readWhole(path) }),
        name: kind.name, seeds: first..<first + count)
      if try run.report() > 0 { exit(1) }
    }

    /// Prints one line for all, and one for each that failed; returns how many those are.
    private func report() throws -> Int {
      var fate = Fate()
      var failures = 0
      var worst = (seconds: 0.0, seed: seeds.lowerBound)
      for seed in seeds {
        let bytes = try mutation.bytes(seed: seed)
        if seeds.count == 1 { try keep(bytes, seed) }
        Words.standardError.say("seed \(seed)")
        alarm(Self.longestSeconds)
        let start = Self.now
        do throws(Broken) {
          fate.add(try door.check(bytes, name: name))
        } catch {
          failures += 1
          print("seed \(seed): \(error.words)")
        }
        if Self.now - start > worst.seconds { worst = (Self.now - start, seed) }
      }
      alarm(0)
      print(
        "\(seeds.count) tried, \(fate.documents) documents,"
          + " \(fate.read) read, \(fate.rejected) rejected, \(failures) failures,"
          + " worst \(Int(worst.seconds * 1000)) ms (seed \(worst.seed))")
      return failures
    }

    /// The CPU seconds of this process so far: what others do on the machine is no fault of a document.
    private static var now: Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func keep(_ bytes: [UInt8], _ seed: Int) throws {
      print("the bytes are in", try door.file("\(seed)-\(name)", bytes))
    }
  }
#endif
