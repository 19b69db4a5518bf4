import GRDB

extension StorageFailure.Kind {
  /// What a result code of SQLite says of a file that we have written ourselves.
  init(of code: ResultCode) {
    self =
      switch code.primaryResultCode {
      // An error in our own statements is one of the tables that they name.
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
        .damaged
      case .SQLITE_FULL: .noSpace
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: .permission
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      default: .io
      }
  }
}
