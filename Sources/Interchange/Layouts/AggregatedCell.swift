package import Statistics

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

  /// The units in the cell.
  package var part: CountedUnits { CountedUnits(count: count, masses: masses) }

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

  package init(
    table: String, row: String, column: String, count: Int, base: Int, values: Distribution,
    masses: [(stratum: Int, mass: Mass)], units: [String]
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.count = count
    self.base = base
    self.values = values
    self.masses = masses
    self.units = units
  }
}

extension Mass {
  /// The cells of a mass in a stage file.
  package var cells: [String] { [String(units), String(weight), String(squares)] }
}
