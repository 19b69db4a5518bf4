/// English names of missions abroad, which no table lists: 中国驻法国大使馆.
extension EnglishNames {
  struct Mission {
    let sender: String
    let receiver: String
    let pattern: EnglishPattern
  }

  /// The mission of a written name; nil where a state in it is not known.
  func mission(_ written: String) -> Mission? {
    guard let post = written.firstIndex(of: "驻"),
      let kind = table.missions.first(where: { written.hasSuffix($0.ending) })
    else { return nil }
    let receiver = written[written.index(after: post)...].dropLast(kind.ending.count)
    guard let sender = participant(String(written[..<post])),
      let receiver = participant(String(receiver))
    else { return nil }
    return Mission(sender: sender, receiver: receiver, pattern: kind.pattern)
  }

  /// Embassy of China in France.
  func mission(named written: String) -> String? {
    mission(written).flatMap { mission in
      mission.pattern.filled { missionValue($0, mission) }
    }
  }

  func missionValue(_ slot: EnglishPattern.Slot, _ mission: Mission) -> String? {
    switch slot {
    case .name: mission.sender
    case .place: mission.receiver
    default: nil
    }
  }
}
