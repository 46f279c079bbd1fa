extension ErrorID {
  /// Registers, the crosswalk and corrections.
  package enum Register: String, ErrorSubject {
    case blankName = "blank-name"
    case blankReason = "blank-reason"
    case contradictsRegister = "contradicts-register"
    case groupPeriod = "group-period"
    case groupTwice = "group-twice"
    case iso3
    case nameTwice = "name-twice"
    case noAnswerToIt = "no-answer-to-it"
    case noReason = "no-reason"
    case period
    case stateTwice = "state-twice"
    case twoGroups = "two-groups"
    case twoNames = "two-names"
    case unknownGroup = "unknown-group"
    case unknownState = "unknown-state"
    case unknownUnit = "unknown-unit"

    package static let title = "Registers, the crosswalk and corrections"

    package var entry: ErrorEntry {
      switch self {
      case .blankName:
        .author(
          "A line of the crosswalk has no name.",
          do: "Write the text as the source has it.")
      case .blankReason:
        .author(
          "A line of the crosswalk has no reason.",
          do: "Write who decided it, and why.")
      case .contradictsRegister:
        .author(
          "The crosswalk makes another State of a name than the registers do.",
          do: "Delete the line, or mend the records.")
      case .groupPeriod:
        .author(
          "A State is in a regional group on days on which the group is not valid.",
          do: "Correct `valid_from` and `valid_to`.")
      case .groupTwice:
        .author(
          "A regional group stands twice at the same time.",
          do: "Correct `valid_from` and `valid_to`, or delete one of the two.")
      case .iso3:
        .author(
          "A code is none of a State or organization.",
          do: "Write three letters A to Z for a State, and letters A to Z for an organization.")
      case .nameTwice:
        .author(
          "A name stands twice: of the crosswalk, or of a calculation and a question, attribute "
            + "or other calculation.",
          do: "Delete one of the two, or give it another name.")
      case .noAnswerToIt:
        .author(
          "A correction gives an answer that the question cannot have.",
          do: "Write the name of a choice, a number or a date, as the question asks for.")
      case .noReason:
        .author(
          "A correction gives no reason.",
          do: "Write who decided it, and why.")
      case .period:
        .author(
          "A period of a register ends before it begins.",
          do: "Write the first day and the day after the last.")
      case .stateTwice:
        .author(
          "A State stands twice in the register.",
          do: "Delete one of the two rows.")
      case .twoGroups:
        .author(
          "A State is in two regional groups at the same time.",
          do: "Correct `valid_from` and `valid_to`, or delete one of the two.")
      case .twoNames:
        .author(
          "A State has two official names in one language at the same time.",
          do: "Correct `valid_from` and `valid_to`, or delete one of the two.")
      case .unknownGroup:
        .author(
          "A State is said to be in a regional group that is not in the register.",
          do: "Write the code of a group of the register, or add the group.")
      case .unknownState:
        .author(
          "A code is none of a Member State.",
          do: "Write the code of a State as in `Pipelines/registers/states.csv`.")
      case .unknownUnit:
        .author(
          "A correction names a unit that is not in the register.",
          do: "Write the code of a Member State as in `Pipelines/registers/states.csv`.")
      }
    }
  }
}
