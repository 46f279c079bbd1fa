import Basics
import Definition
import Interchange

/// What of the counted figures may be told: asked by everything that prints one.
struct Disclosure {
  /// What stands in place of a figure, and why.
  enum Hiding: String {
    /// The count, or one that would give it away, is of too few units. Which of the two is not
    /// told, for the first says that the count is below the threshold.
    case suppressed
    /// The percentage is of too few units.
    case smallBase = "small-base"

    /// What a reader sees: the shorthand of the UK Government Analysis Function.
    var symbol: String {
      switch self {
      case .suppressed: "[c]"
      case .smallBase: "[u]"
      }
    }
  }

  let rules: DisclosureRules?
  private let places: DisclosurePlaces

  /// Everything is told.
  static let none = Disclosure(rules: nil, places: DisclosurePlaces())

  /// Whether replies were given in confidence; else everything may be told.
  var isConfidential: Bool { rules != nil }

  /// Whether the count of a cell may be told.
  func tells(_ table: Table, _ row: Table.Row, _ column: Table.Column) -> Bool {
    places.isShown(PublishedCells.Place(table: table.id, row: row.id, column: column.id))
  }

  /// Whether the base that a row is a share of may be told.
  func tellsBase(of table: Table, _ row: Table.Row, _ column: Table.Column) -> Bool {
    table.baseRow(of: row.block).map { tells(table, $0, column) } ?? true
  }

  /// Whether the units behind a cell may be named: where replies were given in confidence, not by
  /// what they replied, however many they are.
  func names(_ table: Table, _ row: Table.Row, _ column: Table.Column) -> Bool {
    !isConfidential
      || places.isPublic(
        PublishedCells.Place(table: table.id, row: row.id, column: column.id))
  }

  /// Whether an answer state may be told, by its place among the counts of `answer-states.csv`.
  func tells(state: Int) -> Bool {
    places.isShown(state: state)
  }

  /// Why a statistic may not be told; nil where it may.
  ///
  /// - Parameter base: Of a share, where it is not that of the column.
  func hiding(
    _ statistic: Table.Statistic, of cell: AggregatedCell, in table: Table, _ row: Table.Row,
    _ column: Table.Column, base: Int? = nil
  ) -> Hiding? {
    guard let rules else { return nil }
    let isTold =
      switch statistic.kind {
      case .count: statistic == .count && tells(table, row, column)
      case .share: tells(table, row, column) && tellsWhole(of: statistic, table, row, column)
      case .number: tellsNumbers(statistic, of: cell, in: table, row, column)
      // The plan of such a collection has none.
      case .rank, .inference: false
      }
    guard isTold else { return .suppressed }
    let isSmall = (1..<rules.percentBase).contains(base ?? cell.base)
    return statistic.kind == .share && isSmall ? .smallBase : nil
  }

  private func tellsWhole(
    of statistic: Table.Statistic, _ table: Table, _ row: Table.Row, _ column: Table.Column
  ) -> Bool {
    table.whole(of: statistic, row, column).map { tells(table, $0.row, $0.column) } ?? true
  }

  /// Figures of a scale follow from the counts of its codes. Of numbers, sums and means are of all
  /// units together; the others are, or depend on, the answers of single ones. Where it is hidden how
  /// many have a number of a certain size, the sum may tell.
  private func tellsNumbers(
    _ statistic: Table.Statistic, of cell: AggregatedCell, in table: Table, _ row: Table.Row,
    _ column: Table.Column
  ) -> Bool {
    guard tellsAll(of: table, row, column) else { return false }
    let entry = table.variable(of: row)
    guard entry.codes.isEmpty, !cell.values.isEmpty else { return true }
    return (statistic == .mean || statistic == .sum) && places.tellsSizes(of: entry)
  }

  /// A figure as it may be told.
  func told(
    _ figure: CellFigure, _ statistic: Table.Statistic, of cell: AggregatedCell, in table: Table,
    _ row: Table.Row, _ column: Table.Column
  ) -> CellFigure {
    guard isConfidential else { return figure }
    let isShare = statistic.kind == .share || statistic == .count
    var size: Int?
    if case .count(let count)? = figure.base { size = count }
    let hiding = hiding(statistic, of: cell, in: table, row, column, base: isShare ? size : nil)
    let numerator = tells(table, row, column) ? figure.numerator : nil
    let tellsBase =
      switch statistic.kind {
      case .count: tellsBase(of: table, row, column)
      case .share: tellsWhole(of: statistic, table, row, column)
      case .number, .rank, .inference: hiding == nil
      }
    let base = tellsBase ? figure.base : nil
    if let hiding { return CellFigure(hidden: hiding, of: numerator, base: base) }
    var told = figure
    (told.numerator, told.base) = (numerator, base)
    return told
  }

  /// What the symbols in a table mean.
  func notes(on cells: some Sequence<String>) -> [String] {
    guard let rules else { return [] }
    let cells = Set(cells)
    return [
      (Hiding.suppressed, "hidden, since replies were given in confidence."),
      (Hiding.smallBase, "no percentage, since the base is below \(rules.percentBase)."),
    ].filter { cells.contains($0.0.symbol) }.map { "\($0.0.symbol): \($0.1)" }
  }

  /// Whether all counts of a column may be told that its mean could be worked out from, and that
  /// could be worked out from its mean.
  private func tellsAll(
    of table: Table, _ row: Table.Row, _ column: Table.Column
  ) -> Bool {
    table.rows.allSatisfy { other in
      switch other.kind {
      case .code, .net, .value, .base, .responses:
        other.block != row.block || tells(table, other, column)
      case .state, .population: true
      }
    }
  }

  /// Writes what data staff need to know of what is hidden, and nobody else may.
  func writeSuppressed(to folder: String) throws(RunError) {
    try places.writeSuppressed(to: folder)
  }
}

extension Disclosure {
  /// Decides what is hidden: in the tables of the plan and among the answer states.
  ///
  /// - Throws: `internalFault` where what is hidden could be worked out.
  init(
    _ pipeline: PipelineDefinition, _ plan: TablePlan, _ cells: PublishedCells,
    _ states: AnswerStatesFile, _ replies: KnownReplies
  ) throws(RunError) {
    guard let rules = pipeline.disclosure else {
      self = .none
      return
    }
    self.rules = rules
    places = try DisclosurePlaces(rules, pipeline, plan, cells, states, replies)
  }
}
