import Model

/// An entity of FollowTheMoney, or what a row tells of one: those of one id are put together.
struct FTMEntity: Equatable {
  enum Schema: String {
    case article = "Article"
    case person = "Person"
    case position = "Position"
    case organization = "Organization"
    case publicBody = "PublicBody"
    case occupancy = "Occupancy"
    case membership = "Membership"
    case succession = "Succession"
    case event = "Event"
    case mention = "Mention"
    case link = "UnknownLink"
    case contract = "Contract"
    case note = "Note"
    case similar = "Similar"
  }

  struct Property: Hashable {
    let name: String
    let value: String
  }

  static let dataset = "dibao"

  let id: String
  /// Nil where only something is added to an entity that another row is.
  private(set) var schema: Schema?
  private var properties: Set<Property> = []

  /// `id` as the tables have it.
  init(_ id: String, _ schema: Schema?) {
    self.id = FTMText.id(id)
    self.schema = schema
  }

  /// Refers to another entity by its id in the tables.
  mutating func refer(_ property: String, to id: String?) { add(property, id.map(FTMText.id)) }

  /// What is nothing, or nothing after cleaning, is no value.
  mutating func add(_ property: String, _ value: String?) {
    guard let value else { return }
    properties.insert(Property(name: property, value: value))
  }

  mutating func add(_ property: String, all values: some Sequence<String>) {
    for value in values { add(property, value) }
  }

  /// The columns of a row that no property takes, `rank=正部级; level=central`, so that none is lost.
  mutating func add(_ property: String, columns: [String], of row: RowCells) {
    let told = columns.compactMap { name in row.text(name).map { "\(name)=\($0)" } }
    add(property, FTMText.text(told.isEmpty ? nil : told.joined(separator: "; ")))
  }

  mutating func unite(_ other: FTMEntity) {
    schema = schema ?? other.schema
    properties.formUnion(other.properties)
  }

  /// By name, then by the bytes of the value.
  var sorted: [Property] {
    properties.sorted {
      $0.name == $1.name
        ? $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) : $0.name < $1.name
    }
  }

  /// One line; properties by name, their values by their bytes. Nil for what is no entity.
  var line: [UInt8]? {
    guard let schema else { return nil }
    var members: [JSONValue.Member] = []
    var values: [JSONValue] = []
    let sorted = sorted
    for (place, property) in sorted.enumerated() {
      values.append(.string(property.value))
      let isLast = place + 1 == sorted.count || sorted[place + 1].name != property.name
      if isLast {
        members.append(.init(property.name, .array(values)))
        values = []
      }
    }
    let value: JSONValue = [
      "id": .string(id), "schema": .string(schema.rawValue), "properties": .object(members),
      "datasets": [.string(Self.dataset)],
    ]
    return value.line + [0x0A]
  }
}

extension FTMEntity {
  /// Without its id, by which it is kept.
  var encoded: [UInt8] {
    var encoder = ByteEncoder()
    encoder.put(schema?.rawValue)
    for property in sorted {
      encoder.put(property.name)
      encoder.put(property.value)
    }
    return encoder.bytes
  }

  init?(_ id: String, decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes: bytes)
    guard let schema = decoder.optional() else { return nil }
    self.init(id, schema.flatMap(Schema.init))
    while !decoder.isAtEnd {
      guard let name = decoder.text(), let value = decoder.text() else { return nil }
      add(name, value)
    }
  }
}
