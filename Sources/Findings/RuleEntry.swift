package import Basics

/// What the program knows of one of its rules: an entry of the catalogue, for the people who read
/// what the rule found.
package struct RuleEntry: Sendable {
  /// What the findings of a rule are a share of.
  package enum Base: Sendable, CaseIterable {
    /// All records of submissions that came in.
    case records
    /// All records of repeats that came in.
    case repeatRecords
    /// The submissions that count.
    case submissions
  }

  /// The stage that reports it.
  package let stage: Stage
  package let severity: Severity
  /// Nil where a finding is about a file, a column, a line of a definition or a text.
  package let base: Base?
  /// One sentence: when it reports.
  package let reports: String
  /// What looks alike and is not reported.
  package let leavesAlone: String
  /// What to do about such findings, for the page of rules.
  package let advice: String
  /// What each finding says of what to do; nil where that depends on what was found, and the check
  /// words it.
  package let suggestion: String?
}

/// What several entries say.
extension RuleEntry {
  static let mendRecord =
    "Mend the record in `quarantine/records/` and put the file into `Input/<collection>/mended/`."
  static let mendOrSettle = "Mend the record, or settle the name in `crosswalk.csv`."

  static let mendInQuarantine =
    "mend the record in quarantine/ and drop it into the input folder as mended/"
  static let mendOrSetQuoting =
    "\(mendInQuarantine); or set 'quoting' of the source, where quotes are escaped with a backslash "
    + "or fields are never quoted"
}
