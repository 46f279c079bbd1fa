import Basics
import Questionnaire

/// Counts the answers to the questions of both rounds.
struct ChangeCounting {
  let old: Round
  let new: Round
  let breakdown: Breakdown
  private let rules: FigureRules
  /// The panels that there are: anonymous respondents are in no two rounds.
  private let panels: [Counts.Panel]
  private var isInBoth: (old: [Bool], new: [Bool])

  init(
    _ old: Round, _ new: Round, breakdown: Breakdown, units: [UnitPair], rules: FigureRules
  ) {
    self.rules = rules
    self.old = old
    self.new = new
    self.breakdown = breakdown
    panels = old.isAnonymous || new.isAnonymous ? [.all] : Counts.Panel.allCases
    isInBoth = (
      [Bool](repeating: false, count: old.units.count),
      [Bool](repeating: false, count: new.units.count)
    )
    for unit in units where unit.repliedInBoth(old, new) {
      if let index = unit.old { isInBoth.old[index] = true }
      if let index = unit.new { isInBoth.new[index] = true }
    }
  }

  /// The changes of a question; none where it is not in both rounds, or is no share and no mean.
  func changes(of pair: QuestionPair) -> [Change] {
    guard let (before, after) = pair.comparable else { return [] }
    let isNumber = before.type == .integer || before.type == .decimal
    guard isNumber || before.type.choices != nil else { return [] }
    let count = breakdown.slices.count
    let outside = pair.nonSubstantive
    let oldCounts = Counts(
      before, in: old, slices: breakdown.old, of: count, isInBoth: isInBoth.old,
      outside: outside.old)
    let newCounts = Counts(
      after, in: new, slices: breakdown.new, of: count, isInBoth: isInBoth.new,
      outside: outside.new)
    var changes: [Change] = []
    for (index, slice) in breakdown.slices.enumerated() {
      for panel in panels {
        let bases = (oldCounts.base(index, panel), newCounts.base(index, panel))
        if isNumber {
          changes.append(
            Change(
              pair: pair, choice: nil, statistic: .mean, slice: slice, panel: panel,
              old: .init(numerator: oldCounts.sum(index, panel), base: bases.0),
              new: .init(numerator: newCounts.sum(index, panel), base: bases.1), rules: rules))
        }
        for choice in pair.choices where pair.isSubstantive(choice) {
          changes.append(
            Change(
              pair: pair, choice: choice, statistic: .percent, slice: slice, panel: panel,
              old: choice.old.map {
                .init(
                  numerator: Rational(oldCounts.count($0, slice: index, panel: panel)),
                  base: oldCounts.base(ofChoice: $0, index, panel))
              },
              new: choice.new.map {
                .init(
                  numerator: Rational(newCounts.count($0, slice: index, panel: panel)),
                  base: newCounts.base(ofChoice: $0, index, panel))
              }, rules: rules))
        }
      }
    }
    return changes
  }
}
