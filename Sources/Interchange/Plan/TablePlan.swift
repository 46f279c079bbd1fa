import Questionnaire
package import Tabular

/// The tables of a collection: `tables.yaml`.
///
/// ```yaml
/// tables:
///   - id: response
///     title: Response by status
///     rows: response                     # a question or an attribute; a ranking counts by the first
///     columns: [status, regional_group]  # a banner: the total, then each variable's codes
///     base: population                   # population, respondents, asked, answered or a condition
///     base-label: all Member States      # how the base is printed
///     where: ${status} = 'party'         # count only units for which this holds
///     population: units                  # or participants: organizations too
///     statistics: [count, percent]       # also mean, minimum, maximum
///     lists: [replied]                   # rows whose units are listed by name; or all
///     states: yes                        # rows for the units that did not answer
///     note: One reply each.              # with placeholders as in report.md
///   - each: closed                       # one table a closed question, or [q1, q2]; id and
///     columns: [status]                  # title are the question's name and label
/// ```
package struct TablePlan: Sendable {
  package let path: String
  package let catalog: VariableCatalog
  package let tables: [Table]

  private static let keys = [
    "id", "each", "title", "rows", "columns", "base", "base-label", "where", "population",
    "statistics", "lists", "states", "note",
  ]

  /// - Throws: `badDefinition` naming file, line and the nearest right name.
  package init(
    _ collection: CollectionFolders, _ pipeline: PipelineDefinition
  ) throws(RunError) {
    path = "\(collection.pipeline)/tables.yaml"
    catalog = try VariableCatalog(pipeline)
    let node = try DefinitionNode(path: path)
    try node.allowOnly(["tables"])
    var tables: [Table] = []
    for item in try node.required("tables").list() {
      try item.allowOnly(Self.keys)
      for entry in try Self.rowVariables(item, catalog) {
        let table = try TableReader(node: item, catalog: catalog, entry: entry).read()
        try Self.checkID(table.id, item)
        guard !tables.contains(where: { $0.id == table.id }) else {
          throw item.error(
            rule: "table-twice", "there is a table '\(table.id)' already; expected each id once")
        }
        tables.append(table)
      }
    }
    guard !tables.isEmpty else {
      throw (node["tables"] ?? node).error(
        rule: "no-tables", "there is no table; expected at least one, as in '- each: closed'")
    }
    self.tables = tables
  }

  /// The id is a file name and a part of cell addresses.
  private static func checkID(_ id: String, _ item: DefinitionNode) throws(RunError) {
    guard DefinitionName.isName(id), !id.hasPrefix("-") else {
      throw (item["id"] ?? item).error(
        rule: "table-id",
        "'\(id)' would be the id of a table; expected \(DefinitionName.expected), but no '-' at "
          + "the beginning. Give the table an 'id' of its own")
    }
  }

  package subscript(_ id: String) -> Table? {
    tables.first { $0.id == id }
  }

  private static func rowVariables(
    _ item: DefinitionNode, _ catalog: VariableCatalog
  ) throws(RunError) -> [VariableCatalog.Entry] {
    guard let each = item["each"] else { return [try catalog.entry(item.required("rows"))] }
    for key in ["id", "rows", "title"] where item[key] != nil {
      throw item.error(
        rule: "each", "'\(key)' cannot stand beside 'each': every question gives its own")
    }
    if try each.texts() == ["closed"], catalog["closed"] == nil {
      return catalog.entries.filter { entry in
        guard case .question = entry.origin else { return false }
        return !entry.codes.isEmpty
      }
    }
    var entries: [VariableCatalog.Entry] = []
    for name in try each.list() { entries.append(try catalog.entry(name)) }
    return entries
  }
}

/// Resolves one item of the plan for one row variable.
private struct TableReader {
  let node: DefinitionNode
  let catalog: VariableCatalog
  let entry: VariableCatalog.Entry

  private var isQuestion: Bool {
    if case .question = entry.origin { true } else { false }
  }

  func read() throws(RunError) -> Table {
    if case .text = entry.variable.kind {
      throw node.error(
        rule: "text-table",
        "'\(entry.name)' is a text question; expected one with choices, "
          + "a number or a date")
    }
    let base = try base()
    let population = try node["population"]?.word(as: Table.Population.self) ?? .units
    if population == .participants && isQuestion {
      throw node.error(
        rule: "participants", "organizations answer no questions; expected an attribute as rows")
    }
    return Table(
      id: try node["id"]?.text() ?? entry.name, title: try node["title"]?.text() ?? entry.label,
      note: try node["note"]?.text() ?? "", noteLine: node["note"]?.line ?? node.line,
      rowVariable: entry, rows: try rows(population),
      columns: try columns(population), base: base.base, baseLabel: base.label,
      filter: try filter(), population: population, statistics: try statistics())
  }

  private func filter() throws(RunError) -> Condition? {
    guard let node = node["where"] else { return nil }
    return try catalog.condition(node)
  }

