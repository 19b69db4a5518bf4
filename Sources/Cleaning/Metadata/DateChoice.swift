import Model

/// Chooses the date of publication among what a file offers.
enum DateChoice {
  struct Choice: Hashable, Sendable {
    let iso: String
    let basis: Article.DateBasis
  }

  /// The printed date wins where it tells the time, or where nothing speaks against it; a file
  /// with no date, or one without a year, has none.
  static func date(
    statements: Statements, visible: PrintedDate?, address: String?, path: String
  ) -> Choice? {
    let inAddress = address.flatMap { DateReader.day(inAddress: withoutHost($0).utf8) }
    if let stated = first(statements.values(.date, from: .frontMatter)) {
      let local = localized(stated, day: inAddress ?? visible?.day)
      return Choice(iso: local.iso, basis: .frontMatter)
    }
    let meta = first(statements.values(.date, from: .linkedData, .openGraph, .meta, .script))
      .map { localized($0, day: visible?.day ?? inAddress) }
    if let visible, visible.day.day != nil {
      guard let meta else { return Choice(iso: visible.iso, basis: .visible) }
      if meta.day == visible.day {
        // Both say the same time, and one of them where on earth.
        let isSame = meta.zone != nil && meta.time?.prefix(5) == visible.time?.prefix(5)
        return (visible.time == nil || isSame) && meta.time != nil
          ? Choice(iso: meta.iso, basis: .meta) : Choice(iso: visible.iso, basis: .visible)
      }
      if inAddress == visible.day { return Choice(iso: visible.iso, basis: .visible) }
    }
    if let meta { return Choice(iso: meta.iso, basis: .meta) }
    if let inAddress { return Choice(iso: inAddress.iso, basis: .url) }
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    if let day = DateReader.day(inAddress: name) { return Choice(iso: day.iso, basis: .fileName) }
    return visible.map { Choice(iso: $0.iso, basis: .visible) }
  }

  /// The first of the values that is a date with its day; a Unix time is one too.
  private static func first(_ values: [String]) -> PrintedDate? {
    let dates = values.compactMap { DateReader.date(ofValue: $0.utf8) }.filter { $0.day.day != nil }
    guard let first = dates.first, first.time == nil else { return dates.first }
    // The same day with its time says more.
    return dates.first { $0.time != nil && ($0.day == first.day || $0.inChina.day == first.day) }
      ?? first
  }

  /// Universal time tells another day than readers saw, from four in the afternoon on: then the
  /// time is China's, unless `day`, as printed elsewhere, is that of universal time.
  private static func localized(_ date: PrintedDate, day: PartialDate?) -> PrintedDate {
    let local = date.inChina
    return local.day == date.day || date.day == day ? date : local
  }

  private static func withoutHost(_ address: String) -> String {
    guard let scheme = address.range(of: "://"),
      let slash = address[scheme.upperBound...].firstIndex(of: "/")
    else { return address }
    return String(address[slash...])
  }
}
