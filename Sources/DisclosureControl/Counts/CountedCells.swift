import Basics
import Definition
import Interchange
import Phrases
import Statistics
import Tabulation

/// Where a cell stands: its table, row and column, by their ids.
struct CellAddress: Hashable, Sendable {
  let table: String
  let row: String
  let column: String
}

/// All counted cells, and the names of the units behind the listed ones.
struct CountedCells: Sendable {
  /// By table, in the order of its plan.
  private var cells: [String: [AggregatedCell]]
  /// By language.
  private let names: [String: UnitNames]
  private let language: String
  /// The language of what the tables say themselves.
  let spoken: Language
  let registerEnd: CalendarDate?
  let statesEnd: CalendarDate?
  /// The fewest units that a percentage is printed of; nil where any will do.
  let percentBase: Int?
  let weighting: Weighting
  /// How a sample with strata or clusters was drawn.
  let drawn: DrawnSample?
  /// All reporting units, and those of them that replied.
  let units: Int
  let repliedUnits: Int

  init(folder: String, pipeline: PipelineDefinition, plan: TablePlan) throws(RunError) {
    let manifest = try Manifest.read(in: folder)
    units = try manifest.count("units", in: folder)
    repliedUnits = try manifest.count("replied", in: folder)
    let parts = try SamplePart.read(from: folder)
    weighting = Weighting(
      try Stratum.read(from: folder), parts: parts, raked: plan.weights?.raked ?? [])
    let inferred = plan.tables.contains(where: \.isInferred) ? plan.sample : nil
    drawn = try inferred.flatMap { sample throws(RunError) in
      try DrawnSample(
        sample, parts, strata: try DrawnStratumEntry.read(from: folder), path: plan.path)
    }
    cells = try Self.cells(of: plan, from: folder)
    var keys: Set<String> = []
    for cell in cells.values.joined() {
      for unit in cell.units { keys.insert(unit.unit) }
    }
    language = pipeline.language
    spoken = pipeline.spoken
    registerEnd = pipeline.registerEnd
    statesEnd = pipeline.statesEnd
    percentBase = pipeline.percentBase
    var names: [String: UnitNames] = [:]
    for language in Set(plan.tables.compactMap(\.style.language) + [pipeline.language]) {
      names[language] = UnitNames(keys, register: pipeline.register, language: language)
    }
    self.names = names
  }

  private static func cells(
    of plan: TablePlan, from folder: String
  ) throws(RunError) -> [String: [AggregatedCell]] {
    var reader = try AggregatedCellReader(folder)
    var cells: [String: [AggregatedCell]] = [:]
    for table in plan.tables {
      var counted: [AggregatedCell] = []
      counted.reserveCapacity(table.size)
      for row in table.rows {
        for column in table.columns {
          counted.append(
            try reader.next(CellAddress(table: table.id, row: row.id, column: column.id)))
        }
      }
      cells[table.id] = counted
    }
    try reader.requireEnd()
    return cells
  }

  /// - Throws: `internalFault` where nothing of the table was counted.
  func cell(_ table: Table, row: Table.Row, column: Table.Column) throws(RunError)
    -> AggregatedCell
  {
    guard let cells = cells[table.id] else {
      throw .notCounted(CellAddress(table: table.id, row: row.id, column: column.id))
    }
    return cells[table.cell(row, column)]
  }

  /// The units behind a listed cell in the order of print.
  func units(behind cell: AggregatedCell, of table: Table) -> [NamedUnit] {
    names[language(of: table)]?.inOrder(cell.units) ?? []
  }

  /// The language of the names in a table's lists.
  func language(of table: Table) -> String {
    table.style.language ?? language
  }
}

// MARK: - Rounding

extension CountedCells {
  /// The cells with rounded counts, and bases and points of scales that follow from these: whatever is worked
  /// out of them tells no more than they do.
  func rounded(_ plan: TablePlan, _ rounded: (CellAddress) -> Int) -> CountedCells {
    var copy = self
    for table in plan.tables {
      for row in table.rows {
        for column in table.columns {
          func count(_ row: Table.Row) -> Int {
            rounded(CellAddress(table: table.id, row: row.id, column: column.id))
          }
          let position = table.cell(row, column)
          guard let cell = cells[table.id]?[position] else { continue }
          copy.cells[table.id]?[position] = AggregatedCell(
            count: count(row), base: count(table.baseRow(of: row) ?? row),
            values: table.points(of: row, count), masses: [], units: cell.units)
        }
      }
    }
    return copy
  }
}

extension RunError {
  static func notCounted(_ cell: CellAddress) -> RunError {
    RunError(
      path: cell.table, id: .fault(.missingCell),
      "the planned cell \(cell.table)/\(cell.row)/\(cell.column) was not counted. "
        + "This is a fault of the program; please report it")
  }
}

extension Table {
  /// The points of the scale that a row has the figures of, as often as their codes were counted.
  fileprivate func points(of row: Row, _ count: (Row) -> Int) -> Distribution {
    var points = Distribution()
    guard row.kind == .base, let scale = variable(of: row).scale else { return points }
    for other in rows where other.block == row.block {
      guard case .code(let code) = other.kind, let point = scale[code] else { continue }
      let times = count(other)
      if times > 0 { points.add(ExactDecimal(point), times: times) }
    }
    points.settle()
    return points
  }
}
