import Model

/// The page in a record of a web archive, and what the archive says of it.
struct WarcPage {
  let bytes: [UInt8]
  let capture: Capture

  /// `record` is whole, from its first byte to the end of its block.
  init(_ record: ArraySlice<UInt8>, limit: Int) throws(RecordFault) {
    guard let length = MessageHead.length(in: record.prefix(WarcHead.longest)) else {
      throw OpenArchives.changed
    }
    let head = try WarcHead(record.prefix(length))
    let block = record.dropFirst(length)
    guard head.length == block.count else { throw OpenArchives.changed }
    var capture = Capture(address: head.address, isCut: head.isCut)
    var type = head.contentType
    if try head.reading(block) == .answer {
      let answer = try HTTPAnswer(block)
      bytes = try HTTPBody(limit: limit).content(of: answer)
      type = answer.contentType ?? head.payloadType
    } else {
      bytes = try HTTPBody(limit: limit).checked(Array(block))
    }
    capture.charset = type?.charset
    capture.mediaType = type?.name
    self.capture = capture
  }
}
