import Basics
import Statistics

extension TableReader {
  /// Whether rows and columns are tested for independence.
  ///
  /// - Throws: `badDefinition` where there is nothing that could be tested.
  func isTested(
    _ blocks: [Table.Block], rows: [Table.Row], columns: [Table.Column], _ layout: Table.Layout
  ) throws(RunError) -> Bool {
    guard try node.value(TableKey.independence).flag() else { return false }
    let key = node[TableKey.independence] ?? node
    func refusal(_ id: ErrorID, _ problem: String) -> RunError {
      key.error(id: id, "\(problem). Take 'independence' out")
    }
    guard let sampled else {
      throw refusal(
        .statistic(.noSample),
        "the replies are no sample, so that there is no chance in them; expected a key 'sample' at "
          + "the top if these are a random sample")
    }
    if let unit, sampled == .units {
      throw refusal(
        .statistic(.independence),
        "the instances of '\(unit.name)' came with their submissions and were not drawn one by "
          + "one: the test would be too sure. Say under 'sample' which 'clusters' were drawn first, if any "
          + "were")
    }
    guard layout == .list, columns.contains(where: { $0.part != nil }) else {
      throw refusal(
        .statistic(.independence),
        "rows are held against columns; expected 'columns' with a variable")
    }
    for variable in blocks.map(\.variable) + columns.flatMap({ $0.path.map(\.variable) }) {
      guard !variable.codes.isEmpty, !variable.isMultiple, !variable.isRanking else {
        throw refusal(
          .statistic(.independence),
          "a unit has not one code of '\(variable.name)'; expected variables of which it has")
      }
      guard variable.offers.allSatisfy({ $0 == nil }) else {
        throw refusal(
          .statistic(.independence),
          "some were not offered all choices of '\(variable.name)', so that what they chose "
            + "depends on it")
      }
    }
    for block in blocks where !block.variable.isAboutAnswers {
      throw refusal(
        .statistic(.noEstimate),
        "'\(block.variable.name)' is known of every unit, replied or not, so that there is no chance "
          + "in it")
    }
    for part in Set(columns.compactMap(\.part)) {
      let cells =
        blocks.map(\.variable.codes.count).reduce(0, max) * columns.count { $0.part == part }
      guard cells <= Independence.mostCells else {
        throw refusal(
          .statistic(.independence),
          "rows and columns have \(cells) cells; expected at most \(Independence.mostCells)")
      }
    }
    return true
  }
}
