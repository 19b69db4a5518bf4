import Export
import Storage

/// Frees the space of what neither the current export nor the next run needs: what `dibao gc` does.
package struct Cleanup {
  /// What became of the state.
  private struct StateChange {
    var rowsRemoved: Int
    var rows: Int
    var bytesFreed: Int
    var bytes: Int
  }

  private let removed: [Leftovers.Removed]
  /// Nil where there is none.
  private let state: StateChange?

  /// Nothing is done while a run works on the same output.
  package init(_ plan: Plan, _ reporter: Reporter) throws(Failure) {
    let root = plan.output.location
    guard Disk.isFolder(root) else {
      (removed, state) = ([], nil)
      return
    }
    let lock = try writing { () throws(StorageFailure) in try RunLock(root: root) }
    state = try Self.trim(plan, root, reporter)
    removed = try writing { () throws(StorageFailure) in try Leftovers.sweep(lock) }
    try writing { () throws(StorageFailure) in try lock.release() }
  }

  /// A plan without a state has no use for one that is there.
  private static func trim(
    _ plan: Plan, _ root: String, _ reporter: Reporter
  ) throws(Failure) -> StateChange? {
    guard State.isThere(in: root) else { return nil }
    guard plan.output.keepsState, let era = plan.era else {
      let freed = try writing { () throws(StorageFailure) in try State.remove(in: root) }
      return StateChange(rowsRemoved: 0, rows: 0, bytesFreed: freed, bytes: 0)
    }
    let (change, damages) = try writing { () throws(StorageFailure) in
      let state = try State(in: root, era: era, readers: 1)
      let before = try state.size()
      try state.trim(current: Publication.currentRun(of: root))
      let after = try state.size()
      let change = StateChange(
        rowsRemoved: before.rows - after.rows, rows: after.rows,
        bytesFreed: before.bytes - after.bytes, bytes: after.bytes)
      return (change, [state.damage, try state.close()])
    }
    for damage in damages.compactMap({ $0 }) { try reporter.warn(ofDamagedState: damage) }
    return change
  }

  package func write(to console: Console, asJSON: Bool) throws(Failure) {
    try console.write(asJSON ? value.line + [10] : Array(ReadableText.text(of: value).utf8))
  }

  private var value: JSONValue {
    let freed = removed.reduce(state?.bytesFreed ?? 0) { $0 + $1.bytes }
    return [
      "bytes_freed": .integer(freed),
      "removed": .array(removed.map { ["path": .string($0.name), "bytes": .integer($0.bytes)] }),
      "state": state.map { state in
        [
          "rows_removed": .integer(state.rowsRemoved), "rows": .integer(state.rows),
          "bytes_freed": .integer(state.bytesFreed), "bytes": .integer(state.bytes),
        ]
      } ?? .null,
    ]
  }
}
