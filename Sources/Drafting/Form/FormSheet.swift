import Basics
import Tabular

/// A sheet of a form that is taken over: its rows as somebody wrote them, or mended where they could
/// not be read, with a note on each that was.
struct FormSheet {
  /// The column of the notes, which the stages and the tools leave alone.
  static let review = "review"

  private(set) var header: [String]
  private(set) var rows: [Row]

  struct Row {
    var cells: [String]
    /// Where somebody wrote it: the line of the file, or the row of the sheet of a workbook.
    var line: Int?
    /// What was mended, for whoever reviews the draft.
    var notes: [String] = []
  }

  /// Headings of older forms.
  private static let spellings = [
    "list name": "list_name", "relevance": "relevant", "caption": "label",
  ]

  /// - Parameter isOfWorkbook: Whether each record of the file is a row of a sheet.
  init(_ file: CSVFile, isOfWorkbook: Bool = false) {
    header = file.header.map { Self.spellings[$0] ?? $0 }
    var lineEnds = Self.lines(file.header) - 1
    rows = file.rows.map { row in
      let cells = file.header.indices.map { row[at: $0] }
      defer { lineEnds += Self.lines(cells) - 1 }
      return Row(cells: cells, line: isOfWorkbook ? row.line - lineEnds : row.line)
    }
  }

  func cell(_ row: Int, _ column: String) -> String {
    header.firstIndex(of: column).map { rows[row].cells[$0] } ?? ""
  }

  mutating func set(_ row: Int, _ column: String, to text: String) {
    if !header.contains(column) {
      header.append(column)
      for row in rows.indices { rows[row].cells.append("") }
    }
    if let position = header.firstIndex(of: column) { rows[row].cells[position] = text }
  }

  mutating func note(_ row: Int, _ note: String) {
    if !rows[row].notes.contains(note) { rows[row].notes.append(note) }
  }

  mutating func replace(_ row: Int, by new: [Row]) {
    rows.replaceSubrange(row...row, with: new)
  }

  mutating func remove(_ row: Int) { rows.remove(at: row) }

  /// Adds a row that has some cells.
  mutating func append(_ cells: [String: String], note: String) {
    rows.append(Row(cells: header.map { cells[$0] ?? "" }, notes: [note]))
  }

  /// The row that begins on a line of the written sheet; nil for the header.
  func row(onLine line: Int) -> Int? {
    var next = 1 + Self.lines(header)
    for row in rows.indices {
      if next == line { return row }
      next += Self.lines(written(row))
    }
    return nil
  }

  func write(to path: String) throws(RunError) {
    let hasNotes = rows.contains { !$0.notes.isEmpty }
    let isNew = hasNotes && !header.contains(Self.review)
    let writer = try CSVWriter(path: path, header: header + (isNew ? [Self.review] : []))
    for row in rows.indices {
      try writer.write(written(row) + (isNew && rows[row].notes.isEmpty ? [""] : []))
    }
    try writer.commit()
  }

  /// The cells of a row with its notes.
  private func written(_ row: Int) -> [String] {
    let notes = rows[row].notes.joined(separator: "; ")
    guard !notes.isEmpty else { return rows[row].cells }
    guard let index = header.firstIndex(of: Self.review) else { return rows[row].cells + [notes] }
    var cells = rows[row].cells
    cells[index] = [cells[index], notes].filter { !$0.isEmpty }.joined(separator: "; ")
    return cells
  }

  /// How many lines a record takes in the file.
  private static func lines(_ cells: [String]) -> Int {
    1 + cells.reduce(0) { $0 + $1.unicodeScalars.count { $0 == "\n" } }
  }
}
