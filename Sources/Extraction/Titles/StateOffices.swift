import Model
import Reference

/// Titles of states and ministers that stand without the state: 总统马克龙, 国防部长埃斯珀.
extension OfficeResolver {
  /// 总统马克龙, 副总理胡春华: a title of a state with no state printed. The state is the one that the
  /// person was read with, or the one in play that has such titles and such names.
  func stateOffice(
    _ printed: PrintedOffice, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    guard printed.body == nil, previous == nil, Self.isOfState(printed.title),
      printed.post != nil, let name = holder.name
    else { return nil }
    func office(_ body: Body) -> OfficeReading {
      OfficeReading(
        body: Self.chamber(of: printed.title, in: body), title: printed.title,
        inferred: [.organization])
    }
    if let known = knownState(of: name) { return office(known) }
    let script = script(of: name)
    if ["总理", "副总理"].contains(printed.title), script != .bySound {
      let near = states.last(printed.title, before: place, from: places.sentenceStart, script)
      let most = script == .either ? states.leading(printed.title) : nil
      return office(near ?? most ?? .listed("org:sc"))
    }
    if printed.title == "议员", script == .han {
      guard states.isOfHongKong, body(knownOf: name, where: \.isListedHome) == nil else {
        return nil
      }
      return office(.listed("hk:legco"))
    }
    return state(of: printed.title, script).map(office)
  }

  /// The state in play that may have a title and a name of a kind.
  func state(of title: String, _ script: NameScript) -> Body? {
    let start = places.sentenceStart
    // A state that has no such title by the table may have had one, or be called so by mistake.
    return states.state(of: title, before: place, from: start, script)
      ?? rareTitle(title).flatMap { states.state(of: $0, before: place, from: start, .either) }
      ?? states.state(of: "", before: place, from: start, script)
      ?? frame.state.map { .listed($0) }
  }

  /// A title that few states have, which tells more of the state than the name does: 参议员陈美玲.
  private func rareTitle(_ title: String) -> String? {
    passage.terms.stateTitles.isRare(title) ? title : nil
  }

  /// How a name is written: as Chinese, Korean and Vietnamese names are, or by its sound.
  func script(of name: String) -> NameScript {
    let letters = name.unicodeScalars.map(\.value)
    let names = passage.terms.names
    guard (2...4).contains(letters.count), !letters.contains(where: \.isMiddleDot) else {
      return .bySound
    }
    let isCompound = names.isCompoundSurname(letters[0], letters[1])
    guard isCompound || names.isSurname(letters[0]) else { return .bySound }
    // 岑望舒: one letter that writes no sound, and the name is none.
    if letters.dropFirst().contains(where: { names.foreign($0) < -30 }) { return .han }
    let foreign = letters.reduce(0) { $0 + names.foreign($1) }
    if letters.count == 4 { return foreign > 0 ? .bySound : .han }
    // 胡春华: every letter may write a sound, and together they are a name all the same.
    let length = isCompound && letters.count > 2 ? 2 : 1
    let chinese = names.score(
      surname: letters[0], length: length, given: letters[length],
      length + 1 < letters.count ? letters[length + 1] : nil)
    // 傅某: two letters tell little.
    if foreign > chinese + 20, letters.count > 2 || foreign > 20 { return .bySound }
    return chinese > foreign || foreign < 0 ? .han : .either
  }

  func isHanName(_ name: String) -> Bool { script(of: name) == .han }

  func isForeigner(_ holder: Holder) -> Bool {
    holder.name.map { script(of: $0) == .bySound } ?? false
  }

  /// The foreign state that a person is read with, before or after, or that the name alone tells:
  /// 特朗普总统, whatever states the article names more.
  private func knownState(of name: String) -> Body? {
    body(knownOf: name, where: \.isForeign)?.foreignState ?? foreseen[name].map { .listed($0) }
      ?? passage.terms.eminentStates[name.split(separator: "·").last.map(String.init) ?? name]
  }

