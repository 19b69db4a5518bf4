import Extraction
import Model
import Reference

/// An article as the extractor read it, for people: each paragraph with its persons and offices
/// set off, and below it what they were read as, and what was turned down.
struct ExaminedText {
  private let examination: Examination
  private let ink: Ink
  private let scalars: [Unicode.Scalar]
  private let paragraphs: [Range<Int>]
  /// By where the name begins: its number in the text.
  private let numbers: [Int: Int]

  init(_ examination: Examination, _ ink: Ink) {
    self.examination = examination
    self.ink = ink
    scalars = Array(examination.reading.article.text.unicodeScalars)
    var ranges: [Range<Int>] = []
    var start = 0
    for (place, scalar) in scalars.enumerated() where scalar == "\n" {
      ranges.append(start..<place)
      start = place + 1
    }
    paragraphs = ranges + [start..<scalars.count]
    let starts = Set(examination.reading.mentions.map(\.evidence.span.start)).sorted()
    numbers = Dictionary(
      starts.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  var text: String {
    let parts = paragraphs.indices.map { lines(of: $0).joined(separator: "\n") }
    return ([legend] + parts + [summary]).joined(separator: "\n\n") + "\n"
  }

  private var legend: String {
    "\(ink.office("office")) and \(ink.person("person"))¹ are set off in the text; below each "
      + "paragraph stands what they were read as, and (-) what was turned down."
  }

  private var summary: String {
    let mentions = examination.reading.mentions
    let names = Set(mentions.map(\.personName)).count
    return
      "\(ErrorWording.counted(mentions.count, "mention")) of \(ErrorWording.counted(names, "name"));"
      + " \(ErrorWording.counted(examination.refusals.count, "candidate")) turned down"
  }

  private func lines(of paragraph: Int) -> [String] {
    let mentions = examination.reading.mentions.filter { $0.evidence.paragraph == paragraph }
    let refusals = examination.refusals.filter { $0.place.paragraph == paragraph }
    return ["[\(paragraph)] " + marked(paragraph)]
      + Columns.aligned(mentions.map(row)).map { "    " + $0 }
      + refusals.map { "    - " + line(for: $0) }
  }

  /// The text of a paragraph, persons and offices set off.
  private func marked(_ paragraph: Int) -> String {
    var marks: [(span: Span, isPerson: Bool)] = []
    for mention in examination.reading.mentions where mention.evidence.paragraph == paragraph {
      marks.append((mention.evidence.span, true))
    }
    for office in examination.offices where office.place.paragraph == paragraph {
      marks.append((office.place.span, false))
    }
    var text = ""
    var place = paragraphs[paragraph].lowerBound
    for mark in marks.sorted(by: { $0.span < $1.span }) where mark.span.start >= place {
      let words = Ink.safe(scalars[mark.span.start..<mark.span.end])
      text += Ink.safe(scalars[place..<mark.span.start])
      text +=
        mark.isPerson ? ink.person(words) + superscript(mark.span.start) : ink.office(words)
      place = mark.span.end
    }
    return text + Ink.safe(scalars[place..<max(place, paragraphs[paragraph].upperBound)])
  }

  private func superscript(_ start: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String("\(numbers[start] ?? 0)".utf8.map { digits[Int($0) - 0x30] })
  }

  /// `1  陆建衡  中国共产党甘肃省委员会 书记  office.name 0.97`
  private func row(_ mention: Mention) -> [String] {
    let evidence = mention.evidence
    let number = "\(numbers[evidence.span.start] ?? 0)"
    return [
      String(repeating: " ", count: max(0, 2 - number.count)) + number,
      Ink.safe(mention.personName), Ink.safe(mention.office?.words ?? "no office"),
      "\(evidence.rule) \(mention.confidence)",
      mention.office.map(Self.inferred) ?? "",
    ].trimmed
  }

  private static func inferred(_ office: OfficeReading) -> String {
    let parts = office.inferred.map(\.rawValue).joined(separator: ", ")
    return parts.isEmpty ? "" : "inferred: \(parts)"
  }

  /// `省长 89-91: nobody stands beside it who would hold it (office.no-holder)`
  private func line(for refusal: Refusal) -> String {
    let place = refusal.place
    let words = ink.refused(Ink.safe(place.text))
    return "\(words) \(place.span.start)-\(place.span.end): \(refusal.reason.meaning)"
      + " (\(refusal.reason.code)\(refusal.shortfall.map { ": " + $0.words } ?? ""))"
  }
}

extension Refusal.Shortfall {
  /// `20, at least 36 is needed`.
  var words: String { "\(Self.short(found)), at least \(Self.short(least)) is needed" }

  private static func short(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e9 ? "\(Int(number))" : "\(number)"
  }
}

extension OfficeReading {
  /// `中国共产党甘肃省委员会 书记 (former)`.
  var words: String {
    let body = Almanac.shared.hierarchy.organization(body).name
    return "\(body) \(title)" + (qualifier.map { " (\($0.rawValue))" } ?? "")
  }
}

extension [String] {
  /// Without the empty ones at the end.
  fileprivate var trimmed: [String] {
    var rest = self
    while rest.last == "" { rest.removeLast() }
    return rest
  }
}
