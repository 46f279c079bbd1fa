package import Basics
package import Statistics
import Tabular

/// `aggregated/strata.csv`, see `AggregatedCell`.
extension Stratum {
  private static let fileName = "strata.csv"

  private enum Column: Int, StageColumn {
    case stratum, name, population, factor, units, weight, squares
  }

  package static func write(_ strata: [Stratum], to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/\(fileName)", header: Column.header)
    for (number, stratum) in strata.enumerated() {
      try writer.write(
        [
          String(number), stratum.name, stratum.population.map(String.init) ?? "",
          stratum.factor?.description ?? "",
        ] + stratum.mass.cells)
    }
    try writer.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [Stratum] {
    try StageList<Column>.rows(of: "\(folder)/\(fileName)") { row throws(RunError) in
      Stratum(
        name: row[.name], population: try row.integerIfAny(.population),
        factor: row[.factor].isEmpty ? nil : try row.decimal(.factor),
        mass: try Mass(row, units: .units, weight: .weight, squares: .squares))
    }
  }
}
