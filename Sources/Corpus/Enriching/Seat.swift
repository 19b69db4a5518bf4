import Model

/// An office as articles give it, before it is resolved: a post in a body.
struct Seat: Hashable, Sendable {
  var body: Body
  var title: String
}
