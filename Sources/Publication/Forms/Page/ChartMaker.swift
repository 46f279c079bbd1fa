import Definition
import DisclosureControl
import Phrases
import Printing
import Statistics
import Tabulation

/// The pictures of one table, from its printed cells: one a block of rows, or one of a matrix.
///
/// Parts of a whole become bars; choices of which a unit may have several, long lists, counts and means
/// become dots on a line.
struct ChartMaker {
  /// More parts than this are no picture of a whole.
  private static let mostParts = 8
  /// A picture with more bars or columns than this shows the total alone.
  private static let mostColumns = 24

  private let printed: PrintedTable
  private let table: Table
  private let language: Language
  private let decimalMark: String

  init(_ printed: PrintedTable, of table: Table, _ setting: PageSetting) {
    (self.printed, self.table) = (printed, table)
    (language, decimalMark) = (setting.language, setting.decimalMark)
  }

  func charts() -> [PageChart] {
    switch table.style.layout {
    case .list: table.blocks.indices.compactMap(chart)
    case .matrix: [matrixBars ?? matrixDots].compactMap(\.self)
    }
  }

  // MARK: - A line a row

  private func chart(ofBlock index: Int) -> PageChart? {
    let block = table.blocks[index]
    let lines = printed.lines.filter { $0.row?.block == index }
    let codes = lines.filter { if case .code(_)? = $0.row?.kind { true } else { false } }
    if let offset = table.statistics.firstIndex(of: .percent), !block.variable.isMultiple,
      printed.hasWholes, 1...Self.mostParts ~= codes.count
    {
      let rows = columns.compactMap { group, start in
        bar(
          codes.map { $0.cells[start + offset] }, label: group.label,
          base: base(of: lines, start), keys: FilterKey.keys(of: group.path))
      }
      return rows.isEmpty
        ? nil
        : .bars(StackedBars(heading: block.heading, series: codes.map(\.label), rows: rows))
    }
    let shares = lines.filter(\.isShare)
    if let offset = [Statistic.percent, .count].lazy.compactMap({
      table.statistics.firstIndex(of: $0)
    }).first, !shares.isEmpty {
      return dots(shares, offset: offset, heading: block.heading)
    }
    guard let offset = table.statistics.firstIndex(where: { $0.kind == .number }) else {
      return nil
    }
    return dots(lines.filter { !$0.isShare }, offset: offset, heading: block.heading)
  }

  /// The groups of cells that are shown, each with where it begins.
  private var columns: [(group: PrintedTable.Group, start: Int)] {
    var start = 0
    let all = printed.groups.map { group in
      defer { start += group.width }
      return (group, start)
    }
    return all.count > Self.mostColumns ? Array(all.prefix(1)) : all
  }

  /// What the table prints as the number of units in the base of a column.
  private func base(of lines: [PrintedTable.Line], _ start: Int) -> String {
    let count = table.statistics.firstIndex(of: .count) ?? 0
    return lines.last { $0.row?.kind == .base }.map { text($0.cells[start + count]) } ?? ""
  }

  /// Nil where nobody is in the base.
  private func bar(
    _ cells: [PrintedTable.Cell], label: String, base: String, keys: [FilterKey]
  ) -> StackedBars.Row? {
    let parts = cells.enumerated().compactMap { series, cell in
      cell.figure?.quantity?.onAxis.map {
        StackedBars.Part(series: series, width: $0, text: text(cell))
      }
    }
    let isWhole = parts.count == cells.count
    let sign = withheld(cells).first
    if !isWhole, sign == nil { return nil }
    return StackedBars.Row(
      label: label, base: base, keys: keys, parts: isWhole ? parts : [],
      sign: isWhole ? "" : sign ?? "")
  }

  /// A line a row, a dot a column; with one row a line a column.
  private func dots(
    _ lines: [PrintedTable.Line], offset: Int, heading: String
  ) -> PageChart? {
    let statistic = table.statistics[offset]
    let series = columns.map { group, _ in
      DotPlot.Series(label: group.label, keys: FilterKey.keys(of: group.path))
    }
    let rows = lines.map { line in
      row(line.label, columns.map { line.cells[$0.start + offset] })
    }
    return plot(rows, series, of: statistic, heading: heading)
  }

