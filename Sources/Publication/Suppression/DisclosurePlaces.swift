import Basics
import Definition
import Interchange
import Tabular

/// Which places of the published files are hidden, as `CellSuppression` has it for the figures
/// that stand there.
struct DisclosurePlaces {
  /// A place of a published file, and the figure that stands there.
  private struct Entry {
    let file: String
    let place: PublishedCells.Place
    /// nil where no unit can be in the set that is counted.
    let cell: Int?
    let isPublic: Bool
  }

  private var entries: [Entry] = []
  private var entryOfPlace: [PublishedCells.Place: Int] = [:]
  private var firstState = 0
  private var suppression: CellSuppression?
  /// The number questions of whose answers some are hidden that say more than that there is one.
  private var hiddenSizes: Set<Int> = []
  private var interval = 0

  /// Nothing is hidden.
  init() {}

  /// - Throws: `internalFault` where what is hidden could be worked out.
  init(
    _ rules: DisclosureRules, _ pipeline: PipelineDefinition, _ plan: TablePlan,
    _ cells: PublishedCells, _ states: AnswerStatesFile, _ replies: KnownReplies
  ) throws(RunError) {
    var relations = TableRelations(
      UnitSpace(pipeline, plan, replies), rules)
    for table in plan.tables {
      for row in table.rows {
        for column in table.columns {
          let count = cells[table.id, row.id, column.id]?.count ?? 0
          try add(count, CellsFile.name, table, row, column, to: &relations, plan)
          if let entry = entries.last { entryOfPlace[entry.place] = entries.count - 1 }
        }
      }
    }
    firstState = entries.count
    for (table, lines) in zip(plan.stateTables, states.lines(of: plan)) {
      for (column, counts) in zip(table.columns, lines) {
        for (row, count) in zip(table.rows, counts) {
          try add(count, AnswerStatesFile.name, table, row, column, to: &relations, plan)
        }
      }
    }
    try relations.link(in: plan.path)
    let suppression = CellSuppression(relations.linked, interval: rules.interval)
    guard suppression.isProven else { throw Self.fault(suppression, entries, plan.path) }
    self.suppression = suppression
    hiddenSizes = relations.questionsDivided { suppression.isHidden[$0] }
    interval = rules.interval
  }

  private static func fault(
    _ suppression: CellSuppression, _ entries: [Entry], _ path: String
  ) -> RunError {
    let entry = entries.first { $0.cell != nil && $0.cell == suppression.givenUp }
    let place = entry.map {
      "of table '\($0.place.table)', row '\($0.place.row)', column '\($0.place.column)' (\($0.file)) "
    }
    return RunError(
      .internalFault, path: path, rule: "not-hidden",
      "a count \(place ?? "")must be hidden, but no way was found to keep it from being worked out "
        + "from others, so that nothing is published. This is a fault of the program; please report "
        + "it. Until it is mended, take a table or a column out")
  }

  private mutating func add(
    _ count: Int, _ file: String, _ table: Table, _ row: Table.Row, _ column: Table.Column,
    to relations: inout TableRelations, _ plan: TablePlan
  ) throws(RunError) {
    entries.append(
      Entry(
        file: file,
        place: PublishedCells.Place(table: table.id, row: row.id, column: column.id),
        cell: try relations.add(count, of: table, row, column, in: plan.path),
        isPublic: relations.isPublic(table, row, column)))
  }

  func isShown(_ place: PublishedCells.Place) -> Bool {
    entryOfPlace[place].map { isShown(entries[$0]) } ?? true
  }

  /// Whether all counts are told that say how large the numbers of a question are.
  func tellsSizes(of entry: VariableCatalog.Entry) -> Bool {
    guard case .question(let question) = entry.origin else { return true }
    return !hiddenSizes.contains(question)
  }

  /// - Parameter state: Its place among the counts of `answer-states.csv`, line by line.
  func isShown(state: Int) -> Bool {
    suppression == nil || isShown(entries[firstState + state])
  }

  /// Whether anybody can name the units of a place.
  func isPublic(_ place: PublishedCells.Place) -> Bool {
    entryOfPlace[place].map { entries[$0].isPublic } ?? true
  }

  private func isShown(_ entry: Entry) -> Bool {
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
extension DisclosurePlaces {
  func writeSuppressed(to folder: String) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/suppressed.csv",
      header: [
        "file", "table", "row", "column", "count", "suppression", "conf_status", "limited",
      ])
    for entry in entries where !isShown(entry) {
      guard let suppression, let number = entry.cell else { continue }
      let cell = suppression.linked.cells[number]
      try writer.write([
        entry.file, entry.place.table, entry.place.row, entry.place.column, String(cell.value),
        cell.isSensitive ? "primary" : "secondary", cell.isSensitive ? "A" : "D",
        suppression.intervals[number] < interval ? "yes" : "",
      ])
    }
    try writer.commit()
  }
}
