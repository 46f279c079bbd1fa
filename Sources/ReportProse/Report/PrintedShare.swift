import DisclosureControl
import Statistics

/// What part of its base a cell is, with the percentage as its table prints it.
struct PrintedShare {
  let count: Int
  let base: Int
  /// Nil where nobody, or nothing that weighs, is in the base.
  let percent: Quantity?
  let printed: String?
  let isWeighted: Bool

  init(_ share: ReleasedShare, isWeighted: Bool, printed: String?) {
    count = share.count
    base = share.base
    percent = share.percent
    self.isWeighted = isWeighted
    self.printed = printed
  }
}
