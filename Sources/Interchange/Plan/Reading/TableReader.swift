import Questionnaire
import Tabular

/// Resolves one item of the plan.
struct TableReader {
  let node: DefinitionNode
  let catalog: VariableCatalog
  /// The row variable that `each` gives; nil where the item has rows of its own.
  let each: VariableCatalog.Entry?
  let hasWeights: Bool
  let hasSample: Bool
  /// The languages of the register's names; none without a register.
  let languages: [String]

  func read() throws(RunError) -> Table {
    let population = try node[TableKey.population]?.word(as: Table.Population.self) ?? .units
    let blocks = try blocks(population)
    guard let first = blocks.first else {
      throw node.error(rule: "no-rows", "there is no row variable; expected at least one")
    }
    let isAboutAnswers = blocks.contains { $0.variable.isAboutAnswers }
    if population == .participants && isAboutAnswers {
      throw node.error(
        rule: "participants", "organizations answer no questions; expected an attribute as rows")
    }
    let base = try base(isAboutAnswers, first.variable)
    let hasSilentUnits = hasSilentUnits(base.base, population)
    let statistics = try StatisticsReader(
      table: self, blocks: blocks, hasSilentUnits: hasSilentUnits
    ).read()
    let rows = try rows(blocks, population, statistics)
    let columns = try columns(population)
    if statistics.contains(.higherThan) { try requireComparable(columns) }
    return Table(
      id: try node[TableKey.id]?.text() ?? first.variable.name,
      title: try node[TableKey.title]?.text() ?? first.variable.label,
      wordings: try wordings(), note: try node[TableKey.note]?.text() ?? "",
      noteLine: node[TableKey.note]?.line ?? node.line,
      footnotes: try footnotes(rows, columns), blocks: blocks, rows: rows, columns: columns,
      base: base.base, baseLabel: base.label, filter: try filter(), population: population,
      statistics: statistics, style: try style(blocks, rows, columns, statistics),
      isWeighted: try isWeighted(hasSilentUnits: hasSilentUnits))
  }

  /// Tests of differences are of columns that have no unit in common.
  private func requireComparable(_ columns: [Table.Column]) throws(RunError) {
    let variables = columns.flatMap(\.path).map(\.variable)
    guard let variable = variables.first(where: \.isMultiple) else { return }
    throw (node[TableKey.columns] ?? node).error(
      rule: "overlapping-columns",
      "a unit may stand in several columns of '\(variable.name)', so that they cannot be compared; "
        + "expected variables of which a unit has one code. Take 'higher-than' out, or the variable"
    )
  }

  private func wordings() throws(RunError) -> [Table.Wording] {
    var wordings: [Table.Wording] = []
    for node in [node[TableKey.title], node[TableKey.baseLabel]] {
      guard let node else { continue }
      wordings.append(Table.Wording(text: try node.text(), line: node.line))
    }
    return wordings
  }

  private func filter() throws(RunError) -> Condition? {
    guard let node = node[TableKey.filter] else { return nil }
    return try catalog.condition(node)
  }

  private func base(
    _ isAboutAnswers: Bool, _ variable: VariableCatalog.Entry
  ) throws(RunError) -> (base: Table.Base, label: String) {
    let word = try node[TableKey.base]?.text() ?? (isAboutAnswers ? "answered" : "population")
    let base: Table.Base
    let label: String
    switch word {
    case "population": (base, label) = (.population, "all units")
    case "respondents": (base, label) = (.respondents, "units that replied")
    case "asked": (base, label) = (.asked, "units that were asked this question")
    case "answered": (base, label) = (.answered, "units that answered this question")
    default:
      guard let node = node[TableKey.base], word.contains("$") else {
        let names = ["population", "respondents", "asked", "answered"]
        throw (node[TableKey.base] ?? node).error(
          rule: "unknown-base",
          "'\(word)' is no base; expected \(Suggestion.allowed(names)) or a condition."
            + Suggestion.question(for: word, among: names))
      }
      (base, label) = (.condition(try catalog.condition(node)), word)
    }
    if !isAboutAnswers, word == "asked" || word == "answered" {
      throw (node[TableKey.base] ?? node).error(
        rule: "base",
        "'\(variable.name)' is no question, so nobody was asked it; "
          + "expected population, respondents or a condition")
    }
    return (base, try node[TableKey.baseLabel]?.text() ?? label)
  }

  private func footnotes(
    _ rows: [Table.Row], _ columns: [Table.Column]
  ) throws(RunError) -> [Table.Footnote] {
    let anchors = ["title"] + rows.map(\.id) + columns.map(\.id)
    var footnotes: [Table.Footnote] = []
    for item in try node[TableKey.footnotes]?.list() ?? [] {
      try item.allowOnly(FootnoteKey.self)
      let anchor = try item.required(FootnoteKey.anchor)
      let name = try anchor.text()
      guard anchors.contains(name) else {
        throw anchor.error(
          rule: "unknown-anchor",
          "there is no row or column '\(name)'; expected \(Suggestion.allowed(anchors))."
            + Suggestion.question(for: name, among: anchors))
      }
      let text = try item.required(FootnoteKey.text)
      footnotes.append(Table.Footnote(anchor: name, text: try text.text(), line: text.line))
    }
    return footnotes
  }
}
