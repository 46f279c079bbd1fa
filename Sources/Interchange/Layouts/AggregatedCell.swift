package import Tabular

/// One cell of a table, counted but not formatted: what stage 4 leaves for stage 5.
///
/// | file | columns |
/// |---|---|
/// | `cells.csv` | `table,row,column,count,base`: the units in the cell, and those that percentages in its column are of |
/// | `values.csv` | `table,row,column,value,stratum,units,weight,squares`: each distinct number behind a cell that has numbers, in millionths (dates as eight digits), with what the units count for |
/// | `weights.csv` | `table,row,column,stratum,units,weight,squares`: what the units of a cell of a weighted table count for, by stratum |
/// | `strata.csv` | `stratum,name,population,units,weight,squares`: the strata of a plan with weights; `population` is empty without post-stratification |
/// | `behind.csv` | `table,row,column,unit`: a row a unit behind a listed cell |
///
/// Weights are the units' own, before post-stratification, in millionths; `squares` are the sums of
/// their squares, in millionths of millionths.
package struct AggregatedCell: Sendable {
  package let table: String
  package let row: String
  package let column: String
  package let count: Int
  package let base: Int
  /// The numbers behind the cell.
  package fileprivate(set) var values = Distribution()
  /// What the units count for, by stratum; none where the table has no weights.
  package fileprivate(set) var masses: [(stratum: Int, mass: Mass)] = []

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

  private struct Place: Hashable {
    let table: String
    let row: String
    let column: String

    init(_ row: CSVFile.Row) {
      table = row["table"]
      self.row = row["row"]
      column = row["column"]
    }
  }

  /// Reads all cells, in the order of the plan.
  package static func read(from folder: String) throws(RunError) -> [AggregatedCell] {
    var values: [Place: [Distribution.Step]] = [:]
    for row in try rows("\(folder)/\(valuesFileName)", valuesHeader) {
      values[Place(row), default: []].append(
        Distribution.Step(
          value: Int128(row["value"]) ?? 0, stratum: Int(row["stratum"]) ?? 0, mass: Mass(row)))
    }
    var masses: [Place: [(stratum: Int, mass: Mass)]] = [:]
    for row in try rows("\(folder)/\(weightsFileName)", weightsHeader) {
      masses[Place(row), default: []].append((Int(row["stratum"]) ?? 0, Mass(row)))
    }
    return try rows("\(folder)/\(fileName)", header).map { row in
      let place = Place(row)
      return AggregatedCell(
        table: place.table, row: place.row, column: place.column, count: Int(row["count"]) ?? 0,
        base: Int(row["base"]) ?? 0, values: Distribution(steps: values[place] ?? []),
        masses: masses[place] ?? [])
    }
  }

  private static func rows(
    _ path: String, _ header: [String]
  ) throws(RunError) -> [CSVFile.Row] {
    try CSVFile(path: path, requiring: header, kind: .dataRejected).rows
  }
}

extension Mass {
  /// The cells of a mass in a stage file.
  package var cells: [String] { [String(units), String(weight), String(squares)] }

  package init(_ row: CSVFile.Row) {
    self.init(
      units: Int(row["units"]) ?? 0, weight: Int128(row["weight"]) ?? 0,
      squares: Int128(row["squares"]) ?? 0)
  }
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
      Stratum(name: $0["name"], population: Int($0["population"]), mass: Mass($0))
    }
  }
}
