import Basics

extension RuleEntry {
  static let choiceNotInSource = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports:
      "A source of KoboToolbox or REDCap has columns for choices of a question, and none for another, "
      + "which is taken not to have been offered: these tools write a column for every choice of the form.",
    leavesAlone: "Choices of which `without-column` says what it means.",
    advice:
      "Write `without-column: not-offered` at the source if that is so. If the column was deleted, export "
      + "again.",
    suggestion:
      "write 'without-column: not-offered' at the source if that is so, or export again with all columns"
  )
}
