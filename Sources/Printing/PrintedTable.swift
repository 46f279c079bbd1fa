package import DisclosureControl

/// A table as a reader sees it, rounded and labelled, before any form of output gives it its bytes.
package struct PrintedTable: Sendable {
  package let id: String
  package let title: String
  /// What stands under the title: the note of the plan, what the figures are of, and what the
  /// shorthand means.
  package let notes: [String]
  /// The headings of the columns, that of the labels first.
  package let headings: [String]
  package let lines: [Line]
  /// What stands below the table.
  package let footnotes: [String]

  package struct Line: Sendable {
    /// The label of a row, or the heading of a group of rows.
    package let label: String
    /// None for the heading of a group.
    package let cells: [Cell]

    init(_ label: String, _ cells: [Cell] = []) {
      self.label = label
      self.cells = cells
    }
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
