/// The words that tell of a seat who takes it: 财政部长一职由甲接任.
struct HolderWords: Sendable {
  /// What makes an office the seat itself: 一职.
  let seats: [[UInt32]]
  /// What is done with a seat, with no office behind it.
  let taking: [[UInt32]]
  /// Of these, what is done for somebody else.
  let standingIn: [[UInt32]]
  /// What may stand between a name and those.
  let manners: [[UInt32]]

  init(_ source: inout WordSource) {
    seats = source.longestFirst("holder.seats")
    taking = source.longestFirst("holder.taking")
    standingIn = source.longestFirst("holder.standingIn")
    manners = source.longestFirst("holder.manners")
  }
}
