/// What a stage says of itself when it ends.
package struct StageReport: Sendable {
  /// The count of a manifest that says how many findings decide the exit status.
  package static let decidingFindings = "deciding"

  /// The last line of a run: where every record went; empty where there is nothing to say.
  package let summary: String
  /// Whether findings at or above the collection's `fail-on` level were published.
  package let hasFailingFindings: Bool

  package init(summary: String, hasFailingFindings: Bool = false) {
    self.summary = summary
    self.hasFailingFindings = hasFailingFindings
  }
}
