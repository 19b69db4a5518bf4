import Storage

/// One JSON document with a list for each kind of object, written while the parts of the objects
/// come in the order of their keys.
struct PopoloFile {
  private let file: OutputFile
  /// Sections whose list was begun.
  private var begun = 0
  /// The id of the object that is open, with its section.
  private var object: [UInt8]?
  private var hasObjects = false
  /// The list of the object that is open.
  private var list: [UInt8]?

  init(_ file: OutputFile) throws(StorageFailure) {
    self.file = file
    try file.write("{")
  }

  mutating func write(_ record: RecordSorter.Record) throws(StorageFailure) {
    guard let section = record.key.first, let end = record.key.firstIndex(of: 0, from: 1),
      end + 1 < record.key.count
    else { return }
    let rank = record.key[end + 1]
    if object.map({ $0[...] != record.key[..<end] }) ?? true {
      try closeObject()
      // What is told of an object that no row is has no place.
      guard rank == 0 else { return }
      try begin(through: section)
      try file.write(hasObjects ? ",\n{" : "\n{")
      try file.write(record.value)
      (object, hasObjects) = (Array(record.key[..<end]), true)
    } else if rank == 1 {
      try file.write(",")
      try file.write(record.value)
    } else if rank == 2, let name = Self.listName(record.key[(end + 2)...]) {
      try add(record.value, to: name)
    }
  }

  private mutating func add(_ item: [UInt8], to name: [UInt8]) throws(StorageFailure) {
    if list == name {
      try file.write(",")
    } else {
      try closeList()
      try file.write(
        [UInt8(ascii: ",")] + JSONValue.string(String(decoding: name, as: UTF8.self)).line)
      try file.write(":[")
      list = name
    }
    try file.write(item)
  }

  private static func listName(_ key: ArraySlice<UInt8>) -> [UInt8]? {
    key.firstIndex(of: 0).map { Array(key[..<$0]) }
  }

  /// Begins the lists of the sections that are not begun yet, up to this one.
  private mutating func begin(through section: UInt8) throws(StorageFailure) {
    while begun <= Int(section), begun < PopoloObject.Section.allCases.count {
      let name = PopoloObject.Section.allCases[begun].name
      try file.write(begun > 0 ? "\n],\n" : "\n")
      try file.write("\"\(name)\":[")
      begun += 1
      hasObjects = false
    }
  }

  private mutating func closeList() throws(StorageFailure) {
    if list != nil { try file.write("]") }
    list = nil
  }

  private mutating func closeObject() throws(StorageFailure) {
    try closeList()
    if object != nil { try file.write("}") }
    object = nil
  }

  mutating func close() throws(StorageFailure) {
    try closeObject()
    try begin(through: .max)
    try file.write("\n]\n}\n")
    _ = try file.close()
  }
}

extension [UInt8] {
  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    self[Swift.min(start, count)...].firstIndex(of: byte)
  }
}
