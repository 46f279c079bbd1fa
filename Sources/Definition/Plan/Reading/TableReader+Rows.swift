import Basics
import Phrases
import Questionnaire
import Statistics
import Tabulation

extension TableReader {
  /// The blocks of rows: one a stacked variable, and one a code that it is nested in.
  func blocks(_ population: Table.Population) throws(RunError) -> [Table.Block] {
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
      for context in Self.product(axis.dropLast(), population) {
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

extension TableReader {
  private typealias Plan = (
    id: String, name: String, label: String, kind: Table.RowKind, isWithinNet: Bool
  )

  func rows(
    _ blocks: [Table.Block], _ population: Table.Population, _ statistics: [Statistic]
  ) throws(RunError) -> [Table.Row] {
    var planned: [(block: Int, row: Plan)] = []
    for (index, block) in blocks.enumerated() {
      for row in try rows(of: block, population, statistics) { planned.append((index, row)) }
    }
    let rows = planned.map(\.row)
    for (index, row) in rows.enumerated() {
      if rows[..<index].contains(where: { $0.id == row.id }) {
        throw node.error(
          id: .table(.rowTwice),
          "two rows would be '\(row.id)'; expected each once. Give the codes of one variable other "
            + "names under 'variables', or make two tables")
      }
    }
    let listed = try listed(rows, blocks)
    return planned.map { block, row in
      Table.Row(
        id: row.id, label: row.label, kind: row.kind, isListed: listed(row), block: block,
        isWithinNet: row.isWithinNet)
    }
  }

  private func rows(
    of block: Table.Block, _ population: Table.Population, _ statistics: [Statistic]
  ) throws(RunError) -> [Plan] {
    let variable = block.variable
    var rows: [(name: String, label: String, kind: Table.RowKind, isWithinNet: Bool)] = []
    if variable.codes.isEmpty { rows.append((".value", variable.label, .value, false)) }
    let nets = try NetReader(node: node, variable: variable).read()
    var placed: Set<String> = []
    for (code, choice) in variable.codes(of: population) {
      // A net stands where the first of its codes would, and its codes after it; one that several
      // nets have stands under the first of these.
      for (position, net) in nets.enumerated() where net.codes.contains(code) {
        guard placed.insert(net.name).inserted else { continue }
        rows.append((net.name, net.label, .net(net.codes), false))
        for (code, choice) in variable.codes(of: population) where net.codes.contains(code) {
          guard !nets[..<position].contains(where: { $0.codes.contains(code) }) else { continue }
          rows.append((choice.name, choice.label, .code(code), true))
        }
      }
      if !nets.contains(where: { $0.codes.contains(code) }) {
        rows.append((choice.name, choice.label, .code(code), false))
      }
    }
    rows.append((".base", "Base", .base, false))
    if statistics.contains(.responsePercent) && !variable.codes.isEmpty {
      rows.append(
        (
          ".responses", spoken.heading(variable.isRanking ? .choicesRankedFirst : .choicesMade),
          .responses, false
        ))
    }
    if try node[TableKey.states]?.flag() ?? variable.isAboutAnswers {
      for state in AnswerState.allCases where state != .answered {
        rows.append((".\(state.rawValue)", spoken.heading(state.phrase), .state(state), false))
      }
      rows.append((".population", spoken.heading(.all), .population, false))
    }
    return rows.map { ("\(block.path)\($0.name)", $0.name, $0.label, $0.kind, $0.isWithinNet) }
  }

  /// Which rows are listed: a row is named by its id, or by its code in all blocks.
  private func listed(
    _ rows: [Plan], _ blocks: [Table.Block]
  ) throws(RunError) -> (Plan) -> Bool {
    let names = try node[TableKey.lists]?.texts() ?? []
    if names == ["all"] {
      return {
        if case .code = $0.kind { true } else if case .net = $0.kind { true } else { false }
      }
    }
    for name in names where !rows.contains(where: { $0.id == name || $0.name == name }) {
      throw node.error(
        id: .table(.unknownRow),
        "at 'lists': table '\(blocks.first?.variable.name ?? "")' has no row '\(name)'; expected "
          + "\(Suggestion.allowed(rows.map(\.id)))."
          + Suggestion.question(for: name, among: rows.map(\.id)))
    }
    let wanted = Set(names)
    for row in rows where row.kind == .responses {
      guard wanted.contains(row.id) || wanted.contains(row.name) else { continue }
      throw (node[TableKey.lists] ?? node).error(
        id: .table(.listedChoices),
        "'\(row.id)' counts choices, of which a unit may have made several; expected rows of units")
    }
    return { wanted.contains($0.id) || wanted.contains($0.name) }
  }
}
