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
