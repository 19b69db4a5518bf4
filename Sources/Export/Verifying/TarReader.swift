import Storage

/// Reads the entries of a gzipped tar archive, as far as this program writes them: files and
/// folders with plain names.
final class TarReader {
  struct Item: Hashable {
    let name: String
    let size: Int
    let isFolder: Bool
  }

  private let path: String
  private let reader: ByteReader
  private var waiting: ArraySlice<UInt8> = []
  /// Of the current entry: content not read yet, and what fills up its last block.
  private var missing = 0
  private var padding = 0

  init(_ path: String) throws(StorageFailure) {
    self.path = path
    reader = try ByteReader(path, gunzip: true)
  }

  /// Nil at the end of the archive.
  func next() throws(StorageFailure) -> Item? {
    try forEachPiece { _ in }
    try skip(padding)
    let block = try take(512)
    guard block.contains(where: { $0 != 0 }) else {
      while try refill() { waiting = [] }
      return nil
    }
    guard block[257...].starts(with: "ustar".utf8),
      let size = Self.octal(block[124..<136]), let sum = Self.octal(block[148..<156]),
      let name = String(validating: Self.name(block), as: UTF8.self),
      block[156] == 0x30 || block[156] == 0x35
    else { throw damaged("a header that is not one") }
    let counted = block.enumerated().reduce(0) { total, field in
      total + ((148..<156).contains(field.offset) ? 0x20 : Int(field.element))
    }
    guard counted == sum else { throw damaged("the sum of a header is wrong") }
    missing = size
    padding = (512 - size % 512) % 512
    return Item(name: name, size: size, isFolder: block[156] == 0x35)
  }

  /// The rest of the content of the current entry.
  func forEachPiece(
    _ body: (ArraySlice<UInt8>) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    while missing > 0 {
      if waiting.isEmpty, try !refill() { throw damaged("the archive is cut") }
      let piece = waiting.prefix(missing)
      waiting = waiting.dropFirst(piece.count)
      missing -= piece.count
      try body(piece)
    }
  }

  private func take(_ count: Int) throws(StorageFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if waiting.isEmpty, try !refill() { throw damaged("the archive is cut") }
      let piece = waiting.prefix(count - bytes.count)
      waiting = waiting.dropFirst(piece.count)
      bytes += piece
    }
    return bytes
  }

  private func skip(_ count: Int) throws(StorageFailure) {
    _ = try take(count)
    padding = 0
  }

  private func refill() throws(StorageFailure) -> Bool {
    waiting = try reader.next()?[...] ?? []
    return !waiting.isEmpty
  }

  private static func name(_ block: [UInt8]) -> [UInt8] {
    let prefix = block[345..<500].prefix { $0 != 0 }
    let name = Array(block[0..<100].prefix { $0 != 0 })
    return prefix.isEmpty ? name : prefix + [0x2F] + name
  }

  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.prefix { $0 != 0 && $0 != 0x20 }
    return Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  private func damaged(_ detail: String) -> StorageFailure {
    StorageFailure(.damaged, .read, path: path, detail: detail)
  }
}
