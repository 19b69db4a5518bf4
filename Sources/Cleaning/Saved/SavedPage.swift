import Model

/// A page taken out of the form that it was saved in, and what that form says of it.
struct SavedPage {
  var bytes: [UInt8]
  /// The name of the page's own file; empty where the file is an archive, whose name says nothing
  /// of the page.
  var path: String
  /// The encoding that the page was served in, as far as anyone said.
  var charset: String?
  /// What the page was served as: `text/html`.
  var mediaType: String?
  /// Where someone had the page before him when he saved it.
  var savedAddress: String?
  /// Where a crawler fetched it, which the page itself knows better.
  var fetchedAddress: String?
  var quality: Set<String> = []

  init(_ file: RawFile) throws(SavedFault) {
    bytes = file.bytes
    path = file.path
    if let capture = file.capture {
      path = ""
      charset = capture.charset
      mediaType = capture.mediaType
      fetchedAddress = capture.address
      if capture.isCut { quality.insert("page.truncated") }
    } else if let archive = MHTML(file.bytes, ending: FileName.ending(of: file.path)) {
      try take(archive)
    }
    if bytes.count >= Self.heavy { DataAddresses.empty(in: &bytes) }
  }

  /// Of lighter pages, looking for pictures in the markup costs more than passing it with the rest does.
  private static let heavy = 1 << 20

  private mutating func take(_ archive: MHTML) throws(SavedFault) {
    guard let part = archive.article else { throw .noPage }
    bytes = part.bytes
    charset = part.charset
    mediaType = part.mediaType
    savedAddress = part.address
    if archive.isCut { quality.insert("page.truncated") }
  }

  /// Adds what is known of the page to what it says itself.
  func fill(_ draft: inout Draft, text: [UInt8]) {
    draft.quality.formUnion(quality)
    let noted = savedAddress ?? SavedNote.address(in: text)
    if let noted { draft.statements.add(.address, noted, .comment) }
    // Behind all that the page states.
    if let fetchedAddress { draft.statements.add(.address, fetchedAddress, .linkedData) }
  }
}

/// Why no page can be taken out of a file.
enum SavedFault: Error {
  case noPage
}
