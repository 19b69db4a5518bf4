import Cleaning
import Model
import Storage

/// What became of documents that travel together, in order.
typealias Results<Document> = [Result<Document, Reject>]

/// A stage for documents that travel together: one that it rejects does not hold up the others.
struct Each<Step: Stage>: Stage {
  let step: Step

  init(_ step: Step) { self.step = step }

  func run(_ documents: Results<Step.Input>) -> Results<Step.Output> {
    documents.map { document in
      document.flatMap { input in Result { () throws(Reject) in try step.run(input) } }
    }
  }
}

/// A stage for files that travel together, of which each may give several documents.
struct EachFile<Step: Stage, Document: Sendable>: Stage where Step.Output == Results<Document> {
  let step: Step

  init(_ step: Step) { self.step = step }

  func run(_ files: [Step.Input]) -> Results<Document> {
    files.flatMap { file in Result { () throws(Reject) in try step.run(file) }.documents() }
  }
}

/// A stage for files that travel together: one that cannot be read does not hold up the others.
struct EveryFile<Step: Stage>: Stage {
  let step: Step

  init(_ step: Step) { self.step = step }

  func run(_ files: [Step.Input]) -> Results<Step.Output> {
    files.map { file in Result { () throws(Reject) in try step.run(file) } }
  }
}

/// Parts files that hold several articles into one document for each.
struct PartDigests: Stage {
  var tally = Tally()

  func run(_ files: Results<RawFile>) -> Results<RawFile> {
    let part = PartDigest(tally: tally)
    return files.flatMap { file in file.map(part.run).documents() }
  }
}

/// Parts a file that holds several articles into one document for each.
struct PartDigest: Stage {
  var tally = Tally()

  func run(_ file: RawFile) -> Results<RawFile> {
    let articles = Digest.articles(in: file) { Content(of: $0).sha256 }
    tally.split(.clean, articles.count - 1)
    return articles.map(Result.success)
  }
}

/// Joins files that are the pages of one article.
struct JoinPages: Stage {
  var tally = Tally()

  func run(_ documents: Results<Article>) -> Results<Article> {
    var articles: [Article] = []
    var rejects: [Reject] = []
    for document in documents {
      switch document {
      case .success(let article): articles.append(article)
      case .failure(let reject): rejects.append(reject)
      }
    }
    let joined = PagedArticle.join(&articles) { sums in
      Content(of: Array(sums.map { $0 + "\n" }.joined().utf8)).sha256
    }
    tally.join(.clean, joined)
    return articles.map(Result.success) + rejects.map(Result.failure)
  }
}

extension Result where Failure == Reject {
  /// The documents of a file, or the reject that stands for all of them.
  func documents<Document>() -> Results<Document> where Success == Results<Document> {
    switch self {
    case .success(let documents): documents
    case .failure(let reject): [.failure(reject)]
    }
  }
}
