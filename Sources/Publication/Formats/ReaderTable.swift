import Basics
import Definition
import Questionnaire
import Tabular

/// `tables/<id>.csv`: one table as a reader wants it, rounded and labelled.
///
/// Safe to double-click: UTF-8 with byte order mark, CRLF, and no text that a spreadsheet takes
/// for a formula. Title, notes and base stand around the table, so that it can stand alone.
struct ReaderTable {
  let table: Table
  let figures: TableFigures
  let percentDecimals: Int
  private let marks: FootnoteMarks

  init(
    table: Table, cells: PublishedCells, disclosure: Disclosure, percentDecimals: Int
  ) {
    self.table = table
    figures = TableFigures(table, cells, disclosure)
    self.percentDecimals = table.style.percentDecimals ?? percentDecimals
    marks = FootnoteMarks(table)
  }

  func write(to folder: String) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/\(table.id).csv", prefix: [0xEF, 0xBB, 0xBF], lineEnd: "\r\n")
    try write([marks.text(table.title, at: .title)], writer)
    if !table.note.isEmpty { try write([table.note], writer) }
    for line in explanations { try write([line], writer) }
    let lines = try lines
    for line in figures.disclosure.notes(on: lines.joined()) { try write([line], writer) }
    try write([""], writer)
    for line in lines { try write(line, writer) }
    if !marks.notes.isEmpty { try write([""], writer) }
    for note in marks.notes { try write([note], writer) }
    try writer.commit()
  }

  private var lines: [[String]] {
    get throws(RunError) {
      switch table.style.layout {
      case .list: try listLines
      case .matrix: try matrixLines
      }
    }
  }

  /// What the figures are of.
  private var explanations: [String] {
    var lines: [String] = []
    let statistics = table.statistics
    if statistics.contains(.percent) || statistics.contains(.rankedPercent) {
      let bases = Set(table.blocks.map(\.baseLabel))
      lines.append(
        bases.count == 1
          ? "Percentages are of the base: \(table.blocks[0].baseLabel)."
          : "Percentages are of the base below each group of rows.")
    }
    if statistics.contains(.rowPercent) {
      lines.append("Percentages of row are of the units in the row.")
    }
    if statistics.contains(.tablePercent) {
      lines.append("Percentages of table are of the base in all columns.")
    }
    if statistics.contains(.responsePercent) {
      lines.append(
        "Percentages of choices are of all choices made"
          + (table.blocks.contains(where: \.variable.isRanking)
            ? ", of a ranking of those ranked first." : "."))
    }
    if table.isWeighted {
      lines.append("Shares and means are weighted; numbers are of units, not weighted.")
    }
    if statistics.contains(where: { $0.kind == .inference }), let sample = figures.inference?.sample
    {
      let confidence = Quantity.real(sample.confidence).text
      lines.append(
        "Limits and comparisons hold with a confidence of \(confidence) per cent"
          + (statistics.contains(.higherThan)
            ? "; letters name the columns that a figure is higher than." : "."))
    }
    return lines
  }
}

// MARK: - A line a row

extension ReaderTable {
  private var listLines: [[String]] {
    get throws(RunError) {
      let shares = try RoundedShares(figures, places: percentDecimals)
      var lines = [heading]
      for (index, block) in table.blocks.enumerated() {
        if !block.heading.isEmpty { lines.append([block.heading]) }
        for row in table.rows where row.block == index {
          lines += try self.lines(of: row, shares)
        }
      }
      return lines
    }
  }

  /// The line of a row; of a base without counts it has the number all the same, of which shares
  /// and means are: in the place of what the base has none of, else in a line below.
  private func lines(of row: Table.Row, _ shares: RoundedShares) throws(RunError) -> [[String]] {
    let texts = try table.columns.map { column throws(RunError) in
      try table.statistics.map { statistic throws(RunError) in
        try text(statistic, row, column, shares)
      }
    }
    let line = [label(of: row)] + texts.joined()
    guard row.kind == .base, !table.statistics.contains(.count) else { return [line] }
    let numbers = try table.columns.map { column throws(RunError) in
      [try text(.count, row, column, shares)]
        + Array(repeating: "", count: table.statistics.count - 1)
    }.joined()
    return texts.joined().allSatisfy(\.isEmpty)
      ? [[line[0]] + numbers] : [line, ["Number in the base"] + numbers]
  }

