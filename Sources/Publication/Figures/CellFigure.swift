import Basics
import Definition
import Interchange
import Questionnaire

/// One published figure: a statistic of a cell.
struct CellFigure {
  /// Nil where there is none.
  let quantity: Quantity?
  /// Why there is no value, as `CellsFile` has it; empty where there is one.
  let status: String
  /// Of how many; nil for figures that are no share.
  var numerator: Quantity?
  var base: Quantity?
  /// What the base is, where it is not that of the table.
  var baseLabel: String?

  /// - Parameter isWeightless: Whether there are units in the base, but weigh nothing.
  init(
    _ quantity: Quantity?, of numerator: Quantity? = nil, base: Quantity? = nil,
    isWeightless: Bool = false
  ) {
    self.quantity = quantity
    let isNobody = base.map { $0.text == "0" } ?? true
    status =
      quantity != nil ? "" : isWeightless ? "no-weight" : isNobody ? "no-base" : "too-few"
    self.numerator = numerator
    self.base = base
  }

  /// The figure as it may be told where it must be hidden.
  init(hidden hiding: Disclosure.Hiding, of numerator: Quantity?, base: Quantity?) {
    quantity = nil
    status = hiding.rawValue
    self.numerator = numerator
    self.base = base
  }

  /// The value in full precision; empty where there is none.
  var value: String { quantity?.text ?? "" }
}

/// The figures of one table.
struct TableFigures {
  let table: Table
  let cells: PublishedCells
  let inference: Inference?
  let disclosure: Disclosure

  init(_ table: Table, _ cells: PublishedCells, _ disclosure: Disclosure) {
    self.table = table
    self.disclosure = disclosure
    self.cells = cells
    inference = cells.sample.map {
      Inference(
        sample: $0, weighting: table.isWeighted ? cells.weighting : nil, units: cells.repliedUnits,
        population: cells.units)
    }
  }

  /// A figure as it may be told.
  ///
  /// - Returns: Nil where the statistic has no meaning for the row.
  /// - Throws: `internalFault` where a cell was not counted or a sum is too large.
  func figure(
    _ statistic: Table.Statistic, row: Table.Row, column: Table.Column
  ) throws(RunError) -> CellFigure? {
    let cell = try cell(row, column)
    guard let figure = try counted(statistic, cell, row, column) else { return nil }
    return disclosure.told(figure, statistic, of: cell, in: table, row, column)
  }

  private func counted(
    _ statistic: Table.Statistic, _ cell: AggregatedCell, _ row: Table.Row, _ column: Table.Column
  ) throws(RunError) -> CellFigure? {
    switch statistic.kind {
    case .count: return statistic == .count ? count(cell, row) : weightedCount(cell, row)
    case .share: return try share(statistic, cell, row, column)
    case .number: return number(statistic, cell, row)
    case .rank: return rank(statistic, cell, row)
    case .inference: return try inferred(statistic, cell, row, column)
    }
  }

  func cell(_ row: Table.Row, _ column: Table.Column) throws(RunError) -> AggregatedCell {
    guard let cell = cells[table.id, row.id, column.id] else {
      throw RunError(
        .internalFault, path: table.id, rule: "missing-cell",
        "the planned cell \(table.id)/\(row.id)/\(column.id) was not counted. "
          + "This is a fault of the program; please report it")
    }
    return cell
  }

  private func count(_ cell: AggregatedCell, _ row: Table.Row) -> CellFigure {
    // Only answers are a share of the base; other rows are counts of their own.
    let isShare = row.isShare || row.kind == .value
    return CellFigure(
      .count(cell.count), of: .count(cell.count), base: isShare ? .count(cell.base) : nil)
  }

  /// None where there are units that did not reply, since these weigh nothing.
  private func weightedCount(_ cell: AggregatedCell, _ row: Table.Row) -> CellFigure? {
    let hasSilentUnits = row.kind == .population || row.kind == .state(.didNotReply)
    return table.isWeighted && !hasSilentUnits ? CellFigure(quantity(parts(cell))) : nil
  }

  /// What the units of a cell count for: weights where the table has them, in parts of a unit.
  private func parts(_ cell: AggregatedCell) -> Natural {
    table.isWeighted ? cells.weighting.weight(cell.masses) : Natural(UInt128(cell.count))
  }

  private func quantity(_ parts: Natural) -> Quantity {
    table.isWeighted
      ? Quantity(parts, over: cells.weighting.unit) : .count(Int(parts.small ?? 0))
  }

