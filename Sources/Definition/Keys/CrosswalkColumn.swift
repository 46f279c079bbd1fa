package import Basics

/// The columns of `crosswalk.csv`.
package enum CrosswalkColumn: String, DefinitionKey {
  case name, state, reason

  package var entry: KeyEntry {
    switch self {
    case .name:
      KeyEntry(
        .text("a text"), .refused,
        "The text as the export has it; case and blanks do not matter.", example: "Nambia",
        readBy: [.normalize])
    case .state:
      KeyEntry(
        .text("a code, or `none`"), .refused,
        "The ISO 3166-1 alpha-3 code of a Member State; `none` for what is no State, so that the "
          + "record is set aside for good.",
        example: "NAM", readBy: [.normalize])
    case .reason:
      KeyEntry(
        .text("a text"), .refused, "Who decided it, and why.", example: "a slip of the pen",
        readBy: [.normalize])
    }
  }
}
