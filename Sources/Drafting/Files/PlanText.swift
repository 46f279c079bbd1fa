/// `tables.yaml` and `report.md` of a draft: one table a question.
struct PlanText {
  /// The names of the questions that have tables.
  let questions: [String]
  let isOfStates: Bool

  var tables: String {
    var lines = [
      "tables:", "  - id: response", "    title: Who replied", "    rows: response",
      "    base-label: \(isOfStates ? "all Member States" : "everybody who sent a reply")",
    ]
    if isOfStates { lines += ["    columns: [regional_group]", "    lists: all"] }
    if !questions.isEmpty {
      lines.append("  - each:")
      lines += questions.map { "      - \($0)" }
      if isOfStates { lines += ["    columns: [regional_group]", "    lists: all"] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var report: String {
    let units = isOfStates ? "Member States" : "respondents"
    return """
      # {{title}}

      By {{cut-off}}, {{figure response/replied}} \(units) had replied.

      ## Words for shares

      {{scale}}

      """
  }
}
