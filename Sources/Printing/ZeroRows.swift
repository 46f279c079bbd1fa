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
    var (ofKept, ofOthers) = (Set<Int>(), Set<Int>())
    for row in table.rows {
      guard let base = table.rows.baseIndex(of: row) else { continue }
      if answers.contains(row.id) { ofOthers.insert(base) } else { ofKept.insert(base) }
    }
    let ofNothing = ofOthers.subtracting(ofKept).map { table.rows[$0] }.filter { $0.kind != .base }
    count = answers.count
    ids = answers.union(ofNothing.map(\.id))
  }

  func contains(_ row: Table.Row) -> Bool { ids.contains(row.id) }
}
