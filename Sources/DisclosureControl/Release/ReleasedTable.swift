package import Basics
package import Definition
import Interchange
package import Phrases
package import Statistics
import Tabulation

/// One table with the figures of it that are released, and with no way to any other.
package struct ReleasedTable: Sendable {
  private var figures: TableFigures
  /// The language of the names in its lists.
  package let language: String
  /// The language of what the table says itself.
  package let spoken: Language
  /// The day after which treaty actions that the table may rest on may be missing; nil for none.
  package let registerEnd: CalendarDate?
  /// The day after which changes among the States may be missing; nil for none.
  package let statesEnd: CalendarDate?
  /// What the table is a sample of; nil where it has no estimates.
  package let sample: Sample?
  private let disclosure: Disclosure

  init(_ table: Table, cells: CountedCells, sample: Sample?, disclosure: Disclosure) {
    figures = TableFigures(table.ordered(by: cells, disclosure), cells: cells, sample: sample)
    self.sample = sample
    self.disclosure = disclosure
    language = cells.language(of: table)
    spoken = cells.spoken
    registerEnd = table.restsOnTreaty ? cells.registerEnd : nil
    statesEnd = cells.statesEnd
  }

  /// The table with its rows in the order of print.
  package var table: Table { figures.table }
  private var cells: CountedCells { figures.cells }

  /// The table with its notes filled in.
  package func with(note: String, footnotes: [String]) -> ReleasedTable {
    var copy = self
    copy.figures.table = table.with(note: note, footnotes: footnotes)
    return copy
  }

  /// A statistic of a cell.
  ///
  /// - Returns: Nil where the statistic has no meaning for the row.
  /// - Throws: `internalFault` where a cell was not counted.
  package func figure(
    _ statistic: Statistic, row: Table.Row, column: Table.Column
  ) throws(RunError) -> ReleasedFigure? {
    guard let figure = try figures.figure(statistic, row: row, column: column) else { return nil }
    guard disclosure.isConfidential else {
      let isSmall = try hasSmallBase(statistic, row: row, column: column)
      return ReleasedFigure(
        value: isSmall ? .withheld(.smallBase) : value(of: figure), numerator: figure.numerator,
        base: figure.base,
        baseLabel: figure.baseLabel)
    }
    return release(
      figure, of: statistic, in: try cells.cell(table, row: row, column: column), row: row,
      column: column)
  }

  /// Whether too few units are in what a percentage is of, whatever they weigh.
  private func hasSmallBase(
    _ statistic: Statistic, row: Table.Row, column: Table.Column
  ) throws(RunError) -> Bool {
    guard let least = cells.percentBase, statistic.entry.precision == .share,
      let whole = table.whole(of: statistic, row, column)
        ?? table.baseRow(of: row).map({ (row: $0, column: column) })
    else { return false }
    let size = try cells.cell(table, row: whole.row, column: whole.column).count
    return (1..<least).contains(size)
  }

  private func value(of figure: CountedFigure) -> ReleasedFigure.Value {
    if let quantity = figure.quantity { return .quantity(quantity) }
    // Of what is rounded to 0 there may be somebody.
    return disclosure.roundingBase == nil
      ? .missing(figure.missing ?? .noBase) : .withheld(.suppressed)
  }

  private func release(
    _ figure: CountedFigure, of statistic: Statistic, in cell: AggregatedCell, row: Table.Row,
    column: Table.Column
  ) -> ReleasedFigure {
    // A base other than that of the column is looked at by its own size.
    let size: Int? =
      switch (statistic.formula, figure.base) {
      case (.units, .count(let count)), (.share, .count(let count)): count
      case (_, _): nil
      }
    let withholding = disclosure.withholding(
      statistic, of: cell, in: table, row: row, column: column, base: size)
    let releasesBase =
      switch statistic.kind {
      case .count: disclosure.releasesBase(of: table, row, column)
      case .share: disclosure.releasesWhole(of: statistic, table, row: row, column: column)
      case .number, .rank, .inference: withholding == nil
      }
    let releasesCount = disclosure.releasesPart(of: statistic, table, row: row, column: column)
    return ReleasedFigure(
      value: withholding.map { .withheld($0) } ?? value(of: figure),
      numerator: releasesCount ? figure.numerator : nil,
      base: releasesBase ? figure.base : nil,
      baseLabel: withholding == nil ? figure.baseLabel : nil)
  }
}

