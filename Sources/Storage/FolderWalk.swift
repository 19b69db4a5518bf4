package import Model

/// An input as the pipeline names it: a folder, or one file.
package struct InputFolder: Hashable, Sendable {
  /// As to be opened.
  package var path: String
  /// The first part of the paths in the tables; nil where there is one input.
  package var label: String?
  /// Patterns (`Glob`) for the path below the input; empty is the standard: web pages, web
  /// archives, Markdown and plain text, each with or without `.gz`, in upper or lower case.
  package var include: [String]
  package var exclude: [String]
  package var hints: InputHints

  package init(
    path: String, label: String? = nil, include: [String] = [], exclude: [String] = [],
    hints: InputHints = InputHints()
  ) {
    self.path = path
    self.label = label
    self.include = include
    self.exclude = exclude
    self.hints = hints
  }

  /// The endings that are taken where `include` is empty.
  package static let standardEndings = [
    ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".md", ".markdown", ".txt", ".warc",
  ]
}

/// A document that a walk has found: a file, or a page in a web archive.
package struct FoundFile: Hashable, Sendable {
  /// As it stands in the tables: relative, with `/`, never with `..`.
  package var path: String
  /// To be opened.
  package var location: String
  package var hints: InputHints
  /// On disk, when it was found.
  package var size: Int
  /// Which piece of the file the document is; nil: all of it.
  package var part: FilePart?

  package init(
    path: String, location: String, hints: InputHints = InputHints(), size: Int,
    part: FilePart? = nil
  ) {
    self.path = path
    self.location = location
    self.hints = hints
    self.size = size
    self.part = part
  }
}

/// The files of all inputs, frozen: what a run reads is decided once, at its start.
///
/// The result does not depend on the order of the inputs nor on the order in which the file
/// system lists names. Hidden names are taken only where a pattern spells their dot. Links are
/// followed: a folder is entered once for each input, under its own name rather than a link's; a
/// link to a file is a file with the same bytes. A file that two inputs reach is taken for the one
/// that gives it the smaller path.
///
/// Of a web archive (`.warc`, `.warc.gz`) each page is a file of its own, whose path ends in the
/// number of its record: `crawl.warc.gz#000017`. One pass over the archive finds their places.
///
/// A file that an input names itself is taken whatever its name; patterns are for folders.
package struct FolderWalk {
  private let inputs: [InputFolder]
  private let leftOut: [String]

  /// `leavingOut` are folders that are not entered from a folder above: the program's own output.
  package init(_ inputs: [InputFolder], leavingOut leftOut: [String] = []) {
    self.inputs = inputs
    self.leftOut = leftOut
  }

  /// All files, and a `Reject` for each thing that a file was hoped for in; both sorted by the
  /// bytes of the path. Throws where an input is not there or cannot be listed, where a pattern
  /// cannot be read, and where two files would have the same path in the tables.
  package func files() throws(StorageFailure) -> (files: FoundFiles, rejects: [Reject]) {
    let closed = Set(leftOut.compactMap { Disk.status(of: $0)?.identity })
    var finds: [Find] = []
    for (number, input) in inputs.enumerated() {
      var walk = try InputWalk(input, number: number, closed: closed)
      finds += try walk.run()
    }
    finds.sort { $0.path.lexicographicallyPrecedes($1.path) }
    finds = try once(finds)
    if finds.contains(where: \.isArchive) {
      finds = finds.flatMap(\.pages)
      finds.sort { $0.path.lexicographicallyPrecedes($1.path) }
      finds = try once(finds)
    }
    var files = FoundFiles(inputs)
    var rejects: [Reject] = []
    for find in finds {
      if let file = find.file(of: inputs[find.input]) { files.append(file, input: find.input) }
      if let reject = find.reject { rejects.append(reject) }
    }
    return (files, rejects)
  }

  /// Leaves out what a second input reached too.
  private func once(_ finds: [Find]) throws(StorageFailure) -> [Find] {
    let kept = inputs.count > 1 ? Self.ownedOnce(finds) : finds
    for (a, b) in zip(kept, kept.dropFirst()) where a.path == b.path {
      throw StorageFailure(
        .exists, .find, path: Disk.rendering(b.location),
        detail: "\(Disk.rendering(a.location)) has the same path in the tables, "
          + "\(Disk.rendering(a.path)); give each input a label of its own")
    }
    return kept
  }

  private static func ownedOnce(_ finds: [Find]) -> [Find] {
    var owners: [FileIdentity: Int] = [:]
    for find in finds {
      guard let identity = find.identity, owners[identity] == nil else { continue }
      owners[identity] = find.input
    }
    return finds.filter { find in find.identity.map { owners[$0] == find.input } ?? true }
  }
}

/// Something that a walk came upon: a file, or the reason why it is none.
struct Find {
  enum Outcome {
    case file(size: Int)
    case page(FilePart, size: Int)
    case reject(Reject.Code, detail: String)
  }

  /// As in the tables.
  let path: [UInt8]
  let location: [UInt8]
  /// Nil where the system would not tell.
  let identity: FileIdentity?
  let input: Int
  let outcome: Outcome

  /// The UTF-8 text of path and location, where both are.
  private var texts: (path: String, location: String)? {
    guard let path = String(validating: path, as: UTF8.self),
      let location = String(validating: location, as: UTF8.self)
    else { return nil }
    return (path, location)
  }

  func file(of input: InputFolder) -> FoundFile? {
    guard let texts else { return nil }
    switch outcome {
    case .file(let size):
      return FoundFile(
        path: texts.path, location: texts.location, hints: input.hints, size: size)
    case .page(let part, let size):
      return FoundFile(
        path: texts.path, location: texts.location, hints: input.hints, size: size, part: part)
    case .reject: return nil
    }
  }

  var reject: Reject? {
    let shown = Disk.rendering(path)
    switch outcome {
    case .reject(let code, let detail):
      return Reject(code, stage: .fetchLocal, path: shown, detail: detail)
    case .file(let size), .page(_, let size):
      guard texts == nil else { return nil }
      return Reject(
        .badName, stage: .fetchLocal, path: shown, bytes: size,
        detail: "the name is not UTF-8 (bytes shown as \\xNN); rename the file or its folder")
    }
  }
}
