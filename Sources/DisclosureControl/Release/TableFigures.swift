import Basics
import Definition
import Interchange
import Phrases
import Questionnaire
import Statistics
import Tabulation

/// A statistic of a cell as it was counted, before anybody asks whether it is released.
struct CountedFigure {
  /// Nil where there is none.
  let quantity: Quantity?
  /// Why there is none; nil where there is one.
  let missing: MissingFigure?
  /// Of how many; nil for figures that are no share.
  let numerator: Quantity?
  let base: Quantity?
  /// What the base is, where it is not that of the table.
  var baseLabel: String?

  /// - Parameter isWeightless: Whether there are units in the base, but weigh nothing.
  init(
    _ quantity: Quantity?, of numerator: Quantity? = nil, base: Quantity? = nil,
    isWeightless: Bool = false
  ) {
    self.quantity = quantity
    let isNobody = base?.isZero ?? true
    missing = quantity != nil ? nil : isWeightless ? .noWeight : isNobody ? .noBase : .tooFew
    self.numerator = numerator
    self.base = base
  }
}

/// Works out the figures of one table from what was counted.
struct TableFigures: Sendable {
  var table: Table
  let cells: CountedCells
  let inference: Inference?
  private var language: Language { cells.spoken }

  init(_ table: Table, cells: CountedCells, sample: Sample?) {
    self.table = table
    self.cells = cells
    inference = sample.map {
      Inference(
        sample: $0, weighting: table.isWeighted ? cells.weighting : nil, drawn: cells.drawn,
        units: cells.repliedUnits, population: cells.units)
    }
  }

  /// - Returns: Nil where the statistic has no meaning for the row.
  /// - Throws: `internalFault` where a cell was not counted.
  func figure(
    _ statistic: Statistic, row: Table.Row, column: Table.Column
  ) throws(RunError) -> CountedFigure? {
    let cell = try cells.cell(table, row: row, column: column)
    switch statistic.formula {
    case .units: return count(cell, row)
    case .weight: return weightedCount(cell, row)
    case .share(let whole):
      return try share(statistic, of: whole, in: cell, row: row, column: column)
    case .cumulatedShare: return try cumulatedShare(statistic, row: row, column: column)
    case .number(let formula): return number(statistic, by: formula, in: cell, row)
    case .unitsThatRanked: return ranks(of: cell, row).map(ranked)
    case .shareThatRanked: return try rankedShare(cell, row: row, column: column)
    case .rank(let formula): return ranks(of: cell, row).map { rank(formula, $0) }
    case .limit(let limit): return try self.limit(limit, in: cell, row: row, column: column)
    case .comparison: return try comparison(cell, row: row, column: column)
    }
  }

  private func count(_ cell: AggregatedCell, _ row: Table.Row) -> CountedFigure {
    // Only answers are a share of the base; other rows are counts of their own.
    let isShare = row.isShare || row.kind == .value
    return CountedFigure(
      .count(cell.count), of: .count(cell.count), base: isShare ? .count(cell.base) : nil)
  }

  /// None where there are units that did not reply, since these weigh nothing.
  private func weightedCount(_ cell: AggregatedCell, _ row: Table.Row) -> CountedFigure? {
    let hasSilentUnits = row.kind == .population || row.kind == .state(.didNotReply)
    return table.isWeighted && !hasSilentUnits ? CountedFigure(.exact(size(cell))) : nil
  }

  /// What the units of a cell count for: their weight where the table has weights, else their number.
  private func size(_ cell: AggregatedCell) -> Rational {
    table.isWeighted ? cells.weighting.weight(cell.masses) : Rational(cell.count)
  }

  private func quantity(_ size: Rational) -> Quantity {
    guard !table.isWeighted, let count = size.small?.numerator else { return .exact(size) }
    return .count(Int(count))
  }

  /// Whether there are units in a cell, but weigh nothing.
  private func isWeightless(_ cell: AggregatedCell) -> Bool {
    table.isWeighted && cell.count > 0 && size(cell).sign == 0
  }

  private func share(
    _ statistic: Statistic, of whole: StatisticEntry.Whole, in cell: AggregatedCell,
    row: Table.Row, column: Table.Column
  ) throws(RunError) -> CountedFigure? {
    guard let address = table.whole(of: statistic, row, column) else { return nil }
    let label: String? =
      switch whole {
      case .base: nil
      case .rowTotal: language.text(.unitsInRow)
      case .tableBase: language.text(.baseInAllColumns(table.baseLabel(of: row)))
      case .choicesMade:
        language.text(table.variable(of: row).isRanking ? .choicesRankedFirst : .choicesMade)
      }
    return quotient(
      size(cell), of: try cells.cell(table, row: address.row, column: address.column), label: label)
  }

  private func cumulatedShare(
    _ statistic: Statistic, row: Table.Row, column: Table.Column
  ) throws(RunError) -> CountedFigure? {
    guard let base = table.whole(of: statistic, row, column) else { return nil }
    var part = Rational.zero
    for row in table.cumulated(to: row) {
      part = part + size(try cells.cell(table, row: row, column: column))
    }
    return quotient(part, of: try cells.cell(table, row: base.row, column: base.column), label: nil)
  }

  private func quotient(
    _ part: Rational, of cell: AggregatedCell, label: String?
  ) -> CountedFigure {
    let whole = size(cell)
    var figure = CountedFigure(
      whole.sign == 0 ? nil : .exact(part / whole * 100), of: quantity(part),
      base: quantity(whole), isWeightless: isWeightless(cell))
    figure.baseLabel = label
    return figure
  }
}