extension ReleasedTable {
  /// What the rows of one variable and the columns of another are held against one another by.
  package struct IndependenceTest: Sendable {
    package let block: Table.Block
    package let columns: [VariableCatalog.Entry]
    /// Nil where there is too little to tell.
    package let result: Independence?
  }

  /// The tests that the table asks for, of each variable of its rows with each of its banner.
  package func independenceTests() throws(RunError) -> [IndependenceTest] {
    guard table.style.isTested else { return [] }
    var tests: [IndependenceTest] = []
    for (index, block) in table.blocks.enumerated() {
      for part in Set(table.columns.compactMap(\.part)).sorted() {
        let columns = table.columns.filter { $0.part == part }
        tests.append(
          IndependenceTest(
            block: block, columns: columns.first?.path.map(\.variable) ?? [],
            result: try figures.independence(of: index, columns)))
      }
    }
    return tests
  }

  /// A variable across whose columns do not hold each unit of the table once.
  package struct Gap: Sendable {
    package let variable: String
    /// Whether a unit may be in several of them.
    package let overlaps: Bool
  }

  /// The variables across whose columns do not add up to the total: where replies were given in
  /// confidence, those that may not, whatever was counted.
  package func gaps() throws(RunError) -> [Gap] {
    guard let total = table.columns.first(where: { $0.path.isEmpty }) else { return [] }
    var gaps: [Gap] = []
    for part in Set(table.columns.compactMap(\.part)).sorted() {
      let columns = table.columns.filter { $0.part == part }
      let variables = columns.first?.path.map(\.variable) ?? []
      let overlaps = variables.contains(where: \.isMultiple)
      let mayLeaveOut = !variables.allSatisfy(\.isAttribute)
      var isGap = overlaps || (mayLeaveOut && disclosure.isConfidential)
      if !isGap, mayLeaveOut { isGap = try leavesOut(columns, total: total) }
      guard isGap else { continue }
      gaps.append(
        Gap(variable: variables.map(\.label).joined(separator: ", "), overlaps: overlaps))
    }
    return gaps
  }

  private func leavesOut(
    _ columns: [Table.Column], total: Table.Column
  ) throws(RunError) -> Bool {
    for row in table.rows {
      var sum = 0
      for column in columns { sum += try cells.cell(table, row: row, column: column).count }
      if sum != (try cells.cell(table, row: row, column: total).count) { return true }
    }
    return false
  }

  /// Whether a base that is a condition, what stands outside it and the answer states do not come to all
  /// units in some column: it may hold units that did not answer, and leave out others that did. Where
  /// replies were given in confidence, whether they need not, whatever was counted.
  package func statesLeaveOut() throws(RunError) -> Bool {
    guard case .condition? = table.base else { return false }
    for block in table.blocks.indices {
      let rows = table.rows.filter { $0.block == block }
      let parts = rows.filter { row in
        switch row.kind {
        case .base, .outside, .state: true
        case .code, .net, .value, .offered, .responses, .population: false
        }
      }
      guard let all = rows.first(where: { $0.kind == .population }), parts.count > 1 else {
        continue
      }
      if disclosure.isConfidential { return true }
      if try !addUp(parts, to: all) { return true }
    }
    return false
  }

