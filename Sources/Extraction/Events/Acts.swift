import Model

/// Reads public acts of their own: who died, published, signed a decree, was sanctioned, called whom.
struct Acts {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var words: ActWords { passage.terms.wordings.acts }

  func tellings(
    _ act: Act, _ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery
  ) -> [Telling] {
    let scene = ActScene(trigger: trigger, word: word, scenery: scenery)
    let telling =
      switch act {
      case .death: death(scene)
      case .statement: statement(scene)
      case .posting: posting(scene)
      case .interview: interview(scene)
      case .decree: decree(scene)
      case .sanction: sanction(scene)
      case .founding: founding(scene)
      case .issue: issue(scene)
      case .accusation: accusation(scene)
      case .letter: letter(scene)
      case .announcement: announcement(scene)
      case .relations: relations(scene)
      case .drill: drill(scene)
      case .award: award(scene)
      }
    return telling.map { [$0] } ?? []
  }

  /// What a word of another frame tells where the clause behind it makes it an act: 签署行政命令.
  func tellings(instead trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling]?
  {
    guard trigger.kind == .signing,
      passage.holds(words.decrees, in: clause(after: word, scenery))
    else { return nil }
    let decree = EventTrigger(
      codes: trigger.codes, kind: .other, frame: .act(.decree), rule: .decree)
    return tellings(.decree, decree, word, scenery)
  }

  // MARK: acts of persons

  private func death(_ scene: ActScene) -> Telling? {
    let word = scene.word
    guard passage.end(of: words.deathAsides, at: word.upperBound) == nil else { return nil }
    let persons = persons(before: word.lowerBound, scene, reach: 60)
    guard let last = persons.last, passage.scalar(word.lowerBound - 1) != 0x7684  // 的
    else { return nil }
    let gap = last.range.upperBound..<word.lowerBound
    guard goesOn(gap), !passage.holds(words.kin, in: gap),
      isDated(scene) || passage.holds(words.lately, in: gap)
    else { return nil }
    var telling = scene.telling(persons)
    telling.role = .subject
    return telling
  }

  /// Whether what lies between a person and the word is of one clause, or goes on with a time or a
  /// cause: 甲因病医治无效，于12月3日在河滨市.
  private func goesOn(_ gap: Range<Int>) -> Bool {
    guard passage.scalar(gap.lowerBound) != 0x7684 else { return false }  // 的
    guard let comma = gap.last(where: { passage.scalar($0).isComma }) else { return true }
    return passage.scalar(comma + 1).isDigit
      || passage.end(of: words.goingOn, at: comma + 1) != nil
  }

  /// 甲发表声明: the noun stands behind the verb, or is the word.
  private func statement(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let clause = word.lowerBound..<clause(after: word, scene.scenery).upperBound
    let isOwn = passage.holds(words.statements, in: clause)
    if !isOwn, isPaper(after: word, scene) { return issue(scene) }
    guard isOwn || passage.holds(words.writings, in: clause) && isDated(scene) else { return nil }
    if let author = author(scene) { return scene.telling([author]) }
    guard let doers = doers(scene) else { return nil }
    return scene.telling(doers)
  }

  /// 甲的署名文章.
  private func author(_ scene: ActScene) -> Actor? {
    guard passage.stands("署名", at: scene.word.lowerBound),
      passage.scalar(scene.word.lowerBound - 1) == 0x7684  // 的
    else { return nil }
    return scene.scenery.actors.all.last {
      !$0.isBody && $0.range.upperBound == scene.word.lowerBound - 1
    }
  }

  private func posting(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let before = max(scene.sentence.lowerBound, word.lowerBound - 8)..<word.lowerBound
    let after = word.upperBound..<min(word.upperBound + 14, scene.sentence.upperBound)
    guard isDated(scene), before.contains(where: { passage.scalar($0) == 0x5728 }),  // 在
      passage.holds(words.postings, in: after), let doers = doers(scene)
    else { return nil }
    return scene.telling(doers)
  }

  /// 甲接受乙专访, 对甲的专访.
  private func interview(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let near =
      max(scene.scenery.start, word.lowerBound - 30)..<max(scene.scenery.start, word.lowerBound)
    let taking = near.last { passage.stands("接受", at: $0) }
    let persons = persons(before: taking ?? word.lowerBound, scene, reach: 40)
    guard let last = persons.last else { return nil }
    let gap = last.range.upperBound..<word.lowerBound
    guard !gap.contains(where: { passage.scalar($0).isComma }), !passage.holds(words.kin, in: gap)
    else { return nil }
    return scene.telling(persons)
  }

