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
    amounts = try node.value(DisclosureKey.amounts).word(as: Amounts.self)
    unanimity = try node.value(DisclosureKey.unanimity).word(as: Unanimity.self)
    percentBase = max(try node.integer(DisclosureKey.percentBase), least)
    guard interval >= threshold else {
      throw (node[DisclosureKey.interval] ?? node).error(
        id: .pipeline(.narrowInterval),
        "found an interval of \(interval) beside a threshold of \(threshold); expected at least "
          + "\(threshold), since a narrower one could tell that a count is below the threshold")
    }
  }
}
