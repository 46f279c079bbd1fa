package import Basics
package import Statistics
import Tabular

/// `aggregated/strata.csv`, see `AggregatedCell`.
extension Stratum {
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
