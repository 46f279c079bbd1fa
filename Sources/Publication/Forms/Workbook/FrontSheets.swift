import Basics
import Definition
import DisclosureControl
import Phrases
import Printing
import Workbooks

/// What the workbook is, as at which day, and whom to ask.
struct CoverSheet {
  private let pipeline: PipelineDefinition
  private let name: String

  init(_ pipeline: PipelineDefinition, name: String) {
    self.pipeline = pipeline
    self.name = name
  }

  var sheet: Sheet {
    let language = pipeline.spoken
    let texts: [Phrase?] = [
      .asAt(pipeline.cutOff), pipeline.publisher.map { .publisher($0) },
      pipeline.contact.map { .contact($0) }, .sheetsOfTables,
    ]
    return Sheet(
      name: name,
      lines: [.title(pipeline.title)] + texts.compactMap { $0.map { .text(language.text($0)) } })
  }
}

/// The tables, each with the way to its sheet.
struct ContentsSheet {
  private let language: Language
  private let name: String

  init(_ language: Language, name: String) {
    self.language = language
    self.name = name
  }

  func sheet(of tables: [(sheet: String, table: PrintedTable)]) -> Sheet {
    let rows = tables.map { entry in
      [SheetTable.Cell.link(entry.sheet, toSheet: entry.sheet), .text(entry.table.title)]
    }
    return Sheet(
      name: name,
      lines: [.title(language.heading(.contents)), .text(language.text(.oneTable))],
      table: rows.isEmpty
        ? nil
        : SheetTable(
          name: "Contents", headings: [language.heading(.sheet), language.heading(.table)],
          rows: rows, labelColumns: 2))
  }
}

/// The footnotes of all tables.
struct NotesSheet {
  private let language: Language
  private let name: String
  private let contents: String

  init(_ language: Language, name: String, contents: String) {
    self.language = language
    self.name = name
    self.contents = contents
  }

  /// Nil where no table has a note.
  func sheet(of tables: [(sheet: String, table: PrintedTable)]) -> Sheet? {
    let rows = tables.flatMap { entry in
      entry.table.footnotes.map { note in
        [SheetTable.Cell.link(entry.sheet, toSheet: entry.sheet), .text(note)]
      }
    }
    guard !rows.isEmpty else { return nil }
    return Sheet(
      name: name,
      lines: [
        .title(language.heading(.notes)), .text(language.text(.oneTable)),
        .link(language.heading(.backToContents), toSheet: contents),
      ],
      table: SheetTable(
        name: "Notes", headings: [language.heading(.sheet), language.heading(.note)], rows: rows,
        labelColumns: 2))
  }
}

/// What stands in place of figures, and what it means.
struct SignsSheet {
  private let language: Language
  private let name: String
  private let contents: String

  init(_ language: Language, name: String, contents: String) {
    self.language = language
    self.name = name
    self.contents = contents
  }

  func sheet(of content: PublishedContent) -> Sheet? {
    let withheld = content.explanations.map { ($0.sign, $0.meaning) }
    let rows =
      withheld + TableSheet.Sign.allCases.map { ($0.rawValue, language.text($0.meaning)) }
    return Sheet(
      name: name,
      lines: [
        .title(language.heading(.sign)), .text(language.text(.oneTable)),
        .link(language.heading(.backToContents), toSheet: contents),
      ],
      table: SheetTable(
        name: "Shorthand", headings: [language.heading(.sign), language.heading(.meaning)],
        rows: rows.map { [.text($0.0), .text($0.1)] }, labelColumns: 2))
  }
}
