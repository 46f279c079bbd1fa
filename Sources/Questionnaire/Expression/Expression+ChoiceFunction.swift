extension Expression {
  /// The functions that are no function of values: truth, the day, and what was chosen of a list.
  package enum ChoiceFunction: String, CaseIterable, Sendable {
    case countSelected = "count-selected"
    case `false`
    case not
    case selected
    case selectedAt = "selected-at"
    case today
    case `true`

    /// What there is to know of it.
    package var entry: FunctionEntry {
      switch self {
      case .countSelected:
        FunctionEntry(
          "count-selected(${question})",
          "How many choices of a `select_multiple` or a ranking were made.",
          "count-selected(${measures})", gives: "2")
      case .false:
        FunctionEntry("false()", "What never holds.", "false()", gives: "false")
      case .not:
        FunctionEntry(
          "not(condition)", "Whether a condition does not hold.", "not(${law} = 'no')",
          gives: "true")
      case .selected:
        FunctionEntry(
          "selected(${question}, 'choice')", "Whether a choice was made.",
          "selected(${measures}, 'press')", gives: "true")
      case .selectedAt:
        FunctionEntry(
          "selected-at(${question}, 0)", "The choice of a ranking at a rank, from 0.",
          "selected-at(${priorities}, 0) = 'law'",
          gives: "true")
      case .today:
        FunctionEntry(
          "today()",
          "The day on which the submission was received, for the day on which it was filled in: in "
            + "`relevant`, `constraint` and `calculation` of the form, and in rules over submissions.",
          "today()", gives: "2024-06-01")
      case .true:
        FunctionEntry("true()", "What always holds.", "true()", gives: "true")
      }
    }
  }
}
