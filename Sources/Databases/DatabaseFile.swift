package import Basics
import CSqlite

/// Writes a database of SQLite (version 3 of its file format) in one go.
///
/// All is one transaction without a journal: nobody sees the file before it is whole. Rows stand in the
/// order in which they came, so that the same rows give the same bytes with the same version of the library.
@safe package final class DatabaseFile {
  package let path: String
  private let database: OpaquePointer

  /// - Parameter path: Of a file that is not there yet.
  /// - Throws: `cannotWrite`.
  package init(path: String) throws(RunError) {
    self.path = path
    _ = leave_memory_uncounted()
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let status = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened = unsafe opened else {
      throw RunError(path: path, id: .file(.cannotWrite), "cannot begin the database")
    }
    unsafe database = opened
    guard status == SQLITE_OK else { throw failure() }
    for setting in [
      "page_size = 16384", "journal_mode = OFF", "synchronous = FULL", "cache_size = -8000",
      "locking_mode = EXCLUSIVE", "temp_store = FILE", "encoding = 'UTF-8'",
    ] {
      try run("PRAGMA \(setting)")
    }
    try run("BEGIN")
  }

  deinit {
    unsafe sqlite3_close_v2(database)
  }

  /// Runs a statement that gives no rows.
  package func run(_ statement: String) throws(RunError) {
    guard unsafe sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK else {
      throw failure()
    }
  }

  /// Who inserts rows of so many columns into a table.
  package func rows(of table: String, columns: Int) throws(RunError) -> RowInserter {
    let parameters = Array(repeating: "?", count: columns).joined(separator: ",")
    let statement = "INSERT INTO \(Self.quoted(table)) VALUES (\(parameters))"
    var prepared: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(database, statement, -1, &prepared, nil) == SQLITE_OK,
      let prepared = unsafe prepared
    else { throw failure() }
    return unsafe RowInserter(prepared, of: self)
  }

  /// Ends the database.
  package func finish() throws(RunError) {
    try run("COMMIT")
  }

  /// The most columns that a table can have.
  package static let mostColumns = 2_000

  /// A name as it stands in statements.
  package static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  fileprivate func failure() -> RunError {
    RunError(
      path: path, id: .file(.cannotWrite),
      "cannot write the database: \(unsafe String(cString: sqlite3_errmsg(database)))")
  }
}

/// Inserts rows into a table; what is not given stays NULL.
@safe package final class RowInserter {
  /// A text that stands in many rows.
  package struct Constant {
    fileprivate let index: Int
  }

  private let statement: OpaquePointer
  private let file: DatabaseFile
  private var constants: [UnsafeMutableBufferPointer<CChar>] = unsafe []
  /// What the library said of a value of the row that it did not take.
  private var refusal: Int32?

  fileprivate init(_ statement: OpaquePointer, of file: DatabaseFile) {
    unsafe self.statement = statement
    self.file = file
  }

  deinit {
    unsafe sqlite3_finalize(statement)
    unsafe constants.forEach { unsafe $0.deallocate() }
  }

  /// Keeps a text for rows to come.
  package func constant(_ text: String) -> Constant {
    let bytes = text.utf8.map { CChar(bitPattern: $0) }
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(bytes.count, 1))
    _ = unsafe copy.initialize(from: bytes)
    unsafe constants.append(UnsafeMutableBufferPointer(rebasing: copy[..<bytes.count]))
    return Constant(index: unsafe constants.count - 1)
  }

  /// - Parameter column: From 0.
  package func bind(_ constant: Constant, at column: Int) {
    let text = unsafe constants[constant.index]
    note(
      unsafe sqlite3_bind_text(
        statement, Int32(column + 1), text.baseAddress, Int32(text.count), nil))
  }

  package func bind(text bytes: ArraySlice<UInt8>, at column: Int) {
    note(
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe bind_copied_text(
          statement, Int32(column + 1), buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(buffer.count))
      })
  }

  package func bind(text bytes: Span<UInt8>, at column: Int) {
    note(
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe bind_copied_text(
          statement, Int32(column + 1), buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(buffer.count))
      })
  }

  package func bind(_ text: String, at column: Int) {
    bind(text: Array(text.utf8)[...], at: column)
  }

  package func bind(_ number: Int, at column: Int) {
    note(unsafe sqlite3_bind_int64(statement, Int32(column + 1), Int64(number)))
  }

  package func bind(_ number: Double, at column: Int) {
    note(unsafe sqlite3_bind_double(statement, Int32(column + 1), number))
  }

  private func note(_ status: Int32) {
    if status != SQLITE_OK, refusal == nil { refusal = status }
  }

  /// Inserts the row.
  ///
  /// - Throws: `cannotWrite`.
  package func insert() throws(RunError) {
    if let refusal {
      throw RunError(
        path: file.path, id: .file(.cannotWrite),
        "cannot write the database: \(unsafe String(cString: sqlite3_errstr(refusal)))")
    }
    guard unsafe sqlite3_step(statement) == SQLITE_DONE else { throw file.failure() }
    unsafe sqlite3_reset(statement)
    unsafe sqlite3_clear_bindings(statement)
  }
}
