import Basics
import Phrases
import Questionnaire
import Statistics
import Tabulation

extension TableReader {
  /// The blocks of rows: one a stacked variable, and one a code that it is nested in.
  ///
  /// - Parameter filter: The condition that all units of the table meet.
  func blocks(
    _ population: Table.Population, _ filter: Condition?
  ) throws(RunError) -> [Table.Block] {
    var axes: [[VariableCatalog.Entry]] = []
    if let each {
      try requireRows(each, node)
      axes = [[each]]
    } else {
      axes = try axisItems(node.required(TableKey.rows))
    }
    let isStacked = axes.count > 1
    var blocks: [Table.Block] = []
    for axis in axes {
      guard let variable = axis.last else { continue }
      let baseLabel = try baseLabel(variable, population)
      let contexts = Self.product(axis.dropLast(), population)
      let kept = contexts.filter { context in
        !context.contains { leavesOut(filter, $0.code, of: $0.variable) }
      }
      for context in kept.isEmpty ? contexts : kept {
        let names = (isStacked ? [variable.name] : []) + context.map(\.name)
        let labels = context.map(\.label) + (isStacked ? [variable.label] : [])
        blocks.append(
          Table.Block(
            context: context, variable: variable, path: names.map { "\($0):" }.joined(),
            heading: labels.joined(separator: ": "), baseLabel: baseLabel))
      }
    }
    return blocks
  }

  /// The variables of an axis: a name, or a list of names and of `{nest: […]}`.
  private func axisItems(_ node: DefinitionNode) throws(RunError) -> [[VariableCatalog.Entry]] {
    var items: [[VariableCatalog.Entry]] = []
    for item in node.isMapping ? [node] : try node.list() {
      let axis = try nest(item)
      if let inner = axis.last { try requireRows(inner, axis.count > 1 ? item : self.node) }
      if items.contains(where: { $0.map(\.name) == axis.map(\.name) }) {
        throw item.error(
          id: .table(.rowTwice), "these rows stand there already; expected each variable once")
      }
      items.append(axis)
    }
    return items
  }

  /// One variable, or those of `{nest: [outer, inner]}`.
  func nest(_ item: DefinitionNode) throws(RunError) -> [VariableCatalog.Entry] {
    guard item.isMapping else { return [try catalog.entry(item)] }
    try item.allowOnly(NestKey.self)
    var entries: [VariableCatalog.Entry] = []
    for name in try item.required(NestKey.nest).list() {
      let entry = try catalog.entry(name)
      if entries.contains(where: { $0.name == entry.name }) {
        throw name.error(
          id: .table(.nestedInItself), "'\(entry.name)' stands twice; expected each variable once")
      }
      entries.append(entry)
    }
    guard entries.count > 1 else {
      throw item.error(id: .table(.nest), "expected at least two variables, the outermost first")
    }
    for entry in entries.dropLast() where entry.codes.isEmpty {
      throw item.error(
        id: .variable(.noCodes),
        "'\(entry.name)' has no choices, so nothing can stand within it; expected a closed "
          + "question or an attribute. Make bands of it under 'variables'")
    }
    return entries
  }

  private func requireRows(
    _ entry: VariableCatalog.Entry, _ node: DefinitionNode
  ) throws(RunError) {
    guard case .text = entry.variable.kind else { return }
    throw node.error(
      id: .table(.textTable),
      "'\(entry.name)' is a text question; expected one with choices, a number or a date")
  }

  /// Every combination of the codes of several variables; of none, the empty one.
  static func product(
    _ variables: some Sequence<VariableCatalog.Entry>, _ population: Table.Population
  ) -> [[Table.Category]] {
    variables.reduce([[]]) { combinations, variable in
      combinations.flatMap { combination in
        variable.codes(of: population).map { code, _ in
          combination + [Table.Category(variable: variable, code: code)]
        }
      }
    }
  }
}
