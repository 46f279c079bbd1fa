import Basics
import Definition
import Interchange
import Statistics
import Tabular
import Tabulation

/// Writes the merged tallies: `cells.csv`, `values.csv`, `weights.csv` and `behind.csv`, as
/// `AggregatedCell` describes them.
struct CellFiles {
  let tally: Tally
  let counters: [TableCounter]
  let population: Population
  let parts: SampleParts

  /// Cells by the number that they have while they are counted.
  private var amounts: [AmountGroup] {
    guard !tally.amounts.isEmpty else { return [] }
    var addresses: [Int: [String]] = [:]
    for counter in counters {
      for (row, rowBucket) in counter.table.rows.enumerated() {
        for (column, columnBucket) in counter.table.columns.enumerated() {
          addresses[counter.firstCell + counter.table.cell(row: row, column: column)] = [
            counter.table.id, rowBucket.id, columnBucket.id,
          ]
        }
      }
    }
    return tally.amounts.inOrder.map { cells, numbers in
      AmountGroup(cells: cells.compactMap { addresses[$0] }, numbers: numbers)
    }
  }

  func write(to folder: String) throws(RunError) {
    let cells = try CSVWriter(
      path: "\(folder)/\(AggregatedCell.fileName)", header: AggregatedCell.header)
    let behind = try CSVWriter(
      path: "\(folder)/\(AggregatedCell.behindFileName)", header: AggregatedCell.behindHeader)
    let values = try CSVWriter(
      path: "\(folder)/\(AggregatedCell.valuesFileName)", header: AggregatedCell.valuesHeader)
    let weights = try CSVWriter(
      path: "\(folder)/\(AggregatedCell.weightsFileName)", header: AggregatedCell.weightsHeader)
    for counter in counters {
      let bases = counter.table.rows.map(counter.table.rows.baseIndex)
      for (row, rowBucket) in counter.table.rows.enumerated() {
        for (column, columnBucket) in counter.table.columns.enumerated() {
          let cell = counter.firstCell + counter.table.cell(row: row, column: column)
          let address = CSVWriter.fields([counter.table.id, rowBucket.id, columnBucket.id])[...]
          let base = bases[row].map {
            tally.counts[counter.firstCell + counter.table.cell(row: $0, column: column)]
          }
          cells.append(encoded: address)
          cells.append(tally.counts[cell])
          cells.append(base ?? 0)
          try cells.endRecord()
          for step in tally.values[cell].steps {
            values.append(encoded: address)
            try values.write(
              [step.value.description, String(parts.number(of: step.part))] + step.mass.cells)
          }
          if let position = counter.mass(of: cell) {
            for (key, mass) in tally.masses.masses(at: position) {
              weights.append(encoded: address)
              try weights.write([String(parts.number(of: key))] + mass.cells)
            }
          }
          for unit in tally.units[cell] {
            behind.append(encoded: address)
            try behind.write([
              population.key(of: unit.number), unit.instance == 0 ? "" : String(unit.instance),
            ])
          }
        }
      }
    }
    for writer in [cells, values, weights, behind] { try writer.commit() }
    try AmountGroup.write(amounts, to: folder)
  }

}
