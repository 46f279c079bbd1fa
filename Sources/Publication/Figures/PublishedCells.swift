import Basics
import Definition
import Interchange
import Register

/// All counted cells by their place, and the names of the units behind the listed ones.
struct PublishedCells {
  struct Place: Hashable {
    let table: String
    let row: String
    let column: String
  }

  private let cells: [Place: AggregatedCell]
  /// By language.
  private let names: [String: UnitNames]
  private let language: String
  let weighting: Weighting
  let sample: Sample?
  /// All reporting units, and those of them that replied.
  let units: Int
  let repliedUnits: Int

  init(folder: String, pipeline: PipelineDefinition, plan: TablePlan) throws(RunError) {
    sample = plan.sample
    let counts = try Manifest.read(in: folder).counts
    units = counts["units"] ?? 0
    repliedUnits = counts["replied"] ?? 0
    weighting = Weighting(try Stratum.read(from: folder))
    var cells: [Place: AggregatedCell] = [:]
    var keys: Set<String> = []
    for cell in try AggregatedCell.read(from: folder) {
      cells[Place(table: cell.table, row: cell.row, column: cell.column)] = cell
      keys.formUnion(cell.units)
    }
    self.cells = cells
    language = pipeline.language
    var names: [String: UnitNames] = [:]
    for language in Set(plan.tables.compactMap(\.style.language) + [pipeline.language]) {
      names[language] = UnitNames(keys, pipeline.register, language)
    }
    self.names = names
  }

  subscript(_ table: String, _ row: String, _ column: String) -> AggregatedCell? {
    cells[Place(table: table, row: row, column: column)]
  }

  /// The units behind a listed cell in the order of print.
  func units(_ table: Table, _ row: String, _ column: String) -> [UnitNames.Unit] {
    names[table.style.language ?? language]?.inOrder(self[table.id, row, column]?.units ?? []) ?? []
  }

  /// The language of the names in a table's lists.
  func language(of table: Table) -> String {
    table.style.language ?? language
  }
}

/// The units as they are printed, in the order of the model report: alphabetical whatever the case,
/// with "the" counting.
struct UnitNames {
  struct Unit {
    let key: String
    let name: String
    /// The name as it stands in a sentence.
    let nameInSentence: String
  }

  private let ordered: [Unit]
  private let positions: [String: Int]

  init(_ keys: Set<String>, _ register: RegisterAsAt?, _ language: String) {
    let units = keys.map { key in
      let name = register?.name(of: key, in: language) ?? key
      let unit = Unit(
        key: key, name: name,
        nameInSentence: register?.nameInSentence(of: key, in: language) ?? key)
      return (sort: SortKey(name), unit: unit)
    }
    ordered = units.sorted { left, right in
      left.sort == right.sort ? left.unit.key < right.unit.key : left.sort < right.sort
    }.map(\.unit)
    positions = Dictionary(
      ordered.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func inOrder(_ keys: [String]) -> [Unit] {
    keys.compactMap { positions[$0] }.sorted().map { ordered[$0] }
  }
}
