import Dispatch
import Export
import Model
import Storage
import Synchronization

/// The way of rows to the files of an export. With several workers they become bytes behind the back
/// of what makes them.
///
/// Rows are written in the order in which they come, whoever does it: the files are the same.
final class RowOutput {
  /// Rows on their way, which belong to the queue until they are written.
  private final class Batch: @unchecked Sendable {
    var rows: [any TableRow] = []
  }

  /// The writers, and what went wrong. The exporter belongs to the queue until `exporter()`.
  private final class Sink: @unchecked Sendable {
    let exporter: Exporter
    private let failure = Mutex<StorageFailure?>(nil)
    private let isLeft = Atomic(false)
    private let written = Mutex<[Batch]>([])

    init(_ exporter: Exporter) { self.exporter = exporter }

    func write(_ batch: Batch) {
      if failure.withLock({ $0 == nil }) {
        do throws(StorageFailure) {
          for row in batch.rows where !isLeft.load(ordering: .relaxed) { try exporter.write(row) }
        } catch {
          failure.withLock { $0 = error }
        }
      }
      written.withLock { $0.append(batch) }
    }

    /// Rows go where they were made: what one thread frees of another's holds up both.
    func clear() {
      let batches = written.withLock { written in
        let batches = written
        written = []
        return batches
      }
      for batch in batches { batch.rows = [] }
    }

    func check() throws(StorageFailure) {
      if let failure = failure.withLock({ $0 }) { throw failure }
    }

    func leave() { isLeft.store(true, ordering: .relaxed) }
  }

  private let sink: Sink
  /// Nil where who makes the rows writes them too.
  private let queue: DispatchQueue?
  private let room = DispatchSemaphore(value: mostBatches)
  private var batch = Batch()
  private var weight = 0

  /// Batches that wait or are written.
  private static let mostBatches = 4
  /// In rows; so many bytes of text count as a row too.
  private static let fullBatch = 256
  private static let bytesOfRow = 512

  init(_ exporter: Exporter, behind: Bool) {
    sink = Sink(exporter)
    queue = behind ? DispatchQueue(label: "dibao.rows") : nil
  }

  /// Nothing is written any more when this is gone: the folder may go too.
  deinit {
    sink.leave()
    queue?.sync {}
  }

  /// Takes a row with so many bytes of text; throws where earlier ones could not be written.
  func write<Row: TableRow>(_ row: Row, bytes: Int) throws(StorageFailure) {
    guard queue != nil else { return try sink.exporter.write(row) }
    batch.rows.append(row)
    weight += 1 + bytes / Self.bytesOfRow
    if weight >= Self.fullBatch { try handOver() }
  }

  private func handOver() throws(StorageFailure) {
    try sink.check()
    let full = batch
    batch = Batch()
    weight = 0
    room.wait()
    sink.clear()
    queue?.async { [sink, room] in
      sink.write(full)
      room.signal()
    }
  }

  /// The writers, when all rows are written.
  func exporter() throws(StorageFailure) -> Exporter {
    if !batch.rows.isEmpty { try handOver() }
    queue?.sync {}
    try sink.check()
    return sink.exporter
  }
}
