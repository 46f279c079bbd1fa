import Basics
import Definition
import DisclosureControl
import Phrases
import Printing

/// Why a placeholder stands for nothing.
enum PlaceholderError: Error {
  /// The author's mistake: it names nothing there is.
  case unknown(id: ErrorID, message: String)
  /// Something else went wrong, which is no mistake of the author's.
  case fault(RunError)
}

/// What the placeholders of a report stand for.
struct ReportFigures {
  let pipeline: PipelineDefinition
  let plan: TablePlan
  let released: ReleasedFigures

  private var language: Language { pipeline.spoken }
  private var numbers: NumberStyle { pipeline.numbers }

  /// A cell as a placeholder names it.
  struct Cell {
    let released: ReleasedTable
    let row: Table.Row
    let column: Table.Column

    var table: Table { released.table }
    var address: String { "\(table.id)/\(row.id)/\(column.id)" }
  }

  func text(_ keyword: ReportKeyword, _ argument: String) throws(PlaceholderError) -> String {
    if !keyword.isAboutCell && keyword != .mention && !argument.isEmpty {
      throw .unknown(
        id: .form(.extraWords),
        message: "'\(argument)' stands after '\(keyword.rawValue)'; expected nothing")
    }
    switch keyword {
    case .title: return pipeline.title
    case .cutOff: return language.text(.day(pipeline.cutOff))
    case .scale:
      return pipeline.quantifiers.entries.map { "- “\($0.word)”: \($0.meaning(numbers))" }
        .joined(separator: "\n")
    case .mention: return argument
    case .number: return try number(try cell(argument))
    case .figure: return text(try count(try cell(argument)), numbers.figure)
    case .base: return text(try base(try cell(argument)), numbers.text)
    case .percent:
      return try text(try share(try cell(argument))) { share throws(PlaceholderError) in
        guard let printed = share.printed else { return noShare(share) }
        return language.text(.percentOf(numbers.figure(printed), ofBase(share)))
      }
    case .quantifier: return try text(try share(try cell(argument)), quantifier)
    case .list, .names: return try list(try cell(argument), inSentence: keyword == .names)
    }
  }

  /// A count in words as far as they are few; that there are none is not said of what is rounded to 0.
  private func number(_ cell: Cell) throws(PlaceholderError) -> String {
    text(try count(cell)) {
      $0 == 0 && cell.released.isRounded ? numbers.figure(0) : numbers.text($0)
    }
  }

  /// What is printed of something that may be withheld.
  private func text<Value>(
    _ released: Released<Value>, _ print: (Value) throws(PlaceholderError) -> String
  ) throws(PlaceholderError) -> String {
    switch released {
    case .value(let value): try print(value)
    case .withheld(let reason): reason.shorthand
    }
  }

  private func text(_ released: Released<Int>, _ print: (Int) -> String) -> String {
    switch released {
    case .value(let value): print(value)
    case .withheld(let reason): reason.shorthand
    }
  }

  /// The author's own words about a cell.
  func claim(
    _ keyword: ReportKeyword, argument: String, words: String, line: Int
  ) throws(PlaceholderError) -> Claim {
    guard keyword.isAboutCell else {
      let known = ReportKeyword.allCases.filter(\.isAboutCell).map(\.rawValue)
      throw .unknown(
        id: .report(.unknownPlaceholder),
        message: "words of one's own can be said of \(known.joined(separator: ", "))."
          + Suggestion.question(for: keyword.rawValue, among: known))
    }
    let cell = try cell(argument)
    if keyword == .quantifier || keyword == .percent { try requireShare(cell.row) }
    if keyword == .list || keyword == .names { try requireList(cell) }
    guard try isReleased(keyword, cell) else {
      throw .unknown(
        id: .confidence(.confidentialCell),
        message: "'\(words)' would tell what is hidden, since replies were given in confidence; "
          + "leave the words out, and '\(Withholding.suppressed.shorthand)' is printed")
    }
    return Claim(
      keyword: keyword, address: argument, cell: cell.address, words: words, line: line,
      table: cell.table,
      count: try count(cell).value, base: try base(cell).value,
      share: cell.row.isShare ? try share(cell).value : nil,
      units: cell.row.isListed ? try units(cell).value ?? [] : [],
      isRounded: cell.released.isRounded)
  }

  /// Whether all that the words would tell is released.
  private func isReleased(_ keyword: ReportKeyword, _ cell: Cell) throws(PlaceholderError) -> Bool {
    switch keyword {
    case .number, .figure: try count(cell).value != nil
    case .base: try base(cell).value != nil
    case .percent, .quantifier: try share(cell).value != nil
    case .list, .names: try units(cell).value != nil
    case .title, .cutOff, .scale, .mention: true
    }
  }

  /// - Throws: `unknown` naming what the table has.
  func cell(_ address: String) throws(PlaceholderError) -> Cell {
    let names = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(names.count) else {
      throw .unknown(
        id: .report(.unknownCell), message: "expected a cell as in table/row or table/row/column")
    }
    // Rows are offered in the order of the plan.
    let table = try find(names[0], "table", among: plan.tables, known: plan[names[0]]) { $0.id }
    let row = try find(names[1], "row", among: Array(table.rows)) { $0.id }
    let column = try find(
      names.count == 3 ? names[2] : Table.totalColumn, "column", among: table.columns
    ) { $0.id }
    guard let released = released[table.id] else {
      throw .unknown(id: .report(.unknownCell), message: "there is no such cell")
    }
    return Cell(released: released, row: row, column: column)
  }

