import CMemory
import Glibc
import Storage

/// What a run may know of the machine that it runs on; goes into run.json alone.
enum Host {
  static var name: String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let result = bytes.withUnsafeMutableBytes { buffer in
      guard let name = buffer.baseAddress else { return Int32(-1) }
      return gethostname(name.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return result == 0 ? String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) : ""
  }

  static var process: Int { Int(getpid()) }

  /// The processors that are there to work; at least one.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The path of the running program, without links; its bare name where the system does not tell.
  static var program: String { Disk.target(ofLink: "/proc/self/exe") ?? Program.name }

  /// Nil for root.
  static var ordinaryUser: String? {
    guard getuid() != 0, let entry = getpwuid(getuid()) else { return nil }
    return String(cString: entry.pointee.pw_name)
  }

  /// Lets blocks of memory from 1 MiB on be mapped each by itself, so that they go back to the
  /// system as soon as they are free, and grow without a copy. By itself the C library raises that
  /// size to 32 MiB as blocks are freed, and keeps what lies below: a tenth of all in a large run.
  static func mapLargeBlocks() { dibao_map_blocks_from(1 << 20) }

  /// The most memory that the process has held, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
