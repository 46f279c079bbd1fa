package import Questionnaire
package import Statistics
package import Tabulation

/// One planned table, resolved: every row and column is a bucket that units fall into.
package struct Table: Sendable {
  package typealias Base = TableBase
  package typealias RowKind = Tabulation.RowKind

  /// Whose answers or facts are counted.
  package enum Population: String, Sendable, CaseIterable {
    /// The reporting units.
    case units
    /// Whom the treaty admits: States, and organizations where it does.
    case participants
  }

  /// How a reader's table stands on the page.
  package enum Layout: String, Sendable, CaseIterable {
    /// A line a row.
    case list
    /// A line a question, with the choices they share across.
    case matrix
  }

  /// How the codes of a variable follow one another.
  package enum Order: String, Sendable, CaseIterable {
    /// As the questionnaire has them.
    case code
    case label
    /// The most frequent first; equal ones as the questionnaire has them.
    case count
  }

  /// One code of a variable.
  package struct Category: Sendable {
    package let variable: VariableCatalog.Entry
    package let code: Int

    package var name: String { variable.codes[code].name }
    package var label: String { variable.codes[code].label }
  }

  /// The rows of one variable, within the codes that they are nested in.
  package struct Block: Sendable {
    package let context: [Category]
    package let variable: VariableCatalog.Entry
    /// What stands before the block's ids; empty in a table of one variable.
    package let path: String
    /// What stands above the block's rows; empty in a table of one variable.
    package let heading: String
    /// What the base is called.
    package let baseLabel: String
    /// The codes that the base leaves out: whoever has one is counted beside it.
    package internal(set) var outside: Set<Int> = []

    /// The variables of the block from the outermost in, as `cells.csv` has them.
    package var variableName: String {
      (context.map(\.variable.name) + [variable.name]).joined(separator: ":")
    }

    /// The name of one of the block's rows within it, such as its code.
    package func name(of row: Row) -> String {
      String(row.id.dropFirst(path.count))
    }
  }

  package struct Row: Sendable {
    package let id: String
    package let label: String
    package let kind: RowKind
    package let isListed: Bool
    /// The position of the row's block.
    package let block: Int
    /// Whether the row is part of a net that stands right before it.
    package let isWithinNet: Bool
    /// The position among the rows as they are counted, whatever the order of print.
    package fileprivate(set) var position = 0

    package init(
      id: String, label: String, kind: RowKind, isListed: Bool, block: Int = 0,
      isWithinNet: Bool = false
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      self.isListed = isListed
      self.block = block
      self.isWithinNet = isWithinNet
    }

    /// Whether the row is a part of the base, so that it has percentages.
    package var isShare: Bool {
      switch kind {
      case .code, .net: true
      case .outside, .value, .base, .offered, .responses, .state, .population: false
      }
    }

    /// Whether percentages are of it.
    package var isWhole: Bool {
      switch kind {
      case .base, .offered: true
      case .code, .net, .outside, .value, .responses, .state, .population: false
      }
    }

    /// Whether it counts units by their answers, in the base or outside it.
    package var isAnswer: Bool {
      switch kind {
      case .code, .net, .outside: true
      case .value, .base, .offered, .responses, .state, .population: false
      }
    }

    /// Whether a matrix has a column for it.
    package var isInMatrix: Bool { isAnswer || kind == .base }
  }

  /// Whether nothing in it has choices, but numbers or dates.
  package var isOfNumbers: Bool { blocks.allSatisfy { $0.variable.codes.isEmpty } }

  package struct Column: Sendable {
    /// The codes that meet in the column, from the outermost in; none for the total.
    package let path: [Category]
    /// The position of the banner variable among those of the table; nil for the total.
    package let part: Int?
    package let id: String
    package let label: String
    /// The position among the columns.
    package fileprivate(set) var position = 0

    package var variableName: String { path.map(\.variable.name).joined(separator: ":") }
  }

  /// A text of the plan and the line it stands on.
  package struct Wording: Sendable {
    package let text: String
    package let line: Int
  }

  /// A note below the table, and what it is about.
  package struct Footnote: Sendable {
    /// What a note is about; a row of a matrix by its code, which all questions share.
    package enum Subject: Hashable, Sendable {
      case title
      case row(String)
      case column(String)
    }

    package let subject: Subject
    package internal(set) var text: String
    package let line: Int
  }

  package let id: String
  /// The repeat of which each instance is counted; nil where reporting units are.
  package let unit: InstanceUnit?
  package let title: String
  /// What the plan words without placeholders: the title and what the base is called.
  package let wordings: [Wording]
  /// What stands under the title; it may have the placeholders of the report.
  package private(set) var note: String
  package let noteLine: Int
  package private(set) var footnotes: [Footnote]
  package let blocks: [Block]
  package private(set) var rows: TableRows
  package let columns: [Column]
  /// The base that the plan names; nil where each variable has its usual one.
  package let base: Base?
  package let filter: Condition?
  package let population: Population
  package let statistics: [Statistic]
  package let style: TableStyle
  /// Whether shares and means are of weights.
  package let isWeighted: Bool
  /// Whether what registers say of a treaty is in it.
  package let restsOnTreaty: Bool

  /// Whether it tells how far its figures may be off.
  package var isInferred: Bool {
    style.isTested || statistics.contains { $0.kind == .inference }
  }

  /// The number of cells.
  package var size: Int { rows.count * columns.count }

  /// The position of a cell within its table.
  package func cell(row: Int, column: Int) -> Int {
    row * columns.count + column
  }

  package func cell(_ row: Row, _ column: Column) -> Int {
    cell(row: row.position, column: column.position)
  }

  package func variable(of row: Row) -> VariableCatalog.Entry {
    blocks[row.block].variable
  }

  /// The label of a row with what its block is about.
  package func fullLabel(of row: Row) -> String {
    let heading = blocks[row.block].heading
    return heading.isEmpty ? row.label : "\(heading): \(row.label)"
  }

  /// What the percentages of a variable are of.
  package func base(of variable: VariableCatalog.Entry) -> Base {
    base ?? variable.usualBase
  }

  /// What footnotes know a row by.
  package func anchor(of row: Row) -> String {
    style.layout == .matrix ? blocks[row.block].name(of: row) : row.id
  }

  package func baseLabel(of row: Row) -> String { blocks[row.block].baseLabel }

  /// The row that the percentages of a row are of.
  package func baseRow(of row: Row) -> Row? {
    rows.baseIndex(of: row).map { rows[$0] }
  }

  /// The cell that a share is of; nil where the statistic is no share of the row.
  package func whole(
    of statistic: Statistic, _ row: Row, _ column: Column
  ) -> (row: Row, column: Column)? {
    let isBase = row.kind == .base && style.hasBasePercent && statistic == .percent
    guard row.isShare || isBase, let base = baseRow(of: row),
      let total = columns.first(where: { $0.path.isEmpty })
    else { return nil }
    let whole: StatisticEntry.Whole
    switch statistic.formula {
    case .share(let part): whole = part
    case .cumulatedShare:
      guard case .code = row.kind else { return nil }
      whole = .base
    case .units, .weight, .number, .unitsThatRanked, .shareThatRanked, .rank, .limit, .comparison:
      return nil
    }
    switch whole {
    case .base: return (base, column)
    case .rowTotal: return (row, total)
    case .tableBase: return (base, total)
    case .choicesMade:
      // A net counts a unit once, however many of its choices were made.
      if case .net = row.kind { return nil }
      return rows.index(of: .responses, in: row.block).map { (rows[$0], column) }
    }
  }

  /// The codes down to that of a row, which a cumulated share is of.
  package func cumulated(to row: Row) -> [Row] {
    let codes = rows.filter { other in
      if case .code = other.kind { other.block == row.block } else { false }
    }
    return Array(codes.prefix { $0.id != row.id }) + [row]
  }

  /// The table with its notes filled in.
  package func with(note: String, footnotes: [String]) -> Table {
    var table = self
    table.note = note
    for (index, text) in footnotes.enumerated() { table.footnotes[index].text = text }
    return table
  }

  /// The table with its rows in another order.
  package func with(rows: [Row]) -> Table {
    var table = self
    table.rows = TableRows(rows)
    return table
  }

  package static let totalColumn = ".total"
}

