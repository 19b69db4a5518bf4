import Corpus
import Export
import Extraction
import Model
import Reference
import Storage

/// What people have written into the `lookups` folder.
struct Lookups: Sendable {
  var corrections = Corrections()
  /// SHA-256 over the files; nil where no folder is named.
  var digest: String?
}

/// Reads the `lookups` folder strictly: what it does not know is an error with its place.
struct LookupFiles {
  /// A file of the folder: the columns that it must have, and those that it may have.
  struct Form: Sendable {
    let name: String
    let required: [String]
    let optional: [String]
  }

  static let aliases = Form(name: "aliases.csv", required: ["name", "alias"], optional: ["note"])
  static let same = Form(
    name: "same_person.csv", required: ["name", "office", "other_office"], optional: ["note"])
  static let apart = Form(
    name: "not_same_person.csv", required: ["name", "office", "other_office"], optional: ["note"])
  static let offices = Form(
    name: "offices.csv", required: ["office"], optional: ["meant", "rank", "single_seat", "note"])
  static let forms = [aliases, same, apart, offices]

  private let folder: String?
  private let location: String
  private let almanac = Almanac.shared

  init(_ plan: Plan) {
    folder = plan.enrichment.lookups
    location = plan.enrichment.location
  }

  func read() throws(Failure) -> Lookups {
    guard let folder else { return Lookups() }
    let present = Self.forms.filter { Disk.isFile("\(location)/\($0.name)") }
    guard !present.isEmpty else {
      throw .config(path: folder, [Self.fault(.nothing(Self.forms.map(\.name)), line: 1)])
    }
    var lookups = Lookups()
    var sums: [String] = []
    for form in present {
      let path = "\(location)/\(form.name)"
      let bytes = try reading { () throws(StorageFailure) in try Disk.readWhole(path) }
      sums.append(form.name + " " + Content(of: bytes).sha256)
      let file = try reading { () throws(StorageFailure) in try CSVLines(bytes) }
      var reader = LookupReader(form: form, almanac: almanac)
      reader.read(file, into: &lookups.corrections)
      guard reader.faults.isEmpty else {
        throw .config(path: "\(folder)/\(form.name)", reader.faults)
      }
    }
    lookups.digest = Content(of: Array(sums.joined(separator: "\n").utf8)).sha256
    return lookups
  }

  static func fault(_ problem: ConfigFault.LookupProblem, line: Int) -> ConfigFault {
    ConfigFault(problem: .lookup(problem), pointer: "", line: line, column: 1)
  }
}

extension Plan {
  /// Holds the corrections that the plan names against their rules, without a run.
  package func checkLookups() throws(Failure) { _ = try LookupFiles(self).read() }
}

extension Reporter {
  /// Says which corrections no document had a use for.
  func warn(ofUnused places: [Corrections.Place]) throws(Failure) {
    for place in places {
      try warning(
        "lookups/\(place.file):\(place.line): nothing in these documents has a use for this line;"
          + " see the columns name, full_name and office_id of offices, and name of persons"
          + " (lookups.unused)", code: "lookups.unused")
    }
  }
}

/// Reads one file of the folder, line by line; all its faults are told at once.
struct LookupReader {
  let form: LookupFiles.Form
  let almanac: Almanac
  private(set) var faults: [ConfigFault] = []
  private var columns: [String: Int] = [:]

  init(form: LookupFiles.Form, almanac: Almanac) {
    self.form = form
    self.almanac = almanac
  }

  mutating func read(_ file: CSVLines, into corrections: inout Corrections) {
    for fault in file.faults { add(.notCSV(fault.words), fault.line) }
    guard let header = file.lines.first else {
      return add(.missingColumn(form.required[0], form.required + form.optional), 1)
    }
    readHeader(header)
    guard faults.isEmpty else { return }
    for line in file.lines.dropFirst() {
      let place = Corrections.Place(file: form.name, line: line.number)
      switch form.name {
      case LookupFiles.aliases.name: readAlias(line, place, &corrections)
      case LookupFiles.same.name: corrections.same += pair(line, place)
      case LookupFiles.apart.name: corrections.apart += pair(line, place)
      default: readOffice(line, place, &corrections)
      }
    }
  }

  private mutating func readHeader(_ header: CSVLines.Line) {
    let known = form.required + form.optional
    for (index, name) in header.fields.enumerated() {
      if known.contains(name) {
        columns[name] = index
      } else {
        add(.unknownColumn(name, Suggestion.nearest(to: name, in: known), known), header.number)
      }
    }
    for name in form.required where columns[name] == nil {
      add(.missingColumn(name, known), header.number)
    }
  }

  private mutating func add(_ problem: ConfigFault.LookupProblem, _ line: Int) {
    faults.append(LookupFiles.fault(problem, line: line))
  }

  /// A cell without the spaces around it; nil where nothing stands.
  private func cell(_ name: String, _ line: CSVLines.Line) -> String? {
    guard let index = columns[name], index < line.fields.count else { return nil }
    let text = line.fields[index].drop { $0 == " " }
    let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
    return trimmed.isEmpty ? nil : trimmed
  }

  private mutating func needed(_ name: String, _ line: CSVLines.Line) -> String? {
    if let text = cell(name, line) { return text }
    add(.emptyCell(name), line.number)
    return nil
  }

  // MARK: the four files

  private mutating func readAlias(
    _ line: CSVLines.Line, _ place: Corrections.Place, _ corrections: inout Corrections
  ) {
    guard let name = needed("name", line), let alias = needed("alias", line) else { return }
    if corrections.aliases[alias] != nil || alias == name {
      add(.twice(alias), line.number)
    } else {
      corrections.aliases[alias] = (name, place)
    }
  }

  private mutating func pair(
    _ line: CSVLines.Line, _ place: Corrections.Place
  ) -> [Corrections.Pair] {
    guard let name = needed("name", line) else { return [] }
    let offices = [cell("office", line), cell("other_office", line)]
    guard offices[0] != offices[1] else {
      add(.sameSides, line.number)
      return []
    }
    return [
      Corrections.Pair(
        Corrections.Who(name: name, office: offices[0]),
        Corrections.Who(name: name, office: offices[1]), place: place)
    ]
  }

  private mutating func readOffice(
    _ line: CSVLines.Line, _ place: Corrections.Place, _ corrections: inout Corrections
  ) {
    guard let office = needed("office", line) else { return }
    if corrections.offices[office] != nil { return add(.twice(office), line.number) }
    var fix = Corrections.OfficeFix(meant: nil, rank: nil, singleSeat: nil, place: place)
    if let words = cell("meant", line) {
      fix.meant = Extractor(almanac).office(written: words)
      if fix.meant == nil { add(.noOffice(words), line.number) }
    }
    if let rank = cell("rank", line) {
      fix.rank = rank
      let known = almanac.ranks.all.map(\.name)
      if !known.contains(rank) { add(.noChoice(rank, known), line.number) }
    }
    if let word = cell("single_seat", line) {
      fix.singleSeat = word == "true"
      if word != "true", word != "false" { add(.noChoice(word, ["true", "false"]), line.number) }
    }
    corrections.offices[office] = fix
  }
}
