package import Basics

/// How answers are written: keys of an item of `sources`, which hold for all its questions, and of a
/// question under `answers`.
package enum AnswerKey: String, DefinitionKey {
  case noAnswer = "no-answer"
  case decimalMark = "decimal-mark"
  case thousandsMark = "thousands-mark"
  case dateOrder = "date-order"
  case century, era, separator, noughts, choices
  case writeIns = "write-ins"
  case withoutColumn = "without-column"

  package var entry: KeyEntry {
    switch self {
    case .noAnswer:
      KeyEntry(
        .text("a list of texts"), .words("a blank alone"),
        "Texts that mean no answer; a blank always does.", example: #"[N/A, "-99"]"#,
        readBy: [.normalize])
    case .decimalMark:
      KeyEntry(
        .text("one character"), .words("a point"), "The decimal mark of numbers.",
        example: #"",""#, readBy: [.normalize])
    case .thousandsMark:
      KeyEntry(
        .text("one character"), .words("none"),
        "What stands between groups of three digits.", example: #"" ""#, readBy: [.normalize])
    case .dateOrder:
      KeyEntry(
        .word(DateOrder.self), .words("ISO dates alone"),
        "The order of day, month and year in dates that are not ISO dates, as 2024-06-30 is.",
        example: "dmy", readBy: [.normalize])
    case .century:
      KeyEntry(
        .text("the first year of a century"), .words("no date has two digits"),
        "What years of two digits mean, as spreadsheets save them: with 2000, `24` is 2024. It needs "
          + "`date-order`.",
        example: "2000", readBy: [.normalize])
    case .era:
      KeyEntry(
        .word(DateEra.self), .words("`common`"),
        "What the years of dates are counted from: 2569 of the Buddhist era is 2026. A date of the "
          + "other era is none. A time stamp may be of another era than the dates of questions: declare "
          + "it for these under `answers`.",
        example: "buddhist", readBy: [.normalize])
    case .separator:
      KeyEntry(
        .text("a text"), .words("that of the survey tool"),
        "What stands between the choices of a `select_multiple` in one field.", example: #"" | ""#,
        readBy: [.normalize])
    case .noughts:
      KeyEntry(
        .word(AnswerConventions.Noughts.self), .words("what the survey tool means by them"),
        "What 0 in the columns of all choices of a `select_multiple` is: an answer, none of them, or "
          + "unknown.",
        example: "answer", readBy: [.normalize, .export])
    case .choices:
      KeyEntry(
        .word(AnswerConventions.ChoiceTexts.self), .words("either, where only one can be meant"),
        "Whether fields have the names of choices, their codes, or their labels. It matters where the "
          + "name of one choice is the label of another. Synonyms are read in any case.",
        example: "labels", readBy: [.normalize])
    case .writeIns:
      KeyEntry(
        .word(AnswerConventions.WriteIns.self),
        .words("`other` with Google Forms and MS Forms, else `unclear`"),
        "What a text that is no choice means in the field of a question with a choice `other`: that "
          + "choice, with the text as the answer to `<question>_other` where the form asks that; or "
          + "nothing that can be counted.",
        example: "other", readBy: [.normalize])
    case .withoutColumn:
      KeyEntry(
        .word(AnswerConventions.WithoutColumn.self),
        .words("`not-offered` with KoboToolbox and REDCap; else the run stops and asks"),
        "What it means that a choice of a `select_multiple` has no column where others of its question "
          + "have: `not-chosen`, where the survey tool leaves out what nobody ticked, or `not-offered`, "
          + "where this version of the form did not have it: who filled it in is then in no base of the "
          + "choice.",
        example: "not-chosen", readBy: [.normalize])
    }
  }
}
