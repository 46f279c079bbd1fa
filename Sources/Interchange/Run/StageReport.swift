/// What a stage says of itself when it ends.
package struct StageReport: Sendable {
  /// The last line of a run: where every record went.
  package let summary: String
  /// Whether findings at or above the collection's `fail-on` level were published.
  package let hasFailingFindings: Bool

  package init(summary: String, hasFailingFindings: Bool = false) {
    self.summary = summary
    self.hasFailingFindings = hasFailingFindings
  }
}
