/// Places for the nodes of a graph such that what is joined lies close and nothing lies together
/// (Fruchterman and Reingold).
///
/// The same places on every machine: a fixed number of rounds from places out of a fixed row of
/// numbers, with arithmetic that is exact by its standard (no sine, no power).
struct ForceLayout {
  struct Edge {
    let from: Int
    let to: Int
    /// From 0 to 1.
    let strength: Double
  }

  struct Place {
    var x: Double
    var y: Double

    static func - (a: Place, b: Place) -> Place { Place(x: a.x - b.x, y: a.y - b.y) }
    static func += (a: inout Place, b: Place) { a = Place(x: a.x + b.x, y: a.y + b.y) }
    static func * (a: Place, factor: Double) -> Place { Place(x: a.x * factor, y: a.y * factor) }
    var length: Double { max(1e-6, (x * x + y * y).squareRoot()) }
  }

  private(set) var places: [Place]
  private let edges: [Edge]
  /// How many edges each node has: those of a crowd pull less, or it would fall together.
  private let degrees: [Double]

  private static let rounds = 400

  /// The places lie within 0...1 in both directions.
  init(nodes: Int, edges: [Edge]) {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    self.edges = edges
    var degrees = Array(repeating: 0.0, count: nodes)
    for edge in edges {
      degrees[edge.from] += 1
      degrees[edge.to] += 1
    }
    self.degrees = degrees
    places = []
    for _ in 0..<nodes { places.append(Place(x: random(), y: random())) }
    guard nodes > 1 else { return }
    let distance = (1 / Double(nodes)).squareRoot()
    for round in 0..<Self.rounds {
      move(distance, by: 0.1 * (1 - Double(round) / Double(Self.rounds)))
    }
    fit()
  }

  private mutating func move(_ distance: Double, by limit: Double) {
    var forces = places.map { Place(x: 0.5 - $0.x, y: 0.5 - $0.y) * 0.6 }
    for one in places.indices {
      for two in places.indices where two != one {
        let gap = places[one] - places[two]
        let length = gap.length
        forces[one] += gap * (distance * distance / (length * length))
      }
    }
    for edge in edges {
      let gap = places[edge.to] - places[edge.from]
      let crowd = max(1, min(degrees[edge.from], degrees[edge.to]) / 3)
      let pull = gap * (gap.length / distance * (0.3 + 0.7 * edge.strength) * 0.4 / crowd)
      forces[edge.from] += pull
      forces[edge.to] += pull * -1
    }
    for index in places.indices {
      let force = forces[index]
      places[index] += force * (min(limit, force.length) / force.length)
    }
  }

  private mutating func fit() {
    let (xs, ys) = (places.map(\.x), places.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let foot = ys.max() else {
      return
    }
    for index in places.indices {
      places[index].x = (places[index].x - left) / max(1e-6, right - left)
      places[index].y = (places[index].y - top) / max(1e-6, foot - top)
    }
  }
}
