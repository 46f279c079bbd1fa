import Interchange
import Questionnaire

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
      (numerator, base) = (cell.count, cell.base)
    case .percent:
      guard case .code = row.kind else { return nil }
      (numerator, base) = (cell.count, cell.base)
      (value, status) =
        cell.base == 0
        ? ("", "no-base") : (Ratio.exact(cell.count * 100, over: cell.base), "")
    case .mean:
      guard hasValues else { return nil }
      (numerator, base) = (nil, cell.base)
      guard let sum = cell.sum, cell.base > 0 else {
        (value, status) = ("", "no-base")
        return
      }
      // The sum is in millionths: moving the point keeps the division exact.
      (value, status) = (Self.shifted(sum, over: cell.base), "")
    case .minimum, .maximum:
      guard hasValues else { return nil }
      (numerator, base) = (nil, cell.base)
      guard let extreme = statistic == .minimum ? cell.minimum : cell.maximum else {
        (value, status) = ("", "no-base")
        return
      }
      (value, status) = (isDate ? Self.date(extreme) : Ratio.exact(extreme, over: 1_000_000), "")
    }
  }

  private static func shifted(_ millionths: Int, over base: Int) -> String {
    Ratio.exact(millionths, over: base * 1_000_000)
  }

  private static func date(_ digits: Int) -> String {
    let text = String(String(100_000_000 + digits).dropFirst())
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6))"
  }
}
