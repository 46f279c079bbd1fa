import Interchange
import Tabular

/// `tables/<id>.csv`: one table as a reader wants it, rounded and labelled.
///
/// Safe to double-click: UTF-8 with byte order mark, CRLF, and no text that a spreadsheet takes
/// for a formula. Title, note and base stand above the table, so that it can stand alone.
struct ReaderTable {
  let table: Table
  let cells: PublishedCells
  let percentDecimals: Int

  func write(to folder: String) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/\(table.id).csv", prefix: [0xEF, 0xBB, 0xBF], lineEnd: "\r\n")
    try write([table.title], writer)
    if !table.note.isEmpty { try write([table.note], writer) }
    if table.statistics.contains(.percent) {
      try write(["Percentages are of the base: \(table.baseLabel)."], writer)
    }
    try write([""], writer)
    try write(heading, writer)
    for row in table.rows {
      try write([label(of: row)] + figures(of: row), writer)
    }
    try writer.commit()
  }

  /// A column a statistic: the count stands under the bare label.
  private var heading: [String] {
    [table.rowVariable.label]
      + table.columns.flatMap { column in
        table.statistics.map { statistic in
          statistic == .count ? column.label : "\(column.label), \(Self.name(statistic))"
        }
      }
  }

  private func label(of row: Table.Row) -> String {
    switch row.kind {
    case .base: "Base: \(table.baseLabel)"
    default: row.label
    }
  }

  private func figures(of row: Table.Row) -> [String] {
    table.columns.flatMap { column in
      table.statistics.map { statistic in
        guard let cell = cells[table.id, row.id, column.id],
          let figure = CellFigure(statistic, of: cell, row: row, in: table), figure.status.isEmpty
        else { return "" }
        switch statistic {
        case .count, .minimum, .maximum: return figure.value
        case .percent:
          return Ratio.percent(cell.count, of: cell.base, places: percentDecimals)
        case .mean:
          return Ratio.fixed(
            cell.sum ?? 0, over: Int128(cell.values) * FixedDecimal.one, places: 2)
        }
      }
    }
  }

  private static func name(_ statistic: Table.Statistic) -> String {
    switch statistic {
    case .count: "number"
    case .percent: "per cent"
    case .mean: "mean"
    case .minimum: "smallest"
    case .maximum: "largest"
    }
  }

  private func write(_ cells: [String], _ writer: CSVWriter) throws(RunError) {
    try writer.write(cells.map(Self.harmless))
  }

  /// The signs that begin a formula, also in their full-width forms.
  private static let formulaStarts = Set("=+-@＝＋－＠".unicodeScalars)

  /// A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV
  /// Injection"); negative numbers are left alone.
  private static func harmless(_ text: String) -> String {
    let start = text.unicodeScalars.first { !$0.properties.isWhitespace }
    guard let start, Self.formulaStarts.contains(start), FixedDecimal(text) == nil else {
      return text
    }
    return "'\(text)"
  }
}
