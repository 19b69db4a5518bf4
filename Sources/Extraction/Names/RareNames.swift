import Model
import Reference

/// Names after an office that the letters do not tell.
extension NameRules {
  /// A Japanese surname and one to three letters up to a mark, a verb or a word: 市长松井一明发表.
  func japaneseName(at start: Int) -> Range<Int>? {
    guard start + 3 <= passage.count,
      passage.terms.japaneseSurnames.contains(passage.string(start..<start + 2))
    else { return nil }
    for length in [4, 3, 5] {
      let range = start..<start + length
      if range.allSatisfy({ passage.scalar($0).isHan }), reader.endsClearly(at: range.upperBound),
        !reader.endsInWord(range)
      {
        return range
      }
    }
    return nil
  }

  /// Whether two letters may be a name of which the tables know no surname: 阿东, but not 后才 or 丢官,
  /// whose letters stand in running text.
  func mayBeShort(_ start: Int) -> Bool {
    let names = passage.terms.names
    let (first, last) = (passage.scalar(start), passage.scalar(start + 1))
    return names.score(surname: first, length: 1, given: last, nil) > Self.leastShort
  }

  private static let leastShort = -18

  /// Whether three letters and more have the sound of a name, and hold no word but the whole: 阿拉坦朝鲁.
  func isSound(_ range: Range<Int>) -> Bool {
    guard range.count > 2, reader.isOrdinaryWord(range), !passage.scalar(range.upperBound).isHan
    else { return false }
    return !range.contains { place in
      passage.starting(at: place, if: .ordinary).contains { match in
        match.length > 1 && match.kind.meets(.ordinary)
          && (Int(match.start) > range.lowerBound || Int(match.end) != range.upperBound)
      }
    }
  }

  /// Two letters after an office whose second opens a word that goes on beyond the name: 岑望·在会上,
  /// where 正在 is a word.
  func crossedName(at start: Int) -> Range<Int>? {
    let name = start..<start + 2
    guard reader.isFrequentSurname(passage.scalar(start)), passage.scalar(start + 1).isHan,
      [0x5728, 0x662F, 0x5BF9, 0x5F0F].contains(passage.scalar(start + 2)),  // 在是对式
      passage.beginsLong(.ordinary, at: start + 1), !passage.beginsLong(.ordinary, at: start)
    else { return nil }
    return name
  }

  /// Two or three letters that stand again and again near an office, each time among other letters,
  /// as words do: 书记火明贵有关联 … 火明贵曾任 … 但火明贵.
  func recurringName(at start: Int) -> Range<Int>? {
    for length in [3, 2] {
      let range = start..<start + length
      guard range.upperBound < passage.count, range.allSatisfy({ passage.scalar($0).isHan }),
        !holdsOrdinary(range), recurs(range)
      else { continue }
      return range
    }
    return nil
  }

  /// Whether a stretch stands three times and more in the text around it, with three letters or
  /// marks after it and two before.
  private func recurs(_ range: Range<Int>) -> Bool {
    let reach = 3_000
    let around = max(0, range.lowerBound - reach)..<min(passage.count, range.upperBound + reach)
    let letters = passage.scalars[range]
    var (count, before, after) = (0, Set<UInt32>(), Set<UInt32>())
    for place in around where passage.scalars[place] == letters[range.lowerBound] {
      guard place + range.count <= passage.count,
        passage.scalars[place..<place + range.count].elementsEqual(letters)
      else { continue }
      count += 1
      before.insert(passage.scalar(place - 1))
      after.insert(passage.scalar(place + range.count))
    }
    return count >= 3 && before.count >= 2 && after.count >= 3
  }
}
