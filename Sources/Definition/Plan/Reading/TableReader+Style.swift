import Basics
import Questionnaire
import Statistics

extension TableReader {
  func style(
    of blocks: [Table.Block], rows: [Table.Row], columns: [Table.Column],
    statistics: [Statistic]
  ) throws(RunError) -> TableStyle {
    var style = TableStyle()
    style.order = try node.value(TableKey.order).word(as: Table.Order.self)
    if let last = node[TableKey.last] {
      style.last = try last.texts()
      let names = rows.map(\.id)
      let bare = rows.map { blocks[$0.block].name(of: $0) }
      for name in style.last where !names.contains(name) && !bare.contains(name) {
        throw last.error(
          id: .table(.unknownRow),
          "the table has no row '\(name)'; expected \(Suggestion.allowed(names))."
            + Suggestion.question(for: name, among: names))
      }
    }
    style.layout = try node.value(TableKey.layout).word(as: Table.Layout.self)
    if style.layout == .matrix {
      try requireMatrix(blocks, rows: rows, columns: columns, statistics: statistics)
    }
    try readDecimals(into: &style)
    style.sharesAddUp = try sharesAddUp(blocks)
    style.hasZeroRows = try node.value(TableKey.zeroRows).flag()
    style.hasBasePercent = try hasBasePercent(style.layout, statistics)
    style.isTested = try isTested(blocks, rows: rows, columns: columns, style.layout)
    style.hasChart = try hasChart(blocks, rows: rows, statistics: statistics, style.layout)
    style.language = try language()
    style.examples = try node.integer(ifGiven: TableKey.examples)
    return style
  }

  private func hasBasePercent(
    _ layout: Table.Layout, _ statistics: [Statistic]
  ) throws(RunError) -> Bool {
    guard try node.value(TableKey.basePercent).flag() else { return false }
    let node = node[TableKey.basePercent] ?? node
    guard layout == .list else {
      throw node.error(
        id: .table(.matrix), "a matrix has no row for the base; expected 'no', or no key")
    }
    guard statistics.contains(.percent) else {
      throw node.error(
        id: .statistic(.statistic),
        "the table has no percentages, so that its base has none; expected 'percent' under 'statistics'"
      )
    }
    return true
  }

  private func requireMatrix(
    _ blocks: [Table.Block], rows: [Table.Row], columns: [Table.Column], statistics: [Statistic]
  ) throws(RunError) {
    if let states = node[TableKey.states], try states.flag() {
      throw states.error(
        id: .table(.matrix),
        "a matrix has no rows for those who did not answer; expected 'no', or no key")
    }
    if let zeros = node[TableKey.zeroRows], try !zeros.flag() {
      throw zeros.error(
        id: .table(.matrix),
        "a matrix has a column for each answer and none to leave out; expected 'yes', or no key")
    }
    if blocks.allSatisfy({ $0.variable.codes.isEmpty }) {
      try requireMeans(statistics)
    } else {
      try requireChoices(blocks, columns: columns, statistics: statistics)
    }
    let node = node[TableKey.layout] ?? node
    if let block = blocks.first(where: { !$0.variable.offers.isEmpty }) {
      throw node.error(
        id: .table(.matrix),
        "the choices of '\(block.variable.name)' are offered to some alone, and a matrix has one base "
          + "for all; expected 'layout: list'")
    }
    guard blocks.allSatisfy({ $0.outside == blocks[0].outside }) else {
      throw node.error(
        id: .table(.matrix),
        "the bases of the variables leave out different choices, and a matrix has one column for "
          + "each; expected a base that treats the variables alike, such as 'base: answered'")
    }
    try requireSameColumns(blocks, rows: rows, node)
    guard Set(blocks.map(\.baseLabel)).count == 1 else {
      throw node.error(
        id: .table(.matrix),
        "the variables have several bases, and a matrix has one heading for it; expected 'base: "
          + "population', 'base: respondents' or a condition")
    }
  }

  /// A matrix of numbers has what is worked out of them in each column, and nothing else.
  private func requireMeans(_ statistics: [Statistic]) throws(RunError) {
    guard !statistics.contains(where: { $0.kind == .number }) else { return }
    throw (node[TableKey.statistics] ?? node).error(
      id: .table(.matrix),
      "a matrix of numbers has a line a question, with what is worked out of its numbers; expected 'mean' "
        + "or another of these under 'statistics'")
  }

