extension ErrorID {
  /// `rules.yaml` and `fail-above`.
  package enum Rule: String, ErrorSubject {
    case noBase = "no-base"
    case notAnAttribute = "not-an-attribute"
    case over
    case ruleId = "rule-id"
    case ruleTwice = "rule-twice"
    case twoConditions = "two-conditions"
    case unknownRule = "unknown-rule"

    package static let title = "`rules.yaml` and `fail-above`"

    package var entry: ErrorEntry {
      switch self {
      case .noBase:
        .author(
          "A condition over the collection has a base, of which it can be no share.",
          do: "Delete the base and write the bound into `if`.")
      case .notAnAttribute:
        .author(
          "Groups are made by a question.",
          do: "Take an attribute.")
      case .over:
        .author(
          "A rule about all units does not say so, or makes groups that it cannot have.",
          do: "Write `over: collection`, and no `by` beside `unique`.")
      case .ruleId:
        .author(
          "The id of a rule is no name, or that of a rule of the program.",
          do: "Give the rule an id of its own.")
      case .ruleTwice:
        .author(
          "Two rules have one id.",
          do: "Give one of the two another id.")
      case .twoConditions:
        .author(
          "`unique` stands beside `if`.",
          do: "Delete one of the two.")
      case .unknownRule:
        .author(
          "`fail-above` names no rule whose findings are a share of anything.",
          do: "Write the id of a rule that has a base, see `RULES.md`.")
      }
    }
  }
}
