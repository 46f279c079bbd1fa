import Basics
import Definition
import DisclosureControl
import Printing
import Statistics

/// What the observations are, with the codes that they have used.
struct SDMXStructure {
  /// The columns of an observation, in the order of the file.
  enum Component: String, CaseIterable {
    case table = "TABLE"
    case row = "ROW"
    case column = "COLUMN"
    case statistic = "STATISTIC"
    case period = "TIME_PERIOD"
    case value = "OBS_VALUE"
    /// Only where figures are dates, or letters of a comparison.
    case text = "OBS_TEXT"
    case numerator = "NUMERATOR"
    case base = "BASE"
    case baseLabel = "BASE_LABEL"
    case observationStatus = "OBS_STATUS"
    case confidentiality = "CONF_STATUS"
    case comment = "COMMENT_OBS"

    var meaning: String {
      switch self {
      case .table: "The table"
      case .row: "The row: a variable and its code, or what is counted beside the answers"
      case .column: "The column: a variable and its code, or the total"
      case .statistic: "What the figure is"
      case .period: "The day that the figures are of"
      case .value: "The figure, where it is a number"
      case .text:
        "The figure, where it is a date, or the letters of the columns that it is higher than"
      case .numerator: "The units of the figure, or their weight"
      case .base: "The units that it is of, or their weight"
      case .baseLabel: "What the base is"
      case .observationStatus: "Whether there is a figure, and if not, why"
      case .confidentiality: "Whether the figure is kept in confidence"
      case .comment: "The notes about the figure"
      }
    }
  }

  static let version = "1.0"

  let agency: String
  let pipeline: PipelineDefinition
  /// Of the data structure and of its flow.
  let name: String
  let components: [Component]
  private(set) var tables = SDMXCodelist(id: "CL_TABLE", name: "Tables")
  private(set) var rows = SDMXCodelist(id: "CL_ROW", name: "Rows")
  private(set) var columns = SDMXCodelist(id: "CL_COLUMN", name: "Columns")
  private(set) var statistics = SDMXCodelist(id: "CL_STATISTIC", name: "Statistics")

  init(_ content: PublishedContent) {
    pipeline = content.definition.pipeline
    agency = pipeline.agency
    let name = SDMXCodelist.identifier(content.definition.folders.name).uppercased()
    // A name begins with a letter.
    self.name = name.first?.isLetter ?? false ? name : "C_\(name)"
    let hasTexts = content.hasFiguresOfText
    components = Component.allCases.filter { hasTexts || $0 != .text }
  }

  var reference: String { "\(agency):\(name)(\(Self.version))" }
  var period: String { pipeline.cutOff.description }

  mutating func code(of table: Table) -> String {
    tables.id(of: .init(code: table.id, label: table.title), called: table.id)
  }

  mutating func code(of row: Table.Row, in table: Table) -> String {
    let block = table.blocks[row.block]
    return rows.id(
      of: .init(variable: block.variableName, code: row.id, label: table.fullLabel(of: row)),
      called: "\(block.variableName)-\(block.name(of: row))")
  }

  mutating func code(of column: Table.Column) -> String {
    columns.id(
      of: .init(variable: column.variableName, code: column.id, label: column.label),
      // As SDMX calls a total.
      called: column.path.isEmpty ? "_T" : "\(column.variableName)-\(column.id)")
  }

  mutating func code(of statistic: Statistic) -> String {
    statistics.id(
      of: .init(code: statistic.rawValue, label: statistic.entry.meaning),
      called: statistic.rawValue)
  }
}
