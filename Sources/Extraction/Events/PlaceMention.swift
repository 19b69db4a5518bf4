import Model

/// A place that an article names in a part of what it tells.
struct PlaceMention {
  enum Role {
    /// Somebody is there, or comes there: 在河滨市, 赴河滨市, 对甲国进行访问.
    case scene
    /// Somebody takes an office there: 空降甲省, 赴甲省任.
    case post
    /// A court bears its name: 河滨市中级人民法院.
    case court
    /// A report was sent from there: 新华社河滨7月1日电.
    case dateline
    /// It convenes: 甲省召开会议.
    case host
  }

  var role: Role
  /// With all that is named around it: 甲省河滨市东山县.
  var range: Range<Int>
  /// The word that makes the place what it is here.
  var verb: Range<Int>
  var name: String
  /// The id of the division, or of the foreign state, that it is or lies in.
  var area: String?
  /// Whether it is that area, and not a place in it.
  var isWhole = true
  /// The same for the places of one list: 赴甲市、乙市.
  var list: Int
  /// The date of its sentence.
  var day: DayName?

  var place: Event.Place { Event.Place(name: name, area: area) }
}
