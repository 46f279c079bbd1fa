/// Writes down what rules mean, for people: `Pipelines/RULES.md`, and `RULES.md` of a collection.
package enum RulesPage {
  /// One rule as the page has it.
  package struct Entry: Sendable {
    package let id: String
    package let severity: Finding.Severity
    package let text: RuleText

    package init(id: String, severity: Finding.Severity, text: RuleText) {
      self.id = id
      self.severity = severity
      self.text = text
    }

    package init(_ rule: Rule) {
      self.init(id: rule.rawValue, severity: rule.severity, text: rule.text)
    }
  }

  /// The page of the program's own rules.
  package static var ofTheProgram: String {
    """
    # Rules

    What the program reports in `findings.csv` of any collection, by the stage that finds it. \
    A *fatal* finding is an error with certainty, a *query* is worth a question to the respondent; \
    either becomes *settled* once the record is mended, the answer corrected, or the submission \
    does not count.

    This page is generated from `Sources/Interchange/Rules/`.


    """ + builtIn(from: 2)
  }

  /// The program's own rules, by stage.
  ///
  /// - Parameter level: The level of the headings of stages.
  package static func builtIn(from level: Int) -> String {
    Stage.allCases.map { stage in
      let rules = Rule.allCases.filter { $0.stage == stage }
      if rules.isEmpty { return "" }
      return heading("Stage \(stage.rawValue)", level)
        + rules.map { section(Entry($0), level + 1) }.joined(separator: "\n")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  package static func section(_ entry: Entry, _ level: Int) -> String {
    var lines = ["- Reports: \(entry.text.reports)"]
    if !entry.text.leavesAlone.isEmpty { lines.append("- Leaves alone: \(entry.text.leavesAlone)") }
    if !entry.text.advice.isEmpty { lines.append("- What to do: \(entry.text.advice)") }
    return heading("\(entry.id) (\(entry.severity.rawValue))", level)
      + lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ text: String, _ level: Int) -> String {
    String(repeating: "#", count: level) + " \(text)\n\n"
  }
}
