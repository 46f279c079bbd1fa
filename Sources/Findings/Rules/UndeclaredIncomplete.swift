import Basics

extension RuleEntry {
  static let undeclaredIncomplete = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports:
      "A source has submissions that were not completed, and does not say whether they count.",
    leavesAlone: "Sources with `incomplete`, or with `test-records` of the same column.",
    advice: "Declare `incomplete` of the source; with `keep: yes` they count as they do now.",
    suggestion: "declare 'incomplete' of the source; with 'keep: yes' they count as they do now")
}
