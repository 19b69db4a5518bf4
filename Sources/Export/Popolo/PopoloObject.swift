import Model

/// An object of Popolo, or what a row tells of one: those of one id are put together.
struct PopoloObject {
  /// The lists of the file, in its order.
  enum Section: UInt8, CaseIterable {
    case persons, organizations, posts, memberships, events, areas

    var name: String {
      switch self {
      case .persons: "persons"
      case .organizations: "organizations"
      case .posts: "posts"
      case .memberships: "memberships"
      case .events: "events"
      case .areas: "areas"
      }
    }
  }

  /// What it adds: the object's own members, further ones, or an item of one of its lists.
  enum Part {
    case members
    case more
    case item(of: String, order: Int)
  }

  let section: Section
  let id: String
  let part: Part
  let value: JSONValue

  /// Own members: nothing is left out that is not nil.
  init(_ section: Section, _ id: String, _ members: KeyValuePairs<String, JSONValue?>) {
    (self.section, self.id, part) = (section, id, .members)
    value = .members(["id": .string(id)]).with(members)
  }

  init(more section: Section, _ id: String, _ members: KeyValuePairs<String, JSONValue?>) {
    (self.section, self.id, part) = (section, id, .more)
    value = .members(members)
  }

  init(item section: Section, _ id: String, of list: String, order: Int, _ value: JSONValue) {
    (self.section, self.id, part) = (section, id, .item(of: list, order: order))
    self.value = value
  }

  /// Sections, ids, own members before further ones, then the lists by name.
  var key: [UInt8] {
    let start = [section.rawValue] + Array(id.utf8) + [0]
    return switch part {
    case .members: start + [0]
    case .more: start + [1]
    case .item(let list, let order): start + [2] + Array(list.utf8) + [0] + order.bigEndianBytes
    }
  }

  /// Members without the braces around them; an item as it is.
  var bytes: [UInt8] {
    if case .item = part { return value.line }
    return Array(value.line.dropFirst().dropLast())
  }
}

extension JSONValue {
  fileprivate func with(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    guard case .object(let own) = self, case .object(let more) = JSONValue.members(members) else {
      return self
    }
    return .object(own + more)
  }
}

extension RowCells {
  /// A column as JSON; nil for nothing.
  func json(_ column: String) -> JSONValue? {
    switch self[column] {
    case .null: nil
    case .text(let text): text.isEmpty ? nil : .string(text)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .boolean(let flag): .boolean(flag)
    case .list(let list): list.isEmpty ? nil : .list(list)
    }
  }

  /// A date of the form that Popolo takes, cut to what is known; nil for others, as a day without
  /// its year.
  func popoloDate(_ column: String) -> JSONValue? {
    text(column).flatMap { PartialDate(iso: $0)?.iso }.map(JSONValue.string)
  }
}
