import Interchange
import Questionnaire
import Tabular

/// One published figure: a statistic of a cell.
struct CellFigure {
  /// The value in full precision; empty where there is none.
  let value: String
  /// Why there is no value: empty, or `no-base` where the base is empty.
  let status: String
  /// Of how many; nil for figures that are no share.
  let numerator: Int?
  let base: Int?

  /// - Returns: nil where the statistic has no meaning for the row.
  init?(_ statistic: Table.Statistic, of cell: AggregatedCell, row: Table.Row, in table: Table) {
    let isNumeric = table.rowVariable.codes.isEmpty
    let hasValues = isNumeric ? row.kind == .value : row.kind == .base
    let isDate = table.rowVariable.variable.kind == .date
    switch statistic {
    case .count:
      (value, status) = (String(cell.count), "")
      // Only answers are a share of the base; other rows are counts of their own.
      let isShare = if case .code = row.kind { true } else { row.kind == .value }
      (numerator, base) = (cell.count, isShare ? cell.base : nil)
    case .percent:
      guard case .code = row.kind else { return nil }
      (numerator, base) = (cell.count, cell.base)
      (value, status) =
        cell.base == 0
        ? ("", "no-base") : (Ratio.exact(Int128(cell.count) * 100, over: Int128(cell.base)), "")
    case .mean:
      guard hasValues else { return nil }
      (numerator, base) = (nil, cell.values)
      guard let sum = cell.sum, cell.values > 0 else {
        (value, status) = ("", "no-base")
        return
      }
      // The sum is in millionths: moving the point keeps the division exact.
      (value, status) = (Ratio.exact(sum, over: Int128(cell.values) * FixedDecimal.one), "")
    case .minimum, .maximum:
      guard hasValues else { return nil }
      (numerator, base) = (nil, cell.values)
      guard let extreme = statistic == .minimum ? cell.minimum : cell.maximum else {
        (value, status) = ("", "no-base")
        return
      }
      (value, status) = (
        isDate ? Self.date(extreme) : FixedDecimal(millionths: extreme).description, ""
      )
    }
  }

  private static func date(_ digits: Int128) -> String {
    let text = String(String(100_000_000 + digits).dropFirst())
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6))"
  }
}
