extension ErrorID {
  /// Placeholders of `report.md`.
  package enum Report: String, ErrorSubject {
    case noQuantifier = "no-quantifier"
    case noShare = "no-share"
    case notListed = "not-listed"
    case openPlaceholder = "open-placeholder"
    case unknownCell = "unknown-cell"
    case unknownPlaceholder = "unknown-placeholder"

    package static let title = "Placeholders of the report"

    package var entry: ErrorEntry {
      switch self {
      case .noQuantifier:
        .author(
          "The scale of quantifiers has no word for a share.",
          do: "Add one under `quantifiers`.")
      case .noShare:
        .author(
          "The share of a row is asked for that is no part of a base.",
          do: "Take a row of answers.")
      case .notListed:
        .author(
          "Names are asked for of a row that is not listed.",
          do: "Add the row under `lists` of the table.")
      case .openPlaceholder:
        .author(
          "A placeholder is opened and never closed.",
          do: "Write `}}` after it.")
      case .unknownCell:
        .author(
          "A placeholder names a cell that no table has.",
          do: "Write it as `table/row` or `table/row/column`.")
      case .unknownPlaceholder:
        .author(
          "A placeholder begins with a word that is not known.",
          do: "Write a word that the message names.")
      }
    }
  }
}
