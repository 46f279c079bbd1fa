extension ErrorID {
  /// What only a fault of the program can bring about, or of its installation.
  package enum OwnFault: String, ErrorSubject {
    case answerStates = "answer-states"
    case balance
    case keyType = "key-type"
    case linkedCells = "linked-cells"
    case listLength = "list-length"
    case missingCell = "missing-cell"
    case noSolver = "no-solver"
    case notHidden = "not-hidden"
    case otherCount = "other-count"
    case template
    case unreadBytes = "unread-bytes"

    package static let title = "Faults of the program"

    package var entry: ErrorEntry {
      switch self {
      case .answerStates:
        .ours("The states of answers do not sum to the population.")
      case .balance:
        .ours("Not every record that came in went out.")
      case .keyType:
        .ours("A key is read as a whole number that is not declared as one.")
      case .linkedCells:
        .ours("Cells that are one count are not linked to it.")
      case .listLength:
        .ours("A list of names has not as many as its cell counts.")
      case .missingCell:
        .ours("A planned cell was not counted.")
      case .noSolver:
        .machine(
          "Counts are to be hidden, and the solver that finds which is not on this machine.",
          do: "Install it: `make setup`, or `apt-get install coinor-libcbc3`.")
      case .notHidden:
        .ours("A count that must be hidden could be worked out from others.")
      case .otherCount:
        .ours("The comparison counts other units than the stages did.")
      case .template:
        .ours("The template of the page cannot be read.")
      case .unreadBytes:
        .ours("The records of an export end before its text does.")
      }
    }
  }
}