  private func decree(_ scene: ActScene) -> Telling? {
    let word = scene.word
    var persons = persons(before: word.lowerBound, scene, reach: 40)
    if persons.isEmpty { persons = antecedent(scene) }
    guard let last = persons.last else { return nil }
    // 根据甲签署的: the date of the sentence is of something else.
    let gap = min(last.range.upperBound, word.lowerBound)..<word.lowerBound
    if passage.scalar(word.upperBound) == 0x7684,  // 的
      narration.times.printed(before: word.lowerBound, in: gap) == nil
    {
      return nil
    }
    let clause = max(scene.sentence.lowerBound, word.lowerBound - 24)..<word.lowerBound
    return passage.holds(words.conditions, in: clause) ? nil : scene.telling(persons)
  }

  /// 甲实名举报乙, 乙遭实名举报.
  private func accusation(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let near = max(scene.sentence.lowerBound, word.lowerBound - 6)..<word.lowerBound
    guard isDated(scene), passage.holds(words.openly, in: near),
      !passage.holds(words.writs, in: near),
      passage.end(of: words.accusing, at: word.upperBound) == nil
    else { return nil }
    let before = persons(before: word.lowerBound, scene, reach: 30)
    let after = scene.scenery.actors.all.first {
      !$0.isBody && $0.range.lowerBound >= word.upperBound
        && $0.range.lowerBound - word.upperBound < 24
    }
    if before.isEmpty, after == nil { return nil }
    return scene.telling(before, others: after.map { [$0] } ?? [])
  }

  /// 甲致电乙, 甲与乙通电话.
  private func letter(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let chain = scene.scenery.actors.chain(before: word.lowerBound, from: scene.scenery.start)
    guard passage.end(of: words.callAsides, at: word.upperBound) == nil,
      passage.scalar(word.lowerBound - 1) != 0x76F4  // 直
    else { return nil }
    if let joint = chain.facing {
      return scene.telling(Array(chain.actors[..<joint]), others: Array(chain.actors[joint...]))
    }
    if passage.scalar(word.upperBound - 1) == 0x8BDD { return nil }  // 话
    let writers = persons(before: word.lowerBound, scene, reach: 24)
    let clause = clause(after: word, scene.scenery)
    let receivers = scene.scenery.actors.list(after: word.upperBound, to: clause.upperBound)
    let isPurposed = passage.end(of: words.letterPurposes, at: word.upperBound) != nil
    guard !writers.isEmpty, !receivers.isEmpty || isPurposed else { return nil }
    return scene.telling(writers, others: receivers)
  }

  private func sanction(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let near = max(scene.sentence.lowerBound, word.lowerBound - 8)..<word.lowerBound
    let clause = max(scene.sentence.lowerBound, word.lowerBound - 24)..<word.lowerBound
    guard isDated(scene), passage.scalar(word.lowerBound - 1) != 0x7684,  // 的
      !passage.holds(words.sanctioned, in: near), !passage.holds(words.conditions, in: clause),
      passage.end(of: words.sanctionNouns, at: word.upperBound) == nil
    else { return nil }
    let targets = targets(scene)
    guard !targets.isEmpty else { return nil }
    return scene.telling(bodies(scene) ?? [], others: targets)
  }

  /// Those behind the word, up to where the sentence tells of other sanctions; else those behind 对.
  private func targets(_ scene: ActScene) -> [Actor] {
    let persons = scene.scenery.actors.all.filter { !$0.isBody }
    let word = scene.word
    let end = (word.upperBound..<scene.sentence.upperBound).first { passage.stands("制裁", at: $0) }
    let behind = persons.filter {
      $0.range.lowerBound >= word.upperBound && $0.range.upperBound <= end ?? .max
    }
    if let first = behind.first {
      return first.range.lowerBound - word.upperBound < 80 ? behind : []
    }
    let near =
      max(scene.scenery.start, word.lowerBound - 60)..<max(scene.scenery.start, word.lowerBound)
    guard let open = near.last(where: { passage.scalar($0) == 0x5BF9 }) else { return [] }  // 对
    return persons.filter {
      $0.range.lowerBound > open && $0.range.upperBound <= word.lowerBound
    }
  }

