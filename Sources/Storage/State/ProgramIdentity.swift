import Glibc

/// What is running: the program and the libraries that it has loaded, by the ids that their linkers
/// gave them. Another build of any of them may read a page otherwise.
package enum ProgramIdentity {
  /// Nil where the system does not tell what is loaded (no `/proc`).
  package static func digest() -> StateKey? {
    do throws(StorageFailure) {
      let maps = String(decoding: try Disk.readWhole("/proc/self/maps"), as: UTF8.self)
      return StateKey(
        of: try Set(files(in: maps)).sorted().map { file throws(StorageFailure) in
          try identity(of: file)
        })
    } catch {
      return nil
    }
  }

  /// A line is `7f12a000-7f12c000 r-xp 00000000 fe:01 1234   /usr/lib/…/libxml2.so.2`.
  private static func files(in maps: String) -> [String] {
    maps.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 5)
      guard parts.count == 6, parts[1].contains("x") else { return nil }
      let path = parts[5].drop { $0 == " " }
      return path.hasPrefix("/") ? String(path) : nil
    }
  }

  private static func identity(of path: String) throws(StorageFailure) -> String {
    // The program's own file may be replaced while it runs; this name still leads to it.
    let place = path == Disk.target(ofLink: "/proc/self/exe") ? "/proc/self/exe" : path
    let file = try Descriptor.open(place, O_RDONLY)
    if let id = try BuildID.read(from: file) { return id }
    return try Disk.digest(of: place).sha256
  }
}

/// The build id of a program or library: a note that linkers leave in it.
///
/// Source of the layout: the ELF-64 object file format; only the little-endian form is read.
enum BuildID {
  private static let noteSegment = 4
  private static let buildIDNote = 3

  /// Nil where the file is no such program, or has no id.
  static func read(from file: Descriptor) throws(StorageFailure) -> String? {
    let head = try bytes(64, at: 0, of: file)
    guard head.count == 64, head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { return nil }
    let (table, size, count) = (head.number(32, 8), head.number(54, 2), head.number(56, 2))
    guard size >= 56, count < 1000 else { return nil }
    let segments = try bytes(size * count, at: table, of: file)
    for index in 0..<count where segments.count >= (index + 1) * size {
      let segment = Array(segments[index * size..<(index + 1) * size])
      guard segment.number(0, 4) == noteSegment, segment.number(32, 8) < 1 << 16 else { continue }
      let notes = try bytes(segment.number(32, 8), at: segment.number(8, 8), of: file)
      if let id = id(in: notes) { return id }
    }
    return nil
  }

  /// Each note is three numbers, a name and its content, both filled up to four bytes.
  static func id(in notes: [UInt8]) -> String? {
    var place = 0
    while place + 12 <= notes.count {
      let (name, content) = (notes.number(place, 4), notes.number(place + 4, 4))
      let start = place + 12 + (name + 3) & ~3
      guard start + content <= notes.count else { return nil }
      if notes.number(place + 8, 4) == buildIDNote,
        notes[(place + 12)..<(place + 12 + name)].elementsEqual("GNU\0".utf8)
      {
        return ContentCounter.hexadecimal(notes[start..<(start + content)])
      }
      place = start + (content + 3) & ~3
    }
    return nil
  }

  private static func bytes(
    _ count: Int, at offset: Int, of file: Descriptor
  ) throws(StorageFailure) -> [UInt8] {
    guard count > 0, offset >= 0, offset < Int.max / 2 else { return [] }
    var bytes: [UInt8] = []
    _ = try file.read(count, at: offset, onto: &bytes)
    return bytes
  }
}

extension [UInt8] {
  /// The number in so many bytes from a place, lowest first; what no `Int` holds is the largest.
  fileprivate func number(_ place: Int, _ size: Int) -> Int {
    Int(
      clamping: self[place..<(place + size)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
