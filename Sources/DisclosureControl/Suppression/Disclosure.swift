import Basics
import Definition
import Interchange
import Optimization
import Statistics
import Tabulation

/// What of the counted figures is released.
struct Disclosure: Sendable {
  let rules: DisclosureRules?
  private let suppressed: SuppressedFigures
  /// Nil where sums are not guarded.
  private var amounts: GuardedAmounts?

  /// Everything is released.
  static let none = Disclosure(rules: nil, suppressed: SuppressedFigures())

  /// Whether replies were given in confidence; else everything is released.
  var isConfidential: Bool { rules != nil }

  /// Whether the count of a cell is released.
  func releases(_ table: Table, row: Table.Row, column: Table.Column) -> Bool {
    suppressed.isReleased(CellAddress(table: table.id, row: row.id, column: column.id))
  }

  /// Whether the base that a row is a share of is released.
  func releasesBase(of table: Table, _ row: Table.Row, _ column: Table.Column) -> Bool {
    table.baseRow(of: row).map { releases(table, row: $0, column: column) } ?? true
  }

  /// Whether the units behind a cell may be named: where replies were given in confidence, not by
  /// what they replied, however many they are.
  func releasesNames(_ table: Table, row: Table.Row, column: Table.Column) -> Bool {
    !isConfidential
      || suppressed.isPublic(CellAddress(table: table.id, row: row.id, column: column.id))
  }

  /// Whether an answer state is released.
  func releases(stateLine line: Int, column: Int) -> Bool {
    suppressed.isReleased(stateLine: line, column: column)
  }

  /// Why a statistic is not released; nil where it is.
  ///
  /// - Parameter base: Of a share, where it is not that of the column.
  func withholding(
    _ statistic: Statistic, of cell: AggregatedCell, in table: Table, row: Table.Row,
    column: Table.Column, base: Int? = nil
  ) -> Withholding? {
    guard let rules else { return nil }
    let isReleased =
      switch statistic.formula {
      case .units: releases(table, row: row, column: column)
      // Codes that do not come to their base tell nothing together.
      case .cumulatedShare where addsUp(table) == false: false
      case .share, .cumulatedShare:
        releasesPart(of: statistic, table, row: row, column: column)
          && releasesWhole(of: statistic, table, row: row, column: column)
      case .number: releasesNumbers(statistic, of: cell, in: table, row: row, column: column)
      // The plan of such a collection has none.
      case .weight, .unitsThatRanked, .shareThatRanked, .rank, .limit, .comparison: false
      }
    guard isReleased else { return .suppressed }
    let least = rules.roundingBase == nil ? 1 : 0
    let isSmall = (least..<rules.percentBase).contains(base ?? cell.base)
    return statistic.kind == .share && isSmall ? .smallBase : nil
  }

  /// Whether the units are released that a share is made of. What is cumulated tells each of its counts
  /// to whoever has the others.
  func releasesPart(
    of statistic: Statistic, _ table: Table, row: Table.Row, column: Table.Column
  ) -> Bool {
    let rows =
      if case .cumulatedShare = statistic.formula { table.cumulated(to: row) } else { [row] }
    return rows.allSatisfy { releases(table, row: $0, column: column) }
  }

  func releasesWhole(
    of statistic: Statistic, _ table: Table, row: Table.Row, column: Table.Column
  ) -> Bool {
    table.whole(of: statistic, row, column).map { releases(table, row: $0.row, column: $0.column) }
      ?? true
  }

  /// Figures of a scale follow from the counts of its codes. Of numbers, sums and means are of all
  /// units together, and may be told where no unit can be most of a sum; the others are, or depend on,
  /// the answers of single ones. Where it is hidden how many have a number of a certain size, the sum
  /// may tell.
  private func releasesNumbers(
    _ statistic: Statistic, of cell: AggregatedCell, in table: Table, row: Table.Row,
    column: Table.Column
  ) -> Bool {
    guard releasesAll(of: table, row, column) else { return false }
    let entry = table.variable(of: row)
    guard entry.codes.isEmpty else { return true }
    // That there are none is not told where a count that is rounded may be 0.
    guard !cell.values.isEmpty || roundingBase != nil else { return true }
    guard let rules, statistic.entry.isOfAllUnits else { return false }
    return switch rules.amounts {
    case .hidden: false
    case .released: suppressed.releasesSizes(of: entry)
    case .guarded: amounts?.releases(table, row: row, column: column) ?? false
    }
  }

  /// Whether all counts of a column are released that its mean could be worked out from, and that
  /// could be worked out from its mean.
  private func releasesAll(
    of table: Table, _ row: Table.Row, _ column: Table.Column
  ) -> Bool {
    table.rows.allSatisfy { other in
      switch other.kind {
      case .code, .net, .value, .base, .responses:
        other.block != row.block || releases(table, row: other, column: column)
      case .outside, .offered, .state, .population: true
      }
    }
  }

  /// Writes what data staff need to know of what is hidden or rounded, and nobody else may.
  func writeSuppressed(pathOf: (String) -> String) throws(RunError) {
    try suppressed.write(to: pathOf("suppressed.csv"))
    try suppressed.writeRounded(to: pathOf("rounded.csv"))
    try amounts?.write(to: pathOf("suppressed-amounts.csv"))
  }
}

// MARK: - Rounding

extension Disclosure {
  /// What all counts are multiples of; nil where they are told as they are.
  var roundingBase: Int? { rules?.roundingBase }

  /// Whether the rounded counts of a table add up as its counts do; nil where some are hidden.
  func addsUp(_ table: Table) -> Bool? { suppressed.addsUp(table.id) }

  /// The same of all tables together.
  var addUp: Bool? { suppressed.addUp }

  /// The counts as they are told: all figures follow from these.
  func released(_ cells: CountedCells, of plan: TablePlan) -> CountedCells {
    roundingBase == nil ? cells : cells.rounded(plan) { suppressed.rounded($0) ?? 0 }
  }

  func released(_ states: CountedAnswerStates) -> CountedAnswerStates {
    roundingBase == nil
      ? states : states.rounded { suppressed.rounded(stateLine: $0, column: $1) ?? 0 }
  }
}

extension Disclosure {
  /// Decides what is hidden: in the tables of the plan and among the answer states.
  ///
  /// - Throws: `internalFault` where what is hidden could be worked out, or the solver is not installed.
  init(
    _ definition: CollectionDefinition, cells: CountedCells, states: CountedAnswerStates
  ) throws(RunError) {
    guard let rules = definition.pipeline.disclosure else {
      self = .none
      return
    }
    self.rules = rules
    if let reason = IntegerProgram.load() {
      throw RunError(
        path: definition.folders.pipeline, id: .fault(.noSolver),
        "counts are to be hidden, and the solver that finds which cannot be loaded (\(reason)). Install "
          + "it: make setup, or apt-get install coinor-libcbc3")
    }
    try KnownReplies.requireOffered(
      in: definition.folders.folder(of: .validate), definition.pipeline, plan: definition.plan)
    let replies = try KnownReplies(
      in: definition.folders.folder(of: .validate), definition.pipeline)
    suppressed = try SuppressedFigures(
      rules, definition, cells: cells, states: states, replies: replies)
    guard rules.amounts == .guarded else { return }
    let groups = try AmountGroup.read(from: definition.folders.folder(of: .aggregate))
    amounts = try GuardedAmounts(
      groups, definition.plan, by: rules.amountRules, mayRelease: releasesAll)
  }
}
