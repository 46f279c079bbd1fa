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
