package import Basics
package import Definition
import Tabular

/// What a rule of `rules.yaml` found, as a row of `validated/rules.csv`.
///
/// `rule,base,affected,decides`: the size of the set it was checked against, how much of it breaks the
/// rule, and whether its findings decide the exit status (`yes` or `no`), which they do not at or
/// below the rule's `fail-above`. `base` is empty where a finding is about no single unit.
package struct RuleOutcome: Sendable, Equatable {
  package let rule: String
  package let base: Int?
  package let affected: Int
  package let decides: Bool

  /// Whether there are findings about no single unit, which have the rule's line for a position.
  package var isAboutRule: Bool { base == nil && affected > 0 }

  package init(rule: String, base: Int?, affected: Int, decides: Bool) {
    self.rule = rule
    self.base = base
    self.affected = affected
    self.decides = decides
  }

  package init(_ rule: DeclaredRule, base: Int, affected: Int) {
    self.rule = rule.id
    self.base = rule.hasBase ? base : nil
    self.affected = affected
    decides = FailAbove.isExceeded(rule.failAbove, by: affected, of: base)
  }

  private static let fileName = "rules.csv"

  private enum Column: Int, StageColumn {
    case rule, base, affected, decides
  }

  package static func write(_ outcomes: [RuleOutcome], to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/\(fileName)", header: Column.header)
    for outcome in outcomes {
      try writer.write([
        outcome.rule, outcome.base.map(String.init) ?? "", String(outcome.affected),
        outcome.decides ? "yes" : "no",
      ])
    }
    try writer.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [RuleOutcome] {
    try StageList<Column>.rows(of: "\(folder)/\(fileName)") { row throws(RunError) in
      RuleOutcome(
        rule: row[.rule], base: try row.integerIfAny(.base), affected: try row.integer(.affected),
        decides: try row.isYes(.decides))
    }
  }
}
