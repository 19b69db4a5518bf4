import Model
import Storage

/// The articles that objects rest on, as links with a note: brought together with their addresses on
/// the disk.
final class PopoloSources {
  private let sorter: RecordSorter
  private static let columns = ["document_id", "url", "title", "publisher", "published_at"]
  private static let places = RowCells.places(of: columns)

  init(in folder: OutputFolder) throws(StorageFailure) {
    sorter = try RecordSorter(in: folder)
  }

  func add(document row: RowCells) throws(StorageFailure) {
    guard let id = row.text("document_id") else { return }
    try sorter.append(Array(id.utf8) + [0, 0], row.encoded(Self.columns))
  }

  /// Says that an object rests on an article, and what for.
  func ask(
    _ document: String?, for section: PopoloObject.Section, _ id: String?, order: Int, note: String
  ) throws(StorageFailure) {
    guard let document, let id else { return }
    var encoder = ByteEncoder()
    encoder.put(Int(section.rawValue))
    encoder.put(id)
    encoder.put(order)
    encoder.put(note)
    try sorter.append(Array(document.utf8) + [0, 1], encoder.bytes)
  }

  func drain(_ body: (PopoloObject) throws(StorageFailure) -> Void) throws(StorageFailure) {
    var article: (id: [UInt8], row: RowCells)?
    try sorter.drain { record throws(StorageFailure) in
      let id = Array(record.key.dropLast(2))
      if record.key.last == 0 {
        article = RowCells(decoding: record.value, Self.places).map { (id, $0) }
      } else if let item = Self.item(record.value, id, article?.id == id ? article?.row : nil) {
        try body(item)
      }
    }
  }

  private static func item(
    _ bytes: [UInt8], _ document: [UInt8], _ row: RowCells?
  ) -> PopoloObject? {
    var decoder = ByteDecoder(bytes: bytes)
    guard let number = decoder.integer(),
      let section = UInt8(exactly: number).flatMap(PopoloObject.Section.init),
      let id = decoder.text(), let order = decoder.integer(), let note = decoder.text()
    else { return nil }
    let document = String(decoding: document, as: UTF8.self)
    return PopoloObject(
      item: section, id, of: "sources", order: order,
      .members([
        "url": .string(address(row?.text("url"), of: document)), "note": .string(note),
        "x_document_id": .string(document), "x_title": row?.json("title"),
        "x_publisher": row?.json("publisher"), "x_published_at": row?.json("published_at"),
      ]))
  }

  /// A link must have an address; an article that states none has one of its id.
  private static func address(_ url: String?, of document: String) -> String {
    FTMText.url(url) ?? "urn:dibao:\(document)"
  }
}