extension TableFigures {
  /// Whether the row is the one that the numbers of its block stand in.
  private func hasNumbers(_ row: Table.Row) -> Bool {
    let variable = table.variable(of: row)
    if variable.codes.isEmpty { return row.kind == .value }
    return row.kind == .base && variable.scale != nil && !variable.isMultiple
  }

  /// Whether the row has a mean that can be estimated: a scale, where the table is about its numbers.
  private func hasMean(_ row: Table.Row) -> Bool {
    let variable = table.variable(of: row)
    guard hasNumbers(row), variable.variable.kind != .date else { return false }
    return variable.codes.isEmpty || table.statistics.contains { $0.kind == .number }
  }

  private func summary(_ cell: AggregatedCell, areDates: Bool = false) -> NumberSummary {
    NumberSummary(
      cell.values, table.isWeighted ? cells.weighting : nil, areDates: areDates)
  }

  private func number(
    _ statistic: Statistic, by formula: (NumberSummary) -> Quantity?, in cell: AggregatedCell,
    _ row: Table.Row
  ) -> CountedFigure? {
    guard hasNumbers(row) else { return nil }
    let areDates = table.variable(of: row).variable.kind == .date
    if areDates && !statistic.entry.isOfDates { return nil }
    let summary = summary(cell, areDates: areDates)
    let base = Quantity.count(summary.units)
    guard !summary.isEmpty else {
      return CountedFigure(nil, base: base, isWeightless: isWeightless(cell))
    }
    return CountedFigure(formula(summary), base: base)
  }

  /// The ranks that a choice was given; nil where the row is none of a ranking.
  private func ranks(of cell: AggregatedCell, _ row: Table.Row) -> Ranks? {
    guard case .code = row.kind, table.variable(of: row).isRanking else { return nil }
    return Ranks(summary: summary(cell), base: cell.base)
  }

  private struct Ranks {
    let summary: NumberSummary
    /// The units in the base of the column.
    let base: Int
  }

  private func ranked(_ ranks: Ranks) -> CountedFigure {
    let units = Quantity.count(ranks.summary.units)
    return CountedFigure(units, of: units, base: .count(ranks.base))
  }

  private func rankedShare(
    _ cell: AggregatedCell, row: Table.Row, column: Table.Column
  ) throws(RunError) -> CountedFigure? {
    guard let ranks = ranks(of: cell, row), let base = table.baseRow(of: row) else {
      return nil
    }
    return quotient(
      ranks.summary.size, of: try cells.cell(table, row: base, column: column), label: nil)
  }

  private func rank(_ formula: (NumberSummary) -> Quantity?, _ ranks: Ranks) -> CountedFigure {
    let summary = ranks.summary
    var figure = CountedFigure(
      summary.isEmpty ? nil : formula(summary), base: .count(summary.units),
      isWeightless: summary.isEmpty && summary.units > 0)
    figure.baseLabel = language.text(.unitsThatRanked)
    return figure
  }
}

// MARK: - Of samples

extension TableFigures {
  private func limit(
    _ limit: (ConfidenceInterval) -> Double, in cell: AggregatedCell, row: Table.Row,
    column: Table.Column
  ) throws(RunError) -> CountedFigure? {
    guard let estimated = try estimates(row) else { return nil }
    let index = table.columns.firstIndex { $0.id == column.id }
    let interval = index.flatMap { estimated.of[$0] }.map {
      estimated.by.interval($0, isMean: estimated.areMeans)
    }
    return CountedFigure(
      interval.map { .real(estimated.areMeans ? limit($0) : limit($0) * 100) },
      base: base(of: cell, estimated))
  }

  private func comparison(
    _ cell: AggregatedCell, row: Table.Row, column: Table.Column
  ) throws(RunError) -> CountedFigure? {
    guard let estimated = try estimates(row), column.part != nil else { return nil }
    let letters = estimated.by.letters(
      estimated.of, columns: table.columns, column: column, isMean: estimated.areMeans)
    return CountedFigure(letters.map { .text($0) }, base: base(of: cell, estimated))
  }

  private typealias Estimated = (by: Inference, of: [Estimate?], areMeans: Bool)

  private func base(of cell: AggregatedCell, _ estimated: Estimated) -> Quantity {
    .count(estimated.areMeans ? cell.values.count : cell.base)
  }

  /// What is estimated in a row, by column; nil where nothing is: what is known of every unit is no
  /// estimate.
  private func estimates(_ row: Table.Row) throws(RunError) -> Estimated? {
    guard let inference else { return nil }
    let areMeans = hasMean(row)
    guard table.variable(of: row).isAboutAnswers, row.isShare || areMeans,
      let base = table.baseRow(of: row)
    else { return nil }
    let estimates = try table.columns.map { column throws(RunError) in
      let cell = try cells.cell(table, row: row, column: column)
      return areMeans
        ? inference.estimator.mean(cell.values)
        : inference.estimator.share(
          cell.part, of: try cells.cell(table, row: base, column: column).part)
    }
    return (inference, estimates, areMeans)
  }

  /// Whether the codes of a block and some columns hang together; nil where there is too little to tell.
  func independence(of block: Int, _ columns: [Table.Column]) throws(RunError) -> Independence? {
    let rows = table.rows.filter { row in
      if case .code = row.kind { row.block == block } else { false }
    }
    let counted = try rows.map { row throws(RunError) in
      try columns.map { column throws(RunError) in
        try cells.cell(table, row: row, column: column).part
      }
    }
    return inference?.estimator.independence(counted, sampled: cells.repliedUnits)
  }
}
