package import Basics

/// The columns of `corrections.csv`.
package enum CorrectionColumn: String, DefinitionKey {
  case unit, question, from, to, reason

  package var entry: KeyEntry {
    switch self {
    case .unit:
      KeyEntry(
        .text("a code or a name"), .refused,
        "The ISO 3166-1 alpha-3 code of the State, or the respondent as the export names it.",
        example: "NAM", readBy: [.validate])
    case .question:
      KeyEntry(
        .text("a name"), .refused, "The question, by its name in `survey.csv`.", example: "law",
        readBy: [.validate])
    case .from:
      KeyEntry(
        .text("an answer"), .refused,
        "The answer as it stands: the name of a choice (several with blanks between them, of a "
          + "ranking in order), a number, an ISO date, or the whole text of a text question. Empty is "
          + "no answer; an unclear answer stands there as it was received, or as `?`.",
        example: "no", readBy: [.validate])
    case .to:
      KeyEntry(
        .text("an answer"), .refused, "The right answer, likewise.", example: "in_part",
        readBy: [.validate])
    case .reason:
      KeyEntry(
        .text("a text"), .refused, "Who said so, and when.", example: "letter of 3 June 2024",
        readBy: [.validate])
    }
  }
}
