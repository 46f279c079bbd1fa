package import Basics
import Tabular

/// One cell of a table, counted but not formatted: what stage 4 leaves for stage 5.
///
/// | file | columns |
/// |---|---|
/// | `cells.csv` | `table,row,column,count,base`: the units in the cell, and those that percentages in its column are of |
/// | `values.csv` | `table,row,column,value,stratum,units,weight,squares`: each distinct number behind a cell that has numbers, in millionths (dates as eight digits), with what the units count for; units that weigh 0 in a weighted table have no part in it |
/// | `weights.csv` | `table,row,column,stratum,units,weight,squares`: what the units of a cell of a weighted table count for, by stratum |
/// | `strata.csv` | `stratum,name,population,units,weight,squares`: the strata of a plan with weights; `population` is empty without post-stratification |
/// | `behind.csv` | `table,row,column,unit`: a row a unit behind a listed cell |
///
/// All follow the order of the plan, so that they are read side by side. Weights are the units' own,
/// before post-stratification, in millionths; `squares` are the sums of their squares, in millionths
/// of millionths.
package struct AggregatedCell: Sendable {
  package let table: String
  package let row: String
  package let column: String
  package let count: Int
  package let base: Int
  /// The numbers behind the cell.
  package let values: Distribution
  /// What the units count for, by stratum; none where the table has no weights.
  package let masses: [(stratum: Int, mass: Mass)]
  /// The units behind a listed cell.
  package let units: [String]

  package static let fileName = "cells.csv"
  package static let header = ["table", "row", "column", "count", "base"]
  package static let behindFileName = "behind.csv"
  package static let behindHeader = ["table", "row", "column", "unit"]
  package static let valuesFileName = "values.csv"
  package static let valuesHeader = [
    "table", "row", "column", "value", "stratum", "units", "weight", "squares",
  ]
  package static let weightsFileName = "weights.csv"
  package static let weightsHeader = [
    "table", "row", "column", "stratum", "units", "weight", "squares",
  ]

  /// Reads all cells, in the order of the plan.
  package static func read(from folder: String) throws(RunError) -> [AggregatedCell] {
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

extension Mass {
  /// The cells of a mass in a stage file.
  package var cells: [String] { [String(units), String(weight), String(squares)] }
}

/// The strata of a plan with weights, and what their units count for: `aggregated/strata.csv`.
package struct Stratum: Sendable {
  package let name: String
  /// How many units the stratum has, those that did not reply included; nil without
  /// post-stratification.
  package let population: Int?
  /// What the units that replied count for before post-stratification.
  package let mass: Mass

  package init(name: String, population: Int?, mass: Mass) {
    self.name = name
    self.population = population
    self.mass = mass
  }

  private static let fileName = "strata.csv"
  private static let header = ["stratum", "name", "population", "units", "weight", "squares"]

  package static func write(_ strata: [Stratum], to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/\(fileName)", header: header)
    for (number, stratum) in strata.enumerated() {
      try writer.write(
        [String(number), stratum.name, stratum.population.map(String.init) ?? ""]
          + stratum.mass.cells)
    }
    try writer.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [Stratum] {
    try CSVFile(path: "\(folder)/\(fileName)", requiring: header, kind: .dataRejected).rows.map {
      Stratum(
        name: $0["name"], population: Int($0["population"]),
        mass: Mass(
          units: Int($0["units"]) ?? 0, weight: Int128($0["weight"]) ?? 0,
          squares: Int128($0["squares"]) ?? 0))
    }
  }
}
