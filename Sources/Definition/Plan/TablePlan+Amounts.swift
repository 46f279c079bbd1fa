import Basics
import Questionnaire
import Statistics
import Tabulation

/// Sums that are published where no unit can be told from them, see `DisclosureRules.AmountRules`.
extension TablePlan {
  /// The question whose sums or means a row of a table has; nil where it has none.
  package func amount(of table: Table, row: Table.Row) -> Int? {
    guard row.kind == .value, table.statistics.contains(where: \.entry.isOfAllUnits) else {
      return nil
    }
    let entry = table.variable(of: row)
    guard case .question(let question) = entry.origin, entry.variable.kind == .number else {
      return nil
    }
    return question
  }

  /// - Throws: `badDefinition` where sums are asked of a number of which something else tells how large it
  ///   is: of that the rules know nothing.
  func requireGuardable(_ table: Table, _ form: Questionnaire) throws(RunError) {
    for row in table.rows {
      guard let number = amount(of: table, row: row) else { continue }
      let question = form.questions[number]
      guard let teller = teller(of: question, form) else { continue }
      throw RunError(
        path: path, line: table.noteLine, id: .confidence(.confidentialPlan),
        "the table '\(table.id)' has sums of '\(question.name)' that are to be guarded, and \(teller) says "
          + "something of how large each number is, with which more could be told; expected tables without "
          + "it, or 'amounts: hidden' in pipeline.yaml")
    }
  }

  /// What says something of how large an answer is, besides that it is not negative.
  private func teller(of question: Question, _ form: Questionnaire) -> String? {
    if let constraint = question.constraint, !constraint.isOfSign {
      return "its 'constraint'"
    }
    for other in form.questions {
      let expressions = [other.relevant, other.index == question.index ? nil : other.constraint]
      let names = expressions.compactMap(\.self).flatMap(\.references)
      let offering = other.offers(in: form).compactMap(\.self).flatMap(\.variables)
      if names.contains(question.name) || offering.contains(question.index) {
        return "'\(other.name)' of the form"
      }
    }
    for entry in catalog.entries {
      guard case .derived = entry.origin else { continue }
      let variable = entry.variable.index
      if catalog.variables.origins(of: [variable]).given.contains(question.index) {
        return "the variable '\(entry.name)'"
      }
    }
    for table in tables {
      var conditions = [table.filter].compactMap(\.self)
      if case .condition(let condition)? = table.base { conditions.append(condition) }
      if conditions.contains(where: { $0.variables.contains(question.index) }) {
        return "a condition of the table '\(table.id)'"
      }
    }
    return nil
  }
}
