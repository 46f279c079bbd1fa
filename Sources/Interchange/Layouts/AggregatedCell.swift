package import Tabular

/// One cell of a table, counted but not formatted.
///
/// `aggregated/cells.csv`: `table,row,column,count,base,values,sum,minimum,maximum`. `count` is the number
/// of units in the cell, `base` that of the set which percentages in its column are of; `values` the number of numbers
/// behind it, which a mean is of. `sum`,
/// `minimum` and `maximum` are in millionths, dates as eight digits; empty without values.
///
/// `aggregated/behind.csv`: `table,row,column,unit`, one row a unit behind a listed cell.
package struct AggregatedCell: Sendable {
  package let table: String
  package let row: String
  package let column: String
  package let count: Int
  package let base: Int
  package let values: Int
  package let sum: Int128?
  package let minimum: Int128?
  package let maximum: Int128?

  package static let fileName = "cells.csv"
  package static let header = [
    "table", "row", "column", "count", "base", "values", "sum", "minimum", "maximum",
  ]
  package static let behindFileName = "behind.csv"
  package static let behindHeader = ["table", "row", "column", "unit"]

  /// Reads all cells, in the order of the plan.
  package static func read(from folder: String) throws(RunError) -> [AggregatedCell] {
    let file = try CSVFile(
      path: "\(folder)/\(fileName)", requiring: header, kind: .dataRejected)
    return file.rows.map { row in
      AggregatedCell(
        table: row["table"], row: row["row"], column: row["column"], count: Int(row["count"]) ?? 0,
        base: Int(row["base"]) ?? 0, values: Int(row["values"]) ?? 0, sum: Int128(row["sum"]),
        minimum: Int128(row["minimum"]), maximum: Int128(row["maximum"]))
    }
  }
}
