import Questionnaire
import Tabular

/// What a plan must not ask for where replies were given in confidence (`disclosure` of
/// `pipeline.yaml`): figures by which hidden counts could be worked out in ways that are not held
/// against each other.
enum ConfidentialPlan {
  private static let told: [Table.Statistic] = [.count, .percent, .mean, .minimum, .maximum]

  /// - Throws: `badDefinition` naming what cannot be told.
  static func check(_ node: DefinitionNode) throws(RunError) {
    for key in [PlanTopKey.variables, .weights, .sample] {
      if let found = node[key] { throw refusal(found, "'\(key.rawValue)'") }
    }
    for item in try node.required(PlanTopKey.tables).list() {
      if let nets = item[TableKey.nets] { throw refusal(nets, "'nets'") }
      for key in [TableKey.rows, .columns] { try checkAxis(item[key]) }
      if let order = item[TableKey.order], try order.text() == Table.Order.count.rawValue {
        throw refusal(order, "an order by count")
      }
      for statistic in try item[TableKey.statistics]?.list() ?? [] {
        let name = try statistic.text()
        guard told.contains(where: { $0.rawValue == name }) else {
          throw refusal(statistic, "'\(name)'")
        }
      }
    }
  }

  /// - Throws: `badDefinition` where shares of an attribute are of those who answered: of a question
  ///   that stands in the same table, or of none.
  static func check(_ table: Table, _ node: DefinitionNode) throws(RunError) {
    guard let attribute = table.blocks.map(\.variable).first(where: { !$0.isAboutAnswers })
    else { return }
    switch table.base {
    case .asked, .answered:
      throw (node[TableKey.base] ?? node).error(
        rule: "confidential-plan",
        "'\(attribute.name)' is no question, so its base would be units that nobody asked it, and "
          + "the replies were given in confidence; expected a table of its own for it, or a base "
          + "population, respondents or a condition")
    case .population, .respondents, .condition: return
    }
  }

  private static func checkAxis(_ axis: DefinitionNode?) throws(RunError) {
    guard let axis else { return }
    for item in axis.isMapping ? [axis] : try axis.list() where item.isMapping {
      throw refusal(item, "'nest'")
    }
  }

  private static func refusal(_ node: DefinitionNode, _ what: String) -> RunError {
    node.error(
      rule: "confidential-plan",
      "\(what) could give hidden counts away, and the replies were given in confidence; expected "
        + "questions and attributes, and of statistics "
        + told.map(\.rawValue).joined(separator: ", ")
        + ". Take it out, or 'disclosure' in pipeline.yaml")
  }
}