  /// The variables made of attributes, in no row of which some units of the base are.
  package func variablesThatLeaveOut() throws(RunError) -> [String] {
    var labels: [String] = []
    for (index, block) in table.blocks.enumerated() {
      guard case .derived(_, fromAnswers: false) = block.variable.origin,
        !block.variable.isMultiple
      else { continue }
      let rows = table.rows.filter { row in
        if case .code = row.kind { row.block == index } else { false }
      }
      guard let base = table.rows.first(where: { $0.block == index && $0.kind == .base }) else {
        continue
      }
      var leavesOut = disclosure.isConfidential
      if !leavesOut { leavesOut = try !addUp(rows, to: base) }
      if leavesOut, !labels.contains(block.variable.label) { labels.append(block.variable.label) }
    }
    return labels
  }

  private func addUp(_ parts: [Table.Row], to whole: Table.Row) throws(RunError) -> Bool {
    for column in table.columns {
      var sum = 0
      for row in parts { sum += try cells.cell(table, row: row, column: column).count }
      if sum != (try cells.cell(table, row: whole, column: column).count) { return false }
    }
    return true
  }

  /// The units in a cell.
  package func count(_ row: Table.Row, _ column: Table.Column) throws(RunError) -> Released<Int> {
    let cell = try cells.cell(table, row: row, column: column)
    let withholding = disclosure.withholding(.count, of: cell, in: table, row: row, column: column)
    return withholding.map { .withheld($0) } ?? .value(cell.count)
  }

  /// The units that percentages in the cell's column are of.
  package func base(_ row: Table.Row, _ column: Table.Column) throws(RunError) -> Released<Int> {
    let cell = try cells.cell(table, row: row, column: column)
    return disclosure.releasesBase(of: table, row, column)
      ? .value(cell.base) : .withheld(.suppressed)
  }

  /// What part of its base a cell is.
  package func share(
    _ row: Table.Row, _ column: Table.Column
  ) throws(RunError) -> Released<ReleasedShare> {
    let cell = try cells.cell(table, row: row, column: column)
    if let reason = disclosure.withholding(.percent, of: cell, in: table, row: row, column: column)
    {
      return .withheld(reason)
    }
    if try hasSmallBase(.percent, row: row, column: column) { return .withheld(.smallBase) }
    let percent = try figure(.percent, row: row, column: column)?.quantity
    return .value(
      ReleasedShare(
        count: cell.count, base: cell.base, percent: percent,
        isRounded: disclosure.roundingBase != nil))
  }

  /// The units behind a listed cell, in the order of print.
  ///
  /// - Throws: `internalFault` where they are not as many as were counted.
  package func units(
    _ row: Table.Row, _ column: Table.Column
  ) throws(RunError) -> Released<[NamedUnit]> {
    guard disclosure.releasesNames(table, row: row, column: column) else {
      return .withheld(.suppressed)
    }
    let cell = try cells.cell(table, row: row, column: column)
    let units = cells.units(behind: cell, of: table)
    guard !row.isListed || units.count == cell.count || disclosure.roundingBase != nil else {
      throw RunError(
        path: table.id, id: .fault(.listLength),
        "the list of \(table.id)/\(row.id)/\(column.id) has \(units.count) names, but the cell "
          + "another count. This is a fault of the program; please report it")
    }
    return .value(units)
  }

  /// Whether counts are told as multiples of a number.
  package var isRounded: Bool { disclosure.roundingBase != nil }

  /// Whether its codes may be taken for parts that come to their base.
  package var hasWholes: Bool { disclosure.addsUp(table) != false }

  /// How its counts are rounded, and what the shorthand in it means, for each that stands there.
  package func explanations(of withheld: Set<Withholding>) -> [String] {
    let rounding = roundingNote(addsUp: disclosure.addsUp(table))
    return [rounding].compactMap(\.self)
      + [
        (Withholding.suppressed, Phrase.suppressed),
        (Withholding.smallBase, .smallBase(cells.percentBase ?? 1)),
      ].filter { withheld.contains($0.0) }.map { "\($0.0.shorthand): \(spoken.text($0.1))" }
  }

  /// Nil where counts are told as they are.
  func roundingNote(addsUp: Bool?) -> String? {
    disclosure.roundingBase.map { spoken.text(.rounded($0, addsUp: addsUp)) }
  }
}
