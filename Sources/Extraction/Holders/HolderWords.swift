/// The words beside those who hold offices: who takes a seat (财政部长一职由甲接任), and what only bears a
/// name.
struct HolderWords: Sendable {
  /// What makes an office the seat itself: 一职.
  let seats: [[UInt32]]
  /// What is done with a seat, with no office behind it.
  let taking: [[UInt32]]
  /// Of these, what is done for somebody else.
  let standingIn: [[UInt32]]
  /// What may stand between a name and those.
  let manners: [[UInt32]]
  /// What follows a name that a thing or a place bears: 里根号.
  let namesakes: [[UInt32]]

  init(_ source: inout WordSource) {
    seats = source.longestFirst("holder.seats")
    taking = source.longestFirst("holder.taking")
    standingIn = source.longestFirst("holder.standingIn")
    manners = source.longestFirst("holder.manners")
    namesakes = source.codes("holder.namesakes")
  }
}
