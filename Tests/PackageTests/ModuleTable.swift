/// The rows of Package.swift: which module may import which.
struct ModuleTable {
  /// Module -> what its row lists.
  private(set) var rows: [String: Set<String>] = [:]

  init(manifest: String) {
    let products = Self.products(in: manifest)
    for opening in ["module(", ".executableTarget("] {
      for call in Self.calls(of: opening, in: manifest) {
        let names = Self.names(in: call, products)
        if let module = names.first { rows[module] = Set(names.dropFirst()) }
      }
    }
  }

  /// `let yams = Target.Dependency.product(name: "Yams", …)` -> `yams: Yams`.
  private static func products(in manifest: String) -> [String: String] {
    var products: [String: String] = [:]
    for line in manifest.split(separator: "\n") where line.contains("Target.Dependency.product") {
      let words = line.split(separator: " ")
      let quoted = line.split(separator: "\"")
      if words.count > 1, quoted.count > 1 { products[String(words[1])] = String(quoted[1]) }
    }
    return products
  }

  /// What stands between the brackets of each call, up to the first that closes.
  private static func calls(of opening: String, in manifest: String) -> [Substring] {
    manifest.split(separator: "targets: [", maxSplits: 2).dropFirst()
      .flatMap { $0.split(separator: opening).dropFirst() }
      .compactMap { $0.split(separator: ")").first }
  }

  /// The modules of a call's arguments, its own first; `exclude:` and what follows is none.
  private static func names(in call: Substring, _ products: [String: String]) -> [String] {
    let arguments = call.split(separator: "exclude:").first ?? call
    let words = arguments.split { ",[] \n".contains($0) }
    return words.compactMap { word in
      word.hasPrefix("\"") ? word.trimming("\"") : products[String(word)]
    }
  }
}

extension Substring {
  fileprivate func trimming(_ mark: Character) -> String {
    String(drop { $0 == mark }.prefix { $0 != mark })
  }
}
