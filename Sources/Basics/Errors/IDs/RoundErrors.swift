extension ErrorID {
  /// Rounds of one questionnaire, and drafts of a new one.
  package enum Round: String, ErrorSubject {
    case collectionExists = "collection-exists"
    case exportExists = "export-exists"
    case mappedTwice = "mapped-twice"
    case noFormerQuestion = "no-former-question"
    case otherUnit = "other-unit"
    case renamedChoice = "renamed-choice"
    case reusedName = "reused-name"
    case unknownName = "unknown-name"

    package static let title = "Rounds and drafts"

    package var entry: ErrorEntry {
      switch self {
      case .collectionExists:
        .writing(
          "A draft is to be made of a collection that is there already.",
          do:
            "Take a new name: a draft replaces nothing. `make new … AGAIN=yes` drafts beside it, and "
            + "shows the differences.")
      case .exportExists:
        .writing(
          "The input folder of a draft has another file of the export's name: the draft would describe "
            + "the one, and a run would read the other.",
          do: "Rename the export, or move the file in the input folder elsewhere.")
      case .mappedTwice:
        .author(
          "Two questions or choices are said to have been the same one.",
          do: "Give each former one once.")
      case .noFormerQuestion:
        .author(
          "The choices of a question are mapped that was not asked before.",
          do: "Map the question under `questions` too.")
      case .otherUnit:
        .author(
          "One round counts States, the other respondents.",
          do: "Compare rounds that count the same.")
      case .renamedChoice:
        .author(
          "A choice says what one said before that is gone.",
          do: "Say in `rounds.yaml` what it was.")
      case .reusedName:
        .author(
          "A question or choice has another wording under the same name.",
          do: "Say in `rounds.yaml` what it was, or that it is new.")
      case .unknownName:
        .author(
          "A form has no question or choice of that name.",
          do: "Write a name that the message has.")
      }
    }
  }
}
