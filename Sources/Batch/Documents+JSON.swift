import Export
import Model
import Reference

// The three states of a document, and the rows of tables, as JSON for `inspect`.

extension RawFile {
  var json: JSONValue {
    [
      "path": .string(path), "bytes_on_disk": .integer(size), "bytes": .integer(bytes.count),
      "sha256": .string(sha256), "publisher_hint": .optional(hints.publisher),
      "encoding_hint": .optional(hints.encoding),
    ]
  }
}

extension Article {
  var json: JSONValue {
    [
      "path": .string(path), "format": .string(format.rawValue), "encoding": .string(encoding),
      "url": .optional(url),
      "publisher": .optional(publisher), "author": .optional(author),
      "published_at": .optional(publishedAt),
      "published_basis": .optional(publishedBasis?.rawValue), "title": .optional(title),
      "section": .optional(section), "tags": .list(tags), "script": .optional(script?.rawValue),
      "quality": .list(quality), "text": .string(text),
    ]
  }
}

extension Mention {
  var json: JSONValue {
    [
      "person_name": .string(personName), "homonym": .optional(homonym),
      "office": office?.json ?? .null,
      "personal_rank": .optional(personalRank), "as_of": .optional(asOf?.iso),
      "text": .string(evidence.text), "paragraph": .integer(evidence.paragraph),
      "start": .integer(evidence.span.start), "end": .integer(evidence.span.end),
      "rule": .string(evidence.rule), "confidence": .number(confidence),
    ]
  }
}

extension Quote {
  /// With the name of the rule that joined words and speakers, which the table has not.
  var json: JSONValue {
    [
      "speakers": .array(
        speakers.map { speaker in
          [
            "person_name": .string(speaker.name), "homonym": .optional(speaker.homonym),
            "offices": .array(speaker.offices.map(\.json)),
          ]
        }),
      "verb": .optional(verb), "direct": .boolean(isDirect), "addressee": .optional(addressee),
      "text": .string(evidence.text), "paragraph": .integer(evidence.paragraph),
      "start": .integer(evidence.span.start), "end": .integer(evidence.span.end),
      "rule": .string(evidence.rule),
    ]
  }
}

extension OfficeReading {
  var json: JSONValue {
    [
      "body": .string(body.words),
      "organization_name": .string(Almanac.shared.hierarchy.organization(body).name),
      "title": .string(title),
      "qualifier": .optional(qualifier?.rawValue), "inferred": .list(inferred.map(\.rawValue)),
    ]
  }
}

extension Body {
  /// `party_committee of div:220000`, `宣传部 of org:cpc`.
  var words: String {
    switch self {
    case .listed(let id): id
    case .local(let kind, let division): "\(kind.rawValue) of \(division)"
    case .part(let whole, let name): "\(name) of \(whole.words)"
    case .written(let name, let division): name + (division.map { " in \($0)" } ?? "")
    case .unplaced(let kind, let level): "\(kind.rawValue) of a \(level.rawValue) not known"
    }
  }
}

extension TableRow {
  /// Keys in the order of the columns.
  var json: JSONValue {
    let names = Self.columns.map(\.description.name)
    return .object(zip(names, cells).map { JSONValue.Member($0, JSONValue($1)) })
  }
}

extension JSONValue {
  init(_ cell: Cell) {
    switch cell {
    case .null: self = .null
    case .text(let text): self = .string(text)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .boolean(let flag): self = .boolean(flag)
    case .list(let texts): self = .list(texts)
    }
  }

  /// An object without one of its members.
  func without(_ key: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.key != key })
  }
}
