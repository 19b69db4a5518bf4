import Extraction
package import Storage

/// Why a run or a command could not do what it was asked to do. A document's own fault is never
/// one of these: it is a `Reject`, and the run goes on.
package enum Failure: Error, Sendable {
  /// The command line asks for what a pipeline file must not ask for either.
  case usage([ConfigFault])
  /// No pipeline file where it was looked for.
  case noConfig(path: String, found: FoundBy)
  case config(path: String, [ConfigFault])
  /// The inputs hold no document.
  case noDocuments([String])
  /// An input cannot be read at all.
  case input(StorageFailure)
  case output(StorageFailure)
  case tooManyRejects(
    rejects: [RejectGroup], count: Int, allowed: Int, documents: Int, limit: Limit)
  case tooFewRows(found: Int, wanted: Int)
  case droppedRows(table: String, found: Int, before: Int, allowed: Double)
  /// The manifest of the current export cannot be read to compare with.
  case unreadableManifest(path: String)
  /// An export does not hold what it says.
  case damagedExport(path: String, problems: Int)
  case notAnExport(path: String)
  /// A folder in which nothing was published.
  case noPublication(path: String)
  /// There is no such export to go back to; with those that there are.
  case noEarlierRun(String?, kept: [String], path: String)
  /// What is to be explained can be the id of no mention.
  case badMention(String)
  /// A row is to be explained, and there is no export to look in.
  case noExport(path: String)
  /// The export has a table in no file that rows can be looked up in.
  case noTable(String, path: String)
  /// No row has this id.
  case noRow(String, path: String)
  /// A page is asked of what is no code; with the code that is nearest.
  case unknownCode(String, near: String?)
  /// A tree is asked of what no table names; with the names that are nearest.
  case unknownName(String, near: [String])
  /// A tree is asked of a name that several places bear.
  case sharedName(String, places: [String])
  /// Traditional characters are to be read by phrases, and the library for that cannot be used.
  case noConverter(PhraseConverter.Trouble)
  case stopped(Interruption)
  /// Standard output was closed by its reader: a quiet end, not a fault.
  case closedOutput
  /// None of the documents that were asked for could be read; the words were said already.
  case nothingRead
  /// The one document that was asked for was rejected.
  case rejected([RejectGroup])
  /// What an engine left behind is not whole, or not of this plan.
  case badJob(path: String, reason: String)
  /// A path, or the value of a variable, that no scheduler could be told.
  case cannotSchedule(String, reason: String)
  /// The system lets the program open fewer files than any command needs.
  case fewFiles(Int)
  /// A fault of the program.
  case bug(String)

  /// How the pipeline file was chosen.
  package enum FoundBy: Hashable, Sendable { case flag, environment, currentFolder }

  /// Which limit of the pipeline file was passed.
  package enum Limit: Hashable, Sendable { case maxErrors, maxErrorRatio }

  /// The number that the shell sees.
  package var exitCode: ExitCode {
    switch self {
    case .usage, .badMention, .sharedName, .unknownCode, .cannotSchedule: .usage
    case .noConfig, .config, .noConverter: .config
    case .noDocuments: .noInput
    case .input(let failure): Self.exitCode(input: failure)
    case .output(let failure): Self.exitCode(output: failure)
    case .tooManyRejects, .tooFewRows, .droppedRows, .unreadableManifest: .data
    case .damagedExport, .nothingRead, .rejected, .badJob: .data
    case .notAnExport, .noPublication, .noEarlierRun, .noExport, .noTable, .noRow, .unknownName:
      .noInput
    case .stopped(let interruption): interruption.exitCode
    case .closedOutput: .done
    case .fewFiles: .inputOutput
    case .bug: .bug
    }
  }

  private static func exitCode(input failure: StorageFailure) -> ExitCode {
    switch failure.kind {
    case .notFound: .noInput
    case .permission: .permission
    case .damaged: .data
    case .badPattern, .newer: .config
    case .noSpace, .exists, .busy, .outsideRoot, .io: .inputOutput
    }
  }

  private static func exitCode(output failure: StorageFailure) -> ExitCode {
    switch failure.kind {
    case .busy: .busy
    case .permission: .permission
    case .notFound, .exists, .outsideRoot, .badPattern: .cannotCreate
    case .noSpace, .io, .damaged: .inputOutput
    case .newer: .config
    }
  }
}

/// How many documents were rejected with one code, and the first of them in path order.
package struct RejectGroup: Hashable, Sendable {
  package var code: String
  package var count: Int
  package var firstPath: String
  package var firstDetail: String
}

/// A signal that asks the program to stop.
package enum Interruption: Hashable, Sendable {
  case interrupt, terminate

  package var exitCode: ExitCode {
    switch self {
    case .interrupt: .interrupted
    case .terminate: .terminated
    }
  }
}

/// Work on what a run reads: its failures are the input's.
func reading<Value>(
  _ work: () throws(StorageFailure) -> Value
) throws(Failure) -> Value {
  do { return try work() } catch { throw .input(error) }
}

/// The converter that the options ask for.
func converting(_ options: ExtractionOptions) throws(Failure) -> PhraseConverter? {
  do { return try PhraseConverter.asked(options) } catch { throw .noConverter(error) }
}

/// Work on what a run writes: its failures are the output's.
func writing<Value>(
  _ work: () throws(StorageFailure) -> Value
) throws(Failure) -> Value {
  do { return try work() } catch { throw .output(error) }
}
