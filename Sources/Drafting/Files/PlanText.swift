/// `tables.yaml` and `report.md` of a draft: one table a question.
struct PlanText {
  /// The names of the questions that have tables.
  let questions: [String]
  /// The repeat of a roster, and those of its questions.
  let roster: (name: String, questions: [String])?
  let isOfStates: Bool

  var tables: String {
    var lines = [
      "tables:", "  - id: response", "    title: Who replied", "    rows: response",
      "    base-label: \(isOfStates ? "all Member States" : "everybody who sent a reply")",
    ]
    if isOfStates { lines += ["    columns: [regional_group]", "    lists: all"] }
    lines += entries(questions)
    if let roster { lines += entries(roster.questions, unit: roster.name) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entries(_ questions: [String], unit: String? = nil) -> [String] {
    if questions.isEmpty { return [] }
    return ["  - each:"] + questions.map { "      - \($0)" }
      + (unit.map { ["    unit: \($0)"] } ?? [])
      + (isOfStates ? ["    columns: [regional_group]", "    lists: all"] : [])
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