  private func row(_ label: String, _ cells: [PrintedTable.Cell]) -> DotPlot.Row {
    let dots = cells.enumerated().compactMap { series, cell in
      cell.figure?.quantity?.onAxis.map {
        DotPlot.Dot(series: series, value: $0, text: text(cell))
      }
    }
    let first = dots.first { $0.series == 0 }?.text ?? withheld(Array(cells.prefix(1))).first
    return DotPlot.Row(label: label, dots: dots, signs: withheld(cells), first: first)
  }

  private func plot(
    _ all: [DotPlot.Row], _ series: [DotPlot.Series], of statistic: Statistic, heading: String
  ) -> PageChart? {
    let rows = all.filter { !$0.dots.isEmpty || !$0.signs.isEmpty }
    let values = rows.flatMap { $0.dots.map(\.value) }
    guard !values.isEmpty else { return nil }
    let isShare = statistic.kind == .share
    return .dots(
      DotPlot(
        heading: heading, series: series, rows: rows,
        scale: isShare ? .percent : ChartScale(holding: values),
        unit: language.heading(statistic.heading)))
  }

  /// The shorthand of what is withheld, each once.
  private func withheld(_ cells: [PrintedTable.Cell]) -> [String] {
    cells.reduce(into: []) { signs, cell in
      guard case .withheld? = cell.figure?.value, !signs.contains(cell.text) else { return }
      signs.append(cell.text)
    }
  }

  private func text(_ cell: PrintedTable.Cell) -> String {
    cell.text(decimalMark: decimalMark)
  }
}

// MARK: - A line a question

extension ChartMaker {
  /// The groups of cells of the choices, each with where it begins.
  private var choices: [(group: PrintedTable.Group, start: Int)] {
    var start = 0
    return printed.groups.map { group in
      defer { start += group.width }
      return (group, start)
    }.filter { if case .code(_)? = $0.group.row?.kind { true } else { false } }
  }

  private var matrixBars: PageChart? {
    let choices = choices
    guard let offset = offset(of: .percent), 1...Self.mostParts ~= choices.count,
      printed.hasWholes, !table.blocks.contains(where: \.variable.isMultiple)
    else { return nil }
    let rows = printed.lines.compactMap { line in
      bar(
        choices.map { line.cells[$0.start + offset] }, label: line.label,
        base: matrixBase(of: line), keys: [])
    }
    return rows.isEmpty
      ? nil : .bars(StackedBars(heading: "", series: choices.map(\.group.label), rows: rows))
  }

  private var matrixDots: PageChart? {
    let choices = choices
    guard let offset = offset(of: .percent) ?? offset(of: .count), !choices.isEmpty else {
      return nil
    }
    let statistic: Statistic = self.offset(of: .percent) == nil ? .count : .percent
    return plot(
      printed.lines.map { line in row(line.label, choices.map { line.cells[$0.start + offset] }) },
      choices.map { DotPlot.Series(label: $0.group.label, keys: []) }, of: statistic,
      heading: "")
  }

  /// Where a statistic stands among those of a choice.
  private func offset(of statistic: Statistic) -> Int? {
    choices.first.flatMap { choice in
      printed.measures[choice.start..<(choice.start + choice.group.width)]
        .firstIndex { $0.statistic == statistic }.map { $0 - choice.start }
    }
  }

  private func matrixBase(of line: PrintedTable.Line) -> String {
    var start = 0
    for group in printed.groups {
      if group.row?.kind == .base { return text(line.cells[start]) }
      start += group.width
    }
    return ""
  }
}

extension PrintedTable.Cell {
  /// The text with the decimal mark of the readers.
  func text(decimalMark: String) -> String {
    guard decimalMark != ".", let quantity = figure?.quantity else { return text }
    return switch quantity {
    case .count, .exact, .real: text.replacing(".", with: decimalMark)
    case .date, .text: text
    }
  }
}
