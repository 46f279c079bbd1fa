import Basics
import Definition
import DisclosureControl
import Phrases
import Printing
import Workbooks

/// The sheets before those of the tables.
struct FrontSheets {
  typealias NamedTable = (sheet: String, table: PrintedTable)

  private let language: Language
  /// The name of the sheet of contents, to which the others lead back.
  private let contentsName: String

  init(_ language: Language, contentsName: String) {
    self.language = language
    self.contentsName = contentsName
  }

  /// What the workbook is, as at which day, and whom to ask.
  func cover(of pipeline: PipelineDefinition, named name: String) -> Sheet {
    let texts: [Phrase?] = [
      .asAt(pipeline.cutOff), pipeline.publisher.map { .publisher($0) },
      pipeline.contact.map { .contact($0) }, .sheetsOfTables,
    ]
    return Sheet(
      name: name,
      lines: [.title(pipeline.title)] + texts.compactMap { $0.map { .text(language.text($0)) } })
  }

  /// The tables, each with the way to its sheet.
  func contents(of tables: [NamedTable]) -> Sheet? {
    sheet(
      named: contentsName, of: .contents, marked: "Contents", headings: [.sheet, .table],
      rows: tables.map { [.link($0.sheet, toSheet: $0.sheet), .text($0.table.title)] })
  }

  /// The footnotes of all tables, each with the sheets that refer to it.
  func notes(of tables: [NamedTable], named name: String) -> Sheet? {
    var notes: [(note: PrintedTable.Footnote, sheets: [String])] = []
    for entry in tables {
      for note in entry.table.footnotes {
        if let index = notes.firstIndex(where: { $0.note.mark == note.mark }) {
          notes[index].sheets.append(entry.sheet)
        } else {
          notes.append((note, [entry.sheet]))
        }
      }
    }
    return sheet(
      named: name, of: .notes, marked: "Notes", headings: [.note, .meaning, .sheet],
      rows: notes.map { note, sheets in
        [
          .text(note.mark), .text(note.text),
          sheets.count == 1
            ? .link(sheets[0], toSheet: sheets[0]) : .text(language.text(.names(sheets))),
        ]
      })
  }

  /// What stands in place of figures, and what it means.
  func signs(of content: PublishedContent, named name: String) -> Sheet? {
    let withheld = content.explanations.map { ($0.sign, $0.meaning) }
    let missing = TableSheet.Sign.allCases.map { ($0.rawValue, language.text($0.meaning)) }
    return sheet(
      named: name, of: .sign, marked: "Shorthand", headings: [.sign, .meaning],
      rows: (withheld + missing).map { [.text($0.0), .text($0.1)] })
  }

  /// A sheet with one table; nil where that has no rows, but for the contents, to which others lead.
  private func sheet(
    named name: String, of subject: Phrase, marked tableName: String, headings: [Phrase],
    rows: [[SheetTable.Cell]]
  ) -> Sheet? {
    if rows.isEmpty, name != contentsName { return nil }
    let back = Sheet.Line.link(language.heading(.backToContents), toSheet: contentsName)
    return Sheet(
      name: name,
      lines: [.title(language.heading(subject))]
        + (rows.isEmpty ? [] : [.text(language.text(.oneTable))])
        + (name == contentsName ? [] : [back]),
      table: rows.isEmpty
        ? nil
        : SheetTable(
          name: tableName, headings: headings.map(language.heading), rows: rows,
          labelColumns: headings.count))
  }
}
