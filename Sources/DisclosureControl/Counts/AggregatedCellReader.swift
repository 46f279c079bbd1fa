import Basics
import Interchange
import Statistics
import Tabular

extension AggregatedCell {
  /// Reads all cells, in the order of the plan.
  static func read(from folder: String) throws(RunError) -> [AggregatedCell] {
    let cells = try CellRows("\(folder)/\(fileName)")
    let values = try CellRows("\(folder)/\(valuesFileName)")
    let weights = try CellRows("\(folder)/\(weightsFileName)")
    let behind = try CellRows("\(folder)/\(behindFileName)")
    var read: [AggregatedCell] = []
    while let row = cells.current {
      var steps: [Distribution.Step] = []
      while let next = values.current, next.belongs(with: row) {
        steps.append(
          Distribution.Step(
            value: next.number(3), stratum: Int(next.number(4)), mass: next.mass(from: 5)))
        try values.advance()
      }
      var masses: [(stratum: Int, mass: Mass)] = []
      while let next = weights.current, next.belongs(with: row) {
        masses.append((Int(next.number(3)), next.mass(from: 4)))
        try weights.advance()
      }
      var units: [String] = []
      while let next = behind.current, next.belongs(with: row) {
        units.append(next.text(3))
        try behind.advance()
      }
      read.append(
        AggregatedCell(
          table: row.text(0), row: row.text(1), column: row.text(2), count: Int(row.number(3)),
          base: Int(row.number(4)), values: Distribution(steps: steps), masses: masses,
          units: units))
      try cells.advance()
    }
    for rest in [values, weights, behind] { try rest.requireEnd() }
    return read
  }
}

/// The rows of a file about cells, one after the other.
private final class CellRows {
  struct Row {
    let record: RecordBuffer

    func text(_ column: Int) -> String { record.text(column) ?? "" }

    func number(_ column: Int) -> Int128 { Int128(text(column)) ?? 0 }

    func mass(from column: Int) -> Mass {
      Mass(
        units: Int(number(column)), weight: number(column + 1), squares: number(column + 2))
    }

    /// Whether both are about the same cell.
    func belongs(with other: Row) -> Bool {
      (0..<3).allSatisfy {
        record.bytes[record.range(of: $0)] == other.record.bytes[other.record.range(of: $0)]
      }
    }
  }

  private let reader: CSVReader
  private let path: String
  private(set) var current: Row?

  init(_ path: String) throws(RunError) {
    self.path = path
    reader = try CSVReader(path: path)
    _ = try reader.next()
    try advance()
  }

  func advance() throws(RunError) {
    current = try reader.next() ? Row(record: reader.record) : nil
  }

  /// - Throws: `dataRejected` where a row is left over: it is about no cell, or out of order.
  func requireEnd() throws(RunError) {
    guard let row = current else { return }
    throw RunError(
      .dataRejected, path: path, line: reader.place.line, rule: "no-such-cell",
      "'\(row.text(0))/\(row.text(1))/\(row.text(2))' is no cell of cells.csv, or not in its "
        + "order. Delete the folder and run 'make report' again")
  }
}
