import Basics
import Definition
import Interchange

/// What the placeholders of a report stand for.
struct ReportFigures {
  /// A placeholder that names nothing there is.
  struct Unknown: Error {
    let rule: String
    let message: String
  }

  let pipeline: PipelineDefinition
  let plan: TablePlan
  let cells: PublishedCells
  let disclosure: Disclosure

  private static let keywords = [
    "number", "figure", "base", "percent", "quantifier", "list", "names", "title", "cut-off",
    "scale", "mention",
  ]
  /// What an author may say in words of their own.
  private static let claims = [
    "number", "figure", "base", "percent", "quantifier", "list", "names",
  ]

  func text(_ keyword: String, _ argument: String) throws(Unknown) -> String {
    switch keyword {
    case "title", "cut-off", "scale":
      guard argument.isEmpty else {
        throw Unknown(
          rule: "extra-words", message: "'\(argument)' stands after '\(keyword)'; expected nothing")
      }
    default: break
    }
    switch keyword {
    case "title": return pipeline.title
    case "cut-off": return Self.day(pipeline.cutOff)
    case "scale":
      return pipeline.quantifiers.entries.map { "- “\($0.word)”: \($0.meaning)" }
        .joined(separator: "\n")
    case let word where !Self.keywords.contains(word):
      throw Unknown(
        rule: "unknown-placeholder",
        message: "expected \(Self.keywords.joined(separator: ", "))."
          + Suggestion.question(for: word, among: Self.keywords))
    default: break
    }
    let (table, row, column) = try place(argument)
    guard let cell = cells[table.id, row.id, column.id] else {
      throw Unknown(rule: "unknown-cell", message: "there is no such cell")
    }
    if let hiding = hiding(keyword, cell, table, row, column) { return hiding.symbol }
    switch keyword {
    case "number": return NumberWords.text(cell.count)
    case "figure": return NumberWords.figure(cell.count)
    case "base": return NumberWords.text(cell.base)
    case "percent":
      guard let share = try share(table, row, column) else { return Self.noShare(cell) }
      return "\(share.printed) per cent (\(ofBase(cell, share)))"
    case "quantifier": return try quantifier(cell, try share(table, row, column))
    default: return try list(table, row, column, inSentence: keyword == "names")
    }
  }

  /// The author's own words about a cell.
  func claim(
    _ keyword: String, _ argument: String, _ words: String, line: Int
  ) throws(Unknown) -> Claim {
    guard Self.claims.contains(keyword) else {
      throw Unknown(
        rule: "unknown-placeholder",
        message: "words of one's own can be said of \(Self.claims.joined(separator: ", "))."
          + Suggestion.question(for: keyword, among: Self.claims))
    }
    let (table, row, column) = try place(argument)
    guard let cell = cells[table.id, row.id, column.id] else {
      throw Unknown(rule: "unknown-cell", message: "there is no such cell")
    }
    if keyword == "quantifier" || keyword == "percent" { try requireShare(row) }
    if keyword == "list" || keyword == "names" { try requireList(table, row) }
    guard hiding(keyword, cell, table, row, column) == nil else {
      throw Unknown(
        rule: "confidential-cell",
        message: "'\(words)' would tell what is hidden, since replies were given in confidence; "
          + "leave the words out, and '\(Disclosure.Hiding.suppressed.symbol)' is printed")
    }
    return Claim(
      keyword: keyword, place: argument, words: words, line: line, table: table, cell: cell,
      share: row.isShare ? try share(table, row, column) : nil,
      units: cells.units(table, row.id, column.id))
  }

  func place(
    _ argument: String
  ) throws(Unknown) -> (table: Table, row: Table.Row, column: Table.Column) {
    let names = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(names.count) else {
      throw Unknown(
        rule: "unknown-cell", message: "expected a cell as in table/row or table/row/column")
    }
    let table = try find(names[0], "table", among: plan.tables, id: \.id)
    let row = try find(names[1], "row", among: table.rows, id: \.id)
    let name = names.count == 3 ? names[2] : Table.totalColumn
    return (table, row, try find(name, "column", among: table.columns, id: \.id))
  }