  /// 甲12月3日宣布….
  private func announcement(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let clause = max(scene.sentence.lowerBound, word.lowerBound - 24)..<word.lowerBound
    guard isDated(scene), passage.scalar(word.lowerBound - 1) != 0x7684,  // 的
      passage.end(of: words.announcementAsides, at: word.upperBound) == nil,
      !passage.holds(words.conditions, in: clause), let doers = doers(scene)
    else { return nil }
    return scene.telling(doers)
  }

  /// 甲12月3日授予乙勋章, 乙12月3日获颁勋章.
  private func award(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let clause = clause(after: word, scene.scenery)
    guard isDated(scene), passage.holds(words.awards, in: clause) else { return nil }
    // 甲向乙颁授: the last one before the word is who is given it.
    if let given = persons(before: word.lowerBound, scene, reach: 10).last,
      giver(of: given, scene) != nil
    {
      return scene.telling(doers(scene) ?? [], others: [given])
    }
    guard let givers = doers(scene) else { return nil }
    if words.awarded.contains(where: { passage.stands($0, at: word.lowerBound) }) {
      return givers.contains(where: \.isBody) ? nil : scene.telling(givers)
    }
    let given = scene.scenery.actors.list(after: word.upperBound, to: clause.upperBound)
    return given.contains { !$0.isBody } ? scene.telling(givers, others: given) : nil
  }

  // MARK: acts of bodies

  /// 中国与河滨国1992年1月5日建交, 2018年，两国关系提升至全面战略伙伴关系.
  private func relations(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let clause = clause(after: word, scene.scenery)
    let isWhole = passage.scalar(word.upperBound - 1) == 0x4EA4  // 建交
    guard isDated(scene),
      isWhole
        ? isEnd(word.upperBound, in: clause)
        : passage.holds(words.relations, in: clause)
    else { return nil }
    let named = (bodies(scene, reach: 40) ?? []).filter(isState)
    let states =
      named.count > 1
      ? named : narration.bothStates(before: word.lowerBound, from: scene.sentence.lowerBound)
    return states.count == 2 ? scene.telling(states) : nil
  }

  /// 建交。, and not 建交40周年.
  private func isEnd(_ place: Int, in clause: Range<Int>) -> Bool {
    place >= clause.upperBound || !passage.scalar(place).isHan && !passage.scalar(place).isDigit
  }

  private func isState(_ actor: Actor) -> Bool {
    guard case .body(let index) = actor.who else { return false }
    return narration.bodies.all[index].kind == .state
  }

  /// 8月18日，甲军与乙军举行联合演习.
  private func drill(_ scene: ActScene) -> Telling? {
    let near = max(scene.scenery.start, scene.word.lowerBound - 16)..<scene.word.lowerBound
    guard isDated(scene), passage.holds(words.drilling, in: near),
      let bodies = bodies(scene, reach: 40), !bodies.isEmpty
    else { return nil }
    return scene.telling(bodies)
  }

  private func founding(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let next = passage.scalar(word.upperBound)
    let isAfter = next == 0x4E8E && isDated(scene, behind: 14)  // 于
    guard isAfter || (next.isComma || next.endsSentence) && isDated(scene),
      let bodies = bodies(scene)?.filter(isOrganization), !bodies.isEmpty
    else { return nil }
    return scene.telling(bodies)
  }

  /// 河滨市政府印发《…》.
  private func issue(_ scene: ActScene) -> Telling? {
    let clause = scene.word.upperBound..<min(scene.word.upperBound + 6, scene.sentence.upperBound)
    guard isDated(scene), clause.contains(where: { passage.scalar($0) == 0x300A }),  // 《
      let bodies = bodies(scene)?.filter(isOrganization), !bodies.isEmpty
    else { return nil }
    var telling = scene.telling(bodies)
    telling.rule = .issue
    return telling
  }

  // MARK: who acts

  /// The persons before a word, or the bodies, which are no outlets and have a date.
  private func doers(_ scene: ActScene) -> [Actor]? {
    let place = scene.word.lowerBound
    let persons = persons(before: place, scene, reach: 30)
    guard let last = persons.last else { return isDated(scene) ? bodies(scene) : nil }
    // 甲给乙写公开信: the last is who receives it.
    if let open = giver(of: last, scene) {
      let writers = self.persons(before: open, scene, reach: 20)
      return writers.isEmpty ? nil : writers
    }
    let gap = last.range.upperBound..<place
    if !gap.contains(where: { passage.scalar($0).isComma }),
      passage.scalar(gap.lowerBound) != 0x7684, !passage.holds(words.denials, in: gap)
    {
      return persons
    }
    return isDated(scene) ? bodies(scene) : nil
  }

