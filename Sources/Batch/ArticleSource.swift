import Cleaning
import Export
import Extraction
import Model
import Storage

/// Finds the file that an exported document was read from, and reads it again.
struct ArticleSource {
  /// The article, read again, and the file that it was read from.
  struct Found {
    let location: String
    let article: Article
    /// Whether the bytes are those that the export was made from.
    let isUnchanged: Bool
  }

  /// What became of a search.
  enum Outcome {
    case found(Found)
    /// The file is there and holds no article any more.
    case rejected(Reject)
    /// What was looked at.
    case missing([String])
  }

  /// As `run.json` has them: the folders and files that the run has read.
  private let inputs: [String]
  /// As the table `documents` has it.
  private let path: String
  private let sha256: String
  private let isPaged: Bool

  init(of document: PublishedRow, export folder: String) {
    path = document.text("path") ?? ""
    sha256 = document.text("sha256") ?? ""
    isPaged = document.list("quality").contains { $0.hasPrefix("pages.") }
    inputs = Self.inputs(of: folder)
  }

  /// Empty where the export has no record of its run.
  private static func inputs(of folder: String) -> [String] {
    do throws(StorageFailure) {
      let bytes = try Disk.readWhole(folder + "/" + RunRecord.fileName)
      return JSONDocument(bytes).tree?["inputs"]?.items?.compactMap(\.text) ?? []
    } catch {
      return []
    }
  }

  /// The file whose bytes are those of the export; else the first that is there.
  func outcome() -> Outcome {
    var other: Outcome?
    for location in locations where Disk.isFile(location) || Disk.isFile(Self.file(of: location)) {
      switch outcome(at: location) {
      case .found(let found) where found.isUnchanged: return .found(found)
      case let outcome: other = other ?? outcome
      }
    }
    return other ?? .missing(locations)
  }

  /// Where the document may lie. Its path begins with a label where the run had several inputs.
  /// A path that leads upwards is none that a run has written.
  private var locations: [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.utf8.contains(0),
      !parts.contains(where: { ["", ".."].contains($0) })
    else { return [] }
    let unlabelled = parts.count > 1 ? [parts.dropFirst().joined(separator: "/")] : []
    let below = inputs.flatMap { input in
      ([path] + unlabelled).map { Disk.absolute($0, relativeTo: input) }
    }
    let named = inputs.filter { Disk.name(of: $0) == Disk.name(of: Self.file(of: path)) }
    let mark = String(path.dropFirst(Self.file(of: path).count))
    return below + named.map { $0 + mark }
  }

  /// Without the number of an article in its file: `digest.txt#2`.
  private static func file(of path: String) -> String {
    guard let mark = path.lastIndex(of: "#"), Int(path[path.index(after: mark)...]) != nil else {
      return path
    }
    return String(path[..<mark])
  }

  private func outcome(at location: String) -> Outcome {
    let files: [FoundFile]
    do throws(StorageFailure) {
      files = try self.files(at: location)
    } catch {
      return .missing([location])
    }
    let page = FetchLocal().then(PartDigest()).then(Each(Cleaner()))
    let documents = Result { () throws(Reject) in
      try EachFile(page).then(JoinPages()).run(files)
    }
    return outcome(of: documents.documents(), at: location)
  }

  /// The one document with the bytes of the export, or with the number of its path, or the first.
  private func outcome(of documents: Results<Article>, at location: String) -> Outcome {
    var articles: [Article] = []
    var rejects: [Reject] = []
    for document in documents {
      switch document {
      case .success(let article): articles.append(article)
      case .failure(let reject): rejects.append(reject)
      }
    }
    let name = Disk.name(of: path)
    let article =
      articles.first { $0.sha256 == sha256 } ?? articles.first { $0.path.hasSuffix(name) }
      ?? articles.first
    if let article {
      return .found(
        Found(location: location, article: article, isUnchanged: article.sha256 == sha256))
    }
    return rejects.first.map(Outcome.rejected) ?? .missing([location])
  }

  /// The file, or a page of an archive; the files of all pages where the article has several.
  private func files(at location: String) throws(StorageFailure) -> [FoundFile] {
    if isPaged {
      let folder = InputFolder(path: Disk.parent(of: location))
      let groups = PageGroups.groups(of: try FolderWalk([folder]).files().files)
      return groups.first { $0.contains { $0.location == location } } ?? []
    }
    let isWhole = Disk.isFile(location)
    let archive = Self.file(of: location)
    // A number in a file that is no archive is that of an article, which `PartDigest` gives.
    let name = isWhole || archive.contains(".warc") ? location : archive
    switch try FoundFile.named(name, hints: InputHints()) {
    case .success(let file): return [file]
    case .failure: return []
    }
  }
}