  private func requireChoices(
    _ blocks: [Table.Block], columns: [Table.Column], statistics: [Statistic]
  ) throws(RunError) {
    if statistics.contains(.higherThan), let list = node[TableKey.statistics] {
      throw list.error(
        id: .table(.matrix), "a matrix has no columns that 'higher-than' could compare; take it out"
      )
    }
    let node = node[TableKey.layout] ?? node
    guard columns.count == 1 else {
      throw node.error(
        id: .table(.matrix),
        "a matrix has the choices across; expected no 'columns'. Narrow it by 'where'")
    }
    let first = blocks.first?.variable.codes.map(\.name) ?? []
    for block in blocks where block.variable.codes.map(\.name) != first || first.isEmpty {
      let found =
        block.variable.codes.isEmpty
        ? "'\(block.variable.name)' has no choices, which a matrix has across"
        : "'\(block.variable.name)' does not have the choices of '\(blocks[0].variable.name)'"
      throw node.error(
        id: .table(.matrix), "\(found); expected questions of one choice list, or numbers alone")
    }
  }

  /// A condition of the table may leave out a choice of one question that others have: below its heading
  /// would stand the figures of the next.
  private func requireSameColumns(
    _ blocks: [Table.Block], rows: [Table.Row], _ node: DefinitionNode
  ) throws(RunError) {
    let names = blocks.indices.map { block in
      rows.filter { $0.block == block && $0.isInMatrix }.map { blocks[block].name(of: $0) }
    }
    guard let block = names.indices.first(where: { names[$0] != names[0] }) else { return }
    let (first, other) = (blocks[0].variable.name, blocks[block].variable.name)
    let lacking = names[0].first { !names[block].contains($0) }.map { ($0, other, first) }
    let added = names[block].first { !names[0].contains($0) }.map { ($0, first, other) }
    let (name, left, kept) = lacking ?? added ?? ("", other, first)
    throw node.error(
      id: .table(.matrix),
      "the condition of 'where' leaves out '\(name)' of '\(left)' and not of '\(kept)', and a matrix has "
        + "one column for both; expected 'layout: list'")
  }

  private func readDecimals(into style: inout TableStyle) throws(RunError) {
    if let decimals = node[TableKey.decimals], !decimals.isMapping {
      style.percentDecimals = try decimals.integer(0...6)
      return
    }
    let decimals = try node.group(TableKey.decimals, of: DecimalsKey.self)
    style.percentDecimals = try decimals.integer(ifGiven: DecimalsKey.percent)
    style.decimals = try decimals.integer(DecimalsKey.other)
  }

  private func language() throws(RunError) -> String? {
    guard let node = node[TableKey.language] else { return nil }
    let language = try node.text()
    guard languages.contains(language) else {
      throw node.error(
        id: .pipeline(.unknownLanguage),
        languages.isEmpty
          ? "the collection has no register whose names could be in '\(language)'; delete the key"
          : "'\(language)' is no language of the register; expected \(Suggestion.allowed(languages))"
      )
    }
    return language
  }

  enum Shares: String, CaseIterable {
    case exact
    case addUp = "add-up"
  }

  private func sharesAddUp(_ blocks: [Table.Block]) throws(RunError) -> Bool {
    let node = try node.value(TableKey.shares)
    guard try node.word(as: Shares.self) == .addUp else { return false }
    try requireWhole(blocks, node)
    return true
  }

  /// - Throws: `badDefinition` for codes that are not all of a whole together.
  func requireWhole(_ blocks: [Table.Block], _ node: DefinitionNode) throws(RunError) {
    if let block = blocks.first(where: { $0.variable.isMultiple || $0.variable.codes.isEmpty }) {
      throw node.error(
        id: .table(.shares),
        "the shares of '\(block.variable.name)' need not add up to 100; expected variables of "
          + "which a unit has one code")
    }
    if let block = blocks.first(where: { !$0.variable.offers.isEmpty }) {
      throw node.error(
        id: .table(.shares),
        "the shares of '\(block.variable.name)' need not add up to 100: its choices are offered to some "
          + "alone. Take '\(try node.text())' out, or the 'choice_filter' of the form")
    }
  }
}
