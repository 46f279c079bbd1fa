package import Basics
import Definition
package import DisclosureControl
package import Phrases
import Questionnaire
import Statistics
import Tabulation

/// Prints one table: rounds, labels, and puts title, notes and base around it, so that it can stand
/// alone.
package struct TablePrinter {
  let released: ReleasedTable
  let table: Table
  private let percentDecimals: Int
  private let numbers: NumberStyle
  private let shares: RoundedShares
  let marks: FootnoteMarks
  private let zeros: ZeroRows

  var language: Language { released.spoken }

  /// - Parameters:
  ///   - percentDecimals: Those of a table that has none of its own.
  ///   - numbers: Of notes; cells have a point.
  ///   - noteMarks: What footnotes are called.
  package init(
    _ released: ReleasedTable, percentDecimals: Int, numbers: NumberStyle = .english,
    noteMarks: NoteMarks = .letters
  ) throws(RunError) {
    self.released = released
    table = released.table
    self.numbers = numbers
    self.percentDecimals = released.table.style.percentDecimals ?? percentDecimals
    shares = try RoundedShares(released, decimals: self.percentDecimals)
    marks = FootnoteMarks(released.table, noteMarks)
    zeros = try ZeroRows(released)
  }

  package func print() throws(RunError) -> PrintedTable {
    let (groups, measures, lines) =
      switch table.style.layout {
      case .list:
        (columnGroups(of: table.statistics), columnMeasures(of: table.statistics), try listLines)
      case .matrix where table.isOfNumbers:
        (columnGroups(of: means), columnMeasures(of: means), try meanLines)
      case .matrix: (matrixGroups, matrixMeasures, try matrixLines)
      }
    let withheld = lines.flatMap(\.cells).compactMap { cell -> Withholding? in
      if case .withheld(let reason)? = cell.figure?.value { reason } else { nil }
    }
    return PrintedTable(
      id: table.id, title: marks.text(table.title, at: .title),
      notes: (table.note.isEmpty ? [] : [table.note])
        + (explanations + (try gaps) + (try tests)).map(language.text)
        + released.explanations(of: Set(withheld)),
      headings: headings(groups, measures), measures: measures, groups: groups, lines: lines,
      hasChart: table.style.hasChart, hasWholes: released.hasWholes, footnotes: marks.notes)
  }

  /// A column a statistic: the count stands under the bare label.
  private func headings(
    _ groups: [PrintedTable.Group], _ measures: [PrintedTable.Measure]
  ) -> [String] {
    let labels = groups.flatMap { Array(repeating: $0.label, count: $0.width) }
    return [firstHeading]
      + zip(labels, measures).map { label, measure in
        measure.statistic == .count
          ? label : "\(label), \(language.text(measure.statistic.heading))"
      }
  }

  /// What the labels of the rows are.
  private var firstHeading: String {
    let variables = Set(table.blocks.map(\.variable.name))
    return table.style.layout == .list && variables.count == 1 ? table.blocks[0].variable.label : ""
  }

  /// What the figures are of.
  private var explanations: [Phrase] {
    var lines = [
      released.statesEnd.map { Phrase.changesMayBeMissing(after: $0) },
      released.registerEnd.map { .actionsMayBeMissing(after: $0) },
    ].compactMap(\.self)
    let statistics = table.statistics
    if !Set(statistics).isDisjoint(with: [.percent, .rankedPercent, .cumulativePercent]) {
      let bases = Set(table.blocks.map(\.baseLabel))
      lines.append(
        bases.count == 1
          ? .percentagesOfBase(table.blocks[0].baseLabel) : .percentagesOfBaseBelow)
      if table.rows.contains(where: { table.baseRow(of: $0)?.kind != .base && $0.isShare }) {
        lines.append(.percentagesOfOffered)
      }
    }
    if statistics.contains(.rowPercent) {
      lines.append(.percentagesOfRow)
    }
    if statistics.contains(.tablePercent) {
      lines.append(.percentagesOfTable)
    }
    if statistics.contains(.responsePercent) {
      lines.append(
        .percentagesOfChoices(ranked: table.blocks.contains(where: \.variable.isRanking)))
    }
    if table.style.layout == .matrix, table.isOfNumbers {
      lines.append(.base(table.blocks[0].baseLabel))
    }
    lines += instances
    if table.isWeighted {
      lines.append(.sharesAreWeighted)
    }
    if zeros.count > 0 { lines.append(.zeroRowsLeftOut(zeros.count)) }
    if statistics.contains(where: { $0.kind == .inference }), let sample = released.sample {
      lines.append(
        .confidence(
          numbers.figure(Quantity.real(sample.confidence).text),
          letters: statistics.contains(.higherThan)))
    }
    if table.isInferred, let design = released.sample?.design {
      if !design.strata.isEmpty {
        lines.append(.drawnFromStrata(design.strata.map(\.label).joined(separator: "; ")))
      }
      if let cluster = design.cluster { lines.append(.drawnInClusters(cluster.label)) }
    }
    return lines
  }
}

extension TablePrinter {
  /// What units are counted by of which several instances of a repeat answered.
  private var instances: [Phrase] {
    let counted = table.unit.map { Phrase.instancesAreUnits($0.label) }
    let variables = table.blocks.map(\.variable) + table.columns.flatMap(\.path).map(\.variable)
    let phrases = variables.flatMap(\.repeated).map { question -> Phrase in
      question.isNumber
        ? .sumsOfInstances(question.repeatLabel) : .choicesOfInstances(question.repeatLabel)
    }
    return [counted].compactMap(\.self)
      + phrases.enumerated().filter { !phrases[..<$0].contains($1) }.map(\.element)
  }

