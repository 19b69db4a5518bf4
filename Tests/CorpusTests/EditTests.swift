import Model
import Reference
import Testing

@testable import Corpus

/// What was edited between an article and a copy; every sentence is invented.
@Suite struct EditTests {
  static let folder = TextFolder(Almanac.shared.folding)
  static let lead = "河滨市委书记齐远山昨天到东渡县调研，市长温若溪、副市长郝一舟陪同。"
  static let tour = "齐远山走进东渡县的三家企业，看了新建的三十条生产线，问了用工情况。"
  static let speech = "他说，今年全市要新增投资280亿元，把东渡港的二期码头建成。"
  static let end = "县委书记祝长庚参加调研。"
  static let article = [lead, tour, speech, end].joined(separator: "\n")

  /// A reading whose mentions are the names wherever they stand.
  static func reading(
    _ path: String, _ text: String, names: [String] = ["齐远山", "温若溪", "郝一舟", "祝长庚"],
    title: String? = nil, offices: [String: String] = [:]
  ) -> Reading {
    let scalars = Array(text.unicodeScalars)
    var mentions: [Mention] = []
    for name in names {
      let wanted = Array(name.unicodeScalars)
      for place in scalars.indices where scalars[place...].starts(with: wanted) {
        mentions.append(
          Samples.mention(
            name, offices[name].map { _ in .local(.government, division: "div:430400") },
            offices[name] ?? "", at: place))
      }
    }
    return Samples.reading(path, text, title: title, mentions: mentions)
  }

  static func edits(_ original: Reading, _ copy: Reading) -> [Edit] {
    let meaning = Meaning {
      People.Identity(id: "per:" + $0.name, name: $0.name)
    } office: {
      OfficeName(id: "off:" + $0.title, name: $0.title)
    }
    return EditFinder(
      EditedText(original, folder, meaning), EditedText(copy, folder, meaning), folder
    ).edits()
  }

  static func lines(_ edits: [Edit], _ kinds: Set<Edit.Kind> = Set(Edit.Kind.allCases)) -> [String]
  {
    edits.filter { kinds.contains($0.kind) }.map { edit in
      "\(edit.kind.rawValue) \(edit.op.rawValue) \(edit.original ?? "-") \(edit.copy ?? "-")"
    }
  }

  static func lines(of copy: String, _ kinds: Set<Edit.Kind> = Set(Edit.Kind.allCases))
    -> [String]
  {
    lines(edits(reading("a", article), reading("b", copy)), kinds)
  }

  // MARK: what is an edit

