import Model

// What several writers can be told.
extension Setting {
  static func gzip(_ set: @escaping @Sendable (inout Owner, Bool) -> Void) -> Setting {
    Setting(
      "gzip", .boolean, standard: .boolean(false),
      meaning: "Whether the files are gzipped: `NAME.csv.gz`."
    ) { owner, value in
      if let flag = value.flag { set(&owner, flag) }
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

extension Setting {
  /// The name of the one file of a writer: the first of the endings is put where all are left out.
  static func fileName(
    of thing: String, _ standard: String, _ endings: [String],
    _ set: @escaping @Sendable (inout Owner, String) -> Void
  ) -> Setting {
    Setting(
      "name", .string, standard: .string(standard),
      meaning:
        "The \(thing)'s file name, of a-z, 0-9, '.', '-' and '_'; `\(endings[0])` is put at its "
        + "end where it is left out."
    ) { owner, value in
      guard let word = value.word else { return }
      set(&owner, endings.contains { word.hasSuffix($0) } ? word : word + endings[0])
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
