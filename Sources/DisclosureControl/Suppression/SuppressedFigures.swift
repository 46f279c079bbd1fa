import Basics
import Definition
import Interchange
import Tabular

/// Which figures of the published files are hidden, as `CellSuppression` has it for the sets of
/// units that they count.
struct SuppressedFigures: Sendable {
  /// A figure of a published file, and the set that it counts.
  private struct Entry: Sendable {
    let file: String
    let address: CellAddress
    /// nil where no unit can be in the set that is counted.
    let cell: Int?
    let isPublic: Bool
  }

  private var cellEntries: [CellAddress: Entry] = [:]
  /// All of `cells.csv`, in the order of the plan.
  private var addresses: [CellAddress] = []
  /// The entries of `answer-states.csv`, line by line.
  private var stateEntries: [[Entry]] = []
  private var suppression: CellSuppression?
  /// How counts are rounded that are not hidden; nil where they are told as they are.
  private var rounding: CellRounding?
  /// The number questions of whose answers some are hidden that say more than that there is one.
  private var hiddenSizes: Set<Int> = []
  private var interval = 0

  /// Nothing is hidden.
  init() {}

  /// - Throws: `internalFault` where what is hidden could be worked out.
  init(
    _ rules: DisclosureRules, _ definition: CollectionDefinition, cells: CountedCells,
    states: CountedAnswerStates, replies: KnownReplies
  ) throws(RunError) {
    let plan = definition.plan
    var relations = TableRelations(
      UnitSpace(
        definition.pipeline, plan: plan, replies: replies, notAsked: states.questionsNotAsked),
      rules)
    for table in plan.tables {
      for row in table.rows {
        for column in table.columns {
          let count = try cells.cell(table, row: row, column: column).count
          let entry = try Self.entry(
            count, in: AggregatedCell.fileName, of: table, row: row, column: column, to: &relations,
            by: plan)
          if rules.unanimity == .hidden { relations.noteAnswer(table, row: row, column: column) }
          cellEntries[entry.address] = entry
          addresses.append(entry.address)
        }
      }
    }
    for (table, lines) in states.lines(of: plan) {
      for (column, line) in zip(table.columns, lines) {
        stateEntries.append(
          try zip(table.rows, line.counts).map { row, count throws(RunError) in
            try Self.entry(
              count, in: AnswerStateColumn.fileName, of: table, row: row, column: column,
              to: &relations,
              by: plan)
          })
      }
    }
    try relations.link(in: plan.path)
    let suppression = suppress(relations.linked, by: rules)
    self.suppression = suppression
    guard suppression.isProven else { throw fault(suppression, plan.path) }
    hiddenSizes = relations.questionsDivided { suppression.isHidden[$0] }
    interval = rules.interval
  }

  /// Decides what is hidden, and how the rest is rounded: so that no sum has to hold that a hidden count is
  /// in, which would tell what it is rounded to.
  private mutating func suppress(
    _ linked: LinkedCells, by rules: DisclosureRules
  ) -> CellSuppression {
    guard let base = rules.roundingBase else {
      return CellSuppression(linked, interval: rules.interval)
    }
    let printed = Set(entries.compactMap(\.cell))
    var hidden: Set<Int> = []
    while true {
      let rounding = CellRounding(linked, printed: printed.subtracting(hidden), base: base)
      let suppression = CellSuppression(
        linked, interval: rules.interval, rounding: rounding, hiding: hidden)
      let found = Set(suppression.isHidden.indices.filter { suppression.isHidden[$0] })
      guard found.count > hidden.count else {
        self.rounding = rounding
        return suppression
      }
      hidden = found
    }
  }

  /// In the order of the files.
  private var entries: [Entry] { addresses.compactMap { cellEntries[$0] } + stateEntries.joined() }

  private func fault(_ suppression: CellSuppression, _ path: String) -> RunError {
    let entry = entries.first { $0.cell != nil && $0.cell == suppression.givenUp }
    let cell = entry.map {
      "of table '\($0.address.table)', row '\($0.address.row)', column '\($0.address.column)' "
        + "(\($0.file)) "
    }
    return RunError(
      path: path, id: .fault(.notHidden),
      "a count \(cell ?? "")must be hidden, but no way was found to keep it from being worked out "
        + "from others, so that nothing is published. This is a fault of the program; please report "
        + "it. Until it is mended, take a table or a column out")
  }

