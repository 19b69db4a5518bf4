/// What a tenure is called in formats that have fewer words for it than the tables.
enum HeldOffice {
  /// `ended` or `unknown`, never `current`: that nothing shows an end does not show that there was
  /// none.
  static func status(of tenure: RowCells) -> String {
    let hasEnded = ["stated_end", "not_after", "ended_by"].contains { tenure.text($0) != nil }
    return hasEnded ? "ended" : "unknown"
  }

  /// Who only acts in an office is not called its holder.
  static func title(_ title: String, of tenure: RowCells) -> String {
    tenure.isTrue("acting") ? title + "（代理）" : title
  }
}
