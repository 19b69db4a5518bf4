import Model
import Storage

/// Entities as statements, a line for each value: what FollowTheMoney's `ftm aggregate-statements` and
/// databases of statements read.
enum FTMStatements {
  static let fileName = "statements.csv"

  /// The columns that FollowTheMoney's reader knows, in its order.
  static let header = CSVText.line([
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
  ])

  /// Nothing for what is no entity. `first_seen` and `last_seen` are empty, as in the entities.
  static func lines(of entity: FTMEntity) -> [UInt8] {
    guard let schema = entity.schema else { return [] }
    return entity.sorted.flatMap { property in
      CSVText.line([
        entity.id, entity.id, property.name, type(of: property.name), schema.rawValue,
        property.value, FTMEntity.dataset, nil, nil, nil, "f", nil, nil,
        key(of: property, entity.id),
      ])
    }
  }

  /// As FollowTheMoney makes it: the SHA-1 of what the statement says.
  private static func key(of property: FTMEntity.Property, _ entity: String) -> String {
    let said = [FTMEntity.dataset, entity, property.name, property.value].joined(separator: ".")
    return Content.sha1(of: Array(said.utf8))
  }

  /// The types of the properties in FollowTheMoney's model, which are one for all schemata here; those
  /// that are left out are strings.
  private static func type(of property: String) -> String { types[property] ?? "string" }

  private static let types: [String: String] = {
    let properties = [
      "name": ["alias", "name"],
      "text": ["bodyText", "description", "notes", "summary"],
      "country": ["country"],
      "date": [
        "contractDate", "date", "dissolutionDate", "endDate", "incorporationDate", "publishedAt",
        "startDate",
      ],
      "entity": [
        "candidate", "document", "entity", "holder", "involved", "match", "member", "object",
        "organization", "organizer", "post", "predecessor", "proof", "resolved", "subject",
        "successor",
      ],
      "language": ["language"], "address": ["location"], "number": ["numberOfSeats"],
      "url": ["sourceUrl"], "topic": ["topics"],
    ]
    var types: [String: String] = [:]
    for (type, names) in properties { for name in names { types[name] = type } }
    return types
  }()
}

/// The names of the persons and bodies among the entities, each once, a line each, by their bytes: for
/// tools that screen by names. Names of two and three characters are there, as Chinese names are.
struct FTMNames {
  static let fileName = "names.txt"

  private let names: RecordSorter

  init(in folder: OutputFolder) throws(StorageFailure) { names = try RecordSorter(in: folder) }

  func add(_ entity: FTMEntity) throws(StorageFailure) {
    switch entity.schema {
    case .person, .organization, .publicBody: break
    default: return
    }
    for property in entity.sorted where property.name == "name" || property.name == "alias" {
      try names.append(Array(property.value.utf8), [])
    }
  }

  func write(to file: OutputFile) throws(StorageFailure) {
    var last: [UInt8] = []
    try names.drain { record throws(StorageFailure) in
      if record.key != last { try file.write(record.key + [0x0A]) }
      last = record.key
    }
  }
}
