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
  /// Tells the year, month or week that is meant, where none is printed.
  var side: Side?

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
  }

  /// On which side of the article a date lies, as far as the words around it say: 将于1月6日 ahead,
  /// 3月23日宣布了 behind.
  enum Side { case ahead, behind }

  var isEmpty: Bool {
    year == nil && month == nil && day == nil && weekday == nil && count == nil
  }
}
