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
      case .numerator: "The units, or instances of a repeat, of the figure, or their weight"
      case .base: "The units, or instances of a repeat, that it is of, or their weight"
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
  private(set) var tables: SDMXCodelist
  private(set) var rows: SDMXCodelist
  private(set) var columns: SDMXCodelist
  private(set) var statistics: SDMXCodelist

  init(_ content: PublishedContent) {
    pipeline = content.definition.pipeline
    agency = pipeline.agency
    name = Self.name(of: content.definition.folders.name)
    tables = SDMXCodelist(id: "CL_\(name)_TABLE", name: "Tables")
    rows = SDMXCodelist(id: "CL_\(name)_ROW", name: "Rows")
    columns = SDMXCodelist(id: "CL_\(name)_COLUMN", name: "Columns")
    statistics = SDMXCodelist(id: "CL_\(name)_STATISTIC", name: "Statistics")
    let hasTexts = content.hasFiguresOfText
    components = Component.allCases.filter { hasTexts || $0 != .text }
  }

  /// What a registry knows the collection by: its name, or where that is no name of SDMX, with the beginning
  /// of its digest, so that no two collections have one.
  private static func name(of collection: String) -> String {
    let name = SDMXCodelist.identifier(collection)
    guard name != collection || !(name.first?.isLetter ?? false) else { return name }
    let digest = SHA256()
    digest.update(Array(collection.utf8))
    return "C_\(name)_\(digest.finish().prefix(8))"
  }

  var reference: String { "\(agency):\(name)(\(Self.version))" }
  var period: String { pipeline.cutOff.description }

  mutating func code(of table: Table) -> String {
    tables.id(
      of: .init(code: table.id, label: table.title, unit: table.unit?.name ?? ""), called: table.id)
  }

  mutating func code(of row: Table.Row, in table: Table) -> String {
    let block = table.blocks[row.block]
    // As a table of the variable alone has it.
    let code = (block.context.map(\.name) + [block.name(of: row)]).joined(separator: ":")
    let heading = block.variable.label
    let label = heading.isEmpty || heading == row.label ? row.label : "\(heading): \(row.label)"
    return rows.id(
      of: .init(variable: block.variableName, code: code, label: label),
      called: "\(block.variableName)-\(code)", in: table.id)
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
