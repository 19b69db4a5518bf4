/// Tells files that are not text at all: PDF, images, archives, programs.
enum BinaryCheck {
  /// What the file is, in a word for the reject; nil for text.
  static func kind(of bytes: [UInt8]) -> String? {
    for (name, magic) in magics where bytes.starts(with: magic) { return name }
    return isMostlyControl(bytes) ? "control bytes" : nil
  }

  private static let magics: [(String, [UInt8])] = [
    ("PDF", Array("%PDF-".utf8)), ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
    ("GIF", Array("GIF8".utf8)), ("zip", [0x50, 0x4B, 0x03, 0x04]), ("gzip", [0x1F, 0x8B]),
    ("RAR", Array("Rar!".utf8)), ("7z", [0x37, 0x7A, 0xBC, 0xAF]), ("bzip2", Array("BZh9".utf8)),
    ("xz", [0xFD, 0x37, 0x7A, 0x58]), ("Word", [0xD0, 0xCF, 0x11, 0xE0]),
    ("ELF", [0x7F, 0x45, 0x4C, 0x46]), ("WebP", Array("RIFF".utf8)),
    ("SQLite", Array("SQLite format 3".utf8)), ("MP4", [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70]),
  ]

  /// More than one byte in ten is a control byte that no text has. NUL is judged apart: UTF-16
  /// is full of it, and then in one half of the bytes only.
  private static func isMostlyControl(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(8192)
    guard !head.isEmpty else { return false }
    var control = 0
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() {
      if byte == 0 {
        zeros[index & 1] += 1
      } else if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C, byte != 0x1B {
        control += 1
      }
    }
    // In UTF-16 the low half of a Han character may be any byte.
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isWide { return false }
    let bothHalves = min(zeros[0], zeros[1])
    return control * 10 > head.count + zeros[0] + zeros[1] || bothHalves * 20 > head.count
  }
}
