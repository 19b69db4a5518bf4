import Model
import Reference

extension OfficeReading {
  /// The office with a part marked as told by the context.
  func inferring(_ part: OfficeReading.Inferred) -> OfficeReading {
    var reading = self
    if !reading.inferred.contains(part) { reading.inferred.append(part) }
    return reading
  }
}

extension Body {
  static let china = Body.written("中国", division: nil)

  /// The body that a department belongs to, outermost.
  var root: Body { if case .part(let of, _) = self { of.root } else { self } }

  /// A foreign state, or one of its bodies.
  var isForeign: Bool { foreignState != nil }

  /// The foreign state that the body is, or is of, as the ids of the tables tell.
  var foreignState: Body? {
    guard case .listed(let id) = root, let mark = id.firstIndex(of: ":") else { return nil }
    let side = id[..<mark]
    if side == "state" { return id == "state:CN" ? nil : root }
    if side == "tw" { return StatesNamed.taiwan }
    guard side.utf8.count == 2, !["co", "hk", "mo"].contains(side) else { return nil }
    return .listed("state:" + side.uppercased())
  }

  /// A paper or a station, which reports what others do.
  func isPress(_ almanac: Almanac) -> Bool {
    guard case .listed(let id) = self else { return false }
    return almanac.organizations[id]?.kind == "media"
  }

  /// A department of a body of the tables.
  var isPartOfListed: Bool { if case .part = self { root.id != nil } else { false } }

  /// A national body of China.
  var isListedHome: Bool { root.id?.hasPrefix("org:") == true }

  /// The id of a listed body.
  var id: String? { if case .listed(let id) = self { id } else { nil } }

  var isLocal: Bool { if case .local = root { true } else { false } }

  /// The id of the division in the body's name.
  var division: String? {
    switch root {
    case .local(_, let id): id
    case .written(_, let id): id
    default: nil
    }
  }
}

extension String {
  func afterPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) && count > prefix.count ? String(dropFirst(prefix.count)) : nil
  }
}