  private func rows(_ population: Table.Population) throws(RunError) -> [Table.Row] {
    var listed = try node["lists"]?.texts() ?? []
    let listsAll = listed == ["all"]
    if listsAll { listed = [] }
    let withStates = try node["states"]?.flag() ?? isQuestion
    var rows: [(id: String, label: String, kind: Table.RowKind)] = []
    if entry.codes.isEmpty {
      rows.append((".value", entry.label, .value))
    }
    for (code, choice) in entry.codes(of: population) {
      rows.append((choice.name, choice.label, .code(code)))
    }
    rows.append((".base", "Base", .base))
    if withStates {
      for state in AnswerState.allCases where state != .answered {
        rows.append((".\(state.rawValue)", state.label, .state(state)))
      }
      rows.append((".population", "All", .population))
    }
    for row in listed where !rows.contains(where: { $0.id == row }) {
      throw node.error(
        rule: "unknown-row",
        "at 'lists': table '\(entry.name)' has no row '\(row)'; expected "
          + "\(Suggestion.allowed(rows.map(\.id)))."
          + Suggestion.question(for: row, among: rows.map(\.id)))
    }
    return rows.map { row in
      let isAnswer = if case .code = row.kind { true } else { false }
      return Table.Row(
        id: row.id, label: row.label, kind: row.kind,
        isListed: listed.contains(row.id) || (listsAll && isAnswer))
    }
  }

  private func columns(_ population: Table.Population) throws(RunError) -> [Table.Column] {
    var columns = [Table.Column(variable: nil, code: 0, id: Table.totalColumn, label: "Total")]
    for item in try node["columns"]?.list() ?? [] {
      let variable = try catalog.entry(item)
      guard !variable.codes.isEmpty else {
        throw item.error(
          rule: "no-codes",
          "'\(variable.name)' has no choices; expected a closed question or an attribute")
      }
      for (code, choice) in variable.codes(of: population) {
        if let other = columns.first(where: { $0.id == choice.name }) {
          throw item.error(
            rule: "column-twice",
            "'\(variable.name)' and '\(other.variable?.name ?? "")' both have '\(choice.name)'; "
              + "expected each column once. Make two tables of it")
        }
        columns.append(
          Table.Column(variable: variable, code: code, id: choice.name, label: choice.label))
      }
    }
    return columns
  }

  private func base() throws(RunError) -> (base: Table.Base, label: String) {
    let word = try node["base"]?.text() ?? (isQuestion ? "answered" : "population")
    let base: Table.Base
    let label: String
    switch word {
    case "population": (base, label) = (.population, "all units")
    case "respondents": (base, label) = (.respondents, "units that replied")
    case "asked": (base, label) = (.asked, "units that were asked this question")
    case "answered": (base, label) = (.answered, "units that answered this question")
    default:
      guard let node = node["base"], word.contains("$") else {
        let names = ["population", "respondents", "asked", "answered"]
        throw (node["base"] ?? node).error(
          rule: "unknown-base",
          "'\(word)' is no base; expected \(Suggestion.allowed(names)) or a condition."
            + Suggestion.question(for: word, among: names))
      }
      (base, label) = (.condition(try catalog.condition(node)), word)
    }
    if !isQuestion, word == "asked" || word == "answered" {
      throw (node["base"] ?? node).error(
        rule: "base",
        "'\(entry.name)' is no question, so nobody was asked it; "
          + "expected population, respondents or a condition")
    }
    return (base, try node["base-label"]?.text() ?? label)
  }

  private func statistics() throws(RunError) -> [Table.Statistic] {
    let isNumber = entry.codes.isEmpty
    guard let list = node["statistics"] else {
      if entry.variable.kind == .date { return [.count, .minimum, .maximum] }
      return isNumber ? [.count, .mean, .minimum, .maximum] : [.count, .percent]
    }
    var statistics: [Table.Statistic] = []
    for item in try list.list() {
      let statistic = try item.word(as: Table.Statistic.self)
      if statistic == .percent && isNumber {
        throw item.error(rule: "statistic", "a number has no percentages; expected mean, minimum…")
      }
      if [.mean, .minimum, .maximum].contains(statistic), !isNumber, entry.scale == nil {
        throw item.error(
          rule: "statistic",
          "the choices of '\(entry.name)' are no numbers; expected count, percent")
      }
      if statistic == .mean && entry.variable.kind == .date {
        throw item.error(rule: "statistic", "a date has no mean; expected minimum, maximum")
      }
      guard !statistics.contains(statistic) else {
        throw item.error(
          rule: "statistic-twice", "'\(statistic.rawValue)' stands twice; expected it once")
      }
      statistics.append(statistic)
    }
    guard !statistics.isEmpty else {
      throw list.error(
        rule: "no-statistics",
        "there is no statistic; expected some of "
          + Table.Statistic.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return statistics
  }
}
