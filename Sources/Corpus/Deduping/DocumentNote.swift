package import Model
package import Reference

/// What is kept of a document to find its copies: all that comparing two needs, so that notes can be
/// taken anywhere and compared anywhere.
package struct DocumentNote: Hashable, Sendable {
  package let id: String
  let path: String
  /// The address, folded; nil where it says nothing.
  let address: String?
  let published: PartialDate?
  /// Whether it says who published it.
  let namesPublisher: Bool
  let fingerprint: Fingerprint
  let titleHash: UInt64
  /// The foreign states that the headline names, ascending.
  let titleStates: [Int32]
  /// The persons named, as they are printed.
  let names: NameList

  /// In the place of one that the disk did not give back: like no other.
  static let unreadable = DocumentNote(
    id: "", path: "", address: nil, published: nil, namesPublisher: false,
    fingerprint: Fingerprint([]), titleHash: 0, titleStates: [], names: NameList([]))

  /// The day of publication, counted; nil where the day is not known.
  var day: Int? {
    published?.day == nil ? nil : published?.dayNumber
  }

  /// Whether this one rather than another stands for their cluster: the earliest, then the
  /// fullest, then the one that names its publisher, then by path and id. A total order.
  func precedes(_ other: DocumentNote) -> Bool {
    let (mine, others) = (published?.iso ?? "9999-99", other.published?.iso ?? "9999-99")
    if mine != others { return mine < others }
    if fingerprint.length != other.fingerprint.length {
      return fingerprint.length > other.fingerprint.length
    }
    if namesPublisher != other.namesPublisher { return namesPublisher }
    if !path.utf8.elementsEqual(other.path.utf8) {
      return path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }
    return id < other.id
  }
}

/// Names as scalars in one row, each with a 0 behind it; ascending, each once.
struct NameList: Hashable, Sendable {
  let scalars: [UInt32]

  init(_ names: Set<String>) {
    scalars = names.sorted().flatMap { $0.unicodeScalars.map(\.value) + [0] }
  }

  init(scalars: [UInt32]) { self.scalars = scalars }

  var all: [ArraySlice<UInt32>] { scalars.split(separator: 0) }
}

/// Takes the notes of readings.
package struct NoteTaker: Sendable {
  private let folder: TextFolder
  private let states: StateNames

  package init(_ almanac: Almanac) {
    folder = TextFolder(almanac.folding)
    states = StateNames(almanac, folder)
  }

  package func note(of reading: Reading) -> DocumentNote {
    let article = reading.article
    let title = folder.folded(article.title ?? "")
    return DocumentNote(
      id: StableID.document(sha256: article.sha256), path: article.path,
      address: article.url.flatMap(Address.folded), published: article.publishedOn,
      namesPublisher: article.publisher != nil,
      fingerprint: Fingerprint(folder.folded(article.text)), titleHash: StableHash.of(title),
      titleStates: states.named(in: title), names: NameList(Set(reading.mentions.map(\.personName)))
    )
  }
}

extension DocumentNote {
  /// The form of the record; a note of another form is not read.
  private static let version: UInt64 = 1

  package func encoded(into bytes: inout [UInt8]) {
    var encoder = ByteEncoder(bytes: bytes)
    encoder.put(Self.version)
    encoder.put(id)
    encoder.put(path)
    encoder.put(address)
    encoder.put(published?.iso)
    encoder.put(namesPublisher ? 1 : 0)
    fingerprint.encode(into: &encoder)
    encoder.put(titleHash)
    encoder.put(fixed: titleStates)
    encoder.put(fixed: names.scalars)
    bytes = encoder.bytes
  }

  /// Nil where the bytes are no note of this version, or are cut or followed by others.
  package init?(decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes: bytes)
    guard decoder.number() == Self.version, let id = decoder.text(), let path = decoder.text(),
      let address = decoder.optional(), let published = decoder.optional(),
      let namesPublisher = decoder.number(),
      let fingerprint = Fingerprint(decoding: &decoder), let titleHash = decoder.number(),
      let states: [Int32] = decoder.fixed(), let names: [UInt32] = decoder.fixed(),
      decoder.isAtEnd
    else { return nil }
    self.init(
      id: id, path: path, address: address,
      published: published.flatMap { PartialDate(iso: $0) },
      namesPublisher: namesPublisher == 1, fingerprint: fingerprint, titleHash: titleHash,
      titleStates: states, names: NameList(scalars: names))
  }
}

/// Addresses that name the same page.
enum Address {
  /// The address without its scheme, `www.` or `m.`, fragment, closing slash and the parameters that only
  /// tell where a reader came from. Nil for a bare host, which names no article.
  static func folded(_ url: String) -> String? {
    var rest = Substring(url)
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    for scheme in ["https://", "http://", "//"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      break
    }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let slash = parts.first?.firstIndex(of: "/") else { return nil }
    var host = parts[0][..<slash].lowercased()
    for prefix in ["www.", "m.", "wap."] where host.hasPrefix(prefix) {
      host.removeFirst(prefix.count)
    }
    var path = parts[0][slash...]
    while path.hasSuffix("/") { path = path.dropLast() }
    let query = parts.count > 1 ? kept(parts[1]) : ""
    guard !path.isEmpty || !query.isEmpty else { return nil }
    return host + path + query
  }

  private static func kept(_ query: Substring) -> String {
    let kept = query.split(separator: "&").filter { pair in
      let name = pair.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_")
        && !["from", "spm", "share", "wechat", "fbclid"].contains(name)
    }
    return kept.isEmpty ? "" : "?" + kept.sorted().joined(separator: "&")
  }
}