  /// Why what a placeholder stands for may not be told.
  private func hiding(
    _ keyword: String, _ cell: AggregatedCell, _ table: Table, _ row: Table.Row,
    _ column: Table.Column
  ) -> Disclosure.Hiding? {
    switch keyword {
    case "number", "figure": disclosure.hiding(.count, of: cell, in: table, row, column)
    case "base": disclosure.tellsBase(of: table, row, column) ? nil : .suppressed
    case "percent", "quantifier": disclosure.hiding(.percent, of: cell, in: table, row, column)
    default: disclosure.names(table, row, column) ? nil : .suppressed
    }
  }

  private func find<Item>(
    _ name: String, _ what: String, among items: [Item], id: (Item) -> String
  ) throws(Unknown) -> Item {
    if let item = items.first(where: { id($0) == name }) { return item }
    let names = items.map(id)
    throw Unknown(
      rule: "unknown-cell",
      message: "there is no \(what) '\(name)'; expected \(Suggestion.allowed(names))."
        + Suggestion.question(for: name, among: names))
  }

  /// The share that a cell is of its base; nil where the base is empty.
  private func share(
    _ table: Table, _ row: Table.Row, _ column: Table.Column
  ) throws(Unknown) -> Share? {
    try requireShare(row)
    let figures = TableFigures(table, cells, disclosure)
    do throws(RunError) {
      guard let percent = try figures.figure(.percent, row: row, column: column)?.quantity,
        case .ratio(let hundredfold, let base) = percent
      else { return nil }
      return Share(
        hundredfold: hundredfold, base: base, isWeighted: table.isWeighted,
        printed: try RoundedShares(figures, places: pipeline.percentDecimals)
          .text(percent, row, column))
    } catch {
      throw Unknown(rule: "unknown-cell", message: error.description)
    }
  }

  private func quantifier(_ cell: AggregatedCell, _ share: Share?) throws(Unknown) -> String {
    guard let share else { return Self.noShare(cell) }
    guard
      let word = pipeline.quantifiers.word(hundredfold: share.hundredfold, of: share.base)
    else {
      throw Unknown(
        rule: "no-quantifier",
        message: "the scale of the pipeline has no word for \(cell.count) of \(cell.base); "
          + "add one under 'quantifiers'")
    }
    return "\(word) (\(ofBase(cell, share)))"
  }

  /// No share stands without its base.
  private func ofBase(_ cell: AggregatedCell, _ share: Share) -> String {
    (share.isWeighted ? "weighted; " : "")
      + "\(NumberWords.figure(cell.count)) of \(NumberWords.figure(cell.base))"
  }

  /// What stands for a share of nobody: a round that has just begun is no mistake.
  private static func noShare(_ cell: AggregatedCell) -> String {
    let counts = "\(NumberWords.figure(cell.count)) of \(NumberWords.figure(cell.base))"
    return "no share (\(counts)\(cell.base > 0 ? ", who weigh nothing" : ""))"
  }

  private func requireShare(_ row: Table.Row) throws(Unknown) {
    guard row.isShare else {
      throw Unknown(
        rule: "no-share", message: "row '\(row.id)' is no part of a base; expected an answer")
    }
  }

  private func requireList(_ table: Table, _ row: Table.Row) throws(Unknown) {
    guard row.isListed else {
      throw Unknown(
        rule: "not-listed",
        message: "row '\(row.id)' of table '\(table.id)' is not listed; "
          + "add it under 'lists' of the table")
    }
  }

  private func list(
    _ table: Table, _ row: Table.Row, _ column: Table.Column, inSentence: Bool
  ) throws(Unknown) -> String {
    try requireList(table, row)
    let units = cells.units(table, row.id, column.id)
    let words = ListWords(cells.language(of: table))
    return words.list(
      units.map { inSentence ? $0.nameInSentence : $0.name }, most: table.style.examples,
      inSentence: inSentence)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `29 July 2005`, as the Editorial Manual has it.
  private static func day(_ date: CalendarDate) -> String {
    "\(date.day) \(months[date.month - 1]) \(date.year)"
  }
}
