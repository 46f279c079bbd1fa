import Interchange
import Register
import Tabular

/// All counted cells by their place, and the names of the units behind the listed ones.
struct PublishedCells {
  struct Place: Hashable {
    let table: String
    let row: String
    let column: String
  }

  /// A unit as it is printed.
  struct NamedUnit {
    let key: String
    let name: String
    /// The name as it stands in a sentence.
    let nameInSentence: String
  }

  private let cells: [Place: AggregatedCell]
  private let behind: [Place: [NamedUnit]]
  let weighting: Weighting
  let sample: Sample?
  /// All reporting units, and those of them that replied.
  let units: Int
  let repliedUnits: Int

  init(folder: String, pipeline: PipelineDefinition, sample: Sample?) throws(RunError) {
    self.sample = sample
    let counts = try Manifest.read(in: folder).counts
    units = counts["units"] ?? 0
    repliedUnits = counts["replied"] ?? 0
    weighting = Weighting(try Stratum.read(from: folder))
    var cells: [Place: AggregatedCell] = [:]
    for cell in try AggregatedCell.read(from: folder) {
      cells[Place(table: cell.table, row: cell.row, column: cell.column)] = cell
    }
    self.cells = cells
    let file = try CSVFile(
      path: "\(folder)/\(AggregatedCell.behindFileName)",
      requiring: AggregatedCell.behindHeader, kind: .dataRejected)
    var behind: [Place: [NamedUnit]] = [:]
    for row in file.rows {
      let place = Place(table: row["table"], row: row["row"], column: row["column"])
      let key = row["unit"]
      let name = pipeline.register?.name(of: key, in: pipeline.language) ?? key
      let inSentence = pipeline.register?.nameInSentence(of: key, in: pipeline.language) ?? key
      behind[place, default: []].append(
        NamedUnit(key: key, name: name, nameInSentence: inSentence))
    }
    self.behind = behind.mapValues { $0.sorted(by: Self.precedes) }
  }

  subscript(_ table: String, _ row: String, _ column: String) -> AggregatedCell? {
    cells[Place(table: table, row: row, column: column)]
  }

  /// The units behind a listed cell in the order of print.
  func units(_ table: String, _ row: String, _ column: String) -> [NamedUnit] {
    behind[Place(table: table, row: row, column: column)] ?? []
  }

  /// The order of the model report: alphabetical whatever the case, with "the" counting.
  private static func precedes(_ left: NamedUnit, _ right: NamedUnit) -> Bool {
    let (leftKey, rightKey) = (SortKey(left.name), SortKey(right.name))
    return leftKey == rightKey ? left.key < right.key : leftKey < rightKey
  }
}
