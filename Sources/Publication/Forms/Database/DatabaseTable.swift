import Basics
import Databases

/// A table or view of the database, with what its columns hold.
struct DatabaseTable {
  struct Column {
    let name: String
    let type: String
    let meaning: String

    /// - Parameter type: Of SQLite; none for numbers, since it would take the digits from a number kept as text
    ///   that floating point has no room for.
    init(_ name: String, _ meaning: String, type: String = "TEXT") {
      self.name = name
      self.type = type
      self.meaning = meaning
    }
  }

  var name: String
  let meaning: String
  let columns: [Column]
  var primaryKey: [String] = []
  /// The columns that refer to the table and column of others.
  var references: [(column: String, table: String, key: String)] = []
  /// Columns by which rows are looked for, each list an index.
  var indexes: [[String]] = []
  /// What a view shows; nil for a table.
  var view: String?

  /// Makes the table, its indexes after its rows.
  var statement: String {
    let name = DatabaseFile.quoted(name)
    if let view { return "CREATE VIEW \(name) AS \(view)" }
    var parts = columns.map { column in
      // One whole number that tells rows apart is what rows are stored by.
      let isRow = primaryKey == [column.name] && column.type == "INTEGER"
      return DatabaseFile.quoted(column.name) + (column.type.isEmpty ? "" : " \(column.type)")
        + (isRow ? " PRIMARY KEY" : "")
    }
    let isKeyOfRows =
      primaryKey.count == 1 && columns.contains { $0.name == primaryKey[0] && $0.type == "INTEGER" }
    if !primaryKey.isEmpty, !isKeyOfRows { parts.append("PRIMARY KEY (\(Self.list(primaryKey)))") }
    parts += references.map { column, table, key in
      "FOREIGN KEY (\(Self.list([column]))) REFERENCES \(DatabaseFile.quoted(table)) "
        + "(\(Self.list([key])))"
    }
    return "CREATE TABLE \(name) (\n  \(parts.joined(separator: ",\n  "))\n)"
  }

  var indexStatements: [String] {
    indexes.map { columns in
      let index = DatabaseFile.quoted("\(name)_by_\(columns.joined(separator: "_"))")
      return "CREATE INDEX \(index) ON \(DatabaseFile.quoted(name)) (\(Self.list(columns)))"
    }
  }

  static func list(_ names: [String]) -> String {
    names.map(DatabaseFile.quoted).joined(separator: ", ")
  }
}
