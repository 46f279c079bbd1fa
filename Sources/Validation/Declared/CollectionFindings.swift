import Basics
import Definition
import Interchange
import Questionnaire
import Tabular

/// What the declared rules come to once all units are judged.
struct CollectionFindings {
  let checks: DeclaredChecks
  /// Of all units that replied.
  var tallies: DeclaredTallies

  /// Takes the units into account that did not reply, and writes the findings about all of them and
  /// about values that units share.
  ///
  /// - Returns: An outcome a rule.
  mutating func write(
    silent: some Sequence<UnitEntry>, _ values: [UniqueValues.Written], to writer: CSVWriter
  ) throws(RunError) -> [RuleOutcome] {
    let rules = checks.rules
    if rules.isEmpty { return [] }
    if rules.contains(where: { !$0.sets.isEmpty }) {
      for unit in silent {
        let answers = checks.answers(of: unit.key, replied: false)
        for (index, rule) in rules.enumerated() where !rule.sets.isEmpty {
          tallies.count(answers, by: rule, index)
        }
      }
    }
    let twins = try UniqueValues.findings(values, rules: rules.count, to: writer)
    var outcomes: [RuleOutcome] = []
    for (index, rule) in rules.enumerated() {
      switch (rule.level, rule.check) {
      case (.collection, .condition(let condition)):
        let broken = groups(of: index, where: condition)
        for answers in broken {
          try writer.write(
            Finding(
              rule,
              at: Position(
                source: DeclaredRules.fileName, record: RecordPosition(line: rule.line)),
              message: rule.message.filled(answers)
            ).fields)
        }
        outcomes.append(RuleOutcome(rule, base: 0, affected: broken.count))
      case (.collection, .unique):
        outcomes.append(
          RuleOutcome(rule, base: tallies.bases[index], affected: twins[index]))
      case (.submission, _), (.unit, _):
        outcomes.append(
          RuleOutcome(rule, base: tallies.bases[index], affected: tallies.affected[index]))
      }
    }
    return outcomes
  }

  /// The groups of units for which a condition holds; one without units is none.
  private func groups(of index: Int, where condition: Condition) -> [RuleAnswers] {
    let rule = checks.rules[index]
    return tallies.counts[index].indices.compactMap { group in
      guard rule.group == nil || tallies.counts[index][group] > 0 else { return nil }
      var answers = checks.answers(of: group, by: rule.group)
      answers.figures = zip(rule.sets, tallies.figures[index][group]).map { $0.value($1) }
      return condition.holds(for: answers) ? answers : nil
    }
  }
}
