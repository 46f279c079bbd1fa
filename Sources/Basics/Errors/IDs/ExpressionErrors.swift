extension ErrorID {
  /// Expressions, in the form, the plan or the rules.
  package enum Expression: String, ErrorSubject {
    case calculation
    case dateComparison = "date-comparison"
    case expression
    case kind
    case multipleComparison = "multiple-comparison"
    case noCurrent = "no-current"
    case noReceipt = "no-receipt"
    case noSet = "no-set"
    case notAChoice = "not-a-choice"
    case notARanking = "not-a-ranking"
    case notAScale = "not-a-scale"
    case notMultiple = "not-multiple"
    case numberComparison = "number-comparison"
    case oneUnit = "one-unit"
    case rankComparison = "rank-comparison"
    case regex
    case regexSteps = "regex-steps"
    case textComparison = "text-comparison"
    case unknownChoice = "unknown-choice"
    case unknownColumn = "unknown-column"
    case unknownQuestion = "unknown-question"

    package static let title = "Expressions"

    package var entry: ErrorEntry {
      switch self {
      case .calculation:
        .author(
          "Something rests on a calculation of the form that cannot be read.",
          do: "Mend the calculation on the line that the message names, or do not name it: what "
            + "nothing rests on is left to the tool.")
      case .dateComparison:
        .author(
          "A date is compared with something else, or `date()` holds none.",
          do: "Write a date in quotes, such as `'2005-07-29'`.")
      case .expression:
        .author(
          "An expression cannot be read.",
          do: "Mend it at the character that the message names.")
      case .kind:
        .author(
          "Values of two kinds are compared, or given by one function.",
          do: "Compare numbers with numbers, dates with dates and texts with texts.")
      case .multipleComparison:
        .author(
          "The answer to a select_multiple question is compared as if it were one.",
          do: "Write `selected()` or `count-selected()`.")
      case .noCurrent:
        .author(
          "The point, the answer that a constraint is about, stands where no question is meant.",
          do: "Write the name of a question, as in `${name}`.")
      case .noReceipt:
        .author(
          "`today()`, the day on which a submission was received, stands where it is not known: in a "
            + "table, a `choice_filter` or a rule over the collection.",
          do: "Write the date itself, or ask a date question that `fixed` answers with `received`.")
      case .noSet:
        .author(
          "A function over all units stands in an expression about one.",
          do: "Write it in a rule of `rules.yaml` that is over the collection.")
      case .notAChoice:
        .author(
          "`selected()` is asked of a question without choices.",
          do: "Compare the answer by `=` instead.")
      case .notARanking:
        .author(
          "`selected-at()` is asked of a question that is no ranking.",
          do: "Write `selected()` instead.")
      case .notAScale:
        .author(
          "The highest or lowest of choices is asked for, but their names are no numbers.",
          do: "Name the choices: compare by `=` or `!=`, and write `of` in a net.")
      case .notMultiple:
        .author(
          "`count-selected()` is asked of a question that is no select_multiple.",
          do: "Ask it of a select_multiple question, or compare the answer itself.")
      case .numberComparison:
        .author(
          "A number is compared with a text.",
          do: "Write a number such as `5`.")
      case .oneUnit:
        .author(
          "A fact about one unit stands in a rule over all of them.",
          do: "Write it inside `count()`, `count-non-empty()`, `sum()`, `min()` or `max()`.")
      case .rankComparison:
        .author(
          "A ranking is compared as if it were one answer.",
          do: "Write `selected()`, or `selected-at(…, 0) = 'choice'` for the first.")
      case .regex:
        .author(
          "The pattern of `regex()` is no regular expression.",
          do: "Mend it where the message says; it is written in quotes.")
      case .regexSteps:
        .author(
          "Whether an answer has the form of a `regex()` takes too long to find out.",
          do: "Write the pattern without a repetition within a repetition and without `\\1`.")
      case .textComparison:
        .author(
          "A text answer is compared with something that is not known here.",
          do: "Compare it with `''`, which asks whether there is an answer.")
      case .unknownChoice:
        .author(
          "A question or variable has no choice of that name, or it is named twice.",
          do: "Write the name of a choice, as the message has them.")
      case .unknownColumn:
        .author(
          "There is no question or attribute of that name.",
          do: "Write the name of a question or attribute.")
      case .unknownQuestion:
        .author(
          "The form has no question of that name.",
          do: "Write the name of a question of the form.")
      }
    }
  }
}