  private static func entry(
    _ count: Int, in file: String, of table: Table, row: Table.Row, column: Table.Column,
    to relations: inout TableRelations, by plan: TablePlan
  ) throws(RunError) -> Entry {
    Entry(
      file: file, address: CellAddress(table: table.id, row: row.id, column: column.id),
      cell: try relations.add(count, of: table, row: row, column: column, in: plan.path),
      isPublic: relations.isPublic(table, row: row, column: column))
  }

  func isReleased(_ address: CellAddress) -> Bool {
    cellEntries[address].map(isReleased) ?? true
  }

  /// Whether all counts are released that say how large the numbers of a question are.
  func releasesSizes(of entry: VariableCatalog.Entry) -> Bool {
    guard case .question(let question) = entry.origin else { return true }
    return !hiddenSizes.contains(question)
  }

  /// Whether a count of `answer-states.csv` is released; its last column is the population.
  func isReleased(stateLine line: Int, column: Int) -> Bool {
    suppression == nil || isReleased(stateEntries[line][column])
  }

  /// What is told of a count that is not hidden, where counts are rounded.
  func rounded(_ address: CellAddress) -> Int? {
    rounding.map { rounded(cellEntries[address], by: $0) }
  }

  func rounded(stateLine line: Int, column: Int) -> Int? {
    rounding.map { rounded(stateEntries[line][column], by: $0) }
  }

  /// Nobody is in a set without a cell.
  private func rounded(_ entry: Entry?, by rounding: CellRounding) -> Int {
    entry?.cell.flatMap { rounding.values[$0] } ?? 0
  }

  /// Whether the rounded counts of a table add up as its counts do; nil where some are hidden, with which
  /// nothing has to.
  func addsUp(_ table: String) -> Bool? {
    let entries = addresses.filter { $0.table == table }.compactMap { cellEntries[$0] }
    return addsUp(entries, broken: brokenSums(within: entries))
  }

  /// The same of all tables together.
  var addUp: Bool? { addsUp(entries, broken: rounding?.brokenSums ?? []) }

  private func addsUp(_ entries: [Entry], broken: [Set<Int>]) -> Bool? {
    if !broken.isEmpty { return false }
    return entries.allSatisfy(isReleased) ? true : nil
  }

  private func brokenSums(within entries: [Entry]) -> [Set<Int>] {
    guard let rounding, !rounding.brokenSums.isEmpty else { return [] }
    let cells = Set(entries.compactMap(\.cell))
    return rounding.brokenSums.filter(cells.isSuperset)
  }

  /// Whether anybody can name the units of a cell.
  func isPublic(_ address: CellAddress) -> Bool {
    cellEntries[address].map(\.isPublic) ?? true
  }

  private func isReleased(_ entry: Entry) -> Bool {
    entry.cell.map { suppression?.isHidden[$0] != true } ?? true
  }
}

// MARK: - For data staff

/// `suppressed.csv`: `file,table,row,column,count,suppression,conf_status,limited`, every hidden
/// count.
///
/// `suppression` is `primary` where the count itself is of too few units (SDMX CL_CONF_STATUS `A`),
/// else `secondary` (`D`). `limited` is `yes` where public counts alone narrow the count more than the interval
/// allows, such as the answers of a group of two.
extension SuppressedFigures {
  func write(to path: String) throws(RunError) {
    let writer = try CSVWriter(
      path: path,
      header: [
        "file", "table", "row", "column", "count", "suppression", "conf_status", "limited",
      ])
    for entry in entries where !isReleased(entry) {
      guard let suppression, let number = entry.cell else { continue }
      let cell = suppression.linked.cells[number]
      try writer.write([
        entry.file, entry.address.table, entry.address.row, entry.address.column,
        String(cell.value),
        cell.isSensitive ? "primary" : "secondary", cell.isSensitive ? "A" : "D",
        suppression.intervals[number] < interval ? "yes" : "",
      ])
    }
    try writer.commit()
  }

  /// `rounded.csv`: `file,table,row,column,count,rounded`, every count and what is told of it, where counts are
  /// rounded.
  func writeRounded(to path: String) throws(RunError) {
    guard let rounding else { return }
    let writer = try CSVWriter(
      path: path, header: ["file", "table", "row", "column", "count", "rounded"])
    for entry in entries {
      guard let suppression, let number = entry.cell else { continue }
      try writer.write([
        entry.file, entry.address.table, entry.address.row, entry.address.column,
        String(suppression.linked.cells[number].value),
        isReleased(entry) ? String(rounded(entry, by: rounding)) : "",
      ])
    }
    try writer.commit()
  }
}
