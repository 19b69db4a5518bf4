import Glibc

/// A file or folder, however many paths lead to it.
struct FileIdentity: Hashable, Sendable {
  let device: UInt
  let inode: UInt
}

/// What the system knows of a file without opening it.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file, folder, link, pipe, socket, device

    var words: String {
      switch self {
      case .file: "a file"
      case .folder: "a folder"
      case .link: "a link"
      case .pipe: "a pipe (FIFO)"
      case .socket: "a socket"
      case .device: "a device"
      }
    }
  }

  let kind: Kind
  let identity: FileIdentity
  let size: Int
  /// The last change of content.
  let seconds: Int
  let nanoseconds: Int

  init(_ info: stat) {
    kind = Self.kind(of: info.st_mode)
    identity = FileIdentity(device: UInt(info.st_dev), inode: UInt(info.st_ino))
    size = Int(info.st_size)
    seconds = Int(info.st_mtim.tv_sec)
    nanoseconds = Int(info.st_mtim.tv_nsec)
  }

  private static func kind(of mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    default: .device
    }
  }
}
