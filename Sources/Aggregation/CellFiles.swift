import Interchange
import Tabular

/// Writes the merged tallies: `cells.csv` and `behind.csv`, as `AggregatedCell` describes them.
struct CellFiles {
  let tally: Tally
  let counters: [TableCounter]
  let population: Population

  func write(to folder: String) throws(RunError) {
    let cells = try CSVWriter(
      path: "\(folder)/\(AggregatedCell.fileName)", header: AggregatedCell.header)
    let behind = try CSVWriter(
      path: "\(folder)/\(AggregatedCell.behindFileName)", header: AggregatedCell.behindHeader)
    for counter in counters {
      for (row, rowBucket) in counter.table.rows.enumerated() {
        for (column, columnBucket) in counter.table.columns.enumerated() {
          let cell = counter.firstCell + counter.table.cell(row: row, column: column)
          let place = [counter.table.id, rowBucket.id, columnBucket.id]
          try cells.write(
            place + [String(tally.counts[cell]), String(base(of: counter, column: column))]
              + figures(tally.values[cell]))
          for unit in tally.units[cell] {
            try behind.write(place + [population.key(of: unit)])
          }
        }
      }
    }
    try cells.commit()
    try behind.commit()
  }

  private func figures(_ values: Distribution) throws(RunError) -> [String] {
    guard let minimum = values.minimum, let maximum = values.maximum else {
      return ["", "", "", ""]
    }
    return [
      String(values.count), String(try values.sum()), String(minimum), String(maximum),
    ]
  }

  private func base(of counter: TableCounter, column: Int) -> Int {
    guard let row = counter.table.rows.firstIndex(where: { $0.kind == .base }) else { return 0 }
    return tally.counts[counter.firstCell + counter.table.cell(row: row, column: column)]
  }
}
