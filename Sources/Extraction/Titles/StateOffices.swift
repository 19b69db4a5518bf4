import Model
import Reference

/// Titles of states and ministers that stand without the state: 总统马克龙, 国防部长埃斯珀.
extension OfficeResolver {
  /// 总统马克龙, 副总理胡春华: a title of a state with no state printed. The state is the one that the
  /// person was read with, that of the sentence, or the last one named; names tell which it can be.
  func stateOffice(
    _ printed: PrintedOffice, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    guard printed.body == nil, previous == nil, Self.foreignTitles.contains(printed.title),
      printed.post != nil, let name = holder.name
    else { return nil }
    func office(_ body: Body) -> OfficeReading {
      OfficeReading(body: body, title: printed.title, inferred: [.organization])
    }
    let known = body(knownOf: name, where: \.isForeign)
    if let known { return office(known) }
    let isHan = isHanName(name)
    if let near = states.last(before: place, from: places.sentenceStart, hasHanNames: isHan) {
      return office(near)
    }
    if isHan, ["总理", "副总理"].contains(printed.title) { return office(.listed("org:sc")) }
    return state(hasHanNames: isHan).map(office)
  }

  /// The state in play for a name of a kind: the one that the text names most, else the last.
  func state(hasHanNames: Bool) -> Body? {
    states.mostNamed(hasHanNames: hasHanNames)
      ?? states.last(before: place, hasHanNames: hasHanNames) ?? frame.state.map { .listed($0) }
  }

  /// Whether a name is written as Chinese, Korean and Vietnamese names are, not by its sound.
  func isHanName(_ name: String) -> Bool {
    let letters = name.unicodeScalars.map(\.value)
    let names = passage.terms.names
    guard (2...4).contains(letters.count), !letters.contains(where: \.isMiddleDot) else {
      return false
    }
    let isBySound = letters.allSatisfy { names.isTransliteration($0) }
    return !isBySound
      && (names.isSurname(letters[0]) || names.isCompoundSurname(letters[0], letters[1]))
  }

  /// 习近平主席: among states, the bare title after a Chinese name is that of the head of state.
  func presidency(_ printed: PrintedOffice, _ holder: Holder) -> OfficeReading? {
    guard printed.title == "主席", printed.body == nil, holder.isBefore, let name = holder.name,
      isHanName(name)
    else { return nil }
    return OfficeReading(body: .listed("state:CN"), title: "主席", inferred: [.organization])
  }

  /// The state of a minister whose state is not printed: 国防部长埃斯珀.
  func ministryState(of holder: Holder) -> Body? {
    guard let name = holder.name else { return frame.state.map { .listed($0) } }
    if let known = body(knownOf: name, where: \.isForeign)?.root { return known }
    let isHan = isHanName(name)
    if let near = states.last(before: place, from: places.sentenceStart, hasHanNames: isHan) {
      return near
    }
    return isHan ? nil : state(hasHanNames: false)
  }

  static let foreignMinistries: Set<String> = [
    "外交部", "国防部", "财政部", "外务省", "防卫省", "财务省", "内政部", "能源部", "卫生部", "司法部",
  ]

  static let foreignTitles: Set<String> = [
    "总统", "副总统", "总理", "副总理", "首相", "副首相", "国王", "女王", "王储", "天皇", "国务卿", "副国务卿",
    "议长", "参议院议长", "众议院议长", "总督", "埃米尔", "参议员", "众议员", "议员", "大使", "国家安全顾问",
  ]
}
