import Basics
import Questionnaire
import Statistics
import Tabulation

/// What a plan must not ask for where replies were given in confidence (`disclosure` of
/// `pipeline.yaml`): figures by which hidden counts could be worked out in ways that are not held
/// against each other.
enum ConfidentialPlan {
  /// - Throws: `badDefinition` naming what cannot be told.
  static func check(_ node: DefinitionNode) throws(RunError) {
    for key in [PlanKey.weights, .sample] {
      if let found = node[key] { throw refusal(found, "'\(key.rawValue)'") }
    }
    for item in try node.required(PlanKey.tables).list() {
      for statistic in try item[TableKey.statistics]?.list() ?? [] {
        let name = try statistic.text()
        guard let known = Statistic(rawValue: name), !isReleasable(known) else { continue }
        throw refusal(statistic, "'\(name)'")
      }
    }
  }

  /// - Throws: `badDefinition` where a derived variable follows from several others, or is a number.
  static func check(
    _ variable: VariableCatalog.Entry, catalog: VariableCatalog, node: DefinitionNode
  ) throws(RunError) {
    if variable.isComputed {
      throw node.error(
        id: .confidence(.confidentialPlan),
        "'\(variable.name)' is computed, and the replies were given in confidence: its figures could "
          + "give away those of what it is made of, which is not checked. Take it out, or make bands of "
          + "the questions themselves")
    }
    guard asksForChoicesAlone(variable, catalog) else {
      throw node.error(
        id: .confidence(.confidentialPlan),
        "'\(variable.name)' asks for choices that only some were offered in other ways than whether one "
          + "of several was made, and the replies were given in confidence: who was offered what could "
          + "give others away. Expected conditions such as ${a} = 'x' or ${a} = 'y', and no others beside"
      )
    }
    guard catalog.basis(of: variable) == nil else { return }
    throw node.error(
      id: .confidence(.confidentialPlan),
      "'\(variable.name)' follows from several questions, or from a question and what registers "
        + "say, and the replies were given in confidence: its counts could give others away. "
        + "Expected one question or attributes alone; 'nest' crosses several")
  }

  /// Whether a variable of choices that only some were offered asks for nothing but one of several of
  /// these: who was offered what depends on other questions.
  private static func asksForChoicesAlone(
    _ variable: VariableCatalog.Entry, _ catalog: VariableCatalog
  ) -> Bool {
    guard case .derived(let position, fromAnswers: _) = variable.origin else { return true }
    let conditions = catalog.derived[position].conditions
    return conditions.allSatisfy { $0.offer(catalog.offer) == nil }
      || conditions.allSatisfy { $0.isOneOfChoices }
  }

  /// - Throws: `badDefinition` where the filter, the base or what some are offered in a table is about
  ///   several questions.
  static func check(
    _ table: Table, catalog: VariableCatalog, node: DefinitionNode
  ) throws(RunError) {
    if let filter = table.filter {
      try check(filter, catalog: catalog, node: node[TableKey.filter] ?? node)
    }
    if case .condition(let condition) = table.base {
      try check(condition, catalog: catalog, node: node[TableKey.base] ?? node)
    }
    for offer in table.blocks.flatMap(\.variable.offers).compactMap(\.self) {
      try check(offer, catalog: catalog, node: node)
    }
  }

  /// - Throws: `badDefinition` where a part of a condition is about several questions.
  static func check(
    _ condition: Condition, catalog: VariableCatalog, node: DefinitionNode
  ) throws(RunError) {
    guard condition.conjuncts.contains(where: { catalog.basis(of: $0) == nil }) else { return }
    throw node.error(
      id: .confidence(.confidentialPlan),
      "the condition asks for more than can be checked against other tables, and the replies were "
        + "given in confidence; expected comparisons of one question or of attributes each, joined "
        + "by 'and', such as ${a} = 'yes' and ${n} > 3")
  }

  private static func isReleasable(_ statistic: Statistic) -> Bool {
    switch statistic.formula {
    case .units, .share, .cumulatedShare, .number: true
    case .weight, .unitsThatRanked, .shareThatRanked, .rank, .limit, .comparison: false
    }
  }

  private static func refusal(_ node: DefinitionNode, _ what: String) -> RunError {
    node.error(
      id: .confidence(.confidentialPlan),
      "\(what) could give hidden counts away, and the replies were given in confidence; expected "
        + "a plan without. Take it out, or 'disclosure' in pipeline.yaml")
  }
}
