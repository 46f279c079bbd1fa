import Basics
import Databases
import Definition
import DisclosureControl
import Interchange
import Printing
import Questionnaire
import Tabular

/// `<collection>.sqlite`: what is published as a database of SQLite, with the units and the submissions that
/// count where replies are public.
///
/// The files of `machine/` are tables of their names, `-` being `_`; `columns` says of every column of every
/// table what it holds.
struct DatabaseForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let definition = content.definition
    let file = try DatabaseFile(path: "\(folder)/\(definition.folders.name).sqlite")
    var tables = try Self.writeMachineFiles(content, from: folder, to: file)
    tables += try FormTables(definition).write(to: file)
    if let submissions = content.submissions {
      tables += try UnitTables(definition, submissions).write(to: file)
      var names = DistinctNames(taken: tables.map(\.name) + ["about", "columns"])
      tables += try SubmissionTables.write(definition, submissions, names: &names, to: file)
    }
    tables += try Self.writeAbout(definition.pipeline, to: file)
    for statement in tables.flatMap(\.indexStatements) { try file.run(statement) }
    try Self.writeColumns(of: tables, to: file)
    try file.finish()
  }

  // MARK: - The files of machine/

  private static func writeMachineFiles(
    _ content: PublishedContent, from folder: String, to file: DatabaseFile
  ) throws(RunError) -> [DatabaseTable] {
    var tables: [DatabaseTable] = []
    for described in DescribedFile.all(of: content, in: folder) {
      let table = described.databaseTable
      try file.run(table.statement)
      let rows = try file.rows(of: table.name, columns: table.columns.count)
      let path = MachineFolder.path(of: described.file.fileName, below: folder)
      let reader = try CSVReader(path: path)
      let values = described.entry.columns.map(\.value)
      let withheld = described.entry.withheld.map { Array($0.utf8)[...] }
      _ = try reader.next()
      while try reader.next() {
        let record = reader.record
        for index in values.indices {
          let field = record.bytes[record.range(of: index)]
          guard !field.isEmpty, !withheld.contains(field) else { continue }
          switch values[index] {
          case .text: rows.bind(text: field, at: index)
          case .whole: rows.bind(number: field.span, at: index)
          case .figure: rows.bind(figure: field.span, at: index)
          }
        }
        try rows.insert()
      }
      tables.append(table)
    }
    return tables
  }

  // MARK: - The database itself

  private static func writeAbout(
    _ pipeline: PipelineDefinition, to file: DatabaseFile
  ) throws(RunError) -> [DatabaseTable] {
    let table = DatabaseTable(
      name: "about", meaning: "What the figures are, and as at which day",
      columns: [.init("key", "What is told"), .init("value", "What it is")], primaryKey: ["key"])
    try file.run(table.statement)
    let rows = try file.rows(of: table.name, columns: 2)
    let texts: [(String, String?)] = [
      ("title", pipeline.title), ("cut_off", pipeline.cutOff.description),
      ("language", pipeline.language), ("publisher", pipeline.publisher),
      ("contact", pipeline.contact), ("licence", pipeline.licence?.address),
    ]
    for case (let key, let value?) in texts {
      rows.bind(key, at: 0)
      rows.bind(value, at: 1)
      try rows.insert()
    }
    return [table]
  }

  private static func writeColumns(
    of tables: [DatabaseTable], to file: DatabaseFile
  ) throws(RunError) {
    let own = DatabaseTable(
      name: "columns", meaning: "Every column of every table and view",
      columns: [
        .init("table_name", "The table or view"), .init("table_meaning", "What a row of it is"),
        .init("column_name", "The column"), .init("type", "What its values are"),
        .init("meaning", "What it holds"),
      ], primaryKey: ["table_name", "column_name"])
    try file.run(own.statement)
    let rows = try file.rows(of: own.name, columns: own.columns.count)
    for table in tables + [own] {
      for column in table.columns {
        for (index, text) in [
          table.name, table.meaning, column.name, column.type.isEmpty ? "NUMBER" : column.type,
          column.meaning,
        ].enumerated() {
          rows.bind(text, at: index)
        }
        try rows.insert()
      }
    }
  }
}

extension RowInserter {
  /// Binds an answer as a whole number, or as one of floating point; as its text where neither holds all of it.
  func bind(number bytes: Span<UInt8>, at column: Int) {
    if let whole = Self.whole(bytes) {
      bind(whole, at: column)
    } else if bytes.count <= Self.digitsOfReal, let real = Self.real(bytes) {
      bind(real, at: column)
    } else {
      bind(text: bytes, at: column)
    }
  }

  /// Binds a figure as the next number of floating point, so that figures can be compared; as its text where
  /// it is none, such as a date.
  fileprivate func bind(figure bytes: Span<UInt8>, at column: Int) {
    if let whole = Self.whole(bytes) {
      bind(whole, at: column)
    } else if let real = Self.real(bytes) {
      bind(real, at: column)
    } else {
      bind(text: bytes, at: column)
    }
  }

  private static func real(_ bytes: Span<UInt8>) -> Double? {
    Double(String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self))
  }

  private static func whole(_ bytes: Span<UInt8>) -> Int? {
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    guard bytes.count > first, bytes.count <= digitsOfWhole else { return nil }
    var whole = 0
    for index in first..<bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      whole = whole * 10 + Int(digit)
    }
    return isNegative ? -whole : whole
  }

  /// As many characters are a number of 64 bits.
  private static var digitsOfWhole: Int { 18 }
  /// As many characters have no more than 15 digits beside sign and point, which every double holds.
  private static var digitsOfReal: Int { 16 }
}

extension MachineColumn {
  fileprivate enum Value {
    case text
    case whole
    case figure
  }

  /// What its fields are in the database.
  fileprivate var value: Value {
    switch kind {
    case .text, .words, .table: .text
    case .whole: .whole
    case .number, .figure: .figure
    }
  }
}

extension DescribedFile {
  fileprivate var databaseTable: DatabaseTable {
    let columns = entry.columns.map { column -> DatabaseTable.Column in
      let type =
        switch column.value {
        case .text: "TEXT"
        case .whole: "INTEGER"
        case .figure: ""
        }
      return .init(column.name, column.meaning, type: type)
    }
    return DatabaseTable(
      name: String(file.rawValue.map { $0 == "-" ? "_" : $0 }), meaning: entry.title,
      columns: columns, primaryKey: entry.key,
      references: references.map { ($0, "tables", "table") }, indexes: file.indexes)
  }
}

extension MachineFile {
  /// The columns by which rows are looked for.
  fileprivate var indexes: [[String]] {
    switch self {
    case .lists: [["table", "row", "column"], ["iso3"]]
    case .findings: [["rule"], ["unit"], ["submission"]]
    case .answerStates: [["question", "attribute", "code"]]
    case .texts: [["question"]]
    case .tables, .cells, .tests, .balance, .superseded, .late, .corrections: []
    }
  }
}
