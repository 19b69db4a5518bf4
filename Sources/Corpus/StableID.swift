import Crypto
import Model

/// Ids that are the same in every run, on every machine, in whatever order files were read: a
/// prefix that tells the kind, and 80 bits of the SHA-256 of what makes the thing itself, in
/// lower-case base 32 (RFC 4648). They begin with a letter and cannot be taken for a number or date.
package enum StableID {
  package static func document(sha256: String) -> String { id("doc", [sha256]) }
  /// `homonym` tells the person from another of the name.
  package static func person(name: String, homonym: String? = nil) -> String {
    id("per", [name] + (homonym.map { [$0] } ?? []))
  }
  package static func office(key: String) -> String { id("off", [key]) }
  package static func organization(key: String) -> String { id("org", [key]) }
  /// `parts` tell the place of the mention in its document and the office held there.
  package static func quote(_ parts: [String]) -> String { id("quo", parts) }
  package static func event(_ parts: [String]) -> String { id("evt", parts) }
  package static func agreement(_ parts: [String]) -> String { id("agr", parts) }
  package static func mention(_ parts: [String]) -> String { id("men", parts) }

  /// A mention by its place and what it says; `repetition` numbers those that agree in all of it.
  static func mention(
    document: String, span: Span, name: String, office: String?,
    qualifier: OfficeReading.Qualifier?, repetition: Int = 0
  ) -> String {
    let parts = [
      document, "\(span.start)-\(span.end)", name, office ?? "", qualifier?.rawValue ?? "",
    ]
    return mention(repetition == 0 ? parts : parts + ["\(repetition)"])
  }

  package static func edit(_ parts: [String]) -> String { id("edt", parts) }
  /// A group of reports of one event has the id of the report that stands for it, as a cluster.
  package static func eventCluster(event: String) -> String { id("evc", [event]) }
  package static func namesake(_ parts: [String]) -> String { id("nsk", parts) }
  package static func tenure(_ parts: [String]) -> String { id("ten", parts) }
  package static func contradiction(_ parts: [String]) -> String { id("con", parts) }
  /// The ids of a document's events; those that agree in all that makes them are numbered. Who
  /// takes part counts by name, so that no other document changes the id.
  static func events(
    _ events: [Event], in document: String, body: (Body) -> String
  ) -> [String] {
    var counts: [[String]: Int] = [:]
    return events.map { event in
      let span = event.evidence.span
      let parties = event.participants.map { participant in
        switch participant.party {
        case .person(let person): self.person(name: person.name, homonym: person.homonym)
        case .body(let party): body(party)
        }
      }
      let parts =
        [
          document, event.kind.rawValue, event.evidence.rule, "\(span.start)-\(span.end)",
          event.time.start?.iso ?? "",
        ] + parties
      let count = counts[parts, default: 0]
      counts[parts] = count + 1
      return self.event(count == 0 ? parts : parts + ["\(count)"])
    }
  }

  /// A group of copies has the id of its canonical document, as a cluster.
  package static func cluster(canonical: String) -> String { id("dup", [canonical]) }

  private static func id(_ prefix: String, _ parts: [String]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 1 })
    for part in parts {
      bytes += part.utf8
      bytes.append(0)
    }
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().withUnsafeBytes { digest in
      String(unsafeUninitializedCapacity: prefix.utf8.count + 1 + letterCount) { text in
        var end = text.initialize(fromContentsOf: Array(prefix.utf8))
        text.initializeElement(at: end, to: UInt8(ascii: "_"))
        end += 1
        for letter in 0..<letterCount {
          text.initializeElement(at: end + letter, to: base32[fiveBits(letter, of: digest)])
        }
        return end + letterCount
      }
    }
  }

  /// So many letters of base 32 are 80 bits.
  private static let letterCount = 16
  private static let base32 = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// The bits that a letter stands for, highest first.
  private static func fiveBits(_ letter: Int, of digest: UnsafeRawBufferPointer) -> Int {
    let (byte, bit) = (letter * 5 / 8, letter * 5 % 8)
    let pair = Int(digest[byte]) << 8 | Int(digest[byte + 1])
    return pair >> (11 - bit) & 31
  }
}

/// An id without its prefix: 16 letters and digits in 16 bytes, in the order of the ids.
struct PackedID: Hashable, Comparable, Sendable, BitwiseCopyable {
  private let high: UInt64
  private let low: UInt64

  init(_ id: String) {
    var halves: (UInt64, UInt64) = (0, 0)
    for (place, byte) in id.utf8.dropFirst(4).prefix(16).enumerated() {
      if place < 8 {
        halves.0 |= UInt64(byte) << (56 - 8 * place)
      } else {
        halves.1 |= UInt64(byte) << (120 - 8 * place)
      }
    }
    (high, low) = halves
  }

  /// The id with its prefix: `doc`.
  func text(_ prefix: String) -> String {
    String(unsafeUninitializedCapacity: prefix.utf8.count + 17) { text in
      var end = text.initialize(fromContentsOf: Array(prefix.utf8))
      text.initializeElement(at: end, to: UInt8(ascii: "_"))
      end += 1
      for place in 0..<16 {
        let half = place < 8 ? high : low
        let byte = UInt8(truncatingIfNeeded: half >> (56 - 8 * (place & 7)))
        if byte == 0 { break }
        text.initializeElement(at: end, to: byte)
        end += 1
      }
      return end
    }
  }

  static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
