import Basics
import Phrases
import Questionnaire
import Statistics
import Tabulation

/// Resolves one item of the plan.
struct TableReader {
  let node: DefinitionNode
  let catalog: VariableCatalog
  /// The repeat whose instances are counted; nil where reporting units are.
  let unit: InstanceUnit?
  /// That of what the tables say themselves.
  var spoken: Language { catalog.language }
  /// The row variable that `each` gives; nil where the item has rows of its own.
  let each: VariableCatalog.Entry?
  let hasWeights: Bool
  /// What was drawn; nil without a sample.
  let sampled: Sampled?
  /// The languages of the register's names; none without a register.
  let languages: [String]

  enum Sampled {
    case units, clusters
  }

  func read() throws(RunError) -> Table {
    let population = try node.value(TableKey.population).word(as: Table.Population.self)
    let filter = try filter()
    var blocks = try blocks(population, filter)
    guard let first = blocks.first else {
      throw node.error(id: .table(.noRows), "there is no row variable; expected at least one")
    }
    let isAboutAnswers = blocks.contains { $0.variable.isAboutAnswers }
    if population == .participants && isAboutAnswers {
      throw node.error(
        id: .table(.participants),
        "participants that are no units, such as organizations, answer no questions; expected an attribute "
          + "as rows")
    }
    if population == .participants && catalog["status"] == nil {
      throw (node[TableKey.population] ?? node).error(
        id: .table(.noTreaty),
        "there is no treaty that would say who its participants are; expected 'register: {treaty: "
          + "…}' in pipeline.yaml. Name one there, or take 'population' out")
    }
    let base = try base(blocks)
    for index in blocks.indices { blocks[index].outside = outside(blocks[index], base) }
    let hasSilentUnits = hasSilentUnits(base, blocks: blocks, population: population)
    let statistics = try StatisticsReader(
      table: self, blocks: blocks, hasSilentUnits: hasSilentUnits
    ).read()
    try requireInstances(statistics)
    let rows = try rows(of: blocks, among: population, statistics, where: filter)
    let columns = try columns(population)
    try requireUncrossed(blocks, columns, base: base, filter: filter)
    if statistics.contains(.higherThan) { try requireComparable(columns) }
    let style = try style(of: blocks, rows: rows, columns: columns, statistics: statistics)
    let isWeighted = try isWeighted(hasSilentUnits: hasSilentUnits)
    return Table(
      id: try node[TableKey.id]?.text() ?? first.variable.name, unit: unit,
      title: try node[TableKey.title]?.wording() ?? Self.usualTitle(blocks),
      wordings: try wordings(), note: try node[TableKey.note]?.text() ?? "",
      noteLine: node[TableKey.note]?.line ?? node.line,
      footnotes: try footnotes(of: blocks, rows: rows, columns: columns, style: style),
      blocks: blocks, rows: Table.planned(rows), columns: Table.planned(columns),
      base: base, filter: filter, population: population,
      statistics: statistics, style: style,
      isWeighted: isWeighted,
      restsOnTreaty: restsOnTreaty(
        blocks, columns, base: base, filter: filter, population: population,
        isWeighted: isWeighted))
  }

  /// The labels of what the rows are of: of many variables those of the first.
  private static func usualTitle(_ blocks: [Table.Block]) -> String {
    var labels: [String] = []
    for block in blocks where !labels.contains(block.variable.label) {
      labels.append(block.variable.label)
    }
    return (labels.count > 3 ? labels.prefix(2) + ["…"] : labels[...]).joined(separator: "; ")
  }

  private func requireUncrossed(
    _ blocks: [Table.Block], _ columns: [Table.Column], base: Table.Base?, filter: Condition?
  ) throws(RunError) {
    var condition: Condition?
    if case .condition(let found)? = base { condition = found }
    let conditions = catalog.repeated(in: filter) + catalog.repeated(in: condition)
    for block in blocks {
      let rows = conditions + block.variable.repeated
      try (node[TableKey.base] ?? node[TableKey.filter] ?? node).requireUncrossed(rows)
      for column in columns {
        try (node[TableKey.columns] ?? node).requireUncrossed(
          rows + column.path.flatMap(\.variable.repeated))
      }
    }
  }

  /// Tests of differences are of columns that have no unit in common.
  private func requireComparable(_ columns: [Table.Column]) throws(RunError) {
    let variables = columns.flatMap(\.path).map(\.variable)
    guard let variable = variables.first(where: \.isMultiple) else { return }
    throw (node[TableKey.columns] ?? node).error(
      id: .table(.overlappingColumns),
      "a unit may stand in several columns of '\(variable.name)', so that they cannot be compared; "
        + "expected variables of which a unit has one code. Take 'higher-than' out, or the variable"
    )
  }

  private func wordings() throws(RunError) -> [Table.Wording] {
    var wordings: [Table.Wording] = []
    for node in [node[TableKey.title], node[TableKey.baseLabel]] {
      guard let node else { continue }
      wordings.append(Table.Wording(text: try node.wording(), line: node.line))
    }
    return wordings
  }

  private func filter() throws(RunError) -> Condition? {
    guard let node = node[TableKey.filter] else { return nil }
    return try catalog.condition(node)
  }
}
