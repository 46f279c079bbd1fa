package import Basics
package import Statistics
import Tabular

/// `aggregated/parts.csv`, see `AggregatedCell`.
extension SamplePart {
  private static let fileName = "parts.csv"

  private enum Column: Int, StageColumn {
    case part, stratum, drawn, cluster, units, weight, squares
  }

  package static func write(_ parts: [SamplePart], to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/\(fileName)", header: Column.header)
    for (number, part) in parts.enumerated() {
      try writer.write(
        [
          String(number), String(part.stratum), String(part.drawnFrom),
          part.cluster.map(String.init) ?? "",
        ] + part.mass.cells)
    }
    try writer.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [SamplePart] {
    try StageList<Column>.rows(of: "\(folder)/\(fileName)") { row throws(RunError) in
      SamplePart(
        stratum: try row.integer(.stratum), drawnFrom: try row.integer(.drawn),
        cluster: try row.integerIfAny(.cluster),
        mass: try Mass(row, units: .units, weight: .weight, squares: .squares))
    }
  }
}
