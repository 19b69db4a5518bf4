package import Model

/// What people know better than the program, from the files of the `lookups` folder: other forms of
/// names, who is one person and who is not, which office words mean.
package struct Corrections: Sendable {
  /// A line of a file, for telling which were of no use.
  package struct Place: Hashable, Comparable, Sendable {
    package let file: String
    package let line: Int

    package init(file: String, line: Int) {
      self.file = file
      self.line = line
    }

    package static func < (a: Self, b: Self) -> Bool { (a.file, a.line) < (b.file, b.line) }
  }

  /// A person by name, and by an office where the name is shared.
  package struct Who: Hashable, Sendable {
    package let name: String
    /// As in the columns `offices.name`, `full_name` or `office_id`; nil for any.
    package let office: String?

    package init(name: String, office: String?) {
      self.name = name
      self.office = office
    }
  }

  /// Two who are one person, or who are not.
  package struct Pair: Hashable, Sendable {
    package let first: Who
    package let second: Who
    package let place: Place

    package init(_ first: Who, _ second: Who, place: Place) {
      self.first = first
      self.second = second
      self.place = place
    }
  }

  /// What an office is in truth.
  package struct OfficeFix: Sendable {
    /// The office that was meant.
    package var meant: OfficeReading?
    package var rank: String?
    package var singleSeat: Bool?
    package var place: Place

    package init(meant: OfficeReading?, rank: String?, singleSeat: Bool?, place: Place) {
      self.meant = meant
      self.rank = rank
      self.singleSeat = singleSeat
      self.place = place
    }
  }

  /// The name that another form stands for.
  package var aliases: [String: (name: String, place: Place)] = [:]
  package var same: [Pair] = []
  package var apart: [Pair] = []
  /// By what the office is called: its name, full name or id.
  package var offices: [String: OfficeFix] = [:]

  package init() {}

  package var isEmpty: Bool {
    aliases.isEmpty && same.isEmpty && apart.isEmpty && offices.isEmpty
  }

  /// Where each of them stands.
  var places: Set<Place> {
    Set(aliases.values.map(\.place) + (same + apart).map(\.place) + offices.values.map(\.place))
  }

  /// The name proper of a form.
  func name(for form: String) -> String { aliases.isEmpty ? form : aliases[form]?.name ?? form }

  /// What is said of an office, by any of the words that it is called by.
  func fix(of names: [String]) -> OfficeFix? {
    offices.isEmpty ? nil : names.lazy.compactMap { offices[$0] }.first
  }
}