  /// Whether there are units in a cell, but weigh nothing.
  private func isWeightless(_ cell: AggregatedCell) -> Bool {
    table.isWeighted && cell.count > 0 && parts(cell).isZero
  }

  private func share(
    _ statistic: Table.Statistic, _ cell: AggregatedCell, _ row: Table.Row, _ column: Table.Column
  ) throws(RunError) -> CellFigure? {
    guard let whole = table.whole(of: statistic, row, column) else { return nil }
    let label: String? =
      switch statistic {
      case .rowPercent: "units in this row"
      case .tablePercent: "\(table.baseLabel(of: row)), in all columns"
      case .responsePercent:
        table.variable(of: row).isRanking ? "choices ranked first" : "choices made"
      default: nil
      }
    return quotient(parts(cell), of: try self.cell(whole.row, whole.column), label: label)
  }

  private func quotient(_ part: Natural, of cell: AggregatedCell, label: String?) -> CellFigure {
    let whole = parts(cell)
    var figure = CellFigure(
      whole.isZero ? nil : Quantity(part * 100, over: whole), of: quantity(part),
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

  private func summary(_ cell: AggregatedCell) -> NumberSummary {
    NumberSummary(cell.values, table.isWeighted ? cells.weighting : nil)
  }

  private func number(
    _ statistic: Table.Statistic, _ cell: AggregatedCell, _ row: Table.Row
  ) -> CellFigure? {
    guard hasNumbers(row) else { return nil }
    let isDate = table.variable(of: row).variable.kind == .date
    if isDate && !(statistic == .minimum || statistic == .maximum) { return nil }
    let summary = summary(cell)
    let base = Quantity.count(summary.units)
    guard !summary.isEmpty else {
      return CellFigure(nil, base: base, isWeightless: isWeightless(cell))
    }
    let extreme = { (value: Int128?) -> Quantity? in
      value.map { isDate ? .date($0) : .ratio($0, over: FixedDecimal.one) }
    }
    let quantity: Quantity? =
      switch statistic {
      case .mean: summary.mean
      case .sum: summary.sum
      case .median: summary.quantile(1, of: 2)
      case .lowerQuartile: summary.quantile(1, of: 4)
      case .upperQuartile: summary.quantile(3, of: 4)
      case .standardDeviation: summary.standardDeviation.map { .real($0) }
      case .minimum: extreme(summary.minimum)
      default: extreme(summary.maximum)
      }
    return CellFigure(quantity, base: base)
  }

  private func rank(
    _ statistic: Table.Statistic, _ cell: AggregatedCell, _ row: Table.Row
  ) -> CellFigure? {
    guard case .code = row.kind, table.variable(of: row).isRanking else { return nil }
    let summary = summary(cell)
    switch statistic {
    case .ranked:
      return CellFigure(
        .count(summary.units), of: .count(summary.units), base: .count(cell.base))
    case .rankedPercent:
      guard let baseRow = table.baseRow(of: row.block),
        let base = cells[table.id, baseRow.id, cell.column]
      else { return nil }
      return quotient(summary.weight, of: base, label: nil)
    default:
      var figure = CellFigure(
        summary.isEmpty ? nil : summary.mean, base: .count(summary.units),
        isWeightless: summary.isEmpty && summary.units > 0)
      figure.baseLabel = "units that ranked it"
      return figure
    }
  }

  private func inferred(
    _ statistic: Table.Statistic, _ cell: AggregatedCell, _ row: Table.Row, _ column: Table.Column
  ) throws(RunError) -> CellFigure? {
    guard let inference else { return nil }
    let isMean = hasMean(row)
    // What is known of every unit is no estimate.
    guard table.variable(of: row).isAboutAnswers, row.isShare || isMean,
      let baseRow = table.baseRow(of: row.block)
    else { return nil }
    let estimates = try table.columns.map { column throws(RunError) in
      let cell = try self.cell(row, column)
      return isMean
        ? inference.estimator.mean(cell.values)
        : inference.estimator.share(cell, of: try self.cell(baseRow, column))
    }
    let base = Quantity.count(isMean ? cell.values.count : cell.base)
    if statistic == .higherThan {
      guard column.part != nil else { return nil }
      let letters = inference.letters(estimates, table.columns, column, isMean: isMean)
      return CellFigure(letters.map { .text($0) }, base: base)
    }
    let position = table.columns.firstIndex { $0.id == column.id } ?? 0
    let interval = estimates[position].map { inference.interval($0, isMean: isMean) }
    let limit = statistic == .lowerLimit ? interval?.lower : interval?.upper
    return CellFigure(limit.map { .real(isMean ? $0 : $0 * 100) }, base: base)
  }
}