  private func find<Item>(
    _ name: String, _ what: String, among items: [Item], known: Item? = nil,
    id: (Item) -> String
  ) throws(PlaceholderError) -> Item {
    if let known { return known }
    if let item = items.first(where: { id($0) == name }) { return item }
    let names = items.map(id)
    throw .unknown(
      id: .report(.unknownCell),
      message: "there is no \(what) '\(name)'; expected \(Suggestion.allowed(names))."
        + Suggestion.question(for: name, among: names))
  }

  private func requireShare(_ row: Table.Row) throws(PlaceholderError) {
    guard row.isShare else {
      throw .unknown(
        id: .report(.noShare), message: "row '\(row.id)' is no part of a base; expected an answer")
    }
  }

  private func requireList(_ cell: Cell) throws(PlaceholderError) {
    guard cell.row.isListed else {
      throw .unknown(
        id: .report(.notListed),
        message: "row '\(cell.row.id)' of table '\(cell.table.id)' is not listed; "
          + "add it under 'lists' of the table")
    }
  }
}

// MARK: - What is released of a cell

extension ReportFigures {
  private func count(_ cell: Cell) throws(PlaceholderError) -> Released<Int> {
    try orFault { () throws(RunError) in try cell.released.count(cell.row, cell.column) }
  }

  private func base(_ cell: Cell) throws(PlaceholderError) -> Released<Int> {
    try orFault { () throws(RunError) in try cell.released.base(cell.row, cell.column) }
  }

  private func units(_ cell: Cell) throws(PlaceholderError) -> Released<[NamedUnit]> {
    try orFault { () throws(RunError) in try cell.released.units(cell.row, cell.column) }
  }

  /// The share that a cell is of its base, with the percentage that its table prints.
  private func share(_ cell: Cell) throws(PlaceholderError) -> Released<PrintedShare> {
    let released = try orFault { () throws(RunError) in
      try cell.released.share(cell.row, cell.column)
    }
    switch released {
    case .withheld(let reason): return .withheld(reason)
    case .value(let share):
      try requireShare(cell.row)
      guard let percent = share.percent else {
        return .value(PrintedShare(share, isWeighted: cell.table.isWeighted, printed: nil))
      }
      let shares = try orFault { () throws(RunError) in
        try RoundedShares(
          cell.released,
          decimals: cell.table.style.percentDecimals ?? pipeline.percentDecimals)
      }
      return .value(
        PrintedShare(
          share, isWeighted: cell.table.isWeighted,
          printed: shares.text(percent, row: cell.row, column: cell.column)))
    }
  }

  /// A fault of the program stays one, and never becomes the author's.
  private func orFault<Value>(
    _ body: () throws(RunError) -> Value
  ) throws(PlaceholderError) -> Value {
    do throws(RunError) {
      return try body()
    } catch {
      throw .fault(error)
    }
  }

  private func quantifier(_ share: PrintedShare) throws(PlaceholderError) -> String {
    guard share.percent != nil else { return noShare(share) }
    guard !share.isAllOrNothing else {
      return "\(Withholding.suppressed.shorthand) (\(ofBase(share)))"
    }
    guard let word = share.word(of: pipeline.quantifiers) else {
      throw .unknown(
        id: .report(.noQuantifier),
        message: "the scale of the pipeline has no word for \(share.count) of \(share.base); "
          + "add one under 'quantifiers'")
    }
    return "\(word) (\(ofBase(share)))"
  }

  /// No share stands without its base.
  private func ofBase(_ share: PrintedShare) -> String {
    let counts = counts(share)
    return share.isWeighted ? language.text(.weighted(counts)) : counts
  }

  /// What stands for a share of nobody: a round that has just begun is no mistake.
  private func noShare(_ share: PrintedShare) -> String {
    language.text(.noShare(counts(share), weightless: share.base > 0))
  }

  private func counts(_ share: PrintedShare) -> String {
    language.text(.countOf(numbers.figure(share.count), numbers.figure(share.base)))
  }

  private func list(_ cell: Cell, inSentence: Bool) throws(PlaceholderError) -> String {
    switch try units(cell) {
    case .withheld(let reason): return reason.shorthand
    case .value(let units):
      try requireList(cell)
      let names = units.map { inSentence ? $0.nameInSentence : $0.name }
      return Self.list(
        names, most: cell.table.style.examples, inSentence: inSentence,
        in: Language(code: cell.released.language))
    }
  }

  /// - Parameter most: Of more names than these only so many are given, as examples.
  static func list(
    _ names: [String], most: Int?, inSentence: Bool, in language: Language
  ) -> String {
    if names.isEmpty { return language.text(.nobody) }
    func joined(_ names: [String]) -> String {
      language.text(inSentence ? .namesInSentence(names) : .names(names))
    }
    guard let most, names.count > most else { return joined(names) }
    return language.text(.forExample(joined(Array(names.prefix(most)))))
  }
}
