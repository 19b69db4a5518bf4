import Cleaning
import Extraction
import Model
import Storage

/// The way of a document through the stages that a run has, with what must hold on it.
struct DocumentWay {
  /// Nil where only the way to the article is wanted.
  let extractor: Extractor?
  private let unpack = UnpackStored()
  private let fetch = FetchLocal()
  private let cleaner = Cleaner()

  init(extractor: Extractor?) { self.extractor = extractor }

  /// The documents in a file of these bytes.
  func run(_ bytes: [UInt8], path: String) throws(Broken) -> Fate {
    let file = StoredFile(path: path, size: bytes.count, bytes: .read(bytes))
    return try fate(of: Result { () throws(Reject) in try unpack.run(file) }, path: path)
  }

  /// The documents in the pages of an archive.
  func run(archive path: String) throws(Broken) -> Fate {
    var fate = Fate()
    let (files, rejects) = try found(path)
    for reject in rejects {
      try RejectCheck(reject).check()
      fate.add(.rejected)
    }
    for file in files {
      let page = Result { () throws(Reject) in try fetch.run(file) }
      fate.add(try self.fate(of: page, path: file.path))
    }
    return fate
  }

  private func found(_ path: String) throws(Broken) -> (files: FoundFiles, rejects: [Reject]) {
    do throws(StorageFailure) {
      return try FolderWalk([InputFolder(path: path)]).files()
    } catch {
      throw Broken("the archive cannot be listed: \(error)")
    }
  }

  private func fate(of file: Result<RawFile, Reject>, path: String) throws(Broken) -> Fate {
    switch file {
    case .failure(let reject):
      try RejectCheck(reject).check(path: path)
      return .rejected
    case .success(let file):
      var fate = Fate()
      for piece in Digest.articles(in: file, sum: { Content(of: $0).sha256 }) {
        fate.documents += 1
        if try isRead(piece) { fate.read += 1 } else { fate.rejected += 1 }
      }
      return fate
    }
  }

  private func isRead(_ file: RawFile) throws(Broken) -> Bool {
    switch Result(catching: { () throws(Reject) in try cleaner.run(file) }) {
    case .failure(let reject):
      try RejectCheck(reject).check(path: file.path)
      return false
    case .success(let article):
      try ArticleCheck(article).check()
      if let extractor { try ReadingCheck.check(article, extractor) }
      return true
    }
  }
}
