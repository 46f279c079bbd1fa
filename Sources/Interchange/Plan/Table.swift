package import Questionnaire

/// One planned table, resolved: every row and column is a bucket that units fall into.
package struct Table: Sendable {
  /// The set that percentages are of.
  package enum Base: Sendable {
    case population
    case respondents
    case asked
    case answered
    case condition(Condition)
  }

  package enum Statistic: String, Sendable, CaseIterable {
    case count
    case percent
    case mean
    case minimum
    case maximum
  }

  package enum RowKind: Sendable, Equatable {
    /// A code of the row variable.
    case code(Int)
    /// The numbers or dates of the row variable.
    case value
    /// The set that the percentages of the rows above are of.
    case base
    /// Units in one of the answer states other than answered.
    case state(AnswerState)
    /// All units of the table.
    case population
  }

  package struct Row: Sendable {
    package let id: String
    package let label: String
    package let kind: RowKind
    package let isListed: Bool
  }

  package struct Column: Sendable {
    /// The banner variable; nil for the total.
    package let variable: VariableCatalog.Entry?
    package let code: Int
    package let id: String
    package let label: String
  }

  /// Whose answers or facts are counted.
  package enum Population: String, Sendable, CaseIterable {
    /// The reporting units.
    case units
    /// The units and the organizations that take part in treaties.
    case participants
  }

  package let id: String
  package let title: String
  /// What stands under the title; it may have the placeholders of the report.
  package private(set) var note: String
  package let noteLine: Int
  package let rowVariable: VariableCatalog.Entry
  package let rows: [Row]
  package let columns: [Column]
  package let base: Base
  package let baseLabel: String
  package let filter: Condition?
  package let population: Population
  package let statistics: [Statistic]

  /// The number of cells.
  package var size: Int { rows.count * columns.count }

  /// The position of a cell within its table.
  package func cell(row: Int, column: Int) -> Int {
    row * columns.count + column
  }

  /// The table with its note filled in.
  package func with(note: String) -> Table {
    var table = self
    table.note = note
    return table
  }

  package static let totalColumn = ".total"
}
