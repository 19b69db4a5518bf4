import Model
import Reference

/// Words that look like a title or a place and are the part of a longer name.
extension OfficeFinder {
  /// Whether a longer body ends inside a head, with a post behind it: 总工会·主席 is no 工会主席, and
  /// 总政治部·主任 no 政治部主任.
  func isInsideBody(_ place: Int, _ end: Int) -> Bool {
    (place + 1..<end).contains { cut in
      passage.ending(at: cut, if: [.listed, .department]).contains { Int($0.start) < place }
        && passage.starting(at: cut, if: .post).contains { Int($0.end) == end }
    }
  }

  /// 特派员 in 特派员公署: a head that lies in the name of a listed body is none.
  func isInsideListed(_ head: Range<Int>) -> Bool {
    (max(0, head.lowerBound - 24)..<head.lowerBound).contains { start in
      passage.beginsLong(.listed, at: start)
        && passage.starting(at: start).contains {
          $0.kind == .listed && Int($0.end) >= head.upperBound
        }
    }
  }

  /// 海港区·人大常委会: a title that begins with the last letters of a district is none.
  func isInsidePlace(_ place: Int) -> Bool {
    passage.ending(at: place + 2, if: .place).contains {
      Int($0.start) < place && $0.length > 2 && passage.scalar(place + 1).isLevel
    }
  }

  /// 高新区管委会: districts called 新区 or 城区 are told with their city, and end longer words.
  func isPlainDistrict(at place: Int) -> Bool {
    passage.scalar(place + 1) == 0x533A && passage.beginsLong(.place, at: place)  // 区
      && passage.scalar(place - 1).isNameLetter && !passage.ends(.place, at: place)
  }
}
