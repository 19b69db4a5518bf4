/// The first `limit` of many items, by an order, with little more than those in memory.
struct BestRows<Item> {
  private let limit: Int
  private let precedes: (Item, Item) -> Bool
  private var kept: [Item] = []

  /// `precedes` must tell any two items apart, so that the same ones are kept in whatever order
  /// they come.
  init(_ limit: Int, _ precedes: @escaping (Item, Item) -> Bool) {
    self.limit = limit
    self.precedes = precedes
  }

  mutating func add(_ item: Item) {
    if kept.count == 2 * limit { kept = items }
    kept.append(item)
  }

  /// In order.
  var items: [Item] { Array(kept.sorted(by: precedes).prefix(limit)) }
}

/// How often each of few things was seen, in the order of counts.
struct Frequencies {
  private(set) var counts: [String: Int] = [:]

  mutating func add(_ key: String, _ count: Int = 1) { counts[key, default: 0] += count }

  var total: Int { counts.values.reduce(0, +) }

  /// The most frequent first; of equal ones, by their bytes.
  var sorted: [(key: String, value: Int)] {
    counts.sorted { a, b in
      a.value != b.value ? a.value > b.value : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
  }
}
