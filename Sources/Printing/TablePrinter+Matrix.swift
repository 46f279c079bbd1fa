import Basics
import Definition
import Statistics
import Tabulation

/// A line a question: with the choices that all have across, or with what their numbers come to.
extension TablePrinter {
  /// The rows of the first question: those of all are the same.
  private var matrixRows: [Table.Row] {
    table.rows.filter { $0.block == 0 && $0.isInMatrix }
  }

  var matrixMeasures: [PrintedTable.Measure] {
    matrixRows.flatMap { row in
      statistics(of: row).map { .init(statistic: $0, isOfAll: true) }
    }
  }

  var matrixGroups: [PrintedTable.Group] {
    matrixRows.map { row in
      PrintedTable.Group(
        label: label(of: row), width: statistics(of: row).count, path: [], row: row)
    }
  }

  var matrixLines: [PrintedTable.Line] {
    get throws(RunError) {
      guard let total = table.columns.first else { return [] }
      var lines: [PrintedTable.Line] = []
      for (index, block) in table.blocks.enumerated() {
        var cells: [PrintedTable.Cell] = []
        for row in table.rows where row.block == index && row.isInMatrix {
          for statistic in statistics(of: row) {
            cells.append(try cell(statistic, row: row, column: total))
          }
        }
        lines.append(
          PrintedTable.Line(block.heading.isEmpty ? block.variable.label : block.heading, cells))
      }
      return lines
    }
  }

  /// Answers have shares, the base has means, and always the number that these are of.
  private func statistics(of row: Table.Row) -> [Statistic] {
    let hasMeans = table.statistics.contains { $0.kind == .number }
    let own = table.statistics.filter { statistic in
      switch statistic.kind {
      case .count: true
      case .share, .rank: row.isShare
      case .number: row.kind == .base
      case .inference: row.isShare || (hasMeans && row.kind == .base)
      }
    }
    return row.isShare || own.contains(.count) ? own : [.count] + own
  }
}

// MARK: - Numbers

extension TablePrinter {
  /// The number of units, and what is worked out of theirs.
  var means: [Statistic] { [.count] + table.statistics.filter { $0 != .count } }

  var meanLines: [PrintedTable.Line] {
    get throws(RunError) {
      var lines: [PrintedTable.Line] = []
      for (index, block) in table.blocks.enumerated() {
        let rows = table.rows.filter { $0.block == index }
        guard let base = rows.first(where: { $0.kind == .base }),
          let value = rows.first(where: { $0.kind == .value })
        else { continue }
        var cells: [PrintedTable.Cell] = []
        for column in table.columns {
          for statistic in means {
            let row = statistic == .count ? base : value
            cells.append(try cell(statistic, row: row, column: column))
          }
        }
        lines.append(
          PrintedTable.Line(
            block.heading.isEmpty ? block.variable.label : block.heading, cells, row: value))
      }
      return lines
    }
  }
}
