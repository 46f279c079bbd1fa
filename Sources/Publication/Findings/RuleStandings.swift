import Basics
import Definition
import Findings
import Interchange
import Tabular

/// What each rule came to: how much of its base is concerned, and whether its findings decide the
/// exit status.
struct RuleStandings {
  struct Standing {
    let rule: String
    let found: FindingSummary.OfRule
    /// The records, submissions or units that are concerned; nil for a rule about none of these.
    let concerned: Int?
    let base: (count: Int, label: String)?
    /// Whether `fail-above` lets its findings decide.
    let isAboveShare: Bool
    let advice: String
  }

  /// All rules that found something, and all that the collection declares: none found is worth
  /// knowing too.
  let all: [Standing]
  private let level: PipelineDefinition.FailOn

  /// - Parameters:
  ///   - balance: The records that came in and what became of them.
  ///   - validated: The folder of the stage that has left the findings.
  init(
    _ summary: FindingSummary, rules: DeclaredRules, outcomes: [RuleOutcome],
    balance: Balance, failingOn level: PipelineDefinition.FailOn,
    in validated: String
  ) throws(RunError) {
    self.level = level
    let outcomes = Dictionary(
      outcomes.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(summary.rules.keys).union(rules.all.map(\.id))
    let standings = try names.map { name throws(RunError) in
      let found = summary.rules[name] ?? FindingSummary.OfRule()
      if let rule = rules[name], let outcome = outcomes[name] {
        return Standing(
          rule: name, found: found, concerned: outcome.affected,
          base: outcome.base.map { ($0, rule.baseLabel) }, isAboveShare: outcome.decides,
          advice: rule.suggestion)
      }
      guard let rule = Rule(rawValue: name) else {
        throw RunError.damaged(
          "\(validated)/findings.csv", line: nil, id: .stage(.damagedField),
          "column 'rule' has '\(name)'; expected a rule of the program or of the collection")
      }
      let base = rule.base.map { Self.count($0, balance) }
      return Standing(
        rule: name, found: found, concerned: base == nil ? nil : found.records, base: base,
        isAboveShare: FailAbove.isExceeded(
          rules.failAbove[rule], by: found.records, of: base?.count ?? 0),
        advice: rule.entry.advice)
    }
    all = standings.sorted { left, right in
      let decides = [left, right].map { Self.decides($0, level) }
      if decides[0] != decides[1] { return decides[0] }
      return left.found.tally == right.found.tally
        ? left.rule < right.rule : left.found.tally.isWorse(than: right.found.tally)
    }
  }

  func decides(_ standing: Standing) -> Bool {
    Self.decides(standing, level)
  }

  /// How many findings decide the exit status.
  var deciding: Int {
    all.filter(decides).reduce(0) { $0 + $1.found.tally.count(from: level) }
  }

  /// The rules that would decide but for their `fail-above`.
  var spared: [(rule: String, count: Int)] {
    all.filter { !$0.isAboveShare && $0.found.tally.count(from: level) > 0 }
      .map { ($0.rule, $0.found.tally.count(from: level)) }
  }

  private static func decides(_ standing: Standing, _ level: PipelineDefinition.FailOn) -> Bool {
    standing.isAboveShare && standing.found.tally.count(from: level) > 0
  }

  private static func count(
    _ base: RuleEntry.Base, _ balance: Balance
  ) -> (count: Int, label: String) {
    switch base {
    case .records: (balance.records, "records that came in")
    case .repeatRecords: (balance.repeats.records, "records of repeats")
    case .submissions: (balance.accepted, "submissions that count")
    }
  }
}
