import Basics
import Questionnaire
import Tabulation

extension TableReader {
  func footnotes(
    of blocks: [Table.Block], rows: [Table.Row], columns: [Table.Column], style: TableStyle
  ) throws(RunError) -> [Table.Footnote] {
    let isMatrix = style.layout == .matrix
    // A matrix prints the choices and bases of all its questions below one heading.
    let rowNames =
      isMatrix
      ? rows.filter { $0.block == 0 && $0.isInMatrix }
        .map { blocks[0].name(of: $0) }
      : rows.map(\.id)
    let columnNames = isMatrix ? [] : columns.map(\.id)
    var footnotes: [Table.Footnote] = []
    for item in try node[TableKey.footnotes]?.list() ?? [] {
      try item.allowOnly(FootnoteKey.self)
      let subject = try subject(item, rows: rowNames, columns: columnNames)
      let text = try item.required(FootnoteKey.text)
      footnotes.append(
        Table.Footnote(subject: subject, text: try text.text(), line: text.line))
    }
    return footnotes
  }

  private func subject(
    _ item: DefinitionNode, rows: [String], columns: [String]
  ) throws(RunError) -> Table.Footnote.Subject {
    let given = [FootnoteKey.anchor, .row, .column].filter { item[$0] != nil }
    guard given.count == 1, let key = given.first, let anchor = item[key] else {
      throw item.error(
        id: .table(.footnote),
        "expected what the note is about, 'on', or 'row' or 'column'; one of these")
    }
    let name = try anchor.text()
    var subjects: [Table.Footnote.Subject] = []
    if key == .anchor, name == "title" { subjects.append(.title) }
    if key != .column, rows.contains(name) { subjects.append(.row(name)) }
    if key != .row, columns.contains(name) { subjects.append(.column(name)) }
    guard let subject = subjects.first else {
      let names =
        (key == .anchor ? ["title"] : []) + (key == .column ? [] : rows)
        + (key == .row ? [] : columns)
      let what = key == .anchor ? "row or column" : key.rawValue
      throw anchor.error(
        id: .table(.unknownAnchor),
        "there is no \(what) '\(name)'; expected \(Suggestion.allowed(names))."
          + Suggestion.question(for: name, among: names))
    }
    guard subjects.count == 1 else {
      throw anchor.error(
        id: .table(.ambiguousAnchor),
        "'\(name)' is the name of more than one of title, row and column; expected 'row' or "
          + "'column' in place of 'on'")
    }
    return subject
  }
}
