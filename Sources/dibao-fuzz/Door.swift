import Batch
import Export
import Extraction
import Model
import Reference
import Storage

/// Takes bytes of one kind to the part of the program that reads them.
struct Door {
  let kind: Kind
  /// Where bytes are put that are read as a file.
  let folder: String
  private let way: DocumentWay
  private let extractor: Extractor

  /// `reads`: whether the persons of documents are read too, or nothing but their articles.
  init(_ kind: Kind, folder: String, reads: Bool) {
    self.kind = kind
    self.folder = folder
    extractor = Extractor(.shared)
    way = DocumentWay(extractor: reads ? extractor : nil)
  }

  /// `name` is that of the file which the bytes were made of.
  @discardableResult
  func check(_ bytes: [UInt8], name: String? = nil) throws(Broken) -> Fate {
    let fate: Fate
    switch kind {
    case .html, .markdown, .text, .mhtml: fate = try way.run(bytes, path: name ?? kind.name)
    case .gzip:
      try checkPieces(bytes)
      fate = try way.run(bytes, path: name ?? kind.name)
    case .warc:
      let ending = GzipReader.isGzip(bytes) ? "a.warc.gz" : "a.warc"
      fate = try way.run(archive: try file(ending, bytes))
    case .config: fate = try checkConfig(bytes)
    case .zip: fate = try checkZip(bytes)
    case .json: fate = try JSONCheck(bytes).check()
    case .sentence: fate = try checkSentence(bytes)
    case .reading: fate = try checkReading(bytes)
    case .encoding, .dates: fate = try checkInside(bytes)
    }
    try fate.check()
    return fate
  }

  /// Puts bytes into a file.
  func file(_ name: String, _ bytes: [UInt8]) throws(Broken) -> String {
    let path = folder + "/" + name
    do throws(StorageFailure) {
      try Disk.replaceFile(path, with: bytes)
    } catch {
      throw Broken("\(path) cannot be written: \(error)")
    }
    return path
  }

  private func checkInside(_ bytes: [UInt8]) throws(Broken) -> Fate {
    #if FUZZ
      return kind == .dates ? try InnerDoors.dates(bytes) : try InnerDoors.encoding(bytes)
    #else
      throw Broken("\(kind.rawValue) can be asked only in a build for libFuzzer")
    #endif
  }
}

// MARK: Packed bytes

extension Door {
  /// In pieces, a stream gives what it gives at once.
  private func checkPieces(_ bytes: [UInt8]) throws(Broken) {
    let whole = Result { () throws(GzipDamage) in
      try GzipReader.content(of: bytes, limit: 1 << 20)
    }
    let reader = GzipReader(limit: 1 << 20)
    let pieces = Result { () throws(GzipDamage) in
      var content: [UInt8] = []
      for byte in bytes { try reader.read([byte], onto: &content) }
      try reader.finish()
      return content
    }
    guard whole == pieces else { throw Broken("gzip in pieces is not gzip at once") }
  }

  private func checkZip(_ bytes: [UInt8]) throws(Broken) -> Fate {
    let path = try file("a.zip", bytes)
    do throws(StorageFailure) {
      let reader = try ZipReader(path)
      var isMember = true
      while isMember { isMember = try reader.next { _, _ in } }
      return .read
    } catch {
      guard error.kind == .damaged, error.detail != nil else { throw Broken("zip: \(error)") }
      return .rejected
    }
  }
}

// MARK: Settings

extension Door {
  /// A pipeline file is a plan, or has faults that are told with their places.
  private func checkConfig(_ bytes: [UInt8]) throws(Broken) -> Fate {
    let source = PlanSource.file(try file("pipeline.json", bytes))
    do throws(Failure) {
      _ = try source.plan(Environment(["HOME": "/home/a"]))
      return .read
    } catch {
      guard case .config(_, let faults) = error, !faults.isEmpty else {
        throw Broken("a pipeline file fails with \(error)")
      }
      for fault in faults where fault.line < 1 || fault.column < 1 {
        throw Broken("\(fault.pointer) stands nowhere")
      }
      guard !ErrorWording.lines(for: error).isEmpty else { throw Broken("a fault without words") }
      return .rejected
    }
  }
}

// MARK: Text and readings

extension Door {
  private func checkSentence(_ bytes: [UInt8]) throws(Broken) -> Fate {
    let text = String(decoding: bytes, as: UTF8.self)
    var article = Article(path: "a.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = text
    article.publishedAt = "2024-11-12"
    try ReadingCheck.check(article, extractor)
    _ = extractor.written(text)
    return .read
  }

  /// What is decoded is encoded to what decodes to the same.
  private func checkReading(_ bytes: [UInt8]) throws(Broken) -> Fate {
    guard let reading = Reading(decoding: bytes) else { return .rejected }
    var first: [UInt8] = []
    reading.encoded(into: &first)
    guard let again = Reading(decoding: first) else {
      throw Broken("a reading that was encoded cannot be decoded")
    }
    var second: [UInt8] = []
    again.encoded(into: &second)
    guard first == second else { throw Broken("a reading changes on its way through bytes") }
    return .read
  }
}

#if FUZZ
  extension Door {
    /// What the state would keep of a text.
    func encodedReading(of document: [UInt8]) throws -> [UInt8] {
      var article = Article(path: "a.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
      article.text = String(decoding: document, as: UTF8.self)
      var bytes: [UInt8] = []
      try extractor.run(article).encoded(into: &bytes)
      return bytes
    }
  }
#endif
