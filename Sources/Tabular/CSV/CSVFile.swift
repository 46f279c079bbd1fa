package import Basics

/// A small CSV file of the project's own, read whole: definitions, registers, stage lists.
///
/// UTF-8, comma, one header record with distinct names. Every row knows its line, so that an
/// error can name it.
package struct CSVFile: Sendable {
  /// One record under the header.
  package struct Row: Sendable {
    package let line: Int
    fileprivate let fields: [String]
    fileprivate let columns: [String: Int]

    /// The field of a column; empty where the file has no such column.
    package subscript(_ column: String) -> String {
      columns[column].map { fields[$0] } ?? ""
    }

    /// The field of a declared column.
    package subscript(_ column: some DefinitionKey) -> String { self[column.rawValue] }

    /// The field at a position that `CSVFile.position(of:)` gave.
    package subscript(at position: Int) -> String {
      fields[position]
    }
  }

  package let path: String
  package let header: [String]
  package let rows: [Row]

  /// Reads the file and requires its columns.
  ///
  /// - Throws: A `kind` error that names the line where a field is not UTF-8, a record has another
  ///   number of fields than the header, a column is missing or named twice.
  package init(
    path: String, requiring required: [String] = [], kind: RunError.Kind = .badDefinition
  ) throws(RunError) {
    self.path = path
    let reader = try Self.reader(path, kind)
    var header: [String] = []
    var columns: [String: Int] = [:]
    var rows: [Row] = []
    var isFirst = true
    while try reader.next() {
      let fields = try Self.fields(of: reader, path: path, kind: kind)
      if isFirst {
        isFirst = false
        header = fields
        try Self.checkSeparator(of: header, path: path, requiring: required, kind: kind)
        for (index, name) in fields.enumerated() where !name.isEmpty {
          guard columns.updateValue(index, forKey: name) == nil else {
            throw RunError(
              kind, path: path, line: reader.position.line, id: .csv(.columnTwice),
              "the header has column '\(name)' twice; expected each name once")
          }
        }
        continue
      }
      guard fields.count == header.count else {
        throw RunError(
          kind, path: path, line: reader.position.line, id: .csv(.fieldCount),
          "this record has \(fields.count) fields, but the header has \(header.count). "
            + "Quote a field that holds a comma or a line end")
      }
      if fields.allSatisfy(\.isEmpty) { continue }
      rows.append(Row(line: reader.position.line, fields: fields, columns: columns))
    }
    for name in required where columns[name] == nil {
      throw RunError(
        kind, path: path, line: 1, id: .csv(.missingColumn),
        "there is no column '\(name)'; expected the columns \(required.joined(separator: ","))."
          + (Suggestion.nearest(to: name, among: header).first
            .map { " Is it '\($0)'? Then write '\(name)' there" } ?? ""))
    }
    self.header = header
    self.rows = rows
  }

  /// Reads a definition file whose columns are declared, and requires those that must be given.
  package init<Column: DefinitionKey>(
    path: String, columns: Column.Type
  ) throws(RunError) {
    try self.init(path: path, requiring: Self.required(columns))
  }

  /// The columns that a file must have.
  package static func required<Column: DefinitionKey>(_ columns: Column.Type) -> [String] {
    columns.allCases.filter {
      if case .refused = $0.entry.absence { true } else { false }
    }.map(\.rawValue)
  }

  /// A definition that is not there is a mistake in the definition, whatever the system says of it.
  private static func reader(_ path: String, _ kind: RunError.Kind) throws(RunError) -> CSVReader {
    guard kind == .badDefinition, let error = FileSystem.missingDefinition(path) else {
      return try CSVReader(path: path)
    }
    throw error
  }

  /// Spreadsheets of many countries save CSV with semicolons.
  private static func checkSeparator(
    of header: [String], path: String, requiring required: [String], kind: RunError.Kind
  ) throws(RunError) {
    guard header.count == 1, required.count > 1 else { return }
    for (separator, name) in [(";", "semicolons"), ("\t", "tabs")]
    where header[0].contains(separator) {
      throw RunError(
        kind, path: path, line: 1, id: .csv(.separator),
        "the header is one field with \(name) in it; expected commas between the columns. "
          + "Save the file again as CSV with commas")
    }
  }

  private static func fields(
    of reader: CSVReader, path: String, kind: RunError.Kind
  ) throws(RunError) -> [String] {
    if let damage = reader.damage {
      throw RunError(
        kind, path: path, line: reader.position.line, id: damage.id, damage.message)
    }
    var fields: [String] = []
    fields.reserveCapacity(reader.record.fieldCount)
    for index in 0..<reader.record.fieldCount {
      guard let text = reader.record.text(index) else {
        throw RunError(
          kind, path: path, line: reader.position.line, id: .file(.notUTF8),
          "field \(index + 1) is not UTF-8; expected UTF-8. Save the file again as UTF-8")
      }
      fields.append(text)
    }
    return fields
  }
}