  /// Where 给 or 致 stands before the office of somebody.
  private func giver(of actor: Actor, _ scene: ActScene) -> Int? {
    let start = max(scene.scenery.start, actor.range.lowerBound - 20)
    for place in (min(start, actor.range.lowerBound)..<actor.range.lowerBound).reversed() {
      let scalar = passage.scalar(place)
      if scalar.isComma { return nil }
      if [0x7ED9, 0x81F4, 0x5411].contains(scalar) { return place }  // 给致向
    }
    return nil
  }

  private func persons(before place: Int, _ scene: ActScene, reach: Int) -> [Actor] {
    scene.scenery.actors.list(before: place, from: scene.scenery.start, reach: reach)
  }

  /// The bodies before a word in its own clause.
  private func bodies(_ scene: ActScene, reach: Int = 30) -> [Actor]? {
    let chain = scene.scenery.actors.chain(
      before: scene.word.lowerBound, from: scene.scenery.start)
    guard let last = chain.actors.last, last.isBody, chain.actors.allSatisfy(\.isBody),
      !isOutlet(last)
    else { return nil }
    let gap = last.range.upperBound..<scene.word.lowerBound
    guard gap.count <= reach, !gap.contains(where: { passage.scalar($0).isComma }) else {
      return nil
    }
    // Those of another clause are no part of it.
    guard
      let comma = (chain.actors[0].range.lowerBound..<last.range.lowerBound).last(where: {
        passage.scalar($0).isComma
      })
    else { return chain.actors }
    return chain.actors.filter { $0.range.lowerBound > comma }
  }

  /// A paper or a station, which reports what others do.
  private func isOutlet(_ actor: Actor) -> Bool {
    (1...2).contains { words.outlets.contains(passage.scalar(actor.range.upperBound - $0)) }
  }

  /// Whether the name behind a word is one of papers: 《河滨改革方案（2020年）》.
  private func isPaper(after word: Range<Int>, _ scene: ActScene) -> Bool {
    let near = word.upperBound..<min(word.upperBound + 70, scene.sentence.upperBound)
    guard var end = near.first(where: { passage.scalar($0) == 0x300B }) else { return false }  // 》
    if passage.scalar(end - 1).isClosingBracket,
      let open = (word.upperBound..<end).last(where: { passage.scalar($0).isOpeningBracket })
    {
      end = open
    }
    return passage.start(of: words.papers, before: end) != nil
  }

  private func isOrganization(_ actor: Actor) -> Bool {
    guard case .body(let index) = actor.who else { return false }
    return narration.bodies.all[index].kind == .organization
  }

  /// The person for whom 他 stands: the one named last in the paragraph.
  private func antecedent(_ scene: ActScene) -> [Actor] {
    let sentence = scene.sentence
    guard passage.holds(words.pronouns, in: sentence.lowerBound..<scene.word.lowerBound) else {
      return []
    }
    let start = passage.paragraphs[scene.scenery.scene.paragraph].lowerBound
    let named = narration.people.indices(in: start..<sentence.lowerBound)
    guard let last = named.last else { return [] }
    return [Actor(who: .person(last), range: narration.people.ranges[last])]
  }

  // MARK: the clause

  /// Whether a date stands before a word in its sentence, or a little behind it.
  private func isDated(_ scene: ActScene, behind: Int = 0) -> Bool {
    let end = min(scene.word.lowerBound + behind, scene.sentence.upperBound)
    return narration.times.printed(before: end, in: scene.sentence) != nil
  }

  private func clause(after word: Range<Int>, _ scenery: Scenery) -> Range<Int> {
    let end = min(word.upperBound + 40, scenery.scene.sentence.upperBound)
    return word.upperBound..<((word.upperBound..<end).first { passage.scalar($0).isComma } ?? end)
  }
}

/// A word of an act and what stands around it.
private struct ActScene {
  let trigger: EventTrigger
  let word: Range<Int>
  let scenery: Scenery

  var sentence: Range<Int> { scenery.scene.sentence }

  func telling(_ actors: [Actor], others: [Actor] = []) -> Telling {
    Telling(kind: .other, rule: trigger.rule, word: word, actors: actors, others: others)
  }
}
