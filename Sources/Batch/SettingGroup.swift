import Model

/// A setting without the type that it configures: what the reader, the schema and the README need.
struct SettingDescription: Hashable, Sendable {
  let name: String
  let type: SettingType
  let standard: SettingValue?
  let isRequired: Bool
  let meaning: String

  init<Owner>(_ setting: Setting<Owner>) {
    name = setting.name
    type = setting.type
    standard = setting.standard
    isRequired = setting.isRequired
    meaning = setting.meaning
  }
}

/// The settings of one object of `pipeline.json`, and the way of what they say into the plan.
struct SettingGroup: Sendable {
  let settings: [SettingDescription]
  /// Takes values already held against their types; settings that are not in it keep their
  /// standard.
  let put: @Sendable (_ values: [String: SettingValue], _ plan: inout Plan) -> Void

  init<Options: Configurable>(
    _ options: Options.Type, put: @escaping @Sendable (inout Plan, Options) -> Void
  ) {
    settings = Options.settings.map(SettingDescription.init)
    self.put = { values, plan in
      var options = Options()
      for setting in Options.settings {
        if let value = values[setting.name] { setting.set(&options, value) }
      }
      put(&plan, options)
    }
  }
}

extension Setting {
  /// The same setting of a type that holds the owner.
  func lifted<Outer>(
    _ change: @escaping @Sendable (inout Outer, (inout Owner) -> Void) -> Void
  ) -> Setting<Outer> {
    let set = self.set
    return Setting<Outer>(
      name, type, standard: standard, isRequired: isRequired, meaning: meaning
    ) { outer, value in
      change(&outer) { set(&$0, value) }
    }
  }
}