  @Test func `a name that is gone from a list is a person removed, and its sentence changed`() {
    let cut = Self.lead.replacing("、副市长郝一舟", with: "")
    let edits = Self.edits(
      Self.reading("a", Self.article),
      Self.reading("b", [cut, Self.tour, Self.speech, Self.end].joined(separator: "\n")))
    #expect(
      Self.lines(edits) == ["sentence changed \(Self.lead) \(cut)", "person removed 郝一舟 -"])
    #expect(edits.last?.originalPlace?.text == Self.lead)
    #expect(edits.last?.copyPlace == nil)
    #expect(edits.last?.rule == .nameAbsent)
  }

  @Test func `a name that was put in is a person added`() {
    let longer = Self.lead.replacing("温若溪", with: "温若溪、秘书长蓝天佑")
    let edits = Self.edits(
      Self.reading("a", Self.article),
      Self.reading(
        "b", Self.article.replacing(Self.lead, with: longer),
        names: ["齐远山", "温若溪", "蓝天佑", "郝一舟", "祝长庚"]))
    #expect(Self.lines(edits, [.person]) == ["person added - 蓝天佑"])
  }

  static let numbers: [(from: String, to: String, edit: String)] = [
    ("280亿元", "260亿元", "number changed 280亿 260亿"),
    ("三十条", "13条", "number changed 三十 13"),
    ("新增投资280亿元", "新增投资", "number removed 280亿 -"),
    ("二期码头", "2个码头和90座仓库", "number added - 90"),
  ]

  @Test(arguments: numbers) func `numbers are told by the words around them`(
    _ wanted: (from: String, to: String, edit: String)
  ) {
    let copy = Self.article.replacing(wanted.from, with: wanted.to)
    #expect(copy != Self.article)
    #expect(Self.lines(of: copy, [.number]).contains(wanted.edit))
    #expect(Self.lines(of: copy, [.number]).count == 1)
  }

  @Test func `sentences that one text alone has are added and removed`() {
    let new = "当天晚上，市里还召开了防汛会商会。"
    let copy = [Self.lead, Self.tour, new, Self.end].joined(separator: "\n")
    #expect(
      Self.lines(of: copy, [.sentence]) == [
        "sentence removed \(Self.speech) -", "sentence added - \(new)",
      ])
  }

  @Test func `an office that nobody has in the copy is removed`() {
    let offices = ["郝一舟": "副市长", "温若溪": "市长"]
    let edits = Self.edits(
      Self.reading("a", Self.article, offices: offices),
      Self.reading(
        "b", Self.article.replacing("副市长郝一舟", with: "郝一舟"), offices: ["温若溪": "市长"]))
    #expect(Self.lines(edits, [.person, .office]) == ["office removed 副市长 -"])
    #expect(edits.last?.person?.name == "郝一舟")
  }

  @Test func `another headline is changed, one that was not found is not`() {
    let original = Self.reading("a", Self.article, title: "齐远山到东渡县调研")
    let renamed = Self.reading("b", Self.article, title: "市领导到东渡县调研")
    #expect(Self.lines(Self.edits(original, renamed)) == ["headline changed 齐远山到东渡县调研 市领导到东渡县调研"])
    let sited = Self.reading("b", Self.article, title: "齐远山到东渡县调研_河滨新闻网")
    #expect(Self.edits(original, sited).isEmpty)
    #expect(Self.edits(original, Self.reading("b", Self.article)).isEmpty)
  }

  // MARK: what is none

  static let same: [(name: String, text: String)] = [
    ("the same text", article),
    ("another order", [tour, end, speech, lead].joined(separator: "\n")),
    ("one paragraph", article.replacing("\n", with: "")),
    ("other punctuation", article.replacing("，", with: ",").replacing("、", with: "，")),
    ("sentences cut otherwise", article.replacing("生产线，问", with: "生产线。问")),
    ("numbers written otherwise", article.replacing("三十条", with: "30条")),
    ("thousands written otherwise", article.replacing("280亿", with: "2,800,000万")),
    ("traditional characters", article.replacing("齐远山", with: "齊遠山").replacing("书记", with: "書記")),
    ("a dateline", article.replacing(lead, with: "河滨日报东渡3月2日电（记者 卓文静）" + lead)),
    ("by-lines", "来源：河滨日报　记者：卓文静\n" + article + "（完）\n责任编辑：左小右\n【打印】【关闭】"),
    ("a signature", article + "\n卓文静/左小右（河滨社）"),
    ("dates alone", "2023-03-02 09:12\n" + article),
  ]

  @Test(arguments: same) func `is no edit`(_ wanted: (name: String, text: String)) {
    #expect(Self.lines(of: wanted.text) == [], "\(wanted.name)")
  }

  @Test func `who is called by the surname alone in the copy was not removed`() {
    let text = "外长阿尔贝·杜瓦尔与齐远山共进午餐，谈了港口之间的航线。"
    let edits = Self.edits(
      Self.reading("a", text, names: ["阿尔贝·杜瓦尔", "齐远山"]),
      Self.reading("b", text.replacing("阿尔贝·", with: ""), names: ["杜瓦尔", "齐远山"]))
    #expect(Self.lines(edits, [.person]) == [])
  }

  @Test func `a name that the reader missed in the copy is there all the same`() {
    let edits = Self.edits(
      Self.reading("a", Self.article), Self.reading("b", Self.article, names: ["齐远山"]))
    #expect(edits.isEmpty)
  }

  // MARK: places

  @Test func `each sentence is what stands at its place`() {
    let copy = Self.reading(
      "b", "2023年3月2日\n" + [Self.tour.replacing("三十", with: "40"), Self.end].joined())
    let original = Self.reading("a", Self.article)
    let edits = Self.edits(original, copy)
    #expect(edits.contains { $0.op == .changed } && edits.contains { $0.op == .removed })
    for edit in edits {
      for (place, text) in [(edit.originalPlace, original), (edit.copyPlace, copy)] {
        guard let place else { continue }
        let scalars = Array(text.article.text.unicodeScalars)
        let words = String(
          String.UnicodeScalarView(scalars[place.span.start..<place.span.end]))
        #expect(words == place.text)
        #expect(scalars[..<place.span.start].count { $0 == "\n" } == place.paragraph)
      }
    }
  }

  @Test(arguments: ["", "\n", "。", "。。。\n\n！", "1", "（", "·", "\u{10FFFF}\u{0}"])
  func `no text is too odd to be compared`(_ text: String) {
    let edits = Self.edits(Self.reading("a", text), Self.reading("b", Self.article))
    #expect(edits.allSatisfy { $0.original == nil })
    #expect(Self.edits(Self.reading("a", text), Self.reading("b", text)).isEmpty)
  }

  @Test func `many sentences in a row are one passage`() {
    let added = (0..<30).map { "第\($0)组队员沿江堤走了一遍，看了各自的险段。" }.joined()
    let copy = Self.reading("b", Self.article + "\n" + added)
    let edits = Self.edits(Self.reading("a", Self.article), copy).filter { $0.kind == .sentence }
    #expect(edits.map(\.rule) == [.passage])
    #expect(edits.first?.copyPlace?.text == added)
  }

  @Test func `the rows of the rules are the words of the table`() {
    #expect(EditRow.rules == EditRule.allCases.map(\.rawValue))
    #expect(EditRow.kinds == Edit.Kind.allCases.map(\.rawValue))
    #expect(EditRow.operations == Edit.Op.allCases.map(\.rawValue))
  }
}
