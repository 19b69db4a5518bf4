import Model

// What several writers can be told.
extension Setting {
  static func gzip(_ set: @escaping @Sendable (inout Owner, Bool) -> Void) -> Setting {
    Setting(
      "gzip", .boolean, standard: .boolean(false),
      meaning: "Whether the files are gzipped: `NAME.csv.gz`."
    ) { owner, value in
      if case .boolean(let flag) = value { set(&owner, flag) }
    }
  }

  static func tables(_ set: @escaping @Sendable (inout Owner, [String]) -> Void) -> Setting {
    Setting(
      "tables", .strings, meaning: "The tables that are written; left out: all."
    ) { owner, value in
      if case .strings(let names) = value { set(&owner, names) }
    }
  }
}

extension SettingValue {
  var flag: Bool? {
    if case .boolean(let flag) = self { flag } else { nil }
  }

  var word: String? {
    if case .string(let word) = self { word } else { nil }
  }
}
