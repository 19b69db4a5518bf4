import Export
import Model
import Storage

/// Makes an earlier export of an output folder the current one again: what `dibao rollback` does.
package struct Rollback {
  private let root: String
  /// The run to go back to; nil for the one before the current.
  private let wanted: String?

  /// `root` is an output folder: the one that `current` lies in.
  package init(_ root: String, to run: String?) throws(Failure) {
    guard Publication.currentRun(of: root) != nil else { throw .noPublication(path: root) }
    self.root = root
    wanted = run
  }

  /// The export that is gone back to is verified first, and runs are kept out meanwhile.
  package func run(_ reporter: Reporter) throws(Failure) {
    let lock = try writing { () throws(StorageFailure) in try RunLock(root: root) }
    let before = Publication.currentRun(of: root) ?? ""
    let run = try chosen()
    let folder = "\(root)/runs/\(run)"
    if run == before {
      reporter.notice("\(folder) is the current export already")
    } else {
      try verify(folder)
      try writing { () throws(StorageFailure) in try Publication.restore(run, under: lock) }
      reporter.notice("\(root)/current is \(run) again; \(before) is kept beside it")
    }
    try writing { () throws(StorageFailure) in try lock.release() }
  }

  private func chosen() throws(Failure) -> String {
    let kept = try reading { () throws(StorageFailure) in try Publication.runs(of: root) }
    guard let wanted else {
      let previous = try reading { () throws(StorageFailure) in
        try Publication.previousRun(of: root)
      }
      guard let previous else { throw .noEarlierRun(nil, kept: kept, path: root) }
      return previous
    }
    guard kept.contains(wanted) else { throw .noEarlierRun(wanted, kept: kept, path: root) }
    return wanted
  }

  private func verify(_ folder: String) throws(Failure) {
    let verification = try reading { () throws(StorageFailure) in
      try Verifier(tables: Tables.all).verify(folder)
    }
    guard verification.isSound else {
      throw .damagedExport(path: folder, problems: verification.counts.values.reduce(0, +))
    }
  }
}
