import Basics
import Definition
import DisclosureControl
import Phrases
import Printing
import Workbooks

/// `workbook.xlsx`: a cover, the contents, the notes, and a sheet for each table, as the UK Government
/// Analysis Function asks of statistics in spreadsheets ("Releasing statistics in spreadsheets").
struct WorkbookForm: OutputForm {
  static let fileName = "workbook.xlsx"

  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    try Self.workbook(of: content).publish(as: Self.fileName, in: folder)
  }

  static func workbook(of content: PublishedContent) throws(RunError) -> Workbook {
    let pipeline = content.definition.pipeline
    let language = pipeline.spoken
    var names = SheetNames()
    let front = [Phrase.coverSheet, .contents, .notes, .sign].map {
      names.name(language.heading($0))
    }
    let tables = try numbered(content).map { (sheet: names.name($0.id), table: $0) }
    var tableNames = TableNames()
    let frontSheets = FrontSheets(language, contentsName: front[1])
    let sheets = [
      frontSheets.cover(of: pipeline, named: front[0]), frontSheets.contents(of: tables),
      frontSheets.notes(of: tables, named: front[2]),
      frontSheets.signs(of: content, named: front[3]),
    ]
    return Workbook(
      title: pipeline.title, author: pipeline.publisher ?? "", day: pipeline.cutOff,
      isRightToLeft: language.isRightToLeft,
      sheets: sheets.compactMap(\.self)
        + tables.map { entry in
          TableSheet(entry.table, language, contents: front[1], notes: front[2]).sheet(
            named: entry.sheet, tableName: tableNames.name(entry.table.id))
        })
  }

  /// The printed tables, their footnotes numbered throughout; notes of the same words are one.
  private static func numbered(_ content: PublishedContent) throws(RunError) -> [PrintedTable] {
    let pipeline = content.definition.pipeline
    var numbers: [String: Int] = [:]
    return try zip(content.tables, content.printed).map { released, printed throws(RunError) in
      guard !printed.footnotes.isEmpty else { return printed }
      let own = printed.footnotes.map { note in
        let number = numbers[note.text] ?? numbers.count + 1
        numbers[note.text] = number
        return number
      }
      return try TablePrinter(
        released, percentDecimals: pipeline.percentDecimals, numbers: pipeline.numbers,
        noteMarks: .numbers(own, pipeline.spoken)
      ).print()
    }
  }
}

/// Names of tables within a workbook: letters, digits and `_`, different whatever their case, and none
/// that a spreadsheet takes for the address of a cell, such as `q1`.
struct TableNames {
  private var names = DistinctNames()

  mutating func name(_ id: String) -> String {
    names.name(
      for: "Table_"
        + id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "_" }.joined())
  }
}

/// Names of sheets: at most 31 characters, none that a spreadsheet takes for something else, and
/// different whatever their case.
struct SheetNames {
  private static let longest = 31
  /// Excel keeps this name for itself.
  private var names = DistinctNames(taken: ["history"])

  mutating func name(_ wanted: String) -> String {
    let bare = String(wanted.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(Self.longest))
    return names.name(for: bare) { number in
      let ending = "-\(number)"
      return bare.prefix(Self.longest - ending.count) + ending
    }
  }
}
