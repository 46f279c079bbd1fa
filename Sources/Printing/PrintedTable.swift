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
  package let lines: [Line]
  /// What stands below the table.
  package let footnotes: [String]

  package struct Line: Sendable {
    /// The label of a row, or the heading of a group of rows.
    package let label: String
    /// None for the heading of a group.
    package let cells: [Cell]
    /// Whether the row is a part of its base, such as a choice.
    package let isShare: Bool

    init(_ label: String, _ cells: [Cell] = [], isShare: Bool = false) {
      self.label = label
      self.cells = cells
      self.isShare = isShare
    }
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
