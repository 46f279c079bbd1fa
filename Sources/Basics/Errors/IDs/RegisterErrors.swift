extension ErrorID {
  /// Registers, the crosswalk and corrections.
  package enum Register: String, ErrorSubject {
    case accessionOfSignatory = "accession-of-signatory"
    case actionAfterEnd = "action-after-end"
    case actionTwice = "action-twice"
    case actionWithoutDay = "action-without-day"
    case afterRegister = "after-register"
    case beforeRegister = "before-register"
    case blankName = "blank-name"
    case blankReason = "blank-reason"
    case contradictsRegister = "contradicts-register"
    case depositBeforeSignature = "deposit-before-signature"
    case groupPeriod = "group-period"
    case groupTwice = "group-twice"
    case iso3
    case modeWithoutDeposit = "mode-without-deposit"
    case nameTwice = "name-twice"
    case noAdmission = "no-admission"
    case noAnswerToIt = "no-answer-to-it"
    case noEnd = "no-end"
    case noNewDeposit = "no-new-deposit"
    case noReason = "no-reason"
    case notAdmitted = "not-admitted"
    case partTwice = "part-twice"
    case period
    case stateTwice = "state-twice"
    case stillParty = "still-party"
    case treatyTwice = "treaty-twice"
    case twoGroups = "two-groups"
    case twoNames = "two-names"
    case unknownGroup = "unknown-group"
    case unknownState = "unknown-state"
    case unknownUnit = "unknown-unit"
    case withdrawalWithoutDeposit = "withdrawal-without-deposit"

    package static let title = "Registers, the crosswalk and corrections"

    package var entry: ErrorEntry {
      switch self {
      case .accessionOfSignatory:
        .author(
          "A State that signed a treaty has `accession` as the mode of its deposit, though only who has "
            + "not signed accedes.",
          do: "Correct `mode`, or blank `signed`.")
      case .actionAfterEnd:
        .author(
          "A State acted towards a treaty when it was no State any more.",
          do: "Correct the day, or write the code of the State that followed it.")
      case .actionTwice:
        .author(
          "The actions of a State towards a treaty stand on two lines, though it did not withdraw "
            + "between them.",
          do: "Make one line of the two, with signature and deposit, or fill in `withdrawn` in the "
            + "earlier.")
      case .actionWithoutDay:
        .author(
          "A row of `treaty-actions.csv` has no day.",
          do: "Fill in `signed` or `deposited`, or delete the row.")
      case .afterRegister:
        .author(
          "The cut-off is later than the day until which the registers know all Member States and "
            + "their names, all regional groups, or all actions of the treaty, so that figures might be "
            + "wrong.",
          do:
            "Add what has changed since then to the register that the message names, and the day to "
            + "`coverage.csv` or `treaties.csv`, or write `incomplete: yes` under `register`: the "
            + "tables then say so.")
      case .beforeRegister:
        .author(
          "The cut-off is earlier than the day from which the registers know who was a Member State, what "
            + "it was called and which regional group it was in.",
          do: "Take a later cut-off, or list the units of that day in `units.csv` with "
            + "`unit: listed`.")
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
      case .depositBeforeSignature:
        .author(
          "A State deposited its instrument before it signed.",
          do: "Correct the day of the signature or of the deposit.")
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
          "A code is not that of a State or organization.",
          do: "Write three letters A to Z for a State, and letters A to Z for an organization.")
      case .modeWithoutDeposit:
        .author(
          "A line of the treaty actions says how a State became a party, but not when.",
          do: "Fill in `deposited`, or blank `mode`.")
      case .nameTwice:
        .author(
          "A name stands twice: of the crosswalk, or of a calculation and a question, attribute "
            + "or other calculation.",
          do: "Delete one of the two, or give it another name.")
      case .noAdmission:
        .author(
          "Nobody is admitted to a treaty.",
          do: "Add to `treaty-admissions.csv` whom it admits, as in `untoc,states`.")
      case .noAnswerToIt:
        .author(
          "A correction gives an answer that the question cannot have.",
          do: "Write the name of a choice, a number or a date, as the question asks for.")
      case .noEnd:
        .author(
          "A treaty has no day until which all its actions are known.",
          do: "Write the last day of which all signatures and deposits stand in "
            + "`treaty-actions.csv`.")
      case .noNewDeposit:
        .author(
          "A State that withdrew from a treaty acts towards it again without a new deposit.",
          do: "Fill in `deposited`, or delete the row.")
      case .noReason:
        .author(
          "A correction gives no reason.",
          do: "Write who decided it, and why.")
      case .notAdmitted:
        .author(
          "A State or organization acts towards a treaty that does not admit it on the day.",
          do: "Correct the day, or add to `treaty-admissions.csv` whom the treaty admits.")
      case .partTwice:
        .author(
          "A part of the registers stands twice in `coverage.csv`.",
          do: "Delete one of the two rows.")
      case .period:
        .author(
          "A period of a register ends before it begins.",
          do: "Write the first day and the day after the last.")
      case .stateTwice:
        .author(
          "A State stands twice in the register.",
          do: "Delete one of the two rows.")
      case .stillParty:
        .author(
          "A State that withdrew from a convention is still a party to a protocol under it.",
          do: "Fill in `withdrawn` in the row of the protocol, too.")
      case .treatyTwice:
        .author(
          "A treaty stands twice in `treaties.csv`.",
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
          "A code is not that of a Member State, or of a unit of `units.csv`.",
          do: "Write the code of a State as in `Pipelines/registers/states.csv`, or of a unit.")
      case .unknownUnit:
        .author(
          "A correction names a unit that is neither in the register nor in `units.csv`.",
          do:
            "Write the code of a Member State as in `Pipelines/registers/states.csv`, or of a unit."
        )
      case .withdrawalWithoutDeposit:
        .author(
          "A State withdrew from a treaty without having deposited an instrument before.",
          do: "Fill in `deposited`, correct one of the two days, or blank `withdrawn`.")
      }
    }
  }
}
