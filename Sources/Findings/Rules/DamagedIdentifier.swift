import Basics

extension RuleEntry {
  static let damagedIdentifier = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports: "The text that tells a respondent is what a spreadsheet made of it.",
    leavesAlone: "Names of States, which the registers settle.",
    advice: "Export the source again with the column as text, or mend the record.",
    suggestion: "export the source again with the column as text, or mend the record")
}
