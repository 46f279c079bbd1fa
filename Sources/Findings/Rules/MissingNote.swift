import Basics

extension RuleEntry {
  static let missingNote = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "A text refers to a note that is not there.",
    leavesAlone: "Notes of another text, as in \"note 4 of the Convention\".",
    advice: "Add the note, or refer to the right one.",
    suggestion: "add the note, or refer to the right one")
}