  /// Whether rows and columns are independent.
  private var tests: [Phrase] {
    get throws(RunError) {
      try released.independenceTests().map { test in
        let columns = test.columns.map(\.label).joined(separator: ", ")
        let rows = test.block.heading.isEmpty ? test.block.variable.label : test.block.heading
        guard let result = test.result else {
          return .independenceUntold(rows: rows, columns: columns)
        }
        let isSmall = result.probability < 0.001
        return .independence(
          rows: rows, columns: columns,
          test: "F(\(number(result.numerator, 2)); \(number(result.denominator, 1))) = "
            + "\(number(result.statistic, 2)), p "
            + (isSmall ? "< \(number(0.001, 3))" : "= \(number(result.probability, 3))"))
      }
    }
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    numbers.figure(Quantity.real(value).text(decimals: decimals))
  }

  /// Where rows and columns do not add up.
  private var gaps: [Phrase] {
    get throws(RunError) {
      let columns: [Phrase] = try released.gaps().map {
        $0.overlaps ? .columnsOverlap($0.variable) : .columnsLeaveOut($0.variable)
      }
      let rows = try released.variablesThatLeaveOut().map { Phrase.rowsLeaveOut($0) }
      return (try released.statesLeaveOut() ? [.baseIsCondition] : []) + rows + columns
    }
  }
}

// MARK: - A line a row

extension TablePrinter {
  private var listLines: [PrintedTable.Line] {
    get throws(RunError) {
      var lines: [PrintedTable.Line] = []
      for (index, block) in table.blocks.enumerated() {
        if !block.heading.isEmpty { lines.append(PrintedTable.Line(block.heading)) }
        for row in table.rows where row.block == index && !zeros.contains(row) {
          lines += try self.lines(of: row)
        }
      }
      return lines
    }
  }

  /// The line of a row; of a base without counts it has the number all the same, of which shares
  /// and means are: in place of what the base has none of, else in a line below.
  private func lines(of row: Table.Row) throws(RunError) -> [PrintedTable.Line] {
    var cells: [PrintedTable.Cell] = []
    cells.reserveCapacity(table.columns.count * table.statistics.count)
    for column in table.columns {
      for statistic in table.statistics {
        cells.append(try cell(statistic, row: row, column: column))
      }
    }
    let line = PrintedTable.Line(label(of: row), cells, row: row)
    guard row.isWhole, !table.statistics.contains(.count) else { return [line] }
    let blanks = Array(repeating: PrintedTable.Cell(), count: table.statistics.count - 1)
    let numbers = try table.columns.map { column throws(RunError) in
      [try cell(.count, row: row, column: column)] + blanks
    }.joined()
    return line.cells.allSatisfy(\.text.isEmpty)
      ? [PrintedTable.Line(line.label, Array(numbers), row: row)]
      : [line, PrintedTable.Line(language.heading(.numberInBase), Array(numbers), row: row)]
  }

  /// What is printed of each column, for some statistics.
  private func columnGroups(of statistics: [Statistic]) -> [PrintedTable.Group] {
    let isCompared = table.statistics.contains(.higherThan)
    return table.columns.enumerated().map { index, column in
      var label = marks.text(column.label, at: .column(column.id))
      if isCompared, column.part != nil {
        label += " (\(ColumnLetter.of(index, among: table.columns)))"
      }
      return PrintedTable.Group(
        label: label, width: statistics.count, path: column.path, row: nil)
    }
  }

  private func columnMeasures(of statistics: [Statistic]) -> [PrintedTable.Measure] {
    table.columns.flatMap { column in
      statistics.map { .init(statistic: $0, isOfAll: column.path.isEmpty) }
    }
  }

  func label(of row: Table.Row) -> String {
    let label = row.kind == .base ? language.text(.base(table.baseLabel(of: row))) : row.label
    let marked = marks.text(label, at: .row(table.anchor(of: row)))
    return row.isWithinNet ? language.text(.ofWhich(marked)) : marked
  }

  func cell(
    _ statistic: Statistic, row: Table.Row, column: Table.Column
  ) throws(RunError) -> PrintedTable.Cell {
    guard let figure = try released.figure(statistic, row: row, column: column) else {
      return .init()
    }
    switch figure.value {
    case .quantity(let quantity):
      return .init(text(quantity, of: statistic, row: row, column: column), figure)
    case .missing: return .init("", figure)
    case .withheld(let reason): return .init(reason.shorthand, figure)
    }
  }

  private func text(
    _ quantity: Quantity, of statistic: Statistic, row: Table.Row, column: Table.Column
  ) -> String {
    let decimals = table.style.decimals
    switch statistic.entry.precision {
    case .share:
      return statistic == .percent
        ? shares.text(quantity, row: row, column: column)
        : quantity.percent(decimals: percentDecimals)
    case .whole: return quantity.text(decimals: 0)
    case .limit: return quantity.text(decimals: row.isShare ? percentDecimals + 1 : decimals)
    // What was answered is printed as it was, and what is computed of it no longer than a mean.
    case .exact where table.blocks[row.block].variable.isComputed:
      return quantity.text(upTo: decimals)
    case .exact: return quantity.text
    case .exactUnlessWeighted where table.isWeighted: return quantity.text(decimals: decimals)
    case .exactUnlessWeighted where table.blocks[row.block].variable.isComputed:
      return quantity.text(upTo: decimals)
    case .exactUnlessWeighted: return quantity.text
    case .table: return quantity.text(decimals: decimals)
    }
  }
}
