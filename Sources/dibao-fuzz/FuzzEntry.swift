#if FUZZ
  import Batch
  import Glibc
  import Storage

  // What libFuzzer calls. Its own arguments are numbers and folders, so the kind comes by the
  // environment.

  private let environment = Environment.process

  private let door = Door(
    environment["DIBAO_FUZZ_KIND"].flatMap(Kind.init) ?? .text,
    folder: environment["DIBAO_FUZZ_FOLDER"] ?? ".",
    // Articles are read for their own sake: the sentences in them have a kind to themselves.
    reads: false)

  /// Where a document is named, writes its reading as bytes for others to begin with, and ends.
  @_cdecl("LLVMFuzzerInitialize")
  public func dibaoFuzzBegin(
    _ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
  ) -> CInt {
    guard let path = environment["DIBAO_FUZZ_ENCODE"] else { return 0 }
    do {
      let bytes = try door.encodedReading(of: try Disk.readWhole(path))
      _ = try door.file("reading", bytes)
    } catch {
      Words.standardError.say("\(path): \(error)")
      exit(1)
    }
    exit(0)
  }

  @_cdecl("LLVMFuzzerTestOneInput")
  public func dibaoFuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do throws(Broken) {
      try door.check(bytes)
    } catch {
      Words.standardError.say("broken: \(error.words)")
      abort()
    }
    return 0
  }
#endif
