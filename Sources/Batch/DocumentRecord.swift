import Corpus
import Model

/// What reading a document gave, as bytes: what waits on the disk until all are read, what the state
/// keeps, what a worker hands over. The same in every run that reads the same bytes in the same way.
struct DocumentRecord: Hashable, Sendable {
  /// As it stands in the tables.
  var path: String
  /// Of the document's bytes, in lower-case hexadecimal.
  var sha256: String
  var reading: [UInt8]
  var note: [UInt8]
}

extension DocumentRecord {
  func read() throws(Failure) -> Reading {
    guard let reading = Reading(decoding: reading) else { throw .bug("a record has no reading") }
    return reading
  }

  func readNote() throws(Failure) -> DocumentNote {
    guard let note = DocumentNote(decoding: note) else { throw .bug("a record has no note") }
    return note
  }

  func encoded(into bytes: inout [UInt8]) {
    var encoder = ByteEncoder(bytes: bytes)
    encoder.put(path)
    encoder.put(sha256)
    encoder.put(fixed: reading)
    encoder.put(fixed: note)
    bytes = encoder.bytes
  }

  init?(decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes: bytes)
    guard let path = decoder.text(), let sha256 = decoder.text(),
      let reading = decoder.byteList(), let note = decoder.byteList(), decoder.isAtEnd
    else { return nil }
    self.init(path: path, sha256: sha256, reading: reading, note: note)
  }
}

/// Makes the record of a reading, where the reading is made: the workers share in it.
struct RecordReading: Stage {
  let taker: NoteTaker

  func run(_ reading: Reading) -> DocumentRecord {
    var record = DocumentRecord(
      path: reading.article.path, sha256: reading.article.sha256, reading: [], note: [])
    reading.encoded(into: &record.reading)
    taker.note(of: reading).encoded(into: &record.note)
    return record
  }
}
