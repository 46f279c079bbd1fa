import Basics
import Definition
import DisclosureControl
import Tabulation

/// The rows of a table that are not printed on request: no unit of any column is in them. What is hidden
/// may be nobody, and stays.
struct ZeroRows {
  private let ids: Set<String>
  /// How many rows of answers there are.
  let count: Int

  init(_ released: ReleasedTable) throws(RunError) {
    let table = released.table
    var answers: Set<String> = []
    if !table.style.hasZeroRows {
      let notes = Set(table.footnotes.map(\.subject))
      for row in table.rows where row.isAnswer && !notes.contains(.row(table.anchor(of: row))) {
        var isEmpty = true
        for column in table.columns where isEmpty {
          isEmpty = try released.count(row, column).value == 0
        }
        if isEmpty { answers.insert(row.id) }
      }
    }
    // Who was offered a choice is a row that nothing is of without it.
    let kept = table.rows.filter { !answers.contains($0.id) }
    let bases = Set(kept.compactMap { table.baseRow(of: $0)?.id })
    let ofNothing = table.rows.filter { row in
      table.rows.contains { answers.contains($0.id) && table.baseRow(of: $0)?.id == row.id }
        && !bases.contains(row.id) && row.kind != .base
    }
    count = answers.count
    ids = answers.union(ofNothing.map(\.id))
  }

  func contains(_ row: Table.Row) -> Bool { ids.contains(row.id) }
}
