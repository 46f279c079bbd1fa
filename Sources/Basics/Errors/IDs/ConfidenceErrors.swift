extension ErrorID {
  /// Replies that were given in confidence.
  package enum Confidence: String, ErrorSubject {
    case choicesNotOffered = "choices-not-offered"
    case confidentialCell = "confidential-cell"
    case confidentialForm = "confidential-form"
    case confidentialPlan = "confidential-plan"
    case confidentialRound = "confidential-round"

    package static let title = "Replies in confidence"

    package var entry: ErrorEntry {
      switch self {
      case .choicesNotOffered:
        .data(
          "Replies were given in confidence, and some chose what was not offered to them.",
          do:
            "Correct the answers that `not-offered` reports, and those that decide what is offered, in "
            + "`corrections.csv`.")
      case .confidentialCell:
        .author(
          "A word of the report would tell what is hidden.",
          do: "Leave the words out; the sign for hidden counts is printed.")
      case .confidentialForm:
        .author(
          "A form is asked for that has a row for each reply, and the replies were given in confidence.",
          do: "Take it out; the figures that are published stand in the other forms.")
      case .confidentialPlan:
        .author(
          "A part of the table plan could give hidden counts away.",
          do: "Take it out, or write it as the message expects.")
      case .confidentialRound:
        .author(
          "A round whose replies were given in confidence is to be compared.",
          do: "Compare rounds whose replies are public.")
      }
    }
  }
}