  /// 习近平主席: among states, the bare title after a Chinese name is that of the head of state.
  func presidency(_ printed: PrintedOffice, _ holder: Holder) -> OfficeReading? {
    guard printed.title == "主席", printed.body == nil, holder.isBefore, let name = holder.name,
      isHanName(name)
    else { return nil }
    return OfficeReading(body: .listed("state:CN"), title: "主席", inferred: [.organization])
  }

  // MARK: ministries

  /// The state of a minister whose state is not printed: 国防部长埃斯珀; nil for those of China.
  func ministryState(of holder: Holder) -> Body? {
    guard let name = holder.name else { return frame.state.map { .listed($0) } }
    if let known = knownState(of: name) { return known }
    let script = script(of: name)
    if script == .bySound { return state(of: "部长", .bySound) }
    if let near = states.last("部长", before: place, from: places.sentenceStart, script) {
      return near
    }
    return body(knownOf: name, where: \.isListedHome) == nil && states.isOfTaiwan(before: place)
      ? StatesNamed.taiwan : nil
  }

  /// A department of a state, by its own row in the table where it has one.
  func department(_ name: String, of state: Body) -> Body {
    let name = name == "中国人民银行" ? "中央银行" : name
    let ids = passage.terms.almanac.organizations.ids(written: states.shortName(of: state) + name)
    return ids.isEmpty ? .part(of: state, name: name) : .listed(period(of: ids))
  }

  /// 外交部发言人扎哈罗娃: a ministry that is called like one of China, of the state in play where the
  /// holder's name is written by its sound.
  func foreignBody(_ printed: PrintedOffice, _ holder: Holder) -> OfficeReading? {
    guard let body = printed.body, let id = body.listed?.first, id.hasPrefix("org:"),
      let name = holder.name, let post = printed.post,
      let form = listedForm(at: body.start), Self.isShared(form)
    else { return nil }
    let script = script(of: name)
    let isAmerican = script == .bySound && form == "国务院"
    let known = isAmerican ? Body.listed("state:US") : nil
    guard let state = known ?? ministryState(of: holder) else { return nil }
    let found = department(form, of: state)
    // 外交部发言人 of a Chinese name is foreign only where the table has the other body.
    if script == .han, !states.isMostlyOfTaiwan { return nil }
    if script != .bySound, case .part = found { return nil }
    var reading = office(of: found, body.parts, post)
    reading.inferred = [.organization]
    return reading
  }

  private func listedForm(at start: Int) -> String? {
    var form: String?
    for match in passage.starting(at: start, if: .listed) where match.kind == .listed {
      form = passage.string(start..<Int(match.end))
    }
    return form
  }

  /// Whether bodies of other states are called the same.
  private static func isShared(_ form: String) -> Bool {
    form.hasSuffix("部") && !form.hasPrefix("中") && form.count <= 6 || sharedForms.contains(form)
  }

  private static let sharedForms: Set<String> = [
    "国务院", "最高法院", "央行", "国家安全委员会", "国安委", "海军", "空军", "陆军", "海关", "审计署", "外交学院",
  ]

  static let foreignMinistries: Set<String> = [
    "外交部", "国防部", "财政部", "外务省", "防卫省", "财务省", "内政部", "能源部", "卫生部", "司法部", "交通部", "经济部",
    "教育部", "劳工部", "贸易部",
  ]

  // MARK: titles

  /// Titles that a state has, and those of the aides of such: 总统发言人.
  static func isOfState(_ title: String) -> Bool {
    foreignTitles.contains(title) || Post.aided.contains { title.hasPrefix($0) && title != $0 }
  }

  static let foreignTitles: Set<String> = [
    "总统", "副总统", "总理", "副总理", "首相", "副首相", "国王", "女王", "王储", "天皇", "国务卿", "副国务卿",
    "议长", "参议院议长", "众议院议长", "总督", "埃米尔", "参议员", "众议员", "议员", "大使", "国家安全顾问", "国会议员",
    "国际宗教自由大使", "国际宗教事务大使", "联邦参议员", "联邦众议员", "资深参议员", "资深众议员", "第一副总统", "国会议长",
  ]
}
