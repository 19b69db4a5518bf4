/// Lines that were broken at a fixed width, put together again.
enum WrappedLines {
  /// The paragraphs that the lines of one block make.
  ///
  /// A line goes on in the next where it is about as wide as the widest and ends no sentence, or
  /// where all lines but the last are equally wide. Short lines stay as they are: they are
  /// headings, verses, lists.
  static func joined(_ lines: [ArraySlice<UInt8>]) -> [[UInt8]] {
    let widths = lines.map(width)
    guard lines.count > 1, let widest = widths.max() else { return lines.map { Array($0) } }
    let isWrapped = widest >= 40 && widths.dropLast().allSatisfy { $0 * 20 >= widest * 17 }
    var paragraphs: [[UInt8]] = []
    var goesOn = false
    for (index, line) in lines.enumerated() {
      if goesOn, let last = paragraphs.indices.last {
        paragraphs[last].append(0x0A)
        paragraphs[last] += line
      } else {
        paragraphs.append(Array(line))
      }
      let isFull = widths[index] >= 40 && widths[index] * 20 >= widest * 17
      goesOn = isFull && (isWrapped && lines.count > 2 || !Sentence.isEnded(line.trimmingBlanks))
    }
    return paragraphs
  }

  /// In columns: a Chinese character takes two.
  private static func width(_ line: ArraySlice<UInt8>) -> Int {
    line.reduce(0) { width, byte in
      byte < 0x80 ? width + 1 : byte >= 0xE0 ? width + 2 : byte >= 0xC0 ? width + 1 : width
    }
  }
}
