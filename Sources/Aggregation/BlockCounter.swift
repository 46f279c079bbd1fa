import Basics
import Definition
import Questionnaire
import Statistics
import Tabulation

/// Counts units into the rows of one block.
///
/// A class, since it is looked at once a unit and copied never.
final class BlockCounter: Sendable {
  private let entry: VariableCatalog.Entry
  private let variable: Int
  /// Who has the codes that the block is nested in.
  private let context: [Criterion]
  /// Who is in the base of its percentages.
  private let basis: [Criterion]
  /// The row of each code, or nil where the table has none for it.
  private let rowOfCode: [Int?]
  private let nets: [(row: Int, codes: [Int])]
  /// The rows of what the base leaves out.
  private let outside: [(row: Int, codes: [Int])]
  /// The rows of those in the base who were offered a choice.
  private let offers: [(row: Int, criterion: Criterion)]
  /// The codes that the base leaves out: they are no choices of its units.
  private let codesOutside: Set<Int>
  private let noAnswer: Int?
  private let notApplicable: Int?
  private let notAsked: Int?
  private let unclear: Int?
  private let didNotReply: Int?
  private let answered: Int?
  private let base: Int?
  private let population: Int?
  private let responses: Int?
  private let value: Int?
  private let isMultiple: Bool
  private let hasNumbers: Bool
  private let hasRanks: Bool

  init(_ table: Table, block: Int) {
    entry = table.blocks[block].variable
    variable = entry.variable.index
    context = table.blocks[block].context.map(\.criterion)
    basis = table.base(of: entry).criteria(of: variable)
    let rows = table.rows.enumerated().filter { $0.element.block == block }
    func row(_ kind: Table.RowKind) -> Int? { table.rows.index(of: kind, in: block) }
    rowOfCode = entry.codes.indices.map { row(.code($0)) }
    nets = rows.compactMap { position, row in
      if case .net(let codes) = row.kind { (position, codes) } else { nil }
    }
    outside = rows.compactMap { position, row in
      if case .outside(let codes) = row.kind { (position, codes) } else { nil }
    }
    offers = rows.compactMap { position, row in
      if case .offered = row.kind {
        table.criteria(of: row).last.map { (position, $0) }
      } else {
        nil
      }
    }
    codesOutside = table.blocks[block].outside
    answered = row(.state(.answered))
    noAnswer = row(.state(.noAnswer))
    notApplicable = row(.state(.notApplicable))
    notAsked = row(.state(.notAsked))
    unclear = row(.state(.unclear))
    didNotReply = row(.state(.didNotReply))
    base = row(.base)
    population = row(.population)
    responses = row(.responses)
    value = row(.value)
    isMultiple = entry.isMultiple
    let kinds = table.statistics.map(\.kind)
    // Limits and comparisons may be of means.
    hasNumbers = kinds.contains(.number) || (entry.codes.isEmpty && kinds.contains(.inference))
    hasRanks = kinds.contains(.rank) && entry.isRanking
  }

  /// Whether the unit has the codes that the block is nested in.
  func concerns(_ unit: TabulatedUnit) -> Bool {
    context.isEmpty || unit.meets(context)
  }

  func count(_ unit: CountedUnit, at columns: TableCounter.Columns, into tally: inout Tally) {
    let state = unit.unit.known.states[variable]
    if let population { columns.count(unit, row: population, into: &tally) }
    if let row = row(of: state) { columns.count(unit, row: row, into: &tally) }
    for (row, codes) in outside where unit.unit.has(anyOf: codes, of: variable) {
      columns.count(unit, row: row, into: &tally)
    }
    guard basis.isEmpty || unit.unit.meets(basis) else { return }
    if let base { columns.count(unit, row: base, into: &tally) }
    for (row, offer) in offers where unit.unit.meets(offer) {
      columns.count(unit, row: row, into: &tally)
    }
    if value != nil || hasNumbers { countNumber(unit, at: columns, into: &tally) }
    if isMultiple {
      countSelected(unit, at: columns, into: &tally)
    } else if unit.unit.known.codes[variable] >= 0 {
      let code = Int(unit.unit.known.codes[variable])
      if let row = rowOfCode[code] { columns.count(unit, row: row, into: &tally) }
      for (row, codes) in nets where codes.contains(code) {
        columns.count(unit, row: row, into: &tally)
      }
      if let responses { columns.count(unit, row: responses, into: &tally) }
    }
    if hasRanks { countRanks(unit, at: columns, into: &tally) }
  }

  private func row(of state: AnswerState) -> Int? {
    switch state {
    case .answered: answered
    case .noAnswer: noAnswer
    case .notApplicable: notApplicable
    case .notAsked: notAsked
    case .unclear: unclear
    case .didNotReply: didNotReply
    }
  }

  /// The figures of a scale stand in the base row, those of a number in its own; what weighs
  /// nothing has no part in them.
  private func countNumber(
    _ unit: CountedUnit, at columns: TableCounter.Columns, into tally: inout Tally
  ) {
    guard let number = unit.unit.value(of: variable) else { return }
    if let value { columns.count(unit, row: value, into: &tally) }
    if hasNumbers, columns.weighs(unit), let row = value ?? base {
      columns.add(number, of: unit, row: row, into: &tally)
    }
  }

  private func countSelected(
    _ unit: CountedUnit, at columns: TableCounter.Columns, into tally: inout Tally
  ) {
    var ticks = 0
    unit.unit.forEachCode(of: variable) { code in
      if codesOutside.isEmpty || !codesOutside.contains(code) { ticks += 1 }
      if let row = rowOfCode[code] { columns.count(unit, row: row, into: &tally) }
    }
    for (row, codes) in nets where unit.unit.has(anyOf: codes, of: variable) {
      columns.count(unit, row: row, into: &tally)
    }
    if let responses, ticks > 0 { columns.count(unit, row: responses, times: ticks, into: &tally) }
  }

  private func countRanks(
    _ unit: CountedUnit, at columns: TableCounter.Columns, into tally: inout Tally
  ) {
    for (code, row) in rowOfCode.enumerated() {
      guard let row, let rank = unit.unit.rank(of: code, in: variable) else { continue }
      columns.add(ExactDecimal(rank), of: unit, row: row, into: &tally)
    }
  }
}
