import Cleaning
import Corpus
import Extraction
import Model
import Reference
import Storage

/// What reading gave of files that travel together: their articles, or why there are none.
struct GroupReading: Sendable {
  enum Origin: Sendable {
    /// An earlier run had kept it, in this row of the state.
    case kept(row: Int)
    /// This run has made it; to be kept as these bytes.
    case new(StateKey, [UInt8])
    /// This run has made it, and the next is to make it again.
    case passing
  }

  var documents: Results<DocumentRecord>
  /// What the stages after the reading of the bytes have counted.
  var counts: [StageCount]
  var origin = Origin.passing
}

/// From the bytes of files that travel together to the records of what they say: the part of a
/// document's way that the state can spare a run.
struct GroupReader: Stage {
  let cleaner: Cleaner
  let extractor: Extractor
  let recorder: RecordReading

  init(_ plan: Plan, _ almanac: Almanac) throws(Failure) {
    cleaner = Cleaner(options: plan.cleaning)
    extractor = Extractor(
      almanac, options: plan.extraction, phrases: try converting(plan.extraction))
    recorder = RecordReading(taker: NoteTaker(almanac))
  }

  func run(_ files: Results<RawFile>) -> GroupReading {
    // Counted by itself, for the counts are kept with what they count.
    let tally = Tally()
    let read = PartDigests(tally: tally)  // -> the articles in them
      .then(Each(tally.counting(.clean, cleaner)))  // -> Article
      .then(JoinPages(tally: tally))  // -> the article of all pages
      .then(Each(tally.counting(.extract, extractor)))  // -> Reading
      .then(Each(recorder))  // -> its bytes
    do throws(Reject) {
      return GroupReading(documents: try read.run(files), counts: tally.counts)
    } catch {
      return GroupReading(documents: [.failure(error)], counts: tally.counts)
    }
  }
}

/// Reads what no earlier run has read: of all else, it gives what the state has.
struct RememberingReader: Stage {
  let reader: GroupReader
  /// Nil where there is no state.
  let state: StateReader?
  /// Stands for the program and for the settings that reading depends on.
  let era: StateKey

  func run(_ files: Results<RawFile>) -> GroupReading {
    guard let state, let key = StateKey(of: files, in: era) else { return reader.run(files) }
    if let kept = state.value(for: key), var reading = GroupReading(decoding: kept.value) {
      reading.origin = .kept(row: kept.row)
      return reading
    }
    var reading = reader.run(files)
    if !reading.hasBug { reading.origin = .new(key, reading.encoded) }
    return reading
  }
}

extension GroupReading {
  /// A fault of the program is worth another try.
  fileprivate var hasBug: Bool {
    documents.contains { document in
      if case .failure(let reject) = document { reject.code == .bug } else { false }
    }
  }
}

extension StateKey {
  /// All that reading sees of files that travel together, the bytes by their digest. Nil where one of
  /// them could not be fetched: that may be otherwise tomorrow.
  init?(of files: Results<RawFile>, in era: StateKey) {
    var parts: [String?] = [era.text]
    for file in files {
      guard case .success(let file) = file else { return nil }
      let (hints, capture) = (file.hints, file.capture)
      parts += [file.path, file.sha256, "\(file.size)", hints.publisher, hints.encoding]
      parts += [capture?.address, capture?.charset, capture?.mediaType]
      parts.append(capture.map { $0.isCut ? "cut" : "whole" })
    }
    self.init(of: parts)
  }
}

// MARK: As bytes

extension GroupReading {
  /// The stages that count while a group is read.
  private static let counted: [StageName] = [.clean, .extract]

  var encoded: [UInt8] {
    var encoder = ByteEncoder()
    for stage in Self.counted {
      let count = counts.first { $0.stage == stage }
      for number in [count?.entered, count?.split, count?.left, count?.joined] {
        encoder.put(number ?? 0)
      }
    }
    encoder.put(documents.count)
    for document in documents {
      switch document {
      case .success(let record):
        encoder.put(1)
        var bytes: [UInt8] = []
        record.encoded(into: &bytes)
        encoder.put(fixed: bytes)
      case .failure(let reject):
        encoder.put(0)
        reject.encode(into: &encoder)
      }
    }
    return encoder.bytes
  }

  /// Nil where the bytes are no reading.
  init?(decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes: bytes)
    var counts: [StageCount] = []
    for stage in Self.counted {
      guard let entered = decoder.integer(), let split = decoder.integer(),
        let left = decoder.integer(), let joined = decoder.integer()
      else { return nil }
      counts.append(
        StageCount(
          stage: stage, entered: entered, split: split, left: left, joined: joined, duplicates: 0,
          rejected: 0))
    }
    let documents = decoder.all { decoder -> Result<DocumentRecord, Reject>? in
      switch decoder.number() {
      case 1: decoder.byteList().flatMap(DocumentRecord.init(decoding:)).map(Result.success)
      case 0: Reject(decoding: &decoder).map(Result.failure)
      default: nil
      }
    }
    guard let documents, decoder.isAtEnd else { return nil }
    self.init(documents: documents, counts: counts)
  }
}

extension Reject {
  func encode(into encoder: inout ByteEncoder) {
    encoder.put(code.rawValue)
    encoder.put(stage.rawValue)
    encoder.put(path)
    encoder.put(detail)
    encoder.put([bytes, line].map { $0.map(String.init) ?? "" })
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let code = decoder.text(), let stage = decoder.text().flatMap(StageName.init),
      let path = decoder.text(), let detail = decoder.text(), let numbers = decoder.list(),
      numbers.count == 2
    else { return nil }
    self.init(
      Code(rawValue: code), stage: stage, path: path, bytes: Int(numbers[0]),
      line: Int(numbers[1]), detail: detail)
  }
}
