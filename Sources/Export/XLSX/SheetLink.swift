/// Addresses as cells can lead to them.
enum SheetLink {
  /// What a sheet can hold, by Excel.
  static let most = 65_530
  /// Excel takes 2,079 characters, and each of these may become three.
  private static let longest = 690

  /// True for an address of the web of plain characters; others stay texts that lead nowhere.
  static func canLead(to address: String) -> Bool {
    guard address.hasPrefix("https://") || address.hasPrefix("http://"),
      address.utf8.count <= longest
    else { return false }
    // Words by which the library knows other kinds of links, wherever they stand.
    guard !address.contains("internal:"), !address.contains("external:") else { return false }
    return address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !harmful.contains($0) }
  }

  private static let harmful = Set("\"<>\\^`{|}".utf8)

  /// A cell of another sheet of the workbook.
  static func inside(_ sheet: String, _ cell: String) -> String { "internal:'\(sheet)'!\(cell)" }
}
