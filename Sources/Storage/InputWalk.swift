import Glibc
import Model

/// The walk through one input.
struct InputWalk {
  /// A folder that waits to be entered, or was.
  private struct Folder {
    /// Below the input; empty for the input itself.
    let path: [UInt8]
    let location: [UInt8]
    let identity: FileIdentity
    /// The folders above, by their numbers in `entered`.
    let parent: Int?
  }

  private let input: InputFolder
  private let number: Int
  private let closed: Set<FileIdentity>
  private let patterns: InputPatterns
  private var entered: [Folder] = []
  private var known: Set<FileIdentity> = []
  private var links: [Folder] = []
  private var finds: [Find] = []

  init(_ input: InputFolder, number: Int, closed: Set<FileIdentity>) throws(StorageFailure) {
    self.input = input
    self.number = number
    self.closed = closed
    patterns = try InputPatterns(input)
  }

  mutating func run() throws(StorageFailure) -> [Find] {
    try Disk.refuseNUL(input.path, .find)
    var info = stat()
    guard stat(input.path, &info) == 0 else {
      throw StorageFailure(.find, path: input.path, errno: errno)
    }
    let status = FileStatus(info)
    let location = Array(input.path.utf8)
    if status.kind == .folder {
      try walkAll(
        Folder(path: [], location: location, identity: status.identity, parent: nil))
    } else {
      note(status, Array(Disk.name(of: input.path).utf8), location)
    }
    return finds
  }

  /// Folders by their own names first, links to folders after them, so that a folder is found
  /// under its own name and a web of links costs no more than the folders that it joins.
  private mutating func walkAll(_ root: Folder) throws(StorageFailure) {
    _ = try Disk.rawNames(in: root.location)
    walk(from: root)
    while !links.isEmpty {
      let round = links.sorted { $0.path.lexicographicallyPrecedes($1.path) }
      links = []
      for link in round { walk(from: link) }
    }
  }

  private mutating func walk(from folder: Folder) {
    var waiting = [folder]
    while let folder = waiting.popLast() {
      guard !isLoop(folder) else {
        reject(
          folder.path, folder.location, folder.identity, .loop,
          "leads back to a folder above it; remove the link or exclude it")
        continue
      }
      guard known.insert(folder.identity).inserted else { continue }
      guard folder.parent == nil || !closed.contains(folder.identity) else { continue }
      entered.append(folder)
      waiting += folders(in: folder, number: entered.count - 1).reversed()
    }
  }

  private func isLoop(_ folder: Folder) -> Bool {
    var parent = folder.parent
    while let number = parent {
      if entered[number].identity == folder.identity { return true }
      parent = entered[number].parent
    }
    return false
  }

  /// Notes the files of a folder and gives the folders in it.
  private mutating func folders(in folder: Folder, number: Int) -> [Folder] {
    let names: [[UInt8]]
    do {
      names = try Disk.rawNames(in: folder.location)
    } catch {
      reject(
        folder.path, folder.location, folder.identity, .unreadable,
        "the folder cannot be listed: \(error.detail ?? "")")
      return []
    }
    return names.compactMap { name in
      let path = folder.path.isEmpty ? name : folder.path + [Disk.slash] + name
      let location = folder.location + [Disk.slash] + name
      return look(at: path, location, in: number)
    }
  }

  /// Notes a file; gives a folder; keeps a link to a folder for later.
  private mutating func look(at path: [UInt8], _ location: [UInt8], in parent: Int) -> Folder? {
    let own = Answer(location, lstat)
    let target = own.status?.kind == .link ? Answer(location, stat) : own
    guard patterns.mayHold(path, target.status?.kind ?? .link) else { return nil }
    guard let status = target.status else {
      noteUnknown(own.status?.identity, path, location, reason: target.reason)
      return nil
    }
    guard status.kind == .folder else {
      if patterns.includes(path) { note(status, path, location) }
      return nil
    }
    let folder = Folder(
      path: path, location: location, identity: status.identity, parent: parent)
    guard own.status?.kind == .link else { return folder }
    links.append(folder)
    return nil
  }

  /// What `stat` or `lstat` says.
  private struct Answer {
    var status: FileStatus?
    var reason: Int32 = 0

