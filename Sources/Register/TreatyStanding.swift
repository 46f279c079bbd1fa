import Basics

/// Where a State stands towards a treaty on a day.
package struct TreatyStanding: Sendable, Equatable {
  package let status: Status
  /// Whether it had signed, whatever followed.
  package let hasSigned: Bool
  /// Whether it had deposited an instrument, whatever followed.
  package let hasDeposited: Bool

  package enum Status: String, Sendable, CaseIterable {
    case party
    case signatory
    /// It may sign, and has not.
    case nonSignatory = "non_signatory"
    /// The treaty is not open to it: a territory, or an organization where States alone may join.
    case notEligible = "not_eligible"
    /// It was a party and is none any more: neither bound nor, as a signatory, on its way.
    case withdrawn
  }

  /// - Parameters:
  ///   - actions: All of the State towards the treaty, one after a withdrawal each.
  ///   - isAdmitted: Whether it may act on the day.
  init(_ actions: [Register.TreatyAction], on day: CalendarDate, isAdmitted: Bool) {
    func isPast(_ date: CalendarDate?) -> Bool { date.map { $0 <= day } ?? false }
    hasSigned = actions.contains { isPast($0.signed) }
    hasDeposited = actions.contains { isPast($0.deposited) }
    if actions.contains(where: { isPast($0.deposited) && !isPast($0.withdrawn) }) {
      status = .party
    } else if actions.contains(where: { isPast($0.withdrawn) }) {
      status = .withdrawn
    } else {
      status = hasSigned ? .signatory : isAdmitted ? .nonSignatory : .notEligible
    }
  }
}
