import Definition
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
  private let isRounded: Bool

  init(_ share: ReleasedShare, isWeighted: Bool, printed: String?) {
    count = share.count
    base = share.base
    percent = share.percent
    isRounded = share.isRounded
    self.isWeighted = isWeighted
    self.printed = printed
  }

  /// The word of a scale for it; nil where the scale has none, and where counts are rounded to all or nothing,
  /// of which nobody can say whether it is so.
  func word(of scale: QuantifierScale) -> String? {
    guard let percent, !isAllOrNothing else { return nil }
    return scale.word(for: percent)
  }

  /// Whether rounding made all or nothing of it, or left it so.
  var isAllOrNothing: Bool { isRounded && (count == 0 || count == base) }

  /// Why the scale has no word for it, as advice has it.
  var whyThereIsNoWord: String {
    isAllOrNothing
      ? "counts are rounded, so that it may be neither all nor nothing: take the word out"
      : "a share of nobody has no word"
  }
}
