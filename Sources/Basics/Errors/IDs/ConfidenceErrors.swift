extension ErrorID {
  /// Replies that were given in confidence.
  package enum Confidence: String, ErrorSubject {
    case choicesNotOffered = "choices-not-offered"
    case confidentialCell = "confidential-cell"
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
