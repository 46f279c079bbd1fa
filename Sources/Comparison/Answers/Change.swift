import Basics
import Statistics

/// One statistic in both rounds and what lies between them: a row of `changes.csv`.
struct Change {
  enum Statistic: String {
    /// Of those who answered.
    case percent
    case mean
  }

  /// A figure of one round: a count of a base, or a sum of so many numbers.
  struct Figure: Equatable {
    let numerator: Rational
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
  let rules: FigureRules

  /// All that is to be known before the figures are checked against each other.
  var marks: [String] {
    var marks = pair.marks
    for word in choice?.differences.map(\.rawValue) ?? [] where !marks.contains(word) {
      marks.append(word)
    }
    if old?.base == 0 || new?.base == 0 { marks.append("no-base") }
    if isSmall(old, rules.percentBase.old) || isSmall(new, rules.percentBase.new) {
      marks.append("small-base")
    }
    if rules.note != nil { marks.append("unweighted") }
    return marks
  }

  /// Whether a percentage is of fewer than those of which tables give one.
  private func isSmall(_ figure: Figure?, _ least: Int?) -> Bool {
    guard let least, let figure, statistic == .percent else { return false }
    return 0 < figure.base && figure.base < least
  }

  /// The figures in full precision; empty where there are none.
  var values: (old: String, new: String) {
    (
      isSmall(old, rules.percentBase.old) ? "" : value(old),
      isSmall(new, rules.percentBase.new) ? "" : value(new)
    )
  }

  /// Whether there is a difference to be given.
  private var figures: (old: Figure, new: Figure)? {
    guard let old, let new, old.base > 0, new.base > 0, pair.breakNote == nil, rules.note == nil,
      !isSmall(old, rules.percentBase.old), !isSmall(new, rules.percentBase.new)
    else { return nil }
    return (old, new)
  }

  /// The difference of the values; nil where the figures are not comparable.
  var difference: Rational? {
    figures.map { value(of: $0.new) - value(of: $0.old) }
  }

  private func value(_ figure: Figure?) -> String {
    guard let figure, figure.base > 0 else { return "" }
    return value(of: figure).fullText
  }

  func numerator(_ figure: Figure?) -> String {
    figure?.numerator.fullText ?? ""
  }

  /// A percentage, or a mean.
  private func value(of figure: Figure) -> Rational {
    let share = figure.numerator / Rational(figure.base)
    return statistic == .percent ? share * 100 : share
  }
}
