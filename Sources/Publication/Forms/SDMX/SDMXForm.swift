import Basics
import Definition
import DisclosureControl
import Printing
import Statistics
import Tabular

/// `sdmx/data.csv`, every published figure as SDMX-CSV 2.0, and `sdmx/structure.xml`, the data structure that
/// it is by, as SDMX-ML 3.0: the dimensions are table, row, column, statistic and the cut-off.
///
/// Both are of this publication: codes are those that it has, made of what `cells.csv` calls them.
struct SDMXForm: OutputForm {
  static let folder = "sdmx"

  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let own = "\(folder)/\(Self.folder)"
    try FileSystem.createFolder(own)
    var structure = SDMXStructure(content)
    let writer = try CSVWriter(
      path: "\(own)/data.csv",
      header: ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + structure.components.map(\.rawValue))
    for released in content.tables {
      let table = structure.code(of: released.table)
      let columns = released.table.columns.map { ($0, structure.code(of: $0)) }
      for row in released.table.rows {
        let rowCode = structure.code(of: row, in: released.table)
        for (column, columnCode) in columns {
          for statistic in released.table.statistics {
            guard let figure = try released.figure(statistic, row: row, column: column) else {
              continue
            }
            let observation = SDMXObservation(
              table: table, row: rowCode, column: columnCode,
              statistic: structure.code(of: statistic), period: structure.period, figure: figure,
              baseLabel: figure.baseLabel ?? released.table.baseLabel(of: row),
              note: CellsForm.note(released.table, row: row, column: column))
            try writer.write(
              ["dataflow", structure.reference, "M"]
                + structure.components.map(observation.field))
          }
        }
      }
    }
    try writer.commit()
    try AtomicFile.write(structure.document.fileText, to: "\(own)/structure.xml")
  }
}

/// One figure with its dimensions and attributes.
private struct SDMXObservation {
  let table: String
  let row: String
  let column: String
  let statistic: String
  let period: String
  let figure: ReleasedFigure
  let baseLabel: String
  let note: String

  func field(_ component: SDMXStructure.Component) -> String {
    let status = SDMXStatus(of: figure.value)
    return switch component {
    case .table: table
    case .row: row
    case .column: column
    case .statistic: statistic
    case .period: period
    case .value: value
    case .text: text
    case .numerator: figure.numerator?.text ?? ""
    case .base: figure.base?.text ?? ""
    case .baseLabel: baseLabel
    case .observationStatus: status.observation.rawValue
    case .confidentiality: status.confidentiality.rawValue
    case .comment: note
    }
  }

  /// Not a number where a figure is missing on purpose (SDMX-CSV, field guide).
  private var value: String {
    switch figure.quantity {
    case nil: "NaN"
    case .count, .exact, .real: figure.quantity?.text ?? ""
    case .date, .text: ""
    }
  }

  private var text: String {
    switch figure.quantity {
    case .date, .text: figure.quantity?.text ?? ""
    case nil, .count, .exact, .real: ""
    }
  }
}
