import Model

/// The files of a walk in a compact form: a list of a million takes some fifty bytes for each.
package struct FoundFiles: RandomAccessCollection, Sendable {
  private let inputs: [InputFolder]
  /// The paths, one after the other, and where each ends.
  private var paths: [UInt8] = []
  private var ends: [Int] = []
  private var sizes: [Int] = []
  private var owners: [Int32] = []
  /// Where a file lies that does not lie at its path below its input.
  private var locations: [Int: String] = [:]
  private var parts: [Int: FilePart] = [:]

  package init(_ inputs: [InputFolder] = []) { self.inputs = inputs }

  mutating func append(_ file: FoundFile, input: Int) {
    let number = ends.count
    paths.append(contentsOf: file.path.utf8)
    ends.append(paths.count)
    sizes.append(file.size)
    owners.append(Int32(input))
    if let part = file.part { parts[number] = part }
    if location(number) != file.location { locations[number] = file.location }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }

  package subscript(index: Int) -> FoundFile {
    FoundFile(
      path: path(index), location: locations[index] ?? location(index),
      hints: inputs[Int(owners[index])].hints, size: sizes[index], part: parts[index])
  }

  /// In bytes, without making the file.
  package func size(at index: Int) -> Int { sizes[index] }

  package func path(_ index: Int) -> String {
    String(decoding: paths[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }

  private func location(_ index: Int) -> String {
    let input = inputs[Int(owners[index])]
    let path = path(index)
    let below = input.label.map { $0.isEmpty ? 0 : $0.utf8.count + 1 } ?? 0
    return input.path + "/" + String(decoding: path.utf8.dropFirst(below), as: UTF8.self)
  }
}
