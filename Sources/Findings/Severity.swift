/// How grave a finding is.
package enum Severity: String, Sendable, CaseIterable {
  /// An error with certainty.
  case fatal
  /// Worth a question to the respondent.
  case query
  /// Once fatal or a query, and no longer: the record was mended, the answer corrected, or the
  /// submission does not count.
  case settled
}

extension Severity: Comparable {
  private var gravity: Int {
    switch self {
    case .settled: 0
    case .query: 1
    case .fatal: 2
    }
  }

  /// Whether one is less grave than another.
  package static func < (left: Severity, right: Severity) -> Bool { left.gravity < right.gravity }
}
