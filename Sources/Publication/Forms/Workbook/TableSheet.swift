import Basics
import DisclosureControl
import Glibc
import Phrases
import Printing
import Statistics
import Workbooks

/// The sheet of one table: title, notes, the table without gaps, and a chart where its rows are few.
struct TableSheet {
  /// What stands where there is no figure, as the UK Government Analysis Function has it.
  enum Sign: String, CaseIterable {
    case notApplicable = "[z]"
    case notAvailable = "[x]"

    var meaning: Phrase {
      switch self {
      case .notApplicable: .notApplicableHere
      case .notAvailable: .notAvailable
      }
    }
  }

  private let table: PrintedTable
  private let language: Language
  private let contents: String
  /// The name of the sheet of notes.
  private let notes: String
  /// Whether lines are in groups with a heading each, which get a column of their own.
  private let isGrouped: Bool

  init(_ table: PrintedTable, _ language: Language, contents: String, notes: String) {
    self.table = table
    self.language = language
    self.contents = contents
    self.notes = notes
    isGrouped = table.lines.contains(where: \.cells.isEmpty)
  }

  /// - Parameter tableName: What the table is called within the workbook.
  func sheet(named name: String, tableName: String) -> Sheet {
    let chart = chart
    let wayToNotes = Sheet.Line.link(language.text(.notesInSheet(notes)), toSheet: notes)
    return Sheet(
      name: name,
      lines: [
        .title(table.title),
        .text(language.text(chart == nil ? .oneTable : .oneTableAndChart)),
      ] + table.notes.map { .text($0) } + (table.footnotes.isEmpty ? [] : [wayToNotes]) + [
        .link(language.heading(.backToContents), toSheet: contents)
      ],
      table: SheetTable(
        name: tableName, headings: headings, rows: rows, labelColumns: isGrouped ? 2 : 1),
      chart: chart)
  }

  private var headings: [String] {
    let first = table.headings[0].isEmpty ? language.heading(.row) : table.headings[0]
    return (isGrouped ? [language.heading(.group), first] : [first]) + table.headings.dropFirst()
  }

  private var rows: [[SheetTable.Cell]] {
    var rows: [[SheetTable.Cell]] = []
    var group = ""
    for line in table.lines {
      guard !line.cells.isEmpty else {
        group = line.label
        continue
      }
      var row: [SheetTable.Cell] = []
      row.reserveCapacity(line.cells.count + 2)
      if isGrouped { row.append(.text(group)) }
      row.append(.text(line.label))
      for cell in line.cells { row.append(self.cell(cell)) }
      rows.append(row)
    }
    return rows
  }

  private func cell(_ cell: PrintedTable.Cell) -> SheetTable.Cell {
    guard let figure = cell.figure else { return .text(Sign.notApplicable.rawValue) }
    switch figure.value {
    case .missing: return .text(Sign.notAvailable.rawValue)
    case .withheld: return .text(cell.text)
    case .quantity(let quantity):
      guard let number = PrintedNumber(cell.text) else {
        // Of letters of other columns there may be none.
        return .text(cell.text.isEmpty ? language.text(.nobody) : cell.text)
      }
      return .number(number.cell(of: quantity), decimals: number.decimals)
    }
  }
}

extension TableSheet {
  /// More bars than this are no picture, unless somebody asks for it.
  private static let mostBars = 8

  /// The shares of one question by bars: of per cent where the table has them, else of counts.
  private var chart: SheetChart? {
    guard !isGrouped, table.hasChart != false else { return nil }
    let share = [Statistic.percent, .count].lazy.compactMap { statistic in
      table.measures.firstIndex { $0.isOfAll && $0.statistic == statistic }
    }.first
    guard let share, let first = table.lines.firstIndex(where: \.isShare) else { return nil }
    let bars = table.lines[first...].prefix(while: \.isShare)
    let most = table.hasChart == true ? bars.count : Self.mostBars
    guard bars.count >= 2, bars.count <= most,
      !table.lines[bars.endIndex...].contains(where: \.isShare)
    else { return nil }
    return SheetChart(
      title: table.title, description: language.text(.chartOf(table.title)), rows: bars.indices,
      labels: 0, numbers: share + 1)
  }
}

/// A number as a table prints it.
struct PrintedNumber {
  private let value: Double
  let decimals: Int

  /// Nil for what is no number, such as a date.
  init?(_ text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count,
      parts.allSatisfy({ CalendarDate.number($0) != nil }),
      let value = Double(text)
    else { return nil }
    self.value = value
    decimals = parts.count == 2 ? parts[1].count : 0
  }

  /// What a spreadsheet's cell is to hold: the figure in full where that is shown as it is printed,
  /// which a tie, and a share that was rounded so that all add up, are not for certain.
  func cell(of quantity: Quantity) -> Double {
    guard let full = Double(quantity.text), full.isFinite else { return value }
    var half = 0.5
    for _ in 0..<decimals { half /= 10 }
    let kept = Self.spreadsheet(full)
    return abs(kept - value) < half * 0.999_999 ? kept : Self.spreadsheet(value)
  }

  /// A spreadsheet keeps 15 digits of a number (Excel specifications and limits).
  private static func spreadsheet(_ number: Double) -> Double {
    guard number != 0 else { return 0 }
    let decimals = 14 - Int(log10(number.magnitude).rounded(.down))
    guard -22...22 ~= decimals else { return spreadsheet(number, exponent: 14 - decimals) }
    let scale = pow(10, Double(decimals.magnitude))
    return decimals < 0
      ? (number / scale).rounded() * scale : (number * scale).rounded() / scale
  }

  /// The same of one so large or small that no power of ten scales it exactly.
  private static func spreadsheet(_ number: Double, exponent: Int) -> Double {
    let scale = pow(10, Double(exponent))
    guard scale.isNormal else { return 0 }
    let digits = Int((number / scale * 100_000_000_000_000).rounded())
    return Double("\(digits)e\(exponent - 14)") ?? number
  }
}
