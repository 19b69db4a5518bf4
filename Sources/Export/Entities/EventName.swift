/// A name for an event, which the tables have none for: its type in one word, who took part, and
/// where: `会见：甲、乙、丙等5方（北京）`; of who comes or goes the office: `任职：甲（吉林省委书记）`.
///
/// What is planned or denied says so in its name, for it must not be taken for what took place.
enum EventName {
  private static let words = [
    "meeting": "会见", "inspection": "调研", "visit": "访问", "signing": "签署", "conference": "会议",
    "appointment": "任职", "removal": "去职", "discipline": "查处",
  ]
  private static let marks = ["planned": "〔计划〕", "denied": "〔否认〕"]
  private static let turns: Set<String> = ["appointment", "removal"]
  private static let mostNamed = 3

  static func of(_ event: RowCells, parties: [RowCells]) -> String {
    let type = event.text("type") ?? ""
    var name = (event.text("status").flatMap { marks[$0] } ?? "") + (words[type] ?? "事件")
    var named: [String] = []
    for party in parties {
      guard let who = party.text("person_name") ?? party.text("organization_name") else { continue }
      let office = turns.contains(type) ? party.text("office_name").map { "（\($0)）" } : nil
      let label = who + (office ?? "")
      if !named.contains(label) { named.append(label) }
    }
    if !named.isEmpty {
      name += "：" + named.prefix(mostNamed).joined(separator: "、")
      if named.count > mostNamed { name += "等\(named.count)方" }
    }
    guard !turns.contains(type), let place = event.text("place") else { return name }
    return "\(name)（\(place)）"
  }
}
