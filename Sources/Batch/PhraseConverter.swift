package import Extraction
import Glibc
import Storage
import Synchronization

/// Turns traditional characters into simplified ones by phrases (乾隆 keeps its 乾), with libopencc
/// where it is installed. The library is opened by name at run time, so that Dibao needs it neither
/// to be built nor to run.
///
/// Source of the interface: `opencc.h` of OpenCC 1.x, whose C functions have been stable since 1.0.
package final class PhraseConverter: PhraseReader {
  /// Why there is no converter, with what to do.
  package enum Trouble: Error, Hashable, Sendable {
    /// None of these libraries can be opened.
    case noLibrary([String])
    /// The library lacks a function.
    case noFunction(String)
    /// The library cannot open its own table.
    case noTable(String)
  }

  private typealias Open = @convention(c) (UnsafePointer<CChar>) -> UnsafeMutableRawPointer?
  private typealias Convert =
    @convention(c) (UnsafeMutableRawPointer, UnsafePointer<CChar>, Int) -> UnsafeMutablePointer<
      CChar
    >?
  private typealias Free = @convention(c) (UnsafeMutablePointer<CChar>) -> Void

  private static let libraries = [
    "libopencc.so.1.1", "libopencc.so.2", "libopencc.so.1", "libopencc.so",
  ]
  private static let table = "t2s.json"

  /// One converter, which one thread uses at a time. It lives as long as the process.
  ///
  /// Unchecked: the lock around it is what makes the pointer safe to share.
  private struct Handle: @unchecked Sendable {
    let converter: UnsafeMutableRawPointer
    let convert: Convert
    let free: Free
  }

  private let handle: Mutex<Handle>

  /// Opens the library and its table of traditional and simplified phrases.
  package init() throws(Trouble) {
    guard let library = Self.libraries.lazy.compactMap({ dlopen($0, RTLD_NOW) }).first else {
      throw .noLibrary(Self.libraries)
    }
    let make = unsafeBitCast(try Self.function("opencc_open", library), to: Open.self)
    let convert = unsafeBitCast(
      try Self.function("opencc_convert_utf8", library), to: Convert.self)
    let free = unsafeBitCast(
      try Self.function("opencc_convert_utf8_free", library), to: Free.self)
    // The library says -1, not null, where it fails.
    guard let converter = make(Self.table), Int(bitPattern: converter) != -1 else {
      throw .noTable(Self.table)
    }
    handle = Mutex(Handle(converter: converter, convert: convert, free: free))
  }

  private static func function(
    _ name: String, _ library: UnsafeMutableRawPointer
  ) throws(Trouble) -> UnsafeMutableRawPointer {
    guard let function = dlsym(library, name) else { throw .noFunction(name) }
    return function
  }

  /// The converter that options ask for, nil where they ask for none.
  package static func asked(_ options: ExtractionOptions) throws(Trouble) -> PhraseConverter? {
    options.readsPhrases ? try PhraseConverter() : nil
  }

  /// The names and digests of the tables that the library may read; nil where none are found or
  /// they cannot be read.
  static var tableDigests: [String]? {
    do throws(StorageFailure) {
      var digests: [String] = []
      for folder in ["/usr/share/opencc", "/usr/local/share/opencc"] where Disk.isFolder(folder) {
        for name in try Disk.list(folder) {
          digests += [name, try Disk.digest(of: folder + "/" + name).sha256]
        }
      }
      return digests.isEmpty ? nil : digests
    } catch {
      return nil
    }
  }

  package func simplified(_ text: String) -> String? {
    handle.withLock { handle in
      var text = text
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          guard let start = characters.baseAddress,
            let found = handle.convert(handle.converter, start, characters.count)
          else { return nil }
          defer { handle.free(found) }
          return String(validatingCString: found)
        }
      }
    }
  }
}
