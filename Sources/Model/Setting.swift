/// A thing that `pipeline.json` can set: one description gives the strict reading, the
/// did-you-mean, the JSON Schema and the table in the README.
package struct Setting<Owner>: Sendable {
  /// The key, in snake_case.
  package let name: String
  package let type: SettingType
  /// What holds where the key is left out; nil where that is "nothing".
  package let standard: SettingValue?
  package let isRequired: Bool
  /// One sentence, for people.
  package let meaning: String
  /// Puts a value, already held against `type`, where it belongs.
  package let set: @Sendable (inout Owner, SettingValue) -> Void

  package init(
    _ name: String, _ type: SettingType, standard: SettingValue? = nil, isRequired: Bool = false,
    meaning: String, set: @escaping @Sendable (inout Owner, SettingValue) -> Void
  ) {
    self.name = name
    self.type = type
    self.standard = standard
    self.isRequired = isRequired
    self.meaning = meaning
    self.set = set
  }
}

/// What a setting may hold.
package enum SettingType: Hashable, Sendable {
  case string
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case boolean
  case choice([String])
  case strings
  /// A size: an integer number of bytes, or a string such as `512M` (K, M, G of 1024).
  case size(ClosedRange<Int>)
}

/// What a setting was set to.
package enum SettingValue: Hashable, Sendable {
  case string(String)
  /// Also for `SettingType.size`, in bytes.
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case strings([String])
}

/// Something that is configured by settings.
package protocol Configurable: Sendable {
  /// With every setting at its standard.
  init()
  static var settings: [Setting<Self>] { get }
}