  /// A column a statistic: the count stands under the bare label.
  private var heading: [String] {
    let variables = Set(table.blocks.map(\.variable.name))
    let isCompared = table.statistics.contains(.higherThan)
    let first = variables.count == 1 ? table.blocks[0].variable.label : ""
    return [first]
      + table.columns.enumerated().flatMap { position, column in
        var label = marks.text(column.label, at: .column(column.id))
        if isCompared, column.part != nil {
          label += " (\(Inference.letter(position, table.columns)))"
        }
        return table.statistics.map { statistic in
          statistic == .count ? label : "\(label), \(statistic.heading)"
        }
      }
  }

  private func label(of row: Table.Row) -> String {
    let label = row.kind == .base ? "Base: \(table.baseLabel(of: row))" : row.label
    let marked = marks.text(label, at: .row(table.anchor(of: row)))
    return row.isWithinNet ? "of which: \(marked)" : marked
  }

  private func text(
    _ statistic: Table.Statistic, _ row: Table.Row, _ column: Table.Column, _ shares: RoundedShares
  ) throws(RunError) -> String {
    guard let figure = try figures.figure(statistic, row: row, column: column) else { return "" }
    guard let quantity = figure.quantity else {
      return Disclosure.Hiding(rawValue: figure.status)?.symbol ?? ""
    }
    switch statistic {
    case .percent: return shares.text(quantity, row, column)
    case .rowPercent, .tablePercent, .responsePercent, .rankedPercent:
      return Self.percent(quantity, places: percentDecimals)
    case .weightedCount: return quantity.text(places: 0)
    // Limits of percentages have a decimal more than these.
    case .lowerLimit, .upperLimit:
      return quantity.text(places: row.isShare ? percentDecimals + 1 : table.style.decimals)
    case .minimum, .maximum: return quantity.text
    case .sum where !table.isWeighted: return quantity.text
    default: return quantity.text(places: table.style.decimals)
    }
  }

  /// A percentage, which is 0 and 100 only where it is so exactly.
  private static func percent(_ quantity: Quantity, places: Int) -> String {
    guard case .ratio(let hundredfold, let base) = quantity else { return quantity.text }
    return Ratio.percent(hundredfold: hundredfold, of: base, places: places)
  }
}

// MARK: - A line a question

extension ReaderTable {
  private var matrixLines: [[String]] {
    get throws(RunError) {
      guard let total = table.columns.first else { return [] }
      let shares = try RoundedShares(figures, places: percentDecimals)
      let first = table.rows.filter { $0.block == 0 && ($0.isShare || $0.kind == .base) }
      var lines = [
        [""]
          + first.flatMap { row in
            let label = label(of: row)
            return statistics(of: row).map { $0 == .count ? label : "\(label), \($0.heading)" }
          }
      ]
      for (index, block) in table.blocks.enumerated() {
        var line = [block.heading.isEmpty ? block.variable.label : block.heading]
        for row in table.rows where row.block == index && (row.isShare || row.kind == .base) {
          for statistic in statistics(of: row) {
            line.append(try text(statistic, row, total, shares))
          }
        }
        lines.append(line)
      }
      return lines
    }
  }

  /// Answers have shares, the base has means, and always the number that these are of.
  private func statistics(of row: Table.Row) -> [Table.Statistic] {
    let hasMeans = table.statistics.contains { $0.kind == .number }
    let own = table.statistics.filter { statistic in
      switch statistic.kind {
      case .count: true
      case .share, .rank: row.isShare
      case .number: !row.isShare
      case .inference: row.isShare || hasMeans
      }
    }
    return row.isShare || own.contains(.count) ? own : [.count] + own
  }
}

// MARK: - Spreadsheets

extension ReaderTable {
  private func write(_ cells: [String], _ writer: CSVWriter) throws(RunError) {
    try writer.write(cells.map(Self.harmless))
  }

  /// The signs that begin a formula, also in their full-width forms.
  private static let formulaStarts = Set("=+-@＝＋－＠".unicodeScalars)

  /// A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV
  /// Injection"); negative numbers are left alone.
  static func harmless(_ text: String) -> String {
    let start = text.unicodeScalars.first { !$0.properties.isWhitespace }
    guard let start, Self.formulaStarts.contains(start), FixedDecimal(text) == nil else {
      return text
    }
    return "'\(text)"
  }
}
