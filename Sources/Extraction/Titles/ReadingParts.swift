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
  /// The body that a department belongs to, outermost.
  var root: Body { if case .part(let of, _) = self { of.root } else { self } }

  /// A foreign state, or one of its bodies.
  var isForeign: Bool {
    if case .listed(let id) = root { id.hasPrefix("state:") && id != "state:CN" } else { false }
  }

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
