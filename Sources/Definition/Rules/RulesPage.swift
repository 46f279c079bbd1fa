import Basics
package import Findings
import Questionnaire

/// Writes down what rules mean, for people: `Pipelines/RULES.md`, and `published/RULES.md` with the
/// rules of a collection as well.
package enum RulesPage {
  /// One rule as the page has it.
  package struct Entry: Sendable {
    package let id: String
    package let severity: Severity
    package let reports: String
    /// Nil where a rule says nothing of it.
    package let leavesAlone: String?
    /// Further lines, each a heading with what it says.
    package let details: [String]
    package let advice: String

    package init(_ rule: DeclaredRule) {
      id = rule.id
      severity = rule.severity
      reports = rule.words.meaning
      leavesAlone = nil
      advice = rule.suggestion
      var details = ["Condition: `\(rule.words.condition)`", "Held against: \(rule.baseLabel)"]
      if let group = rule.group { details.append("By: each group of \(group.name)") }
      if let share = rule.failAbove {
        details.append("Decides the exit status: above \(share) per cent of these")
      }
      self.details = details
    }

    package init(_ rule: Rule) {
      id = rule.rawValue
      severity = rule.severity
      reports = rule.entry.reports
      leavesAlone = rule.entry.leavesAlone
      details = []
      advice = rule.entry.advice
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

    Rules that a collection declares in its `rules.yaml` stand before these in `RULES.md` of what it \
    publishes; `findings-by-rule.csv` there says what to look at first.

    This page is generated from the catalogue of findings.


    """ + builtIn(from: 2)
  }

  /// The page of a collection: the rules that it declares, then those of the program.
  package static func of(_ rules: DeclaredRules, title: String) -> String {
    let declared =
      rules.all.isEmpty
      ? "The collection declares no rules of its own (`\(DeclaredRules.fileName)`).\n"
      : rules.all.map { section(Entry($0), 3) }.joined(separator: "\n")
    return """
      # Rules: \(title)

      What `findings.csv` reports. A *fatal* finding is an error with certainty, a *query* is worth a \
      question to the respondent; either becomes *settled* once the record is mended, the answer \
      corrected, or the submission does not count. `findings-by-rule.csv` says what to look at first.

      ## Rules of this collection

      \(declared)
      ## Rules of the program


      """ + builtIn(from: 3)
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
    var lines = ["- Reports: \(entry.reports)"]
    if let leavesAlone = entry.leavesAlone { lines.append("- Leaves alone: \(leavesAlone)") }
    lines += entry.details.map { "- \($0)" }
    if !entry.advice.isEmpty { lines.append("- What to do: \(entry.advice)") }
    return heading("\(entry.id) (\(entry.severity.rawValue))", level)
      + lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ text: String, _ level: Int) -> String {
    String(repeating: "#", count: level) + " \(text)\n\n"
  }
}
