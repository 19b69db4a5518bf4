/// Reads a workbook again after it was packed.
///
/// The library packs a sheet by way of a further file, and does not look whether the disk took all of
/// it: so a full disk could leave a sheet without its end, and no error.
struct WorkbookCheck {
  /// Of each sheet, how many bytes its rows have.
  let sizesOfRows: [Int]

  func check(_ path: String) throws(StorageFailure) {
    let reader = try ZipReader(path)
    var sheets = 0
    var current: MemberCheck?
    while true {
      let isMember = try reader.next { name, piece throws(StorageFailure) in
        let member = current ?? MemberCheck(name, sizeOfRows(name))
        member.add(piece)
        current = member
      }
      guard isMember else { break }
      guard let member = current, member.isWhole else {
        throw StorageFailure(
          .noSpace, .write, path: path,
          detail: "\(current?.name ?? "a part of it") did not reach the disk whole")
      }
      if member.isSheet { sheets += 1 }
      current = nil
    }
    guard sheets == sizesOfRows.count else {
      throw StorageFailure(
        .damaged, .write, path: path, detail: "\(sheets) of \(sizesOfRows.count) sheets are there")
    }
  }

  /// Of the sheet that a member is; nil for other members.
  private func sizeOfRows(_ name: String) -> Int? {
    let (start, end) = ("xl/worksheets/sheet", ".xml")
    guard name.hasPrefix(start), name.hasSuffix(end),
      let number = Int(name.dropFirst(start.count).dropLast(end.count)),
      sizesOfRows.indices.contains(number - 1)
    else { return nil }
    return sizesOfRows[number - 1]
  }
}

/// One member as its bytes pass: XML with its end, and of a sheet all the bytes of its rows.
private final class MemberCheck {
  let name: String
  private let sizeOfRows: Int?
  private var head: [UInt8] = []
  /// Where the first row begins.
  private var start: Int?
  /// What stands behind the last row, where the rows are all there.
  private var afterRows: [UInt8] = []
  private var tail: [UInt8] = []
  private var offset = 0

  private static let opening = Array("<sheetData>".utf8)
  private static let closing = Array("</sheetData>".utf8)
  private static let end = Array("</worksheet>".utf8)
  /// Widths and such stand before the rows: never as much.
  private static let longestHead = 1 << 20

  init(_ name: String, _ sizeOfRows: Int?) {
    self.name = name
    self.sizeOfRows = sizeOfRows
  }

  var isSheet: Bool { sizeOfRows != nil }

  var isWhole: Bool {
    guard isSheet else { return tail.last { $0 != UInt8(ascii: "\n") } == UInt8(ascii: ">") }
    return start != nil && afterRows == Self.closing && tail == Self.end
  }

  func add(_ piece: ArraySlice<UInt8>) {
    if let sizeOfRows {
      if start == nil { findStart(in: piece) }
      if let start { noteAfterRows(piece, from: start + sizeOfRows) }
    }
    tail = Array((tail + piece.suffix(Self.end.count)).suffix(Self.end.count))
    offset += piece.count
  }

  private func findStart(in piece: ArraySlice<UInt8>) {
    guard head.count < Self.longestHead else { return }
    head += piece
    guard let place = head.firstRange(of: Self.opening) else { return }
    start = place.upperBound
    head = []
  }

  private func noteAfterRows(_ piece: ArraySlice<UInt8>, from place: Int) {
    let (first, last) = (max(place, offset), min(place + Self.closing.count, offset + piece.count))
    guard first < last else { return }
    afterRows += piece.dropFirst(first - offset).prefix(last - first)
  }
}