    init(
      _ location: [UInt8],
      _ call: (UnsafePointer<CChar>, UnsafeMutablePointer<stat>) -> Int32
    ) {
      var info = Glibc.stat()
      if Disk.withPath(location, { call($0, &info) }) == 0 {
        status = FileStatus(info)
      } else {
        reason = errno
      }
    }
  }
}

extension InputWalk {
  private mutating func note(_ status: FileStatus, _ path: [UInt8], _ location: [UInt8]) {
    guard status.kind == .file else {
      return reject(
        path, location, status.identity, .notAFile,
        "this is \(status.kind.words); only files are read")
    }
    add(path, location, status.identity, .file(size: status.size))
  }

  /// A link without a target is told where a file was hoped for. Without an ending it may have
  /// been a folder, so that is told too.
  private mutating func noteUnknown(
    _ identity: FileIdentity?, _ path: [UInt8], _ location: [UInt8], reason: Int32
  ) {
    let name = path.split(separator: Disk.slash).last ?? []
    guard
      reason == ELOOP || patterns.includes(path) || !name.contains(UInt8(ascii: "."))
    else { return }
    switch reason {
    case ELOOP:
      reject(
        path, location, identity, .loop,
        "links that lead to each other; remove them or exclude them")
    case ENOENT:
      reject(
        path, location, identity, .unreadable, "a link that leads nowhere; mend or remove it")
    default:
      reject(path, location, identity, .unreadable, StorageFailure.words(for: reason))
    }
  }

  private mutating func reject(
    _ path: [UInt8], _ location: [UInt8], _ identity: FileIdentity?, _ code: Reject.Code,
    _ detail: String
  ) {
    add(path, location, identity, .reject(code, detail: detail))
  }

  private mutating func add(
    _ path: [UInt8], _ location: [UInt8], _ identity: FileIdentity?, _ outcome: Find.Outcome
  ) {
    let label = input.label.map { Array($0.utf8) }
    let path = [label, path].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: [0x2F])
    finds.append(
      Find(
        path: Array(path), location: location, identity: identity, input: number,
        outcome: outcome))
  }
}

/// What an input takes and leaves, of the paths below it.
struct InputPatterns {
  private let include: [Glob]
  private let exclude: [Glob]
  private let namesHidden: Bool

  init(_ input: InputFolder) throws(StorageFailure) {
    include = try Self.globs(input.include)
    exclude = try Self.globs(input.exclude)
    namesHidden = include.contains(where: \.namesHidden)
  }

  private static func globs(_ patterns: [String]) throws(StorageFailure) -> [Glob] {
    var globs: [Glob] = []
    for pattern in patterns {
      do {
        globs.append(try Glob(pattern))
      } catch {
        throw StorageFailure(
          .badPattern, .match, path: pattern,
          detail: "\(error.reason.rawValue) (character \(error.position + 1))")
      }
    }
    return globs
  }

  /// False for what is excluded, and for a folder that is hidden and not spelt out.
  func mayHold(_ path: [UInt8], _ kind: FileStatus.Kind) -> Bool {
    guard kind != .folder || mayEnter(path) else { return false }
    let path = exclude.isEmpty ? nil : GlobPath(path)
    return !exclude.contains { glob in
      path.map { glob.matches($0, isFolder: kind == .folder, hidden: true) } ?? false
    }
  }

  func mayEnter(_ path: [UInt8]) -> Bool { namesHidden || !Self.isHidden(path) }

  func includes(_ path: [UInt8]) -> Bool {
    guard include.isEmpty else {
      let path = GlobPath(path)
      return include.contains { $0.matches(path, isFolder: false, hidden: false) }
    }
    return !Self.isHidden(path) && Self.hasStandardEnding(path)
  }

  private static func isHidden(_ path: [UInt8]) -> Bool {
    let name = path.lastIndex(of: Disk.slash).map { path[($0 + 1)...] } ?? path[...]
    return name.first == UInt8(ascii: ".")
  }

  private static func hasStandardEnding(_ path: [UInt8]) -> Bool {
    var path = path.suffix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
    if path.ends(with: ".gz") { path.removeLast(3) }
    return InputFolder.standardEndings.contains { path.ends(with: $0) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with ending: String) -> Bool {
    suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
