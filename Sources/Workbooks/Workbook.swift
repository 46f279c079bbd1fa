package import Basics

/// A workbook before it has bytes: sheets of at most one table each, as the UK Government Analysis
/// Function asks of statistics in spreadsheets.
package struct Workbook: Sendable {
  package var title: String
  /// Who publishes it; empty for nobody named.
  package var author: String
  /// The day that its properties give as that of its making, so that a repeated run has the same bytes.
  package var day: CalendarDate
  /// Whether sheets run from right to left.
  package var isRightToLeft: Bool
  /// At least one. Their names are different, whatever their case.
  package var sheets: [Sheet]

  package init(
    title: String, author: String, day: CalendarDate, isRightToLeft: Bool, sheets: [Sheet]
  ) {
    self.title = title
    self.author = author
    self.day = day
    self.isRightToLeft = isRightToLeft
    self.sheets = sheets
  }
}

/// A sheet: lines of text in the first column, and a table below them.
package struct Sheet: Sendable {
  /// At most 31 characters, and none of `[]:*?/\`.
  package let name: String
  package var lines: [Line]
  package var table: SheetTable?
  package var chart: SheetChart?

  package enum Line: Sendable {
    case title(String)
    case heading(String)
    case text(String)
    case link(String, toSheet: String)
  }

  package init(
    name: String, lines: [Line], table: SheetTable? = nil, chart: SheetChart? = nil
  ) {
    self.name = name
    self.lines = lines
    self.table = table
    self.chart = chart
  }
}

/// The table of a sheet, marked up as one: a row of headings, and rows without a gap.
package struct SheetTable: Sendable {
  package enum Cell: Sendable {
    case text(String)
    case link(String, toSheet: String)
    /// A number, and how many decimals it is shown with.
    case number(Double, decimals: Int)
  }

  /// The name of the table within the workbook: letters and digits.
  package let name: String
  /// Different ones, whatever their case.
  package let headings: [String]
  /// At least one, each as long as the headings.
  package let rows: [[Cell]]
  /// The columns at the left that say what a row is.
  package let labelColumns: Int
  /// The columns that stay where the others are scrolled, and stand on each page.
  package let frozenColumns: Int

  /// - Parameter frozenColumns: Nil for those that say what a row is.
  package init(
    name: String, headings: [String], rows: [[Cell]], labelColumns: Int, frozenColumns: Int? = nil
  ) {
    self.frozenColumns = frozenColumns ?? labelColumns
    self.name = name
    self.headings = Self.different(headings)
    self.rows = rows
    self.labelColumns = labelColumns
  }

  /// Excel's longest heading of a table has 255 units of UTF-16; some are left for a number.
  private static let longestHeading = 245

  /// A spreadsheet knows a column by its heading, without regard to case.
  private static func different(_ headings: [String]) -> [String] {
    var names = DistinctNames()
    return headings.map { heading in
      let bare = heading.isEmpty ? "-" : heading.shortened(to: longestHeading)
      return names.name(for: bare) { "\(bare) (\($0))" }
    }
  }
}

/// Bars for rows that follow one another, below the table.
package struct SheetChart: Sendable {
  package let title: String
  /// What the chart shows, for those who do not see it.
  package let description: String
  /// The rows of the table, and its columns of labels and of numbers.
  package let rows: Range<Int>
  package let labels: Int
  package let numbers: Int

  package init(title: String, description: String, rows: Range<Int>, labels: Int, numbers: Int) {
    self.title = title
    self.description = description
    self.rows = rows
    self.labels = labels
    self.numbers = numbers
  }
}

extension String {
  /// The text, or its beginning and an ellipsis where it has more units of UTF-16.
  func shortened(to most: Int) -> String {
    guard utf16.count > most else { return self }
    var short = ""
    var size = 1
    for character in self {
      size += character.utf16.count
      guard size <= most else { break }
      short.append(character)
    }
    return short + "…"
  }
}
