import Basics
import Questionnaire

/// How counts are kept from giving away what a unit replied: the key `disclosure`, for replies
/// given in confidence. Without it nothing is hidden.
///
/// `DisclosureKey` declares its keys.
///
/// The threshold rule is that of the OECD (Glossary of Statistical Terms, 7010): a count of fewer
/// units than the threshold, mostly three or five, is sensitive. That there is no such unit may be
/// told, and so may what registers tell of the units.
package struct DisclosureRules: Sendable, Equatable {
  /// The smallest count above 0 that is told.
  package let threshold: Int
  /// Of what all counts are told as multiples, so that few need be hidden (controlled rounding: Hundepool
  /// et al., Statistical Disclosure Control, 2012, chapter 5); nil where counts are told as they are.
  package let roundingBase: Int?
  /// What is left open about a hidden count. It is at least the threshold: a narrower range could
  /// lie below it as a whole.
  package let interval: Int
  /// The smallest base that percentages are told of.
  package let percentBase: Int

  /// Whether sums and means of numbers are told, where the counts are that they are of.
  package let amounts: Amounts

  /// A threshold says nothing of one unit that is most of a sum: an enterprise with nearly all of a
  /// turnover could be read off it.
  package enum Amounts: String, Sendable, CaseIterable {
    case hidden
    case released
    case guarded
  }

  /// What guards sums (Hundepool et al., Statistical Disclosure Control, 2012, 4.2.2).
  package let amountRules: AmountRules

  package struct AmountRules: Sendable, Equatable {
    /// How many per cent of a number its highest possible value lies above it at least; nil without
    /// such a rule.
    package let percentAbove: Int?
    /// How many numbers come to no more than how many per cent of a sum; nil without such a rule.
    package let dominance: Dominance?
  }

  package struct Dominance: Sendable, Equatable {
    package let units: Int
    package let percent: Int
  }

  package let unanimity: Unanimity

  /// Whether it is told that all units of a group gave one answer, so that it is known of each
  /// (group disclosure; Hundepool et al., Statistical Disclosure Control, 2012, 2.3).
  package enum Unanimity: String, Sendable, CaseIterable {
    case hidden
    case released
  }

  /// - Parameter least: The smallest base that percentages are printed of in any case.
  /// - Throws: `badDefinition` naming the line.
  init(_ node: DefinitionNode, percentBase least: Int = 1) throws(RunError) {
    try node.allowOnly(DisclosureKey.self)
    threshold = try node.integer(DisclosureKey.threshold)
    interval = try node.integer(ifGiven: DisclosureKey.interval) ?? threshold
    let units = try node.integer(DisclosureKey.dominantUnits)
    amountRules = AmountRules(
      percentAbove: try node.integer(ifGiven: DisclosureKey.pPercent),
      dominance: try node.integer(ifGiven: DisclosureKey.dominantPercent).map {
        Dominance(units: units, percent: $0)
      })
    amounts = try Self.amounts(node, amountRules)
    unanimity = try node.value(DisclosureKey.unanimity).word(as: Unanimity.self)
    let percentBase = max(try node.integer(DisclosureKey.percentBase), least)
    roundingBase = try node.integer(ifGiven: DisclosureKey.roundingBase)
    // Nothing is a share of a count that is rounded to 0.
    self.percentBase = max(percentBase, roundingBase ?? 1)
    guard interval >= threshold else {
      throw (node[DisclosureKey.interval] ?? node).error(
        id: .pipeline(.narrowInterval),
        "found an interval of \(interval) beside a threshold of \(threshold); expected at least "
          + "\(threshold), since a narrower one could tell that a count is below the threshold")
    }
    try requireRoundable(node)
  }

  /// - Throws: `badDefinition` where rounding leaves open too little, or what is not rounded tells counts.
  private func requireRoundable(_ node: DefinitionNode) throws(RunError) {
    guard let base = roundingBase, let given = node[DisclosureKey.roundingBase] else { return }
    guard base > interval else {
      throw given.error(
        id: .pipeline(.narrowInterval),
        "found a rounding base of \(base) beside an interval of \(interval); expected at least "
          + "\(interval + 1), since a count that is rounded to 0 may be anything below the base")
    }
    guard amounts == .hidden else {
      throw (node[DisclosureKey.amounts] ?? given).error(
        id: .pipeline(.amountRules),
        "sums and means of numbers are published beside rounded counts, and would tell how many units they "
          + "are of; expected no 'rounding-base', or 'amounts: hidden' and no rule that guards sums"
      )
    }
  }

  private static func amounts(
    _ node: DefinitionNode, _ rules: AmountRules
  ) throws(RunError) -> Amounts {
    let hasRules = rules.percentAbove != nil || rules.dominance != nil
    guard hasRules || node[DisclosureKey.dominantUnits] == nil else {
      throw (node[DisclosureKey.dominantUnits] ?? node).error(
        id: .pipeline(.amountRules),
        "of how much so many units may be is not said; expected 'dominant-percent' beside 'dominant-units'"
      )
    }
    guard let given = node[DisclosureKey.amounts] else { return hasRules ? .guarded : .hidden }
    let amounts = try given.word(as: Amounts.self)
    guard (amounts == .guarded) == hasRules else {
      throw given.error(
        id: .pipeline(.amountRules),
        hasRules
          ? "found '\(amounts.rawValue)' beside a rule that guards sums; expected 'guarded', or no rule"
          : "no rule says how sums are guarded; expected 'p-percent', or 'dominant-percent'")
    }
    return amounts
  }
}
