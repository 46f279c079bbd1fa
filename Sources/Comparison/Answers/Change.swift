import Basics

/// One statistic in both rounds and what lies between them: a row of `changes.csv`.
struct Change {
  enum Statistic: String {
    /// Of those who answered.
    case percent
    case mean
  }

  /// A figure of one round: a count of a base, or a sum of so many numbers in millionths.
  struct Figure: Equatable {
    let numerator: Int128
    let base: Int
  }

  let pair: QuestionPair
  let choice: QuestionPair.ChoicePair?
  let statistic: Statistic
  let slice: Breakdown.Slice
  let panel: Counts.Panel
  /// nil where the round had no such choice.
  let old: Figure?
  let new: Figure?

  /// All that is to be known before the figures are held against each other.
  var marks: [String] {
    var marks = pair.marks
    for word in choice?.differences.map(\.rawValue) ?? [] where !marks.contains(word) {
      marks.append(word)
    }
    if old?.base == 0 || new?.base == 0 { marks.append("no-base") }
    return marks
  }

  /// Whether there is a difference to be given.
  private var figures: (old: Figure, new: Figure)? {
    guard let old, let new, old.base > 0, new.base > 0, pair.breakNote == nil else { return nil }
    return (old, new)
  }

  /// The difference as a fraction; nil where the figures are not comparable.
  ///
  /// - Throws: `internalFault` where it leaves 128 bits.
  func difference() throws(RunError) -> (numerator: Int128, denominator: Int128)? {
    guard let (old, new) = figures else { return nil }
    let left = new.numerator.multipliedReportingOverflow(by: Int128(old.base) * factor)
    let right = old.numerator.multipliedReportingOverflow(by: Int128(new.base) * factor)
    let (result, overflow) = left.partialValue.subtractingReportingOverflow(right.partialValue)
    guard !left.overflow, !right.overflow, !overflow else { throw Counts.tooLarge }
    return (result, Int128(old.base) * Int128(new.base) * divisor)
  }

  /// The figure in full precision; empty without one.
  func value(_ figure: Figure?) -> String {
    guard let figure, figure.base > 0 else { return "" }
    return Ratio.exact(figure.numerator * factor, over: Int128(figure.base) * divisor)
  }

  func numerator(_ figure: Figure?) -> String {
    guard let figure else { return "" }
    return statistic == .mean
      ? FixedDecimal(millionths: figure.numerator).description : String(figure.numerator)
  }

  private var factor: Int128 { statistic == .percent ? 100 : 1 }
  private var divisor: Int128 { statistic == .percent ? 1 : FixedDecimal.one }
}
