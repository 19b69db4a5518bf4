import Model

/// The settings of `pipeline.json` as Markdown: the README holds exactly this text.
package enum ConfigTable {
  package static var markdown: String {
    ([header] + rows.map(\.markdown)).joined(separator: "\n") + "\n"
  }

  private static let header = "| setting | what it holds | standard | meaning |\n|---|---|---|---|"

  private struct Row {
    let path: String
    let holds: String
    let standard: String
    let meaning: String

    var markdown: String {
      let cells = [path, holds, standard, meaning].map { $0.replacing("|", with: "\\|") }
      return "| \(cells.joined(separator: " | ")) |"
    }

    init(path: String, holds: String, standard: String, meaning: String) {
      self.path = "`\(path)`"
      self.holds = holds
      self.standard = standard
      self.meaning = meaning
    }

    init(_ setting: SettingDescription, below path: String) {
      self.init(
        path: path + setting.name, holds: setting.type.words,
        standard: setting.isRequired
          ? "required" : setting.standard.map { $0.words(as: setting.type) } ?? "",
        meaning: setting.meaning)
    }
  }

  private static var rows: [Row] {
    Plan.settings.map { Row(SettingDescription($0), below: "") }
      + PlanPart.all.flatMap { part in
        [
          Row(
            path: part.key, holds: part.holds, standard: part.isRequired ? "required" : "",
            meaning: part.meaning)
        ] + rows(of: part)
      }
  }

  private static func rows(of part: PlanPart) -> [Row] {
    switch part.shape {
    case .object(let group): group.settings.map { Row($0, below: "\(part.key).") }
    case .list(let group, _): group.settings.map { Row($0, below: "\(part.key)[].") }
    case .stages(let choices): rows(of: choices, in: part.key, by: "name")
    case .writers(let choices): rows(of: choices, in: part.key, by: "type")
    }
  }

  private static func rows(of choices: [PlanPart.Choice], in key: String, by word: String)
    -> [Row]
  {
    choices.flatMap { choice in
      [
        Row(
          path: "\(key)[].\(word)", holds: "`\(choice.name)`", standard: "",
          meaning: choice.meaning)
      ]
        + choice.group.settings.map { setting in
          Row(setting, below: "\(key)[\(choice.name)].")
        }
    }
  }
}

extension PlanPart {
  fileprivate var holds: String {
    switch shape {
    case .object: "an object"
    case .list, .stages, .writers: "a list of objects"
    }
  }
}

extension SettingValue {
  /// As one would write it in the file.
  func words(as type: SettingType) -> String {
    switch self {
    case .string(let text): "`\(text)`"
    case .integer(let number):
      if case .size = type { "`\(Self.size(number))`" } else { "\(number)" }
    case .number(let number): SettingType.plain(number)
    case .boolean(let flag): "\(flag)"
    case .strings(let texts):
      texts.isEmpty ? "none" : texts.map { "`\($0)`" }.joined(separator: ", ")
    }
  }
}
