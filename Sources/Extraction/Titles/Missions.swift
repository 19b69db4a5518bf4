import Model
import Reference

/// A mission (驻外机构) as printed: who sends it, and where it is.
struct PrintedMission {
  /// The state that sends it, by organisation id; nil where it is not printed.
  var sender: String?
  /// The host as the tables give it: 美国, 华, 联合国.
  var host: String
}

/// Reads the missions before the posts of diplomats: 中国驻英国·大使, 驻美大使馆·公使, 美国驻华·大使.
struct Missions {
  let passage: Passage

  static let titles: Set<String> = [
    "大使", "特命全权大使", "公使", "参赞", "公使衔参赞", "总领事", "副总领事", "领事", "代办", "临时代办", "武官", "一秘",
    "二秘", "三秘", "一等秘书", "二等秘书", "三等秘书", "常驻代表", "副代表", "代表", "发言人", "新闻发言人",
  ]

  /// The mission that ends at a place; nil where 驻 and a host do not stand there.
  func body(before end: Int, limit: Int) -> PrintedBody? {
    let end = withoutHouse(end)
    guard let (start, host) = host(endingAt: end), start - 1 >= limit,
      passage.scalar(start - 1) == 0x9A7B  // 驻
    else { return nil }
    var begin = start - 1
    if passage.scalar(begin - 1) == 0x5E38 { begin -= 1 }  // 常
    var body = PrintedBody(start: begin)
    body.mission = PrintedMission(sender: nil, host: host)
    if let sender = sender(endingAt: begin), sender.start >= limit {
      body.start = sender.start
      body.mission?.sender = sender.id
    }
    return body
  }

  /// Before 大使馆 and the like.
  private func withoutHouse(_ end: Int) -> Int {
    for house in ["大使馆", "使馆", "总领事馆", "总领馆", "代表团", "使团"] {
      let letters = house.unicodeScalars.map(\.value)
      let start = end - letters.count
      if start > 0, Array(passage.scalars[start..<end]) == letters { return start }
    }
    return end
  }

  private func host(endingAt end: Int) -> (Int, String)? {
    for match in passage.ending(at: end) {
      switch passage.term(match) {
      case .state(let id):
        return passage.terms.almanac.organizations[id].map { (Int(match.start), $0.shortName) }
      case .listed(let ids):
        guard let row = ids.first.flatMap({ passage.terms.almanac.organizations[$0] }),
          row.kind == "international"
        else { continue }
        return (Int(match.start), row.shortName)
      case .place where match.length > 1:
        return (Int(match.start), passage.string(Int(match.start)..<end))
      default: continue
      }
    }
    return Self.letters[passage.scalar(end - 1)].map { (end - 1, $0) }
  }

  private func sender(endingAt end: Int) -> (start: Int, id: String)? {
    for match in passage.ending(at: end) {
      if case .state(let id) = passage.term(match) { return (Int(match.start), id) }
    }
    if passage.scalar(end - 1) == 0x56FD, passage.scalar(end - 2) == 0x4E2D {  // 中国
      return (end - 2, "state:CN")
    }
    return nil
  }

  /// States and places said with one letter.
  private static let letters: [UInt32: String] = [
    0x7F8E: "美国", 0x82F1: "英国", 0x6CD5: "法国", 0x5FB7: "德国", 0x4FC4: "俄罗斯", 0x65E5: "日本",
    0x97E9: "韩国", 0x671D: "朝鲜", 0x5370: "印度", 0x52A0: "加拿大", 0x6FB3: "澳大利亚", 0x534E: "华",
    0x6E2F: "港", 0x53F0: "台", 0x6CAA: "沪", 0x6B27: "欧盟",
  ]

  /// The seat of a diplomat: an embassy, a consulate, or the delegation to an organisation.
  static func seat(of title: String, at host: String) -> String {
    if title.hasSuffix("领事") { return "总领事馆" }
    return title.hasSuffix("代表") || host == "联合国" ? "代表团" : "大使馆"
  }
}
