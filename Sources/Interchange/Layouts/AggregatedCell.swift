package import Basics
package import Statistics
package import Tabular

/// One cell of a table, counted but not formatted: what stage 4 leaves for stage 5.
///
/// | file | columns |
/// |---|---|
/// | `cells.csv` | `table,row,column,count,base`: the units in the cell, and those that percentages in its column are of |
/// | `values.csv` | `table,row,column,number,part,units,weight,squares`: each distinct number behind a cell that has numbers (dates as eight digits), with what the units count for; units that weigh 0 in a weighted table have no part in it |
/// | `weights.csv` | `table,row,column,part,units,weight,squares`: what the units of a cell count for, by part of the sample, where the table is weighted or tells how far a sample with strata or clusters may be off |
/// | `parts.csv` | `part,stratum,drawn,cluster,units,weight,squares`: the parts of the sample, see `SamplePart`: by their numbers the stratum of the weights, that of the sample, and within it the cluster; what the submissions of each count for |
/// | `drawn.csv` | `drawn,name,units`: the strata that a sample was drawn from, with their units of the register if any |
/// | `strata.csv` | `stratum,name,population,factor,units,weight,squares`: the strata of a plan with weights; `population` is empty without post-stratification, `factor` without raking |
/// | `amounts.csv` | `group,number,units`: where sums are guarded, the distinct numbers of units that are behind the same sums |
/// | `amount-cells.csv` | `group,table,row,column`: the cells of these sums |
/// | `behind.csv` | `table,row,column,unit,instance`: a row a unit behind a listed cell; of instances of a repeat which of its submission, from 1 |
///
/// All follow the order of the plan, so that they are read side by side. Weights are the units' own,
/// before post-stratification; `squares` are the sums of their squares. All three are decimals.
package struct AggregatedCell: Sendable {
  package let count: Int
  package let base: Int
  /// The numbers behind the cell.
  package let values: Distribution
  /// What the units count for, see `CountedUnits`.
  package let masses: [(part: Int, mass: Mass)]
  /// The units behind a listed cell.
  package let units: [ListedKey]

  /// A unit in a list, or an instance of its submission.
  package struct ListedKey: Sendable {
    package let unit: String
    /// From 1; nil for who replied.
    package let instance: Int?

    package init(unit: String, instance: Int?) {
      self.unit = unit
      self.instance = instance
    }
  }

  /// The units in the cell.
  package var part: CountedUnits { CountedUnits(count: count, masses: masses) }

  package enum Column: Int, StageColumn {
    case table, row, column, count, base
  }
  package enum BehindColumn: Int, StageColumn {
    case table, row, column, unit, instance
  }
  package enum ValueColumn: Int, StageColumn {
    case table, row, column, number, part, units, weight, squares
  }
  package enum WeightColumn: Int, StageColumn {
    case table, row, column, part, units, weight, squares
  }

  /// How many of their first columns name the cell, in all lists about cells.
  package static let addressColumns = 3

  package static let fileName = "cells.csv"
  package static let header = Column.header
  package static let behindFileName = "behind.csv"
  package static let behindHeader = BehindColumn.header
  package static let valuesFileName = "values.csv"
  package static let valuesHeader = ValueColumn.header
  package static let weightsFileName = "weights.csv"
  package static let weightsHeader = WeightColumn.header

  package init(
    count: Int, base: Int, values: Distribution, masses: [(part: Int, mass: Mass)],
    units: [ListedKey]
  ) {
    self.count = count
    self.base = base
    self.values = values
    self.masses = masses
    self.units = units
  }
}

extension Mass {
  /// The mass in a row of a stage file.
  package init<Column>(
    _ row: StageListRow<Column>, units: Column, weight: Column, squares: Column
  ) throws(RunError) {
    guard let sum = ExactDecimal(row[weight])?.parts else {
      throw row.damaged(weight, expected: "a sum of weights")
    }
    guard let sumOfSquares = WideSum(squares: row[squares]) else {
      throw row.damaged(squares, expected: "a sum of squares of weights")
    }
    self.init(units: try row.integer(units), weight: sum, squares: sumOfSquares)
  }

  /// The cells of a mass in a stage file.
  package var cells: [String] {
    [String(units), ExactDecimal(parts: weight).description, squares.squaresText]
  }
}
