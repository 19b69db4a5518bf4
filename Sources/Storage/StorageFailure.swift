import Glibc

/// What the disk, or the user's choice of a path, did to the run: fatal for the run.
package struct StorageFailure: Error, Equatable, Sendable {
  /// What is the matter, as far as it decides what the user can do.
  package enum Kind: String, Sendable, CaseIterable {
    case notFound
    case permission
    case noSpace
    case exists
    case busy
    case outsideRoot
    case damaged
    case badPattern
    /// Written by a later version of the program.
    case newer
    case io
  }

  /// What was being done.
  package enum Operation: String, Sendable, CaseIterable {
    case open, read, write, sync, close, find, list, link, rename, remove, lock, publish, gunzip
    case match
    case makeFolder = "make folder"
    case makeFile = "make file"
  }

  package var kind: Kind
  package var operation: Operation
  package var path: String
  /// The system's error number, where the system said no.
  package var errno: Int32?
  /// What was found and what to do about it, where there is more to say than the kind.
  package var detail: String?

  package init(
    _ kind: Kind, _ operation: Operation, path: String, errno: Int32? = nil, detail: String? = nil
  ) {
    self.kind = kind
    self.operation = operation
    self.path = path
    self.errno = errno
    self.detail = detail
  }

  /// The failure of a system call; `errno` is read by the caller, at once.
  init(_ operation: Operation, path: String, errno: Int32) {
    self.init(
      Self.kind(of: errno), operation, path: path, errno: errno, detail: Self.words(for: errno))
  }

  private static func kind(of errno: Int32) -> Kind {
    switch errno {
    case ENOENT: .notFound
    case EACCES, EPERM, EROFS: .permission
    case ENOSPC, EDQUOT, EFBIG: .noSpace
    case EEXIST, ENOTEMPTY, ENOTDIR, EISDIR: .exists
    case EWOULDBLOCK, EBUSY, ETXTBSY: .busy
    default: .io
    }
  }

  /// The same words in every locale: they go into the `rejects` table.
  static func words(for errno: Int32) -> String {
    switch errno {
    case ENOENT: "it is not there"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the file system is read-only"
    case ENOSPC: "no space left on the disk"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file is larger than the system allows"
    case EEXIST: "it is already there"
    case ENOTEMPTY: "the folder is not empty"
    case ENOTDIR: "a file stands where a folder is needed"
    case EISDIR: "a folder stands where a file is needed"
    case EIO: "the disk reports an input or output error"
    case ELOOP: "links that lead to each other"
    case EMFILE, ENFILE: "too many open files"
    case ENAMETOOLONG: "the path is too long"
    case EINVAL: "the system takes the call for invalid"
    default: "system error \(errno)"
    }
  }
}

extension StorageFailure: CustomStringConvertible {
  /// For logs and tests; the words for users are made elsewhere.
  package var description: String {
    let number = errno.map { " (errno \($0))" } ?? ""
    return "\(operation.rawValue) \(path): \(kind.rawValue)\(number)"
      + (detail.map { ": " + $0 } ?? "")
  }
}
