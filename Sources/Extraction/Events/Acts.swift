import Model

/// Reads public acts of their own: who died, published, signed a decree, was sanctioned, called whom.
struct Acts {
  let narration: Narration
  private let places: EventPlaces
  private var passage: Passage { narration.passage }

  init(narration: Narration) {
    self.narration = narration
    places = EventPlaces(passage: narration.passage)
  }

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
      case .homage: homage(scene)
      case .exercise: exercise(scene)
      case .accusation: accusation(scene)
      case .letter: letter(scene)
      }
    return telling.map { [$0] } ?? []
  }

  /// What a word of another frame tells where the clause behind it makes it an act: 签署行政命令,
  /// 参观展览.
  func tellings(instead trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling]?
  {
    let clause = clause(after: word, scenery)
    if trigger.kind == .signing, narration.holds(ActWords.decrees, clause) {
      let decree = EventTrigger(
        codes: trigger.codes, kind: .other, frame: .act(.decree), rule: .decree)
      return tellings(.decree, decree, word, scenery)
    }
    if passage.stands("参观", at: word.lowerBound), narration.holds(ActWords.exhibitions, clause) {
      let homage = EventTrigger(
        codes: trigger.codes, kind: .other, frame: .act(.homage), rule: .homage)
      return tellings(.homage, homage, word, scenery)
    }
    return nil
  }

  // MARK: acts of persons

  private func death(_ scene: ActScene) -> Telling? {
    let word = scene.word
    guard passage.end(of: ActWords.deathAsides, at: word.upperBound) == nil else { return nil }
    let persons = persons(before: word.lowerBound, scene, reach: 60)
    guard let last = persons.last else { return nil }
    let gap = last.range.upperBound..<word.lowerBound
    guard passage.scalar(gap.lowerBound) != 0x7684,  // 的
      !narration.holds(ActWords.kin, gap),
      isDated(scene) || narration.holds(ActWords.lately, gap)
    else { return nil }
    var telling = scene.telling(persons)
    telling.role = .subject
    telling.place = places.place(of: word, in: scene.scenery.scene)
    return telling
  }

  /// 甲发表声明: the noun stands behind the verb, or is the word.
  private func statement(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let clause = word.lowerBound..<clause(after: word, scene.scenery).upperBound
    let isOwn = narration.holds(ActWords.statements, clause)
    if !isOwn, narration.holds(ActWords.papers, clause) { return issue(scene) }
    guard isOwn || narration.holds(ActWords.writings, clause) && isDated(scene) else { return nil }
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
      narration.holds(ActWords.postings, after), let doers = doers(scene)
    else { return nil }
    return scene.telling(doers)
  }

  /// 甲接受专访, 对甲的专访.
  private func interview(_ scene: ActScene) -> Telling? {
    let persons = persons(before: scene.word.lowerBound, scene, reach: 40)
    guard let last = persons.last else { return nil }
    let gap = last.range.upperBound..<scene.word.lowerBound
    guard !gap.contains(where: { passage.scalar($0).isComma }) else { return nil }
    return scene.telling(persons)
  }

  private func decree(_ scene: ActScene) -> Telling? {
    var persons = persons(before: scene.word.lowerBound, scene, reach: 40)
    if persons.isEmpty { persons = antecedent(scene) }
    return persons.isEmpty ? nil : scene.telling(persons)
  }

  private func homage(_ scene: ActScene) -> Telling? {
    let persons = persons(before: scene.word.lowerBound, scene, reach: 50)
    guard !persons.isEmpty, isDated(scene) else { return nil }
    return scene.telling(persons)
  }

  /// 甲实名举报乙, 对乙实名举报.
  private func accusation(_ scene: ActScene) -> Telling? {
    let word = scene.word
    guard isDated(scene), passage.start(of: ActWords.accused, before: word.lowerBound) == nil,
      passage.end(of: ActWords.accusing, at: word.upperBound) == nil
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
    if let joint = chain.facing {
      return scene.telling(Array(chain.actors[..<joint]), others: Array(chain.actors[joint...]))
    }
    let writers = persons(before: word.lowerBound, scene, reach: 24)
    let clause = clause(after: word, scene.scenery)
    let receivers = scene.scenery.actors.list(after: word.upperBound, to: clause.upperBound)
    let isPurposed = passage.end(of: ActWords.letterPurposes, at: word.upperBound) != nil
    guard !writers.isEmpty, !receivers.isEmpty || isPurposed else { return nil }
    return scene.telling(writers, others: receivers)
  }

  private func sanction(_ scene: ActScene) -> Telling? {
    let word = scene.word
    guard isDated(scene), passage.start(of: ActWords.sanctioned, before: word.lowerBound) == nil,
      passage.end(of: ActWords.sanctionNouns, at: word.upperBound) == nil
    else { return nil }
    let targets = scene.scenery.actors.all.filter {
      !$0.isBody && $0.range.lowerBound >= word.upperBound
    }
    guard !targets.isEmpty else { return nil }
    return scene.telling(bodies(scene) ?? [], others: targets)
  }

  // MARK: acts of bodies

  private func founding(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let next = passage.scalar(word.upperBound)
    let isAfter = next == 0x4E8E && isDated(scene, behind: 16)  // 于
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

  private func exercise(_ scene: ActScene) -> Telling? {
    let word = scene.word
    let before = max(scene.sentence.lowerBound, word.lowerBound - 10)..<word.lowerBound
    guard isDated(scene), narration.holds(ActWords.exercising, before),
      let bodies = bodies(scene, reach: 40)
    else { return nil }
    return scene.telling(bodies)
  }

  // MARK: who acts

  /// The persons before a word, or the bodies, which are no outlets and have a date.
  private func doers(_ scene: ActScene) -> [Actor]? {
    let persons = persons(before: scene.word.lowerBound, scene, reach: 40)
    if let last = persons.last,
      !(last.range.upperBound..<scene.word.lowerBound).contains(where: {
        passage.scalar($0).isComma
      }), passage.scalar(last.range.upperBound) != 0x7684
    {
      return persons
    }
    return isDated(scene) ? bodies(scene) : nil
  }

  private func persons(before place: Int, _ scene: ActScene, reach: Int) -> [Actor] {
    scene.scenery.actors.list(before: place, from: scene.scenery.start, reach: reach)
  }

  /// The bodies before a word in its own clause.
  private func bodies(_ scene: ActScene, reach: Int = 30) -> [Actor]? {
    let chain = scene.scenery.actors.chain(
      before: scene.word.lowerBound, from: scene.scenery.start)
    guard let last = chain.actors.last, last.isBody, chain.actors.allSatisfy(\.isBody),
      !ActWords.outlets.contains(passage.scalar(last.range.upperBound - 1))
    else { return nil }
    let gap = last.range.upperBound..<scene.word.lowerBound
    guard gap.count <= reach, !gap.contains(where: { passage.scalar($0).isComma }) else {
      return nil
    }
    return chain.actors
  }

  private func isOrganization(_ actor: Actor) -> Bool {
    guard case .body(let index) = actor.who else { return false }
    return narration.bodies.all[index].kind == .organization
  }

  /// The person for whom 他 stands: the one named last in the paragraph.
  private func antecedent(_ scene: ActScene) -> [Actor] {
    let sentence = scene.sentence
    guard narration.holds(ActWords.pronouns, sentence.lowerBound..<scene.word.lowerBound) else {
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
    narration.times.printed(before: scene.word.lowerBound + behind, in: scene.sentence) != nil
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
