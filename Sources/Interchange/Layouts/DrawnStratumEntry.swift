package import Basics
import Tabular

/// A stratum that the sample was drawn from: a row of `aggregated/drawn.csv`, see `AggregatedCell`.
package struct DrawnStratumEntry: Sendable {
  /// The names of its codes.
  package let name: String
  /// How many units of the register it has; nil without a register that knows.
  package let units: Int?

  package init(name: String, units: Int?) {
    self.name = name
    self.units = units
  }

  private static let fileName = "drawn.csv"

  private enum Column: Int, StageColumn {
    case drawn, name, units
  }

  package static func write(_ strata: [DrawnStratumEntry], to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/\(fileName)", header: Column.header)
    for (number, stratum) in strata.enumerated() {
      try writer.write([String(number), stratum.name, stratum.units.map(String.init) ?? ""])
    }
    try writer.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [DrawnStratumEntry] {
    try StageList<Column>.rows(of: "\(folder)/\(fileName)") { row throws(RunError) in
      DrawnStratumEntry(name: row[.name], units: try row.integerIfAny(.units))
    }
  }
}
