import Model

/// A date as it is printed: what is said of year, month and day, before the context fills the rest.
struct PrintedDate: Hashable {
  /// In scalars of the passage.
  var range: Range<Int>
  var year: Year?
  var month: Month?
  var day: Day?
  /// 周五, 0 for Monday; with a day in brackets beside it, the day tells.
  var weekday: Weekday?

  /// The day of the week printed beside a day, 0 for Monday: it tells the month that is meant.
  var check: Int?
  /// 两年前, 五个月后: counted from the article or from the date told before.
  var count: Count?

  /// A number of years, months or days before or after another date.
  struct Count: Hashable {
    enum Unit: Hashable { case year, month, day }

    var unit: Unit
    /// Below 0 for what lies before.
    var number: Int
    var isFromArticle: Bool
  }

  enum Year: Hashable {
    case number(Int)
    /// 今年 0, 去年 -1: from the article's date.
    case fromArticle(Int)
    /// 同年 0, 次年 1: from the date told before.
    case fromLast(Int)
  }

  enum Month: Hashable {
    case number(Int)
    case fromArticle(Int)
    case fromLast(Int)
  }

  enum Day: Hashable {
    case number(Int)
    /// 今天 0, 昨日 -1.
    case fromArticle(Int)
    /// 当天 0, 次日 1.
    case fromLast(Int)
  }

  struct Weekday: Hashable {
    var day: Int
    /// 上周 -1, 本周 0, 下周 1; nil for the last one before the article, or on its day.
    var week: Int?
    /// 将在周二: the next one, where no week is told.
    var isAhead = false
  }

  var isEmpty: Bool {
    year == nil && month == nil && day == nil && weekday == nil && count == nil
  }
}
