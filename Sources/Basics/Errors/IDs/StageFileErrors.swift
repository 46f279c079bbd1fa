extension ErrorID {
  /// What one stage left to the next.
  package enum StageFile: String, ErrorSubject {
    case damagedField = "damaged-field"
    case manifest
    case merged
    case noManifest = "no-manifest"
    case noMember = "no-member"
    case noPartial = "no-partial"
    case otherColumns = "other-columns"
    case otherDefinition = "other-definition"
    case otherForm = "other-form"
    case outOfDate = "out-of-date"
    case unitTwice = "unit-twice"
    case unreadFile = "unread-file"

    package static let title = "Between the stages"

    package var entry: ErrorEntry {
      switch self {
      case .damagedField:
        .data(
          "A file that a stage made has a value that no stage writes.",
          do: "Delete the folder and run `make report` again.")
      case .manifest:
        .data(
          "The manifest of a stage is not one of this program, or lacks a count.",
          do: "Delete the folder and run `make report` again.")
      case .merged:
        .data(
          "The counts were joined from partials, whose findings and records are not joined, so "
            + "that they are neither published nor compared.",
          do: "Run the stages over all exports together; the joined counts are in `cells.csv`.")
      case .noManifest:
        .missing(
          "The stage before has not run.",
          do: "Run `make report`.")
      case .noMember:
        .data(
          "A partial counts a unit that is no Member State at the cut-off.",
          do: "Make the partial again.")
      case .noPartial:
        .data(
          "A file is not a whole partial as `--partial` writes it.",
          do: "Make the partial again.")
      case .otherColumns:
        .data(
          "A file that a stage made has other columns than this program writes.",
          do: "Delete the folder and run `make report` again.")
      case .otherDefinition:
        .data(
          "A partial was made from other definitions, registers or versions of the form than stand there "
            + "now.",
          do:
            "Make the partial again with `--partial`. Where exports lack columns of choices that their "
            + "version of the form did not offer, give the choices `since` or `until`, and the sources "
            + "`version`.")
      case .otherForm:
        .data(
          "The submissions were written for another form than stands there now.",
          do: "Run `make report` again.")
      case .outOfDate:
        .data(
          "A folder was made from another file than stands there now.",
          do: "Run `make report`, which runs again what has changed.")
      case .unitTwice:
        .data(
          "Two partials count the same unit.",
          do: "Leave one of the two out, or run their submissions together.")
      case .unreadFile:
        .author(
          "No source of the definition reads a file any more that was ingested.",
          do: "Run `make report` again.")
      }
    }
  }
}
