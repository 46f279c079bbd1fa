import Basics
import Statistics

extension TableReader {
  /// More bars than this are no picture, even where somebody asks for one.
  static let mostBars = 40

  /// Whether the plan has a chart drawn; nil where it leaves that to each form.
  ///
  /// - Throws: `badDefinition` where one is asked for that a workbook cannot draw.
  func hasChart(
    _ blocks: [Table.Block], rows: [Table.Row], statistics: [Statistic], _ layout: Table.Layout
  ) throws(RunError) -> Bool? {
    guard let node = node[TableKey.chart] else { return nil }
    guard try node.flag() else { return false }
    let bars = rows.count(where: \.isShare)
    let reason: String? =
      switch layout {
      case .matrix:
        "the table is a matrix, which has a bar for each of its questions in the page alone"
      case .list where blocks.count > 1:
        "the table has several groups of rows, which have a chart each in the page alone"
      case .list where bars == 0:
        "'\(blocks[0].variable.name)' has no choices, and bars are shares"
      case .list where !statistics.contains(.count) && !statistics.contains(.percent):
        "the table has neither 'count' nor 'percent', which bars are as long as"
      case .list where !(2...Self.mostBars).contains(bars):
        "the table has \(bars) rows of answers, and a chart from 2 to \(Self.mostBars)"
      case .list: nil
      }
    if let reason {
      throw node.error(
        id: .table(.chart), "\(reason); expected no key, or 'no'. Make a table of its own for it")
    }
    return true
  }
}