extension Table {
  /// Rows as they are planned, with their positions.
  static func planned(_ rows: [Row]) -> TableRows {
    TableRows(
      rows.enumerated().map { position, row in
        var row = row
        row.position = position
        return row
      })
  }

  /// Columns as they are planned, with their positions.
  static func planned(_ columns: [Column]) -> [Column] {
    columns.enumerated().map { position, column in
      var column = column
      column.position = position
      return column
    }
  }
}

/// How a reader's table is printed.
package struct TableStyle: Sendable {
  package var layout = Table.Layout.list
  package var order = Table.Order.code
  /// The rows that stay at the end whatever the order, such as "other".
  package var last: [String] = []
  /// Decimals of percentages; nil for those of the pipeline.
  package var percentDecimals: Int?
  /// Decimals of means and other figures that are no counts.
  package var decimals = 2
  /// Whether the printed shares of a block are made to add up to 100.
  package var sharesAddUp = false
  /// Whether rows of answers are printed that no unit has.
  package var hasZeroRows = true
  /// Whether the base is shown as 100 per cent.
  package var hasBasePercent = false
  /// Whether it says if rows and columns are independent.
  package var isTested = false
  /// Whether page and workbook have a chart of it; nil where each decides.
  package var hasChart: Bool?
  /// The language of names in lists; nil for that of the pipeline.
  package var language: String?
  /// How many names a list in prose has at most; nil for all.
  package var examples: Int?

  package init() {}
}
