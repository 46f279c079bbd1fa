package import Definition
package import DisclosureControl
package import Statistics

/// A table as a reader sees it, rounded and labelled, before any form of output gives it its bytes.
package struct PrintedTable: Sendable {
  package let id: String
  package let title: String
  /// What stands under the title: the note of the plan, what the figures are of, and what the
  /// shorthand means.
  package let notes: [String]
  /// The headings of the columns, that of the labels first.
  package let headings: [String]
  /// What the cells of a line are, in the order of the headings without the first.
  package let measures: [Measure]
  /// The same in groups: the statistics of a column, or in a matrix of a row.
  package let groups: [Group]
  package let lines: [Line]
  /// Whether there is to be a chart of it; nil where each form decides.
  package let hasChart: Bool?
  /// Whether its codes are parts that come to their base.
  package let hasWholes: Bool
  /// What stands below the table.
  package let footnotes: [Footnote]

  /// A note, and what labels refer to it by.
  package struct Footnote: Sendable {
    package let mark: String
    package let text: String

    /// Both, as they stand below the table.
    package var line: String { "\(mark) \(text)" }
  }

  package struct Line: Sendable {
    /// The label of a row, or the heading of a group of rows.
    package let label: String
    /// None for the heading of a group.
    package let cells: [Cell]
    /// The row of the table; nil for the heading of a group, and in a matrix.
    package let row: Table.Row?

    init(_ label: String, _ cells: [Cell] = [], row: Table.Row? = nil) {
      self.label = label
      self.cells = cells
      self.row = row
    }

    /// Whether the row is a part of its base, such as a choice.
    package var isShare: Bool { row?.isShare ?? false }
  }

  /// Neighbouring cells that are about one column, or in a matrix about one row.
  package struct Group: Sendable {
    package let label: String
    /// How many cells there are of it.
    package let width: Int
    /// What the column is of; none for the total and in a matrix.
    package let path: [Table.Category]
    /// The row in a matrix.
    package let row: Table.Row?
  }

  /// A statistic, of all or of a part of the units.
  package struct Measure: Sendable {
    package let statistic: Statistic
    package let isOfAll: Bool
  }

  /// A printed cell: its text, and the figure that it is the text of.
  package struct Cell: Sendable {
    package let text: String
    /// Nil where the row has no such statistic.
    package let figure: ReleasedFigure?

    init(_ text: String = "", _ figure: ReleasedFigure? = nil) {
      self.text = text
      self.figure = figure
    }
  }
}
