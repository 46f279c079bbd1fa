import Tabular

/// The tally of one State or block of respondents: `partials/<partition>.csv`.
///
/// `cell,count,values,sum,minimum,maximum,units`, one row a cell that is not empty; `cell` numbers the
/// cells of all tables of the plan from 0; `values` (how many numbers), `sum`, `minimum` and `maximum` are there for cells
/// with values, and `units` for listed cells, as numbers joined by blanks.
enum PartialFile {
  private static let header = ["cell", "count", "values", "sum", "minimum", "maximum", "units"]

  static func write(_ tally: Tally, to path: String) throws(RunError) {
    let writer = try CSVWriter(path: path, header: header)
    for (cell, count) in tally.counts.enumerated() where count > 0 {
      let summary = tally.values[cell]
      try writer.write([
        String(cell), String(count), summary.map { String($0.count) } ?? "",
        summary.map { String($0.sum) } ?? "",
        summary.map { String($0.minimum) } ?? "", summary.map { String($0.maximum) } ?? "",
        (tally.units[cell] ?? []).map(String.init).joined(separator: " "),
      ])
    }
    try writer.commit()
  }
}
