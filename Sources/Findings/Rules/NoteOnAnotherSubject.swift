import Basics

extension RuleEntry {
  static let noteOnAnotherSubject = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "A text refers to a note that speaks of other questions than the sentence.",
    leavesAlone: "Notes and sentences without figures.",
    advice: "Refer to the note that is meant.",
    suggestion: "refer to the note that is meant")
}
