import Model

/// Where a record of a web archive lies in its file.
package struct FilePart: Hashable, Sendable {
  /// In the file: where the record begins or, where it is packed, its gzip member.
  package let start: Int
  package let isPacked: Bool
  /// How much content of the member stands before the record.
  package let skip: Int
  /// The record's head and block, unpacked.
  package let length: Int
  /// How many bytes of the file the record takes; nil where others share its member.
  package let stored: Int?
  /// Other records lie in the same member, so that reading goes on where the last one ended.
  var sharesMember: Bool { isPacked && stored == nil }
  /// The file when the record was found: another file under its name has other places.
  let status: FileStatus
}

/// Why a record of a web archive is not read.
struct RecordFault: Error, Equatable {
  let code: Reject.Code
  /// What is wrong and what to do about it.
  let detail: String

  init(_ detail: String, code: Reject.Code = .badRecord) {
    self.code = code
    self.detail = detail
  }

  static let again = "fetch or copy the archive again"
}
