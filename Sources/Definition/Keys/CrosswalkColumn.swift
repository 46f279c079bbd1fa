package import Basics

/// The columns of `crosswalk.csv`.
package enum CrosswalkColumn: String, DefinitionKey {
  case name, state, unit, reason

  package var entry: KeyEntry {
    switch self {
    case .name:
      KeyEntry(
        .text("a text"), .refused,
        "The text as the export has it; case and blanks do not matter.", example: "Nambia",
        readBy: [.normalize])
    case .state:
      KeyEntry(
        .text("a code, or `none`"), .words("`unit` is given"),
        "The ISO 3166-1 alpha-3 code of a Member State, or the code of a unit of `units.csv`; `none` for "
          + "what is no unit, so that the record is set aside for good.",
        example: "NAM", readBy: [.normalize])
    case .unit:
      KeyEntry(
        .text("a code, or `none`"), .words("`state` is given"),
        "The same, where the units are those of `units.csv` alone.", example: "geneva",
        readBy: [.normalize])
    case .reason:
      KeyEntry(
        .text("a text"), .refused, "Who decided it, and why.", example: "a slip of the pen",
        readBy: [.normalize])
    }
  }
}
